import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@Suite struct `Study monitor` {
    private func result(
        _ model: EcosystemModel, others: [EcosystemModel] = [], _ given: [String: String] = [:]
    ) throws -> Monitor.Result {
        let study = Monitor()
        return try study.result(
            on: StudyInput.prepared(for: study.description, model: model, others: others, given: given))
    }

    private func series(_ answer: Monitor.Result, _ entity: String, _ indicator: String) throws
        -> Monitor.Result.Series
    {
        try #require(answer.series.first { $0.entity == entity && $0.indicator.text == indicator })
    }

    @Test func `the built-in series are those that the documents print`() throws {
        let answer = try result(OpenPackages.builtIn())
        // Document 002: new entities in Beijing 40.7 to 67.7 percent; steel of Hebei 320 to under 200 million tonnes.
        let entities = try series(answer, "r.bj", "i.new_entity_share")
        #expect(entities.points.map(\.value) == [40.7, 67.7] && abs((entities.change ?? 0) - 27) < 1e-9)
        let steel = try series(answer, "r.he", "i.steel_output")
        #expect(steel.points.map(\.value) == [320, 200] && steel.points.map(\.qualifier) == [nil, "<"])
        #expect(steel.change == -120 && steel.changeQualifier == "<" && steel.direction == .falling)
        #expect(steel.growthAYear == nil)
        // Document 003, table 2: primary share of Hebei 13.0, 12.7, 12.0, 12.0, 12.4.
        let primary = try series(answer, "r.he", "i.share_primary")
        #expect(primary.points.map(\.value) == [13.0, 12.7, 12.0, 12.0, 12.4] && primary.turns == ["2013"])
        // The uncaptioned table is followed as tertiary, its corrected reading: 75.8 to 76.9 in Beijing.
        let tertiary = try series(answer, "r.bj", "i.share_tertiary")
        #expect(tertiary.points.first?.value == 75.8 && tertiary.points.last?.value == 76.9)
        #expect(tertiary.points.count == 5 && tertiary.turns.first == "2011")
        #expect(!answer.series.contains { $0.indicator.text == "i.share_t34" })
    }

    @Test func `a plan whose date has passed is an alert and not a verdict`() throws {
        let answer = try result(OpenPackages.builtIn())
        // Document 003: capacity of Caofeidian port 315 million tonnes in 2014, 500 by the end of 2015.
        let port = try #require(answer.targets.first { $0.indicator.text == "i.port_capacity" })
        #expect(port.target.value == 500 && port.latest == 315 && port.gap == 185 && port.isReached == nil)
        #expect(
            answer.alerts.contains { $0.kind == .targetUnknown && $0.indicator.text == "i.port_capacity" })
        #expect(!answer.alerts.contains { $0.kind == .targetMissed })
        #expect(answer.alerts.contains { $0.kind == .turn && $0.entities == ["r.he"] })
        #expect(answer.alerts.contains { $0.kind == .outOfDate && $0.entities == ["r.bj", "r.he", "r.tj"] })
    }

    @Test func `a package compared with itself shows no change`() throws {
        let model = try OpenPackages.builtIn()
        let answer = try result(model, others: [model])
        #expect(answer.changes.isEmpty && answer.recordChanges.isEmpty)
    }

    @Test func `the sample's alerts and changes are those of its page`() throws {
        // docs/samples/monitor/README.md.
        let answer = try result(Samples.model("monitor"), others: [Samples.model("monitor-before")])
        let alerts = answer.alerts.map { [$0.kind.rawValue, $0.indicator.text, $0.entities.first ?? ""] }
        #expect(
            alerts == [
                ["targetMissed", "i.nev_share", "r.s"], ["targetUnknown", "i.plants", "r.sa"],
                ["trendBreak", "i.output_value", "r.sa"], ["jump", "i.tech_transfer", "r.s"],
                ["turn", "i.output_value", "r.sa"], ["outOfDate", "i.pm25", "r.sc"],
            ])
        let output = try series(answer, "r.s", "i.output_value")
        #expect(output.breaks.map(\.time) == ["2023", "2024"] && output.turns == ["2023", "2024"])
        #expect(abs((output.growthAYear ?? 0) - (pow(588.0 / 410, 1.0 / 9) - 1)) < 1e-12)
        #expect(answer.targets.first { $0.indicator.text == "i.tech_transfer" }?.isReached == true)
        // Five figures of 2025 and a plan are new, a plan and a workforce differ, a workforce is gone.
        let kinds = Dictionary(grouping: answer.changes, by: \.kind).mapValues(\.count)
        #expect(kinds == [.added: 6, .changed: 2, .removed: 1])
        let moved = answer.changes.first { $0.kind == .changed && $0.indicator.text == "i.workforce" }
        #expect(moved?.before?.digitsText == "~900" && moved?.after?.digitsText == ">1,000")
        #expect(answer.recordChanges.map { [$0.added, $0.removed, $0.changed] } == [[6, 1, 2]])
    }

    @Test func `limits can be set and one indicator can be asked for`() throws {
        let model = try Samples.model("monitor")
        #expect(try !result(model, ["jump": "0.5"]).alerts.contains { $0.kind == .jump })
        #expect(try !result(model, ["stale-after": "10"]).alerts.contains { $0.kind == .outOfDate })
        let one = try result(model, ["indicator": "i.steel_output"])
        #expect(one.series.map(\.indicator.text) == ["i.steel_output"])
        #expect(one.targets.first?.isReached == nil && one.targets.first?.gap == -4)
    }

    @Test func `a falling target is reached from above and five points give no break`() throws {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "m", title: Localized(same: "m"), homeRegion: RegionID("r")))
        builder.add(.region, ["id": "r", "name_en": "R", "level": "province", "basis": "stated"])
        for (index, value) in [10, 10, 10, 10, 3].enumerated() {
            builder.add(
                .indicator,
                [
                    "id": "i\(index)", "entity_id": "r", "indicator_id": "x", "period": "\(2020 + index)",
                    "value": "\(value)", "unit": "tonnes", "basis": "stated",
                ])
        }
        builder.add(
            .indicator,
            [
                "id": "p", "entity_id": "r", "indicator_id": "x", "period": "2024", "value": "5",
                "unit": "tonnes",
                "basis": "stated", "state": "planned",
            ])
        let answer = try result(builder.build())
        #expect(answer.targets.first?.isReached == true)
        #expect(answer.series.first?.breaks.isEmpty == true)
    }
}
