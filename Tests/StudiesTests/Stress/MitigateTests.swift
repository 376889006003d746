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
        let problem = #expect(throws: StudyProblem.self) { try study.result(on: plain) }
        #expect(problem?.details.first?.message.en.contains("measures.csv") == true)
    }
}
