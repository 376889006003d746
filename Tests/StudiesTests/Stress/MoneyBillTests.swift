import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

/// Two makers of parts sell a maker of cars 30 and 10 a year, who makes 100; the first sells 20 elsewhere.
enum MoneyNetwork {
    static func network(money: SupplyNetwork.Money? = .init(unit: Localized("shells", "贝"))) -> SupplyNetwork?
    {
        SupplyNetwork(
            name: "money", firms: ["p", "q", "c"], sectors: ["parts", "cars"], sectorOfFirm: [0, 0, 1],
            columns: [
                .init(name: "revenue", values: [50, 10, 100]),
                .init(name: "value_added", values: [10, 5, 20]),
            ],
            suppliers: [0, 1], customers: [2, 2], values: [30, 10],
            needs: [.irrelevant, .essential, .irrelevant, .irrelevant], money: money)
    }
}

@Suite struct `A network of money asked for times to survive` {
    private let study = TimeToSurvive()

    private func input(_ network: SupplyNetwork?, _ given: [String: String] = [:]) throws -> StudyInput {
        try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(), supplied: .network(#require(network)),
            given: given)
    }

    /// By hand, in days: cars take 0.4 of parts. Without p, parts for 25 cars a year come from q and those in stock, 15 days of 40 a year, make
    /// 1,500/365; with 1,500/365 cars in stock, 100 a year last 40 days. Without q, 75 cars a year: 120 days. Without c its stock: 15 days.
    /// Over 56 days without p, 1,200/365 of 5,600/365 cars are missed, a fifth of which is value added.
    @Test func `stocks last as long as hand and pencil say`() throws {
        let result = try study.result(on: input(MoneyNetwork.network(), ["unit": "day"]))
        let times = result.disruptions.map { $0.tts ?? .infinity }
        #expect(zip(times, [40, 120, 15]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(result.disruptions[0].ttr == 56 && result.disruptions[1].exposed == false)
        #expect(abs((result.disruptions[0].loss ?? 0) - 240.0 / 365) < 1e-9)
        #expect(abs((result.disruptions[0].lostUnits ?? 0) - 1_200.0 / 365) < 1e-9)
        #expect(result.money == Localized("shells", "贝") && result.products == 1 && result.undisturbed == nil)
        #expect(result.basis == .estimated)
        #expect(result.assumptions.map(\.id) == ["stock-days", "spare", "recovery", "margin", "demand"])
        #expect(result.assumptions.allSatisfy { $0.origin.basis == .estimated })
    }

    @Test func `stock, idle capacity and times to recover can be set`() throws {
        let given = [
            "unit": "day", "stock-days": "0", "spare": "1", "recovery": "10", "recovery-of": "cars=20",
        ]
        let result = try study.result(on: input(MoneyNetwork.network(), given))
        // q can double to 20, half of what the cars take: all of the rest is missed from the first day.
        #expect(result.disruptions[0].tts.map { $0 < 1e-6 } == true && result.disruptions[1].endless)
        #expect(result.disruptions.map(\.ttr) == [10, 10, 20])
        let problem = #expect(throws: StudyProblem.self) {
            try study.result(on: input(MoneyNetwork.network(), ["recovery-of": "planes=3; cars=-1"]))
        }
        #expect(problem?.details.count == 2)
    }

    /// With what p sells elsewhere as demand too, its own stop is felt when its stock of 15 days is gone.
    @Test func `all sales can count as demand`() throws {
        let result = try study.result(on: input(MoneyNetwork.network(), ["unit": "day", "demand": "all"]))
        #expect(result.products == 2 && result.disruptions[0].tts.map { $0 < 40 } == true)
    }

    @Test func `without a unit it says what to add, and can be told that links are money`() throws {
        let bare = try input(MoneyNetwork.network(money: nil))
        let result = try study.result(on: bare)
        #expect(result.findings.map(\.code) == ["no-demand"] && result.disruptions.isEmpty)
        let draft = try study.draft(of: result, on: bare)
        #expect(draft.answer.en.hasPrefix("Not known") && draft.answer.zh.hasPrefix("未知"))
        let told = try study.result(
            on: input(MoneyNetwork.network(money: nil), ["links": "money", "unit": "day"]))
        #expect(told.disruptions.count == 3 && told.disruptions[0].tts.map { abs($0 - 40) < 1e-6 } == true)
    }
}

@Suite struct `Times to survive over many reconstructed networks` {
    private let study = TimeToSurvive()

    /// Few firms, so that each network takes a moment.
    private func input(_ given: [String: String]) throws -> StudyInput {
        try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(),
            given: given.merging(["assumptions": "vehicle-firms=8;parts-firms=120"]) { own, _ in own })
    }

    @Test func `segments and places have intervals, a firm none, and the same seed the same bytes`() throws {
        let asked = try input(["samples": "3", "seed": "4"])
        let report = try study.report(on: asked)
        let result = try study.result(on: asked)
        let bands = try #require(result.bands)
        #expect(bands.samples == 3 && bands.seed == 4 && result.disruptions.isEmpty)
        #expect(bands.segments.reduce(0) { $0 + $1.firms } == result.firms)
        #expect(bands.regions.reduce(0) { $0 + $1.firms } == result.firms)
        for group in bands.segments + bands.regions {
            #expect((0...1).contains(group.exposed.low) && group.exposed.low <= group.exposed.high)
            #expect(group.loss.low >= 0 && group.felt <= 3)
        }
        #expect(report.weakestBasis == .synthetic)
        let text = try ReportRenderer.render(
            report, as: .json, language: .en, sources: SourceDirectory(OpenPackages.builtIn()))
        let again = try ReportRenderer.render(
            study.report(on: asked), as: .json, language: .en,
            sources: SourceDirectory(OpenPackages.builtIn()))
        #expect(text == again && !String(decoding: text, as: UTF8.self).contains("syn."))
    }

    @Test func `a shorter time to recover costs no more`() throws {
        let long = try #require(try study.result(on: input(["samples": "2"])).bands?.all)
        let short = try #require(try study.result(on: input(["samples": "2", "recovery": "4"])).bands?.all)
        #expect(short.loss.middle <= long.loss.middle && short.exposed.middle <= long.exposed.middle)
        #expect(long.loss.middle > 0)
    }
}

@Suite struct `Times to survive of groups` {
    /// The maker of cars and the makers of parts stop as groups: with p and q gone at once, cars last as long as what is in stock, 15 days of parts and 15 of
    /// cars.
    @Test func `makers of a segment stop at once where that is asked, and bear its name`() throws {
        let study = TimeToSurvive()
        let input = try StudyInput.prepared(
            for: study.description, model: OpenPackages.builtIn(),
            supplied: .network(#require(MoneyNetwork.network())), given: ["by": "group", "unit": "day"])
        let result = try study.result(on: input)
        #expect(result.isGrouped && result.disruptions.map(\.scenario) == ["parts", "cars"])
        #expect(zip(result.disruptions, [30.0, 15]).allSatisfy { abs(($0.tts ?? 0) - $1) < 1e-6 })
        #expect(try study.draft(of: result, on: input).answer.en.contains("groups of firms"))
    }

    @Test func `thirteen thousand made-up firms are told of as groups`() throws {
        let model = try PackageReader.read(folder: OpenPackages.root.path + "/Data/six-clusters").model
        let companion = try CompanionPackage(of: model)
        let study = TimeToSurvive()
        let input = try StudyInput.prepared(
            for: study.description, model: companion.model, supplied: .network(companion.network), given: [:])
        let report = try study.report(on: input)
        let text = try ReportRenderer.render(
            report, as: .text, language: .zh, sources: SourceDirectory(companion.model))
        let words = String(decoding: text, as: UTF8.self)
        #expect(!words.contains("@r.") && !words.contains("合成企业0"))
        #expect(try study.result(on: input).isGrouped && report.weakestBasis == .synthetic)
    }
}
