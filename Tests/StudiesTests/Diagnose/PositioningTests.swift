import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study positioning` {
    private func ask(
        _ model: EcosystemModel, _ matrix: RegionMatrix? = nil, given: [String: String] = [:]
    ) throws -> Positioning.Result {
        let study = Positioning()
        let input = try StudyInput.prepared(
            for: study.description, model: model, supplied: matrix.map { .matrix($0) }, given: given)
        let result = try study.result(on: input)
        _ = try study.draft(of: result, on: input)
        return result
    }

    /// Three cities: a and b hold x and y, c holds x alone and z, which nobody else holds.
    private func small() throws -> RegionMatrix {
        try #require(
            RegionMatrix(
                name: "m.csv", regions: ["a", "b", "c"], industries: ["x", "y", "z"],
                values: [1, 1, 0, 1, 1, 0, 2, 0, 2]))
    }

    @Test func `a candidate is near to what the city holds and not held by it`() throws {
        let result = try ask(OpenPackages.builtIn(), small())
        // By hand: LQ ≥ 1 in x: only c (2/4 over 4/8 = 1) and a, b (1/2 over 4/8 = 1); in y: a, b; in z: c. φ(x,y) = 2/3, φ(x,z) = 1/3,
        // φ(y,z) = 0. c around y: φ(x,y)/φ(x,y) = 1. a around z: φ(x,z)/φ(x,z) = 1.
        #expect(result.candidates.map(\.region) == ["a", "b", "c"])
        #expect(result.candidates.map(\.industry) == ["z", "z", "y"])
        #expect(result.candidates.allSatisfy { abs($0.density - 1) < 1e-12 })
        #expect(result.candidates.map(\.near) == [["x"], ["x"], ["x"]])
        #expect(result.candidates.map(\.holders) == [["c"], ["c"], ["a", "b"]])
        #expect(result.candidates.allSatisfy { $0.advice == "join" })
        let most = try #require(result.alike.first)
        #expect(most.a == "a" && most.b == "b" && abs(most.cosine - 1) < 1e-12)
    }

    @Test func `the built-in region names only segments that the city does not hold`() throws {
        let model = try OpenPackages.builtIn()
        let result = try ask(model)
        #expect(!result.candidates.isEmpty)
        for candidate in result.candidates {
            #expect((0...1).contains(candidate.density) && candidate.density > 0)
            #expect(!candidate.holders.contains(candidate.region))
            #expect(model.record(id: candidate.region)?.kind == .region)
            #expect(model.record(id: candidate.industry)?.kind == .segment)
        }
        let counted = Set(result.regions.map(\.region))
        #expect(counted.isDisjoint(with: Set(result.silent)))
    }

    @Test func `one city may be asked, and fewer candidates`() throws {
        let result = try ask(OpenPackages.builtIn(), given: ["city": "r.tj", "candidates": "2"])
        #expect(Set(result.candidates.map(\.region)).isSubset(of: ["r.tj"]))
        #expect(result.candidates.count <= 2)
    }

    @Test func `a row with a gap is left out and said; a negative number is refused`() throws {
        let gap = try #require(
            RegionMatrix(
                name: "m", regions: ["a", "b", "c", "d"], industries: ["x", "y", "z"],
                values: [1, 1, 0, 1, 1, 0, 2, 0, 2, nil, 1, 1]))
        #expect(try ask(OpenPackages.builtIn(), gap).silent == ["d"])
        let bad = try #require(
            RegionMatrix(name: "m", regions: ["a", "b"], industries: ["x", "y"], values: [1, -1, 2, 3]))
        #expect(throws: StudyProblem.self) { try ask(OpenPackages.builtIn(), bad) }
    }
}
