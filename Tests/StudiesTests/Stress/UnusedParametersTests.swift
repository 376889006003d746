import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `What was given and is not used` {
    private static let root = OpenPackages.root.path + "/"
    private static let scenario = Scenario(
        title: "a mill stops",
        shocks: [.init(what: "cells-baoding", start: 2, days: 9, depth: 0.5, recovery: 4)])

    private func input(
        _ study: some Study, _ given: [String: String], network: String? = "docs/samples/disrupt",
        table: String? = nil, scenario: Scenario? = nil
    ) throws -> StudyInput {
        var supplied = try network.map {
            try ComputingInputReader.read(.network, path: Self.root + $0).input
        }
        if let table { supplied = try ComputingInputReader.read(.table, path: Self.root + table).input }
        return try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), scenario: scenario, supplied: supplied,
            given: given)
    }

    /// The codes of what is not used, with the parameters or shocks.
    private func unused(_ findings: [FirmRisk.Result.Finding]) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for finding in findings where finding.code.hasPrefix("unused-") {
            found[finding.code] = finding.items
        }
        return found
    }

    private func notes(_ report: Report) -> [Note] {
        report.blocks.compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    private func disrupt(
        _ given: [String: String], network: String? = "docs/samples/disrupt", table: String? = nil,
        scenario: Scenario? = nil
    ) throws -> [String: [String]] {
        let study = Disrupt()
        return unused(
            try study.result(
                on: input(study, given, network: network, table: table, scenario: scenario)
            ).findings)
    }

    @Test func `days beside a scenario with shocks of its own are said and change nothing`() throws {
        let study = Disrupt()
        let asked = try input(
            study, ["days": "30", "depth": "0.9", "curve": "convex"], scenario: Self.scenario)
        let result = try study.result(on: asked)
        #expect(unused(result.findings) == ["unused-beside-scenario": ["days", "depth"]])
        #expect(result.shocks.map(\.days) == [9])
        #expect(result.shocks.map(\.curve) == ["convex"])
        let plain = try study.result(on: input(study, ["curve": "convex"], scenario: Self.scenario))
        #expect(plain.loss == result.loss)
        #expect(unused(plain.findings).isEmpty)
        let notes = try notes(study.report(on: asked))
        let note = try #require(notes.first { $0.title.en.hasSuffix("days, depth") })
        #expect(note.level == .warning)
        #expect(note.title.zh.contains("days"))
        #expect(note.text?.en.contains("scenario") == true)
    }

    @Test func `a name wins over a scenario's shocks, and that is said`() throws {
        let found = try disrupt(["what": "region:Tangshan"], scenario: Self.scenario)
        #expect(found == ["unused-shocks": ["cells-baoding"]])
    }

    @Test func `a value that is the default says nothing`() throws {
        #expect(try disrupt(["what": "cells-baoding", "days": "56", "depth": "1"]).isEmpty)
    }

    @Test func `what only samples, tables, dates or rows of shocks use is said beside them`() throws {
        #expect(
            try disrupt(["what": "cells-baoding", "samples": "10", "seed": "3", "case": "x"])
                == ["unused-beside-input": ["samples", "seed"], "unused-beside-what": ["case"]])
        #expect(
            try disrupt(["depth": "0.3", "root-cause": "strike"])
                == ["unused-beside-shocks-csv": ["depth"], "unused-without-date": ["root-cause"]])
    }

    @Test func `what a table cannot use is said`() throws {
        let table = FlowTable(
            sectors: [.init(region: nil, sector: "steel"), .init(region: nil, sector: "cars")],
            flows: [1, 4, 0, 1], demandCategories: [.init(region: nil, sector: "all")],
            finalDemand: [5, 9])
        let study = Disrupt()
        let asked = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), scenario: Self.scenario,
            supplied: .table(try #require(table)),
            given: ["what": "steel", "imports": "cars=0.5", "pay": "90000", "days": "20"])
        #expect(
            unused(try study.result(on: asked).findings)
                == ["unused-shocks": ["cells-baoding"], "unused-with-table": ["imports", "pay"]])
    }

    @Test func `systemic risk says what belongs to another form of the index`() throws {
        let study = FirmRisk()
        let asked = try input(
            study,
            ["exact": "yes", "tolerance": "1e-4", "relative-tolerance": "1e-3", "seed": "4"],
            scenario: Self.scenario)
        let result = try study.result(on: asked)
        #expect(
            unused(result.findings) == [
                "unused-shocks": ["cells-baoding"], "unused-without-samples": ["seed"],
                "unused-in-open-mode": ["exact"], "unused-beside-relative-tolerance": ["tolerance"],
            ])
        #expect(try notes(study.report(on: asked)).count { $0.title.en.contains("not used") } == 4)
    }

    @Test func `times to survive and measures say what only networks of money use`() throws {
        let survive = TimeToSurvive()
        let times = try survive.result(
            on: input(
                survive, ["stock-days": "40", "by": "firm", "samples": "5"], network: "docs/samples/survival")
        )
        #expect(
            unused(times.findings)
                == ["unused-beside-input": ["samples"], "unused-without-money": ["stock-days", "by"]])
        let mitigate = Mitigate()
        let measures = try mitigate.result(
            on: input(
                mitigate, ["cost-stock": "3", "candidates": "5", "steps": "3"],
                network: "docs/samples/survival"))
        #expect(unused(measures.findings) == ["unused-without-money": ["candidates", "cost-stock"]])
    }
}
