import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study disrupt` {
    private let study = Disrupt()

    private func input(
        _ given: [String: String] = [:], network: String? = "docs/samples/disrupt", table: String? = nil,
        scenario: Scenario? = nil
    ) throws -> StudyInput {
        let root = OpenPackages.root.path + "/"
        var supplied = try network.map { try ComputingInputReader.read(.network, path: root + $0).input }
        if let table { supplied = try ComputingInputReader.read(.table, path: root + table).input }
        return try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), scenario: scenario, supplied: supplied,
            given: given)
    }

    @Test func `chips cut abroad reach the makers of cars through controls and packs`() throws {
        let report = try study.report(on: input(["what": "chips-abroad"]))
        let result = try study.result(on: input(["what": "chips-abroad"]))
        #expect(result.shocks.map(\.kind) == ["firm"])
        #expect(result.hits.allSatisfy { $0.firm != "chips-abroad" })
        let controls = try #require(result.hits.first { $0.firm == "controls-beijing" })
        #expect(controls.cause == "input")
        #expect(controls.input == "chips")
        #expect(controls.path.first == "chips-abroad")
        #expect(controls.path.last == "controls-beijing")
        #expect(result.segments.first { $0.sector == "chips" }?.dryDay == 15)
        #expect(result.hits.contains { $0.sector == "cars" && $0.path.count > 2 })
        #expect(result.residual < 1e-12)
        #expect(result.curve.count == 180)
        #expect(report.weakestBasis == .synthetic)
        #expect(report.table("hits")?.rows.isEmpty == false)
    }

    @Test func `a closed port is found by its name and cuts what takes it`() throws {
        let result = try study.result(on: input(["what": "Port of Tianjin", "days": "40"]))
        #expect(result.shocks.map(\.kind) == ["way"])
        #expect(result.shocks.map(\.links) == [2])
        #expect(result.hits.contains { $0.way == "Port of Tianjin" })
        let abroad = try study.result(on: input(["what": "chips-abroad", "days": "40"]))
        #expect(abs(result.loss - abroad.loss) < 0.35 * abroad.loss)
    }

    @Test func `the network's own shocks are taken where nothing is named`() throws {
        let result = try study.result(on: input())
        #expect(result.shocks.map(\.what) == ["cells-baoding", "packs-baoding", "cars-baoding"])
        #expect(result.hits.count { $0.cause == "shock" } == 3)
        #expect(result.regions.map(\.region) == ["Tianjin", "Baoding", "Tangshan", "Beijing"])
        let region = try study.result(on: input(["what": "region:Baoding"]))
        #expect(abs(region.loss - result.loss) < 1e-9 * result.loss)
    }

    @Test func `a scenario's shocks have their own start, length, depth and recovery`() throws {
        let scenario = Scenario(
            title: "two",
            shocks: [
                .init(what: "packs-baoding", start: 3, days: 10, depth: 0.5, recovery: 5),
                .init(what: "link:steel-tangshan>cars-tianjin", start: 20, days: 30, depth: 1),
            ])
        let result = try study.result(on: input(scenario: scenario))
        #expect(result.shocks.map(\.start) == [3, 20])
        #expect(result.shocks.map(\.depth) == [0.5, 1])
        #expect(result.shocks.map(\.links) == [0, 1])
        #expect(result.hits.contains { $0.firm == "cars-tianjin" && $0.input == "steel" })
    }

    @Test func `a firm alone, nothing at all and an unknown name are each said`() throws {
        let alone = try study.result(on: input(["what": "museum-beijing"]))
        #expect(alone.findings.contains { $0.code == "isolated" })
        #expect(alone.hits.map(\.firm) == ["museum-beijing"])
        let nothing = try study.result(on: input(["what": "cars-tianjin", "depth": "0"]))
        #expect(nothing.findings.contains { $0.code == "touches-nothing" })
        #expect(nothing.loss.magnitude < 1e-9)
        #expect(throws: StudyProblem.self) { try study.result(on: input(["what": "no such firm"])) }
        let none = try study.result(on: input(network: nil))
        #expect(none.missing != nil)
        #expect(try study.report(on: input(network: nil)).blocks.count >= 3)
        let open = try study.result(on: input(network: "docs/samples/supply-network-toy7"))
        #expect(open.choices.first == "cars")
    }

    @Test func `a table of sectors answers too`() throws {
        let asked = try input(["what": "no such sector"], network: nil, table: "docs/samples/input-output")
        guard case .table(let table)? = asked.supplied else { return }
        let sector = table.sectors[0].sector
        let result = try study.result(
            on: input(["what": sector], network: nil, table: "docs/samples/input-output"))
        #expect(result.source == "table")
        #expect(result.loss > 0)
        #expect(result.assumptions.stockDays == 90)
        #expect(throws: StudyProblem.self) { try study.result(on: asked) }
    }

    @Test func `partners with a number are notified as CX-0146 wants it`() throws {
        let report = try study.report(
            on: input(["what": "cells-baoding", "date": "2027-01-11", "root-cause": "production-incident"]))
        #expect(
            report.files.map(\.name) == [
                "cx-0146-BPNS00000BTHD101-demand-reduction.json",
                "cx-0146-BPNS00000BTHD303-demand-reduction.json",
                "cx-0146-BPNS00000BTHD505-capacity-reduction.json",
            ])
        for file in report.files {
            let notice = try JSONDecoder().decode(DisruptionNotification.self, from: Data(file.bytes))
            #expect(notice.problems.isEmpty)
            #expect(notice.startDateOfEffect == "2027-01-11T00:00:00+08:00")
            #expect(notice.expectedEndDateOfEffect == "2027-03-22T00:00:00+08:00")
            #expect(notice.affectedSitesSender == ["BPNS00000BTHD202"])
            #expect(notice.affectedSitesRecipient?.count == 1)
            #expect(notice.leadingRootCause == .productionIncident)
        }
        let again = try study.report(
            on: input(["what": "cells-baoding", "date": "2027-01-11", "root-cause": "production-incident"]))
        let same = again.files == report.files
        #expect(same)
        #expect(throws: StudyProblem.self) {
            try study.report(on: input(["what": "cells-baoding", "date": "soon"]))
        }
    }

    @Test func `longer and deeper never hurts less on the sample, and the same question has the same bytes`()
        throws
    {
        var before = 0.0
        for days in ["5", "15", "30", "60", "90"] {
            let loss = try study.result(on: input(["what": "packs-baoding", "days": days])).loss
            #expect(loss >= before)
            before = loss
        }
        let first = try study.report(on: input(["what": "sector:chips"]))
        let second = try study.report(on: input(["what": "sector:chips"]))
        let same = first == second
        #expect(same)
    }

    @Test func `imports that are assumed come by a way of their own and can be cut by either name`() throws {
        let given = ["imports": "cells=0.5@Port of Caofeidian; steel=0.2", "days": "90"]
        func result(_ what: String) throws -> Disrupt.Result {
            try study.result(on: input(given.merging(["what": what]) { $1 }))
        }
        let source = try result("abroad:cells")
        let way = try result("way:Port of Caofeidian")
        #expect(source.assumptions.imports == given["imports"])
        #expect(source.loss > 0)
        // What is on its way when a port closes still arrives.
        #expect(way.loss > 0 && way.loss <= source.loss * 1.001)
        #expect(source.hits.allSatisfy { !$0.firm.hasPrefix("abroad:") })
        #expect(throws: StudyProblem.self) {
            try study.result(on: input(["imports": "cells=2; nothing=0.1", "what": "cars"]))
        }
    }

    @Test func `several ways of one input add up, and each can be closed alone`() throws {
        func lost(_ what: String, _ imports: String) throws -> Double {
            try study.result(on: input(["imports": imports, "what": what, "days": "60"])).loss
        }
        let both = "cells=0.3@Port A; cells=0.5@Port B"
        let (a, b) = (try lost("way:Port A", both), try lost("way:Port B", both))
        let all = try lost("way:Port A; way:Port B", both)
        #expect(a >= 0 && a <= b && b <= all && all > 0)
        // Two ways of one input are one way of their sum, and one source.
        let one = "cells=0.8@Port A"
        #expect(abs(try lost("way:Port A", one) - all) < 1e-6 * all)
        let source = try lost("abroad:cells", one)
        #expect(abs(try lost("abroad:cells", both) - source) < 1e-6 * source)
        #expect(throws: StudyProblem.self) { try lost("cars", "cells=0.6@Port A; cells=0.5@Port B") }
    }

    @Test func `many reconstructed networks give a band around the middle one`() throws {
        let asked = try input(
            ["samples": "3", "what": "region:r.he.bd", "days": "10", "horizon": "20"], network: nil)
        let result = try study.result(on: asked)
        let bands = try #require(result.bands)
        #expect(bands.samples == 3)
        let low = try #require(bands.lossShare.low)
        let high = try #require(bands.lossShare.high)
        #expect(low <= result.lossShare && result.lossShare <= high)
        #expect(low < high)
        #expect(result.curve.allSatisfy { ($0.low ?? 1) <= ($0.high ?? 0) })
        #expect(result.hits.allSatisfy { $0.firm.hasPrefix("syn.") })
        #expect(bands.regions.contains { $0.name == "r.he.bd" && ($0.worst.middle ?? 0) > 0.999 })
        let again = try study.result(on: asked)
        let same = again.bands == bands && again.curve == result.curve
        #expect(same)
        let tables = try study.draft(of: result, on: asked).blocks.compactMap { block in
            switch block {
            case .table(let table): table.id
            case .picture(let picture): picture.table.id
            default: nil
            }
        }
        #expect(tables.contains("bands") && tables.contains("region-map"))
        #expect(tables.contains("dry-bands") && tables.contains("region-days"))
    }

    @Test func `bands hold quantiles in order, hits an interval, and too few networks tell of no named firm`()
        throws
    {
        let asked = try input(
            ["samples": "5", "what": "region:r.he.bd", "days": "30", "horizon": "40"], network: nil)
        let result = try study.result(on: asked)
        for day in result.curve {
            let quantiles = [day.p5, day.p25, day.p50, day.p75, day.p95].compactMap(\.self)
            #expect(quantiles.count == 5 && quantiles == quantiles.sorted())
            #expect(day.low == day.p5 && day.high == day.p95)
        }
        let baoding = try #require(result.regions.first { $0.region == "r.he.bd" })
        #expect(baoding.days.count == 40)
        #expect(baoding.days.prefix(30).allSatisfy { $0 > 0.999 })
        for hit in result.hits {
            let low = try #require(hit.low)
            let high = try #require(hit.high)
            #expect(low <= high)
            #expect(hit.along.count == hit.path.count)
        }
        let bands = try #require(result.bands)
        #expect(bands.named.isEmpty)
        #expect(bands.dry.allSatisfy { $0.felt > 0 && $0.felt <= 5 })
        #expect((bands.dry.map(\.felt).max() ?? 0) <= bands.felt)

        var calm = result
        calm.lossShare = 0
        calm.worst = 0
        calm.bands?.felt = 2
        calm.bands?.lossShare.high = 0.001
        let answer = try study.draft(of: calm, on: asked).answer
        #expect(answer.en.contains("2 of 5") && answer.en.contains("0.100 %"))
        calm.bands?.felt = 0
        #expect(try study.draft(of: calm, on: asked).answer.en.contains("nothing is lost."))
    }

    @Test func `a named firm stops by its stand-in, and a port by what is assumed of it`() throws {
        let model = try input().model
        let choices = study.choices(on: model, supplied: nil)
        let firm = try #require(choices.first { $0.kind == .named })
        let port = try #require(choices.first { $0.id == "si.tjport" })
        #expect(port.kind == .way)
        #expect(choices.contains { $0.value == "region:r.he.bd" })
        #expect(
            choices.contains { $0.value == "abroad:sg.cmp.aichip" && $0.imports == "sg.cmp.aichip=0.429" })
        let result = try study.result(
            on: input(
                [
                    "samples": "2", "what": "\(firm.value); \(port.value)", "imports": port.imports ?? "",
                    "days": "5", "horizon": "6",
                ], network: nil))
        #expect(result.shocks.map(\.kind) == ["firm", "way"])
        #expect(result.shocks[0].firms.allSatisfy { $0.hasPrefix("syn.") })
        #expect(result.shocks[1].links > 0)
        // The same of a network that was given: its own names.
        let own = study.choices(on: model, supplied: try input().supplied)
        #expect(own.contains { $0.value == "way:Port of Tianjin" })
        #expect(own.contains { $0.kind == .abroad && $0.id == "chips-abroad" })
        #expect(own.contains { $0.value == "firm:cars-beijing" && $0.kind == .firm })
    }

    @Test func `a form offers what can stop`() throws {
        let asked = try input()
        let offered = study.suggestions(for: "what", on: asked.model, supplied: asked.supplied).map(\.value)
        #expect(offered.contains("way:Port of Tianjin") && offered.contains("region:Baoding"))
        #expect(offered.contains("sector:chips") && offered.contains("cars-beijing"))
        let plain = study.suggestions(for: "what", on: asked.model, supplied: nil).map(\.value)
        #expect(plain.contains("region:r.he.bd"))
        #expect(study.suggestions(for: "days", on: asked.model, supplied: nil).isEmpty)
    }
}
