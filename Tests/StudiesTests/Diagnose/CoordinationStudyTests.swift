import Ecosystem
import Reporting
import Studies
import Testing

@Suite struct `Study coordination` {
    private func ask(_ model: EcosystemModel, _ matrix: RegionMatrix? = nil) throws -> Coordination.Result {
        let study = Coordination()
        let input = try StudyInput.prepared(
            for: study.description, model: model, supplied: matrix.map { .matrix($0) })
        let result = try study.result(on: input)
        _ = try study.draft(of: result, on: input)
        return result
    }

    private func index(_ id: String, _ result: Coordination.Result) throws -> Coordination.Result.Index {
        try #require(result.indices.first { $0.id == id })
    }

    @Test func `symbiosis of the built-in region is the part of its loops that runs today`() throws {
        let rows = try OpenPackages.rows("Data/beijing-tianjin-hebei", "byproduct-flows")
        let loops = rows.filter { ($0["loop_level"] ?? "").hasSuffix("_circulation") }
        let running = loops.filter { ($0["state"] ?? "actual") == "actual" }
        let symbiosis = try index("symbiosis", ask(OpenPackages.builtIn()))
        #expect(symbiosis.outOf == loops.compactMap { $0["id"] })
        #expect(symbiosis.counted == running.compactMap { $0["id"] })
        #expect(symbiosis.value == Double(running.count) / Double(loops.count))
    }

    @Test func `the gradient is that of the tertiary shares of 2013, with the room that rounding leaves`()
        throws
    {
        // Document 003: Beijing 76.9 %, Hebei 35.5 %.
        let gradient = try index("gradient", ask(OpenPackages.builtIn()))
        #expect(abs((gradient.value ?? 0) - (1 - 35.5 / 76.9)) < 1e-12)
        #expect(abs((gradient.low ?? 0) - (1 - 35.55 / 76.85)) < 1e-9)
        #expect(abs((gradient.high ?? 0) - (1 - 35.45 / 76.95)) < 1e-9)
    }

    @Test func `every index lies between 0 and 1 and counts a part of its records`() throws {
        for model in [
            try OpenPackages.builtIn(), try OpenPackages.sixClusters(), try OpenPackages.constructed(),
        ] {
            for index in try ask(model).indices {
                if let value = index.value { #expect((0...1).contains(value)) }
                #expect(Set(index.counted).isSubset(of: Set(index.outOf)))
                #expect((index.value == nil) == index.outOf.isEmpty || index.id == "complementarity")
            }
        }
    }

    @Test func `the built-in region has all four, taken together by both forms`() throws {
        let together = try #require(ask(OpenPackages.builtIn()).together)
        let mean = try ask(OpenPackages.builtIn()).indices.compactMap(\.value).reduce(0, +) / 4
        #expect(abs((together.development ?? 0) - mean) < 1e-12)
        #expect(together.coupling.map { (0...1).contains($0) } == true)
        #expect(together.coordinationCorrected.map { (0...1).contains($0) } == true)
    }

    @Test func `rows of a matrix are judged one by one`() throws {
        let matrix = try #require(
            RegionMatrix(
                name: "scores.csv", regions: ["even", "one is nothing", "two to one"],
                industries: ["a", "b"],
                values: [0.6, 0.6, 0.9, 0, 0.8, 0.4]))
        let rows = try ask(OpenPackages.builtIn(), matrix).rows
        #expect(rows.map(\.name) == ["even", "one is nothing", "two to one"])
        #expect(abs((rows[0].coupling ?? 0) - 1) < 1e-12)
        #expect(abs((rows[0].coordination ?? 0) - 0.6.squareRoot()) < 1e-12)
        #expect(rows[1].coupling == 0 && rows[1].coordination == 0)
        // By hand: C = 2√(0.32)/1.2; corrected, n = 2: √((1 − 0.4) · 0.4/0.8).
        #expect(abs((rows[2].coupling ?? 0) - 2 * 0.32.squareRoot() / 1.2) < 1e-12)
        #expect(abs((rows[2].couplingCorrected ?? 0) - (0.6 * 0.5).squareRoot()) < 1e-12)
    }

    @Test func `a score outside 0 to 1 or missing is refused with its row and column`() throws {
        let matrix = try #require(
            RegionMatrix(
                name: "s.csv", regions: ["x", "y"], industries: ["a", "b"], values: [1.2, 0.5, nil, 0.5]))
        let error = #expect(throws: StudyProblem.self) { try ask(OpenPackages.builtIn(), matrix) }
        #expect(error?.details.count == 2)
        #expect(error?.details.first?.message.en.contains("row “x”, column “a”: 1.2") == true)
    }
}
