import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study mitigate` {
    private let study = Mitigate()
    private let sample = "docs/samples/survival"

    private func input(_ folder: String?, _ given: [String: String] = [:]) throws -> StudyInput {
        let supplied = try folder.map {
            try ComputingInputReader.read(.network, path: OpenPackages.root.path + "/" + $0).input
        }
        return try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: supplied, given: given)
    }

    @Test func `the chosen set and the frontier have their documented keys`() throws {
        let report = try study.report(on: input(sample, ["budget": "20000000", "steps": "5"]))
        for key in ["budget", "cost", "measures", "risk", "reduction", "reductionPerCost", "bound", "gap"] {
            #expect(report.result["chosen"]?[key] != nil, "\(key)")
        }
        guard case .array(let measures)? = report.result["measures"],
            case .array(let frontier)? = report.result["frontier"]
        else {
            Issue.record("measures or frontier is no array")
            return
        }
        #expect(measures.count == 13 && frontier.count == 7)
        for key in ["id", "kind", "amount", "customers", "cost", "alone", "chosen"] {
            #expect(measures.allSatisfy { $0[key] != nil }, "\(key)")
        }
        #expect(measures.contains { $0["inSet"] != nil } && measures.contains { $0["firm"] == nil })
        #expect(report.weakestBasis == .synthetic)
    }

    @Test func `the chosen set is what time-to-survive finds with the measures taken`() throws {
        let input = try input(sample, ["budget": "20000000", "steps": "4"])
        let result = try study.result(on: input)
        let chosen = try #require(result.chosen)
        #expect(chosen.cost <= 20_000_000 && chosen.gap <= 1e-6 && chosen.risk < (result.risk ?? 0))
        #expect(zip(result.frontier, result.frontier.dropFirst()).allSatisfy { $1.risk <= $0.risk })
        let before = try TimeToSurvive().result(
            on: StudyInput.prepared(
                for: TimeToSurvive().description, model: OpenPackages.builtIn(), supplied: input.supplied,
                given: [:]))
        let losses = before.disruptions.compactMap(\.loss)
        #expect((losses.reduce(0, +) / 14 - (result.risk ?? 0)).magnitude < 1e-3)
        #expect(
            zip(result.disruptions, losses).allSatisfy {
                ($0.before - $1).magnitude < 1e-3 && $0.after <= $0.before + 1e-3
            })
        let valve = try #require(result.measures.first { $0.id == "valve-stock" })
        // By hand: ten weeks at 2,600 valves are covered, so that none of valve-small's loss of 94,500,000 is left; one of 14.
        #expect((valve.alone - 94_500_000.0 / 14).magnitude < 1e-3 && valve.chosen)
    }

    @Test func `no money buys nothing and says so`() throws {
        let input = try input(sample, ["budget": "0", "steps": "1"])
        let result = try study.result(on: input)
        #expect(result.chosen?.measures.isEmpty == true && result.chosen?.reductionPerCost == nil)
        #expect(try study.draft(of: result, on: input).answer.en.hasPrefix("Within 0 no measure"))
    }

    @Test func `without a network or measures it says what is missing`() throws {
        let none = try input(nil)
        let draft = try study.draft(of: study.result(on: none), on: none)
        #expect(draft.answer.en.hasPrefix("Not known") && draft.answer.zh.hasPrefix("未知"))
        let plain = try input("docs/samples/supply-network-toy7")
        let answer = try study.draft(of: study.result(on: plain), on: plain).answer
        #expect(answer.en.hasPrefix("Not known") && answer.zh.hasPrefix("未知"))
        let bare = try #require(
            SupplyNetwork(
                firms: ["a"], sectors: ["x"], sectorOfFirm: [0],
                columns: [.init(name: "demand", values: [1])],
                suppliers: [], customers: [], values: []))
        let unmeasured = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: .network(bare), given: [:])
        let said = try study.draft(of: study.result(on: unmeasured), on: unmeasured)
        #expect(said.answer.en.contains("names no measures"))
    }

    private func money(_ given: [String: String]) throws -> StudyInput {
        try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(),
            supplied: .network(#require(MoneyNetwork.network())), given: given)
    }

    /// By hand (see `MoneyBillTests`): over 56 days p costs 240/365 of value added, q nothing, c what 41 days of cars are worth, 820/365. A third each.
    /// c back after 28 days loses 13 days of cars, 260/365.
    @Test func `measures are made from a network of money, and without costs each kind stands for itself`()
        throws
    {
        let input = try money([:])
        let result = try study.result(on: input)
        #expect(abs((result.risk ?? 0) - 1_060.0 / 1_095) < 1e-9)
        #expect(result.isGenerated && !result.isGrouped && result.chosen == nil)
        #expect(result.kinds.map(\.kind) == ["stock", "capacity", "recovery", "supplier"])
        let recovery = try #require(result.kinds.first { $0.kind == "recovery" })
        let faster = try #require(recovery.measures.first { $0.firm == "c" })
        #expect(abs(faster.alone - 560.0 / 1_095) < 1e-9 && abs(faster.cost - 4) < 1e-9 && faster.amount == 4)
        #expect(recovery.frontier.allSatisfy { $0.gap <= 1e-6 })
        let draft = try study.draft(of: result, on: input)
        #expect(
            draft.answer.en.hasPrefix("What measures cost is not given")
                && draft.answer.zh.contains("未给出措施费用"))
    }

    /// Fifteen days more of cars are 1,500/365 in stock; at a fifth of that they save 15 days of 20 a year of value added in c's stop and as much as is
    /// missed in p's.
    @Test func `with a cost a kind is weighed in money, and the others stand for themselves`() throws {
        let result = try study.result(on: money(["cost-stock": "0.2", "budget": "1000"]))
        let stock = try #require(result.measures.first { $0.id == "stock:c" })
        #expect(abs(stock.cost - 300.0 / 365) < 1e-9 && stock.chosen)
        #expect(abs(stock.alone - (300.0 + 240) / 1_095) < 1e-9)
        #expect(result.chosen?.gap ?? 1 <= 1e-6 && result.money?.zh == "贝")
        #expect(result.kinds.map(\.kind) == ["capacity", "recovery", "supplier"])
    }

    @Test func `on a companion groups are weighed, never a made-up firm`() throws {
        let companion = try CompanionPackage(of: OpenPackages.builtIn())
        let input = try StudyInput.prepared(
            for: study.description, model: companion.model, supplied: .network(companion.network), given: [:])
        let report = try study.report(on: input)
        let result = try study.result(on: input)
        #expect(result.isGrouped && !result.kinds.isEmpty && (result.risk ?? 0) > 0)
        let all = result.kinds.flatMap(\.measures)
        #expect(all.allSatisfy { $0.id.contains("@") && !$0.id.contains("syn.") })
        #expect(report.weakestBasis == .synthetic)
        #expect(result.assumptions.contains { $0.id == "by" })
        for language in Language.allCases {
            let text = try ReportRenderer.render(
                report, as: .text, language: language, sources: SourceDirectory(companion.model))
            #expect(!String(decoding: text, as: UTF8.self).contains("sg."))
        }
    }
}
