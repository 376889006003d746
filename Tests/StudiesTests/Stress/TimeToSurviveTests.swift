import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study time-to-survive` {
    private let study = TimeToSurvive()
    private let sample = "docs/samples/survival"

    private func input(_ folder: String?, _ given: [String: String] = [:], shard: StudyShard? = nil) throws
        -> StudyInput
    {
        let supplied = try folder.map {
            try ComputingInputReader.read(.network, path: OpenPackages.root.path + "/" + $0).input
        }
        var input = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: supplied, given: given)
        input.shard = shard
        return input
    }

    @Test func `parts give the bytes of one run`() throws {
        let whole = try study.report(on: input(sample, ["rows": "5"]))
        let parts = try [2, 3, 1].map { index in
            JSONRenderer().value(
                of: try study.report(
                    on: input(sample, ["rows": "5"], shard: StudyShard(index: index, count: 3))))
        }
        let joined = try study.report(joining: parts, on: StudyInput(model: OpenPackages.builtIn()))
        for format in [ReportFormat.json, .text, .csv, .html] {
            let isSame =
                try ReportRenderer.render(joined, as: format, language: .zh, sources: SourceDirectory())
                == ReportRenderer.render(whole, as: format, language: .zh, sources: SourceDirectory())
            #expect(isSame, "\(format)")
        }
    }

    @Test func `every firm of the sample has its documented keys and the made-up numbers say so`() throws {
        let report = try study.report(on: input(sample))
        guard case .array(let disruptions)? = report.result["disruptions"] else {
            Issue.record("disruptions is no array")
            return
        }
        #expect(disruptions.count == 14)
        for key in [
            "scenario", "sector", "tts", "endless", "ttr", "loss", "lostUnits", "exposed", "rei",
            "shortFirst", "hits",
            "hitCount",
        ] {
            #expect(disruptions.allSatisfy { $0[key] != nil }, "\(key)")
        }
        #expect(report.weakestBasis == .synthetic)
        #expect(report.supplied?.kind == .network)
        #expect(report.result["undisturbed"] == nil && report.result["spendCorrelation"] != nil)
    }

    /// By hand: 9,000 chips make 3,000 controllers; with 2,600 controllers and 1,900 vehicles in stock, 1,300 are wanted a week. Over 16 weeks
    /// 20,800 are wanted and 7,500 are there; the cheapest 13,300 to miss are sedans at 12,000.
    @Test func `chips from abroad last as long as the stocks behind them`() throws {
        let result = try study.result(on: input(sample))
        let chips = try #require(result.disruptions.first { $0.scenario == "chip-abroad" })
        #expect((try #require(chips.tts) - 7_500.0 / 1_300).magnitude < 1e-9)
        #expect((try #require(chips.loss) - 13_300 * 12_000).magnitude < 1)
        #expect(chips.exposed == true && chips.rei == 1 && result.exposed.first == "chip-abroad")
        #expect(chips.hits.map(\.firm) == ["sedan-line"])
        #expect(result.everyFirmAlone && result.products == 2 && result.hasMargins)
    }

    @Test func `a network without times to recover still says how long demand survives`() throws {
        let bare = try #require(
            SupplyNetwork(
                name: "bare", firms: ["a", "b"], sectors: ["x", "y"], sectorOfFirm: [0, 1],
                columns: [.init(name: "demand", values: [10, nil]), .init(name: "stock", values: [5, 30])],
                suppliers: [1], customers: [0], values: [2]))
        let unknown = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: .network(bare), given: [:])
        let result = try study.result(on: unknown)
        #expect(result.disruptions.allSatisfy { $0.loss == nil && $0.exposed == nil })
        #expect(result.disruptions[1].tts.map { ($0 - 2).magnitude < 1e-9 } == true)
        #expect(
            Set(result.findings.map(\.code)).isSuperset(of: ["no-recovery", "no-capacity", "no-margins"]))
        let draft = try study.draft(of: result, on: unknown)
        #expect(draft.answer.en.contains("is not known") && draft.answer.zh.contains("未知"))
        let known = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: .network(bare),
            given: ["recovery": "4"])
        #expect(try study.result(on: known).disruptions[1].loss.map { ($0 - 20).magnitude < 1e-9 } == true)
    }

    @Test func `without a network it says what is missing and computes nothing`() throws {
        let input = try input(nil)
        let result = try study.result(on: input)
        #expect(result.network == nil && result.disruptions.isEmpty && result.missing != nil)
        let draft = try study.draft(of: result, on: input)
        #expect(draft.answer.en.hasPrefix("Not known"))
        #expect(!draft.answer.zh.isEmpty)
    }

    @Test func `a network that is no bill of materials answers with what to add`() throws {
        let input = try input("docs/samples/supply-network-toy7")
        let draft = try study.draft(of: study.result(on: input), on: input)
        #expect(draft.answer.en.hasPrefix("Not known") && draft.answer.zh.hasPrefix("未知"))
        let notes = draft.blocks.compactMap { if case .note(let note) = $0 { note.text?.en } else { nil } }
        #expect(notes.contains { $0.contains("firms.csv with demand") && $0.contains("links=money") })
    }
}
