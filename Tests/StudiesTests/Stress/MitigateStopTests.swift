import DataPackages
import Ecosystem
import Foundation
import Reporting
import Testing

@testable import Studies

@Suite struct `Measures against one stop` {
    private static let companion = Result { try CompanionPackage(of: OpenPackages.builtIn()) }
    private let study = Mitigate()

    private func money(_ given: [String: String]) throws -> StudyInput {
        try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(),
            supplied: .network(#require(MoneyNetwork.network())), given: given)
    }

    private func ask(_ given: [String: String]) throws -> StudyInput {
        let companion = try Self.companion.get()
        return try StudyInput.prepared(
            for: study.description, model: companion.model, supplied: .network(companion.network),
            given: given)
    }

    /// By hand (see `MoneyBillTests`): c out for 56 days costs what 41 days of cars are worth, 820/365 of value added.
    @Test func `the loss is that of the stop alone, not the mean over all`() throws {
        let result = try study.result(on: money(["what": "c", "days": "56", "back-in": "0"]))
        #expect(abs((result.risk ?? 0) - 820.0 / 365) < 1e-9)
        #expect(result.stop?.time == 8 && result.stop?.firms == 1 && result.disruptions.isEmpty)
        let half = try study.result(on: money(["what": "c", "days": "56", "back-in": "0", "depth": "0.5"]))
        // Half of 56 days of cars is made and 15 lie there: 13 days are missed.
        #expect(abs((half.risk ?? 0) - 260.0 / 365) < 1e-9)
        // 42 days and 28 of an even recovery are 56 of 70 days lost: 15 of them lie there.
        let slow = try study.result(on: money(["what": "c", "days": "42", "back-in": "28"]))
        #expect(abs((slow.risk ?? 0) - 820.0 / 365) < 1e-9 && slow.stop?.time == 10)
        // Back after four of eight weeks, 28 days of cars are made and 15 lie there.
        let recovery = try #require(
            try study.result(on: money(["what": "c", "days": "56", "back-in": "0"])).kinds.first {
                $0.kind == "recovery"
            })
        #expect(recovery.measures.map(\.firm) == ["c"] && recovery.measures[0].amount == 4)
        #expect(
            abs(recovery.measures[0].alone - 560.0 / 365) < 1e-9 && abs(recovery.measures[0].cost - 4) < 1e-9)
    }

    @Test func `a closed link is what its customer lacks`() throws {
        let link = try study.result(on: money(["what": "link:p>c", "days": "56", "back-in": "0"]))
        #expect(link.stop?.links == 1 && link.stop?.firms == 0 && (link.risk ?? 0) > 0)
        let all = try study.result(on: money(["what": "p", "days": "56", "back-in": "0"]))
        // A closed link also shuts off what lies at the supplier.
        #expect((link.risk ?? 0) >= (all.risk ?? 0) - 1e-9)
        #expect(link.kinds.contains { $0.kind == "stock" && $0.measures.contains { $0.firm == "c" } })
    }

    @Test func `a place, a segment and a port of a companion are answered by groups, with costs or without`()
        throws
    {
        for (what, imports) in [
            ("region:r.he.bd", nil), ("sector:sg.sys.battery", nil), ("way:si.tjport", "*=0.5@si.tjport"),
        ] as [(String, String?)] {
            var given = ["what": what, "days": "56", "depth": "1"]
            given["imports"] = imports
            let input = try ask(given)
            guard (input.model.record(id: String(what.split(separator: ":")[1]))) != nil else {
                Issue.record("no record \(what)")
                continue
            }
            let report = try study.report(on: input)
            let result = try study.result(on: input)
            #expect(result.isGrouped && result.stop?.what == [what] && result.chosen == nil)
            #expect(imports == nil ? (result.stop?.firms ?? 0) > 0 : (result.stop?.links ?? 0) > 0, "\(what)")
            #expect((result.risk ?? 0) > 0 && !result.kinds.isEmpty, "\(what)")
            #expect(result.kinds.flatMap(\.measures).allSatisfy { !$0.id.contains("syn.") })
            #expect(report.weakestBasis == .synthetic && !result.assumptions.contains { $0.id == "recovery" })
            given["cost-stock"] = "0.2"
            given["cost-supplier"] = "0.3"
            let priced = try study.result(on: ask(given))
            let chosen = try #require(priced.chosen)
            #expect(chosen.gap <= 1e-5 && chosen.risk <= (priced.risk ?? 0), "\(what)")
            #expect(abs((priced.risk ?? 0) - (result.risk ?? 0)) <= 1e-7 * max(1, result.risk ?? 0))
            for language in Language.allCases {
                let text = try ReportRenderer.render(
                    report, as: .text, language: language, sources: SourceDirectory(input.model))
                // What was asked is repeated as it was asked.
                let words = String(decoding: text, as: UTF8.self).replacing(what, with: "")
                #expect(!words.contains("sg."), "\(what)")
            }
        }
    }

    @Test func `what cannot be asked is said, all of it`() throws {
        let problem = #expect(throws: StudyProblem.self) {
            try study.result(on: money(["what": "nobody; sector:none"]))
        }
        #expect(problem?.details.count == 2)
        #expect(throws: StudyProblem.self) {
            try study.result(on: money(["what": "c", "likelihood": "revenue"]))
        }
        #expect(throws: StudyProblem.self) {
            try study.result(on: money(["what": "c", "days": "0", "back-in": "0"]))
        }
    }
}
