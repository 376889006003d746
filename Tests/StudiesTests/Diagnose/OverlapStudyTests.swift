import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study overlap` {
    private func input(
        _ model: EcosystemModel, matrix file: String? = nil, others: [EcosystemModel] = [],
        given: [String: String] = [:]
    ) throws -> StudyInput {
        let supplied = try file.map {
            try ComputingInputReader.read(.matrix, path: OpenPackages.root.appending(path: $0).path).input
        }
        return try StudyInput.prepared(
            for: Overlap().description, model: model, others: others, supplied: supplied, given: given)
    }

    private let sample = "docs/samples/overlap/ports.csv"

    /// Document 003, the paragraph on the competition of Caofeidian with Binhai: rivals, partners, one channel, 38 miles.
    @Test func `the built-in region compares its two ports and repeats what the document says of them`()
        throws
    {
        let input = try input(OpenPackages.builtIn())
        let result = try Overlap().result(on: input)
        #expect(result.first?.id == "pk.tjport" && result.second?.id == "pk.cfd_port")
        let stated = result.stated
        #expect(stated.competes.count == 1 && stated.cooperates.count == 1)
        let links = stated.links.compactMap { input.model.record(id: $0.text)?.name.en }
        #expect(links.contains { $0.contains("approach channel") } && links.count == 2)
        #expect(
            stated.problems.contains {
                input.model.record(id: $0.text)?.name.en == "Port rivalry Caofeidian-Binhai"
            })
        // The terminals that the document lists, and the berth and terminals of Tianjin.
        let cargo = try #require(result.sharing.first { $0.aspect == "cargo" })
        #expect(cargo.both == ["container"] && cargo.onlyFirst == ["ro-ro"])
        #expect(Set(["ore", "coal", "lng", "bulk"]).isSubset(of: cargo.onlySecond))
        let hinterland = try #require(result.hinterland)
        #expect(hinterland.nearerFirst + hinterland.nearerSecond == hinterland.places.count)
        for place in hinterland.places {
            #expect((0...1).contains(place.shareOfFirst))
            #expect((place.toFirst < place.toSecond) == (place.shareOfFirst > 0.5))
        }
        let draft = try Overlap().draft(of: result, on: input)
        #expect(draft.answer.en.contains("documents call them both rivals and partners"))
    }

    @Test func `turned round, the two change places and nothing else`() throws {
        let one = try Overlap().result(on: input(OpenPackages.builtIn()))
        let two = try Overlap().result(
            on: input(OpenPackages.builtIn(), given: ["first": "pk.cfd_port", "second": "pk.tjport"]))
        #expect(one.similarity == two.similarity && one.pattern == two.pattern)
        #expect(one.sharing.map(\.onlyFirst) == two.sharing.map(\.onlySecond))
        #expect(abs((one.sharedHinterland ?? 0) - (two.sharedHinterland ?? 1)) < 1e-12)
        #expect(one.stated.competes == two.stated.competes && one.stated.links == two.stated.links)
    }

    @Test func `a park is not compared with itself`() throws {
        let input = try input(OpenPackages.builtIn(), given: ["first": "pk.cfd", "second": "pk.cfd"])
        #expect(throws: StudyProblem.self) { try Overlap().result(on: input) }
    }

    /// docs/samples/overlap/ports.csv, by hand with the shares of Alpha and Beta.
    @Test func `rows of a matrix are compared by their shares`() throws {
        let result = try Overlap().result(on: input(OpenPackages.builtIn(), matrix: sample))
        #expect(result.first?.id == "Alpha" && result.second?.id == "Beta" && result.source == "matrix")
        let from = try #require(result.shares.first { $0.group == "from" })
        let (one, two) = ([300.0, 90, 120, 255], [260.0, 310, 150, 64])
        let product = zip(one, two).map(*).reduce(0, +)
        let sizes = [one, two].map { $0.map { $0 * $0 }.reduce(0, +).squareRoot() }
        #expect(abs(from.cosine - product / sizes[0] / sizes[1]) < 1e-12)
        #expect(result.sharedHinterland == from.cosine && result.pattern == .partners)
        let rivals = try Overlap().result(
            on: input(OpenPackages.builtIn(), matrix: sample, given: ["rows": "Alpha; Gamma"]))
        #expect(rivals.pattern == .rivals && rivals.shares.first?.missing == 1)
    }

    @Test func `rows that are not there are refused with those that are`() throws {
        for rows in ["Alpha", "Alpha;Delta", "Alpha;Alpha", "Alpha;Beta;Gamma"] {
            let input = try input(OpenPackages.builtIn(), matrix: sample, given: ["rows": rows])
            let problem = #expect(throws: StudyProblem.self) { try Overlap().result(on: input) }
            #expect(problem?.details.first?.message.en.contains("Alpha, Beta, Gamma") == true)
        }
        let matrix = try #require(
            RegionMatrix(regions: ["a", "b"], industries: ["x"], values: [1, -2]))
        let input = try StudyInput.prepared(
            for: Overlap().description, model: OpenPackages.builtIn(), supplied: .matrix(matrix))
        #expect(throws: StudyProblem.self) { try Overlap().result(on: input) }
    }

    @Test func `a package without two parks says what to do`() throws {
        let identity = PackageIdentity(id: "empty", title: Localized(same: "empty"))
        let report = try Overlap().report(on: input(EcosystemBuilder(identity).build()))
        #expect(report.answer.en.contains("no two ports or parks"))
    }

    @Test func `every documented key is filled on what we ship`() throws {
        var paths: Set<String> = []
        for report in [
            try Overlap().report(on: input(OpenPackages.builtIn(), others: [OpenPackages.constructed()])),
            try Overlap().report(on: input(OpenPackages.builtIn(), matrix: sample)),
        ] {
            filled(report.result, "", into: &paths)
        }
        let page = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/overlap.md"), encoding: .utf8)
        let table = try #require(page.range(of: "## Result keys"))
        let keys = page[table.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first }
            .flatMap { $0.split(separator: ",") }.map { $0.filter { !" []".contains($0) } }
        #expect(keys.count > 30)
        for key in keys { #expect(paths.contains(key), "\(key)") }
    }

    private func filled(_ value: JSONValue, _ path: String, into paths: inout Set<String>) {
        switch value {
        case .null: break
        case .array(let items):
            if !items.isEmpty { paths.insert(path) }
            for item in items { filled(item, path, into: &paths) }
        case .object(let members):
            if !members.isEmpty { paths.insert(path) }
            for (key, member) in members {
                filled(member, path.isEmpty ? key : path + "." + key, into: &paths)
            }
        default: paths.insert(path)
        }
    }
}
