import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study network` {
    private func ask(
        _ model: EcosystemModel, network folder: String? = nil, others: [EcosystemModel] = [],
        given: [String: String] = [:]
    ) throws -> Report {
        let study = Network()
        let supplied = try folder.map {
            try ComputingInputReader.read(.network, path: OpenPackages.root.appending(path: $0).path).input
        }
        return try study.report(
            on: StudyInput.prepared(
                for: study.description, model: model, others: others, supplied: supplied, given: given))
    }

    /// What networkx found in the sample and in the same with its links turned round: `Fixtures/network/sample.json`.
    private struct Peer: Decodable {
        struct Described: Decodable {
            let simpleLinks: Int
            let strongComponents: [Int]
            let articulationPoints: [Int]
            let bridges: [[Int]]
            let coreNumbers: [Int]
            let pageRank: [Double]
            let betweenness: [Double]
            let closeness: [Double]
            let harmonicCloseness: [Double]
            let degreeAssortativity: Double
            let leidenModularities: [Double]
        }
        let firms: [String]
        let forward: Described
        let backward: Described
    }

    @Test func `the made-up network agrees with networkx and igraph`() throws {
        let peer = try JSONDecoder().decode(
            Peer.self,
            from: Data(contentsOf: OpenPackages.root.appending(path: "Fixtures/network/sample.json")))
        let report = try ask(OpenPackages.builtIn(), network: "docs/samples/network")
        let result = try decoded(report)
        let numbers = Dictionary(
            uniqueKeysWithValues: peer.firms.enumerated().map { ($0.element, $0.offset) })
        #expect(result.source == "network" && result.summary.members == peer.firms.count)
        #expect(result.summary.links == peer.forward.simpleLinks)
        let core = Dictionary(grouping: peer.forward.strongComponents) { $0 }.map(\.value.count).max()
        #expect(result.summary.core == core && result.bowTie.core == core)
        #expect(
            Set(result.cutMembers.compactMap { numbers[$0] }) == Set(peer.forward.articulationPoints))
        #expect(result.bridges.count == peer.forward.bridges.count)
        #expect(result.members.count == peer.firms.count)
        for member in result.members {
            let number = try #require(numbers[member.id])
            #expect(abs(member.supplierRank - peer.backward.pageRank[number]) < 1e-9)
            #expect(abs(member.customerRank - peer.forward.pageRank[number]) < 1e-9)
            #expect(abs(member.betweenness - peer.forward.betweenness[number]) < 1e-12)
            #expect(abs((member.closeness ?? .nan) - peer.forward.closeness[number]) < 1e-12)
            #expect(abs(member.harmonicCloseness - peer.forward.harmonicCloseness[number]) < 1e-12)
            #expect(member.coreNumber == peer.forward.coreNumbers[number])
        }
        #expect(abs((result.degreeAssortativity ?? .nan) - peer.forward.degreeAssortativity) < 1e-12)
        #expect(result.summary.modularity >= (peer.forward.leidenModularities.max() ?? 1) - 1e-12)
    }

    @Test func `a network that says it is made up is marked so, with its source`() throws {
        let report = try ask(OpenPackages.builtIn(), network: "docs/samples/network")
        #expect(report.weakestBasis == .synthetic)
        let notes = report.blocks.compactMap { block -> Note? in
            if case .note(let note) = block, note.level == .synthetic { note } else { nil }
        }
        #expect(notes.count == 1 && notes[0].text?.en.contains("seed") == true)
    }

    /// `docs/samples/network/README.md` says which firms came and went.
    @Test func `two dates of the made-up network are compared`() throws {
        let result = try decoded(ask(OpenPackages.builtIn(), network: "docs/samples/network"))
        let change = try #require(result.change)
        #expect(change.entered == ["bat01", "com15"] && change.left == ["com05"])
        #expect(change.kept + change.gainedCount == result.summary.links)
        #expect(change.kept + change.lostCount == change.earlier.links)
        #expect(change.gained.allSatisfy { $0.before == nil && $0.after != nil })
    }

    @Test func `the built-in region names one tier and no quantities, and says so`() throws {
        let report = try ask(OpenPackages.builtIn())
        let titles = report.blocks.compactMap { block in
            if case .note(let note) = block, note.level == .gap { note.title.en } else { nil }
        }
        #expect(titles.contains("The records name one tier"))
        #expect(titles.contains("No quantities: not every supply has a value"))
        let result = try decoded(report)
        #expect(result.source == "package" && !result.isValued && result.summary.core == 0)
        #expect(result.members.allSatisfy { $0.purchases == nil && $0.sales == nil })
        #expect(report.answer.zh.hasSuffix("。"))
        for block in report.blocks {
            if case .figures(let figures) = block { #expect(figures.allSatisfy { $0.origin != nil }) }
        }
    }

    @Test func `other packages stand beside, and the first is the earlier date`() throws {
        let result = try decoded(
            ask(OpenPackages.constructed(), others: [OpenPackages.builtIn(), OpenPackages.sixClusters()]))
        #expect(result.isValued && result.compare.count == 2 && result.change != nil)
        let same = try decoded(ask(OpenPackages.constructed(), others: [OpenPackages.constructed()]))
        let change = try #require(same.change)
        #expect(change.jaccard == 1 && change.entered.isEmpty && change.left.isEmpty)
        #expect(abs((change.rankCorrelation ?? 0) - 1) < 1e-12 && change.gained.isEmpty)
    }

    @Test func `a package without supplies says what to do`() throws {
        let identity = PackageIdentity(id: "empty", title: Localized(same: "empty"))
        let report = try ask(EcosystemBuilder(identity).build())
        #expect(report.answer.en.contains("No supply is on record"))
    }

    @Test func `the same question gives the same bytes in both languages`() throws {
        let reports = try (0..<2).map { _ in
            try ask(OpenPackages.builtIn(), network: "docs/samples/network", given: ["seed": "3"])
        }
        #expect(reports[0] == reports[1])
        for language in Language.allCases {
            let model = try OpenPackages.builtIn()
            let text = try ReportRenderer.render(
                reports[0], as: .html, language: language, sources: SourceDirectory(model))
            #expect(text.count > 10_000)
        }
    }

    @Test func `a run that is told to stop stops`() throws {
        let study = Network()
        let input = try StudyInput.prepared(
            for: study.description, model: OpenPackages.constructed(),
            progress: StudyProgress { fraction, _ in fraction < 0.2 })
        #expect(throws: StudyCancelled.self) { try study.result(on: input) }
    }

    @Test func `every documented key is filled on what we ship`() throws {
        var paths: Set<String> = []
        for report in [
            try ask(OpenPackages.builtIn(), network: "docs/samples/network"),
            try ask(
                OpenPackages.builtIn(), network: "docs/samples/network",
                given: ["exact-up-to": "10", "samples": "20"]),
            try ask(OpenPackages.constructed(), others: [OpenPackages.builtIn()]),
        ] {
            filled(report.result, "", into: &paths)
        }
        let page = try String(
            contentsOf: OpenPackages.root.appending(path: "docs/studies/network.md"), encoding: .utf8)
        let table = try #require(page.range(of: "## Result keys"))
        let keys = page[table.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first }
            .flatMap { $0.split(separator: ",") }.map { $0.filter { !" []".contains($0) } }
        #expect(keys.count > 40)
        // A folder names no unit; the constructed package does.
        for key in keys {
            #expect(paths.contains(key) || paths.contains { $0.hasSuffix(key) }, "\(key)")
        }
    }

    private func decoded(_ report: Report) throws -> Network.Result {
        try JSONDecoder().decode(Network.Result.self, from: JSONEncoder().encode(report.result))
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
