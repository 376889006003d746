import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study systemic-risk` {
    private let study = FirmRisk()

    private func input(
        _ folder: String?, _ given: [String: String] = [:], shard: StudyShard? = nil
    ) throws -> StudyInput {
        let supplied = try folder.map {
            try ComputingInputReader.read(.network, path: OpenPackages.root.path + "/" + $0).input
        }
        var input = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: supplied, given: given)
        input.shard = shard
        return input
    }

    private let sample = "docs/samples/supply-network-toy7"
    private let fixture = "Fixtures/resilience/esri_toy7"

    @Test func `the losses are written with the keys that their encoding has`() throws {
        let result = try study.result(on: input(sample))
        let text = try JSONValue(encoding: result)["scenarios"]?.text()
        let plain = try result.scenarios.map { try JSONValue(encoding: $0) }
        #expect(text == JSONValue.array(plain).text())
    }

    @Test func `every firm alone has its id and the documented keys`() throws {
        let report = try study.report(on: input(sample))
        let scenarios = report.result["scenarios"]?.items ?? []
        #expect(scenarios.count == 7)
        #expect(scenarios.first?["scenario"] == .string("steel-north"))
        for key in ["scenario", "esri", "downstream", "upstream", "iterations", "errorBound", "residual"] {
            #expect(scenarios.allSatisfy { $0[key] != nil }, "\(key)")
        }
        #expect(report.weakestBasis == .synthetic)
        #expect(report.supplied?.kind == .network)
        #expect(report.result["mode"] == .string("open"))
    }

    /// The peer's output at its own stop, `peer_asis_sub_eps1e-2_cpp.csv`.
    @Test func `peer mode without final demand is the published index`() throws {
        let result = try study.result(on: input(fixture, ["mode": "peer", "tolerance": "1e-2"]))
        let rows = try String(
            contentsOf: OpenPackages.root.appending(path: fixture + "/peer_asis_sub_eps1e-2_cpp.csv"),
            encoding: .utf8
        ).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        #expect(rows.count == result.scenarios.count)
        for (row, scenario) in zip(rows, result.scenarios) {
            #expect(scenario.scenario == row[0])
            #expect(abs(scenario.esri - (Double(row[1]) ?? .nan)) <= 1e-12)
            #expect(Int(row[4]) == scenario.iterations)
        }
        #expect(result.finalDemand == "none")
        #expect(result.weight == nil)
    }

    @Test func `what cannot be asked is refused with what to do`() throws {
        func refusal(_ folder: String, _ given: [String: String]) throws -> StudyProblem {
            try #require(
                #expect(throws: StudyProblem.self) { try study.result(on: input(folder, given)) })
        }
        let closed = try refusal(sample, ["mode": "open", "final-demand": "none"])
        #expect(closed.details.first?.parameter == "final-demand")
        #expect(closed.description.contains("mode peer"))
        #expect(try refusal(fixture, [:]).description.contains("revenue"))
        #expect(try refusal(sample, ["weight": "taxes"]).description.contains("revenue, jobs"))
        #expect(try refusal(sample, ["relative-tolerance": "much"]).description.contains("much"))
        #expect(
            try refusal(sample, ["mode": "peer", "relative-tolerance": "0.1"]).description.contains("open"))
    }

    @Test func `jobs can weigh, and nobody may stand in`() throws {
        let jobs = try study.result(on: input(sample, ["weight": "jobs"]))
        #expect(jobs.weight == "jobs")
        let firm = try #require(jobs.scenarios.first { $0.scenario == "cars" })
        #expect(abs(firm.own - 200.0 / 405) < 1e-12)
        let alone = try study.result(on: input(sample, ["replaceability": "off"]))
        let together = try study.result(on: input(sample))
        for (off, on) in zip(alone.scenarios, together.scenarios) {
            #expect(off.downstream >= on.downstream - on.errorBound - 1e-12)
        }
    }

    @Test(arguments: ["open", "peer"]) func `parts give the bytes of one run`(mode: String) throws {
        let given = ["mode": mode, "rows": "5"]
        let whole = try study.report(on: input(sample, given))
        let parts = try [3, 1, 2].map { index in
            let report = try study.report(on: input(sample, given, shard: StudyShard(index: index, count: 3)))
            return JSONRenderer().value(of: report)
        }
        let joined = try study.report(joining: parts, on: StudyInput(model: OpenPackages.builtIn()))
        for format in [ReportFormat.json, .text, .csv, .html] {
            #expect(
                try ReportRenderer.render(joined, as: format, language: .en, sources: SourceDirectory())
                    == ReportRenderer.render(whole, as: format, language: .en, sources: SourceDirectory()))
        }
    }

    @Test func `parts that do not fit are refused with the one that is missing`() throws {
        func part(_ index: Int, _ given: [String: String] = [:]) throws -> JSONValue {
            JSONRenderer().value(
                of: try study.report(on: input(sample, given, shard: StudyShard(index: index, count: 3))))
        }
        let on = StudyInput(model: try OpenPackages.builtIn())
        let missing = #expect(throws: StudyProblem.self) {
            try study.report(joining: [part(1), part(3)], on: on)
        }
        #expect(missing?.description.contains("2/3") == true)
        #expect(throws: StudyProblem.self) { try study.report(joining: [part(1), part(1), part(2)], on: on) }
        #expect(throws: StudyProblem.self) {
            try study.report(joining: [part(1), part(2), part(3, ["rows": "7"])], on: on)
        }
        #expect(throws: StudyProblem.self) { try study.report(joining: [], on: on) }
        #expect(throws: StudyProblem.self) { try study.report(joining: [.null], on: on) }
    }

    @Test func `without a network it says what is missing and computes nothing`() throws {
        let report = try study.report(on: input(nil))
        let result = try study.result(on: input(nil))
        #expect(result.scenarios.isEmpty)
        let missing = try #require(result.missing)
        #expect(missing.organizations == (try OpenPackages.builtIn().count(of: .organization)))
        #expect(missing.linksWithValue <= missing.links)
        #expect(report.answer.en.contains("Not known"))
    }

    @Test func `scenarios of the network are answered by name`() throws {
        guard case .network(let network)? = try input(sample).supplied else {
            Issue.record("no network")
            return
        }
        let shocked = try #require(
            SupplyNetwork(
                name: "shocked", firms: network.firms, sectors: network.sectors,
                sectorOfFirm: network.sectorOfFirm, columns: network.columns, suppliers: network.suppliers,
                customers: network.customers, values: network.values, needs: network.needs,
                shocks: [
                    .init(scenario: "steel", firm: 0, loss: 0.5),
                    .init(scenario: "steel", firm: 1, loss: 0.25),
                    .init(scenario: "nothing", firm: 2, loss: 0),
                ]))
        var asked = try input(nil)
        asked.supplied = .network(shocked)
        let result = try study.result(on: asked)
        #expect(result.scenarios.map(\.scenario) == ["steel", "nothing"])
        #expect(result.findings.contains { $0.code == "touches-nothing" && $0.items == ["nothing"] })
        let report = try study.report(on: asked)
        #expect(report.answer.en.contains("steel"))
        #expect(report.answer.zh.contains("steel"))
    }

    @Test func `a pair is explained by ways whose amounts add up to the loss`() throws {
        let result = try study.result(on: input(sample, ["pair": "steel-south,cars"]))
        let pair = try #require(result.pair)
        #expect(pair.from == "steel-south" && pair.to == "cars")
        let down = pair.paths.filter { $0.direction == "downstream" }.reduce(0) { $0 + $1.amount }
        let loss = try #require(pair.downstream)
        #expect(abs(down + (pair.unexplainedDownstream ?? 0) - loss) < 1e-9)
        #expect(loss > 0.5)
        #expect(pair.paths.first?.firms.first == "steel-south")
        #expect(pair.paths.first?.firms.last == "cars")
        let alone = try #require(try study.result(on: input(sample, ["pair": "chips"])).pair)
        #expect(alone.to == nil && alone.paths.isEmpty)
        #expect(alone.hits.contains { $0.firm == "cars" && $0.mainPath == ["chips", "cars"] })
        #expect(throws: StudyProblem.self) { try study.result(on: input(sample, ["pair": "nobody,cars"])) }
        let report = try study.report(on: input(sample, ["pair": "steel-south,cars"]))
        #expect(report.table("paths")?.rows.isEmpty == false)
    }

    @Test func `the gravest firm's loss is explained where it is asked for`() throws {
        let result = try study.result(on: input(sample, ["pair": "gravest"]))
        let pair = try #require(result.pair)
        #expect(pair.from == "steel-south")
        #expect(!pair.hits.isEmpty && pair.hits.count <= 10)
        // A part does not know the gravest of the whole.
        let part = try study.result(
            on: input(sample, ["pair": "gravest"], shard: StudyShard(index: 1, count: 2)))
        #expect(part.pair == nil)
    }

    @Test func `concentration and size are those of the losses`() throws {
        let result = try study.result(on: input(sample))
        let shape = try #require(result.shape)
        let sum = result.scenarios.reduce(0) { $0 + $1.esri }
        let largest = result.scenarios.map(\.esri).max() ?? 0
        #expect(shape.firmsOfPercent == 1)
        #expect(abs(shape.firstPercent - largest / sum) < 1e-12)
        #expect(abs(shape.firstTen - 1) < 1e-12)
        #expect(shape.classes.count == result.scenarios.count)
        #expect(shape.gravestAmongLargest == Double(result.scenarios.count))
        // What the sample says of its sectors is told by sector.
        let essentials = try #require(result.essentials)
        #expect(essentials.contains { !$0.users.isEmpty })
        #expect(essentials.allSatisfy { one in !one.users.contains(one.sector) })
    }

    @Test func `a form offers the columns that can weigh and firms whose loss can be explained`() throws {
        guard case .network(let network)? = try input(sample).supplied else {
            Issue.record("no network")
            return
        }
        let model = try OpenPackages.builtIn()
        let weights = study.suggestions(for: "weight", on: model, supplied: .network(network)).map(\.value)
        #expect(weights == network.columns.map(\.name))
        let pairs = study.suggestions(for: "pair", on: model, supplied: .network(network)).map(\.value)
        #expect(pairs.first == FirmRisk.gravest)
        #expect(Set(pairs.dropFirst()) == Set(network.firms))
        #expect(study.suggestions(for: "weight", on: model, supplied: nil).isEmpty)
    }
}
