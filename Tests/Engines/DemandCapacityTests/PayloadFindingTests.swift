import DemandCapacity
import Ecosystem
import Foundation
import Testing

@Suite struct `What demands and capacity groups must hold` {
    @Test func `sound payloads have no error and keep their content`() throws {
        let demand = try PlatformFixtures.decoded(
            MaterialDemand.self, "valid/WeekBasedMaterialDemand-3.0.1.json")
        let group = try PlatformFixtures.decoded(
            CapacityGroup.self, "valid/WeekBasedCapacityGroup-3.0.1.json")
        #expect(demand.findings().isEmpty)
        #expect(group.findings().isEmpty)
        #expect(demand.series.first?.weeks.count == 8)
        #expect(group.volatility?.parts.map(\.length) == [2, 11, 39])
        let again = try JSONDecoder().decode(CapacityGroup.self, from: JSONEncoder().encode(group))
        #expect(again == group)
        let demandAgain = try JSONDecoder().decode(MaterialDemand.self, from: JSONEncoder().encode(demand))
        #expect(demandAgain == demand)
    }

    @Test func `every damaged payload of the fixtures is refused, saying where`() throws {
        let places = [
            "wbmd-missing-category": "demandSeries[0].demandCategory",
            "wbmd-unknown-category": "demandSeries[0].demandCategory",
            "wbmd-negative-demand": ".demand",
            "wbmd-not-monday": ".pointInTime",
            "wbmd-duplicate-week": ".pointInTime",
            "wbmd-bpnl-as-site": "demandSeries[0].customerLocation",
            "wbcg-max-below-actual": ".maximumCapacity",
            "wbcg-partial-loadfactor": ".loadFactor",
        ]
        var refused = 0
        for entry in try PlatformFixtures.damaged("WeekBasedMaterialDemand")
            + PlatformFixtures.damaged("WeekBasedCapacityGroup")
        {
            let findings =
                entry.model == "WeekBasedMaterialDemand"
                ? try PlatformFixtures.decoded(MaterialDemand.self, entry.file).findings()
                : try PlatformFixtures.decoded(CapacityGroup.self, entry.file).findings()
            let errors = findings.filter { $0.severity == .error }
            let name = entry.file.split(separator: "/").last?.dropLast(5) ?? ""
            let place = try #require(places[String(name)], "\(entry.file) has no expected place")
            #expect(errors.contains { $0.path.hasSuffix(place) }, "\(entry.file): \(entry.reason)")
            #expect(errors.allSatisfy { !$0.message.zh.isEmpty && !$0.object.isEmpty })
            refused += errors.isEmpty ? 0 : 1
        }
        #expect(refused == 8)
    }

    @Test func `a damaged payload is not compared and all its errors come at once`() throws {
        var demand = MaterialDemand()
        demand.series = [DemandSeries()]
        let findings = demand.findings()
        #expect(findings.count >= 8)
        let comparison = WeeklyComparison.run(demands: [demand], groups: [CapacityGroup()])
        #expect(comparison.groups.isEmpty)
        #expect(comparison.findings.count > findings.count)
    }

    @Test(arguments: [
        ("1970-01-05", "1970-01-05"), ("2027-01-10", "2027-01-04"), ("2024-02-29", "2024-02-26"),
        ("2000-03-01", "2000-02-28"), ("1969-12-31", "1969-12-29"), ("0001-01-01", "0001-01-01"),
    ]) func `a day lies in the week of its Monday`(day: String, monday: String) {
        // Mondays from the proleptic Gregorian calendar; 0001-01-01 was one (ISO 8601).
        #expect(Week(containing: day)?.text == monday)
    }

    @Test(arguments: ["2027-02-29", "2027-13-01", "2027-1-4", "", "20270104xx", "２０２７-01-04"])
    func `what is no day names no week`(text: String) {
        #expect(Week.reading(monday: text) == .failure(.notADay(text)))
    }
}
