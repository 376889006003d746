import DemandCapacity
import Ecosystem
import Kernels
import Testing

@Suite struct `Weekly demand against capacity` {
    private func demand() throws -> MaterialDemand {
        try PlatformFixtures.decoded(MaterialDemand.self, "valid/WeekBasedMaterialDemand-3.0.1.json")
    }

    /// The group of the fixture names a second one that the fixture does not hold.
    private func group() throws -> CapacityGroup {
        var group = try PlatformFixtures.decoded(
            CapacityGroup.self, "valid/WeekBasedCapacityGroup-3.0.1.json")
        group.linkedGroups = []
        return group
    }

    @Test func `each scenario of the standard has its result and colour`() throws {
        let vectors = try PlatformFixtures.vectors().dcmMatching
        #expect(vectors.count == 8)
        for vector in vectors {
            let match = WeekMatch(demand: vector.demand, actual: vector.actual, maximum: vector.maximum)
            #expect(match.result == vector.result, "scenario \(vector.scenario)")
            #expect(match.colourName == vector.color, "scenario \(vector.scenario)")
            #expect(match.colour == vector.hex, "scenario \(vector.scenario)")
        }
    }

    @Test func `eight weeks with moved production come out as the vectors say`() throws {
        let comparison = WeeklyComparison.run(demands: [try demand()], groups: [try group()])
        #expect(comparison.findings.allSatisfy { $0.severity == .warning })
        let weeks = try #require(comparison.groups.first).weeks
        let expected = try PlatformFixtures.vectors().dcmWeekComparison
        #expect(weeks.count == expected.count)
        for (week, line) in zip(weeks, expected) {
            #expect(week.week.text == line.week)
            #expect(week.linked == line.rawDemand)
            #expect(week.delta == line.delta)
            #expect(week.compared == line.comparedDemand)
            #expect(week.actual == line.actual && week.maximum == line.maximum)
            #expect(week.flexible == line.flexible)
            #expect(week.match?.result == line.result && week.match?.colourName == line.color)
            #expect(week.unknown.isEmpty)
        }
        #expect(comparison.groups.first?.bottlenecks.count == 3)
    }

    @Test func `load factors scale demand and rounding makes no bottleneck`() throws {
        var demand = try demand()
        var group = try group()
        demand.series[0].weeks = [WeekQuantity(monday: "2027-01-04", quantity: 3)]
        group.linkedSeries[0].loadFactor = 0.1
        group.weeks = [WeekCapacity(monday: "2027-01-04", actual: 0.3, maximum: 0.3)]
        let week = try #require(
            WeeklyComparison.run(demands: [demand], groups: [group]).groups.first?.weeks.first)
        #expect(week.compared != 0.3)  // 3 × 0.1 is 0.30000000000000004
        #expect(week.match == .zeroDeviation)
        group.linkedSeries[0].loadFactor = 2
        group.weeks = [WeekCapacity(monday: "2027-01-04", actual: 5, maximum: 6)]
        let doubled = WeeklyComparison.run(demands: [demand], groups: [group]).groups.first?.weeks.first
        #expect(doubled?.compared == 6)
        #expect(doubled?.match == .bottleneckWithinMaximum)
    }

    @Test func `a week that nobody states is unknown, an explicit zero is zero`() throws {
        var demand = try demand()
        demand.series[0].weeks.removeFirst()
        let weeks = try #require(
            WeeklyComparison.run(demands: [demand], groups: [try group()]).groups.first?.weeks)
        #expect(weeks.first?.match == nil)
        #expect(weeks.first?.unknown.map(\.material) == ["BAT-PACK-75"])
        #expect(weeks.last?.compared == 0)
        #expect(weeks.last?.match == .surplus)
    }

    @Test func `a bottleneck beyond the maximum is certain even where a part of the demand is unknown`()
        throws
    {
        var demand = try demand()
        var second = demand.series[0]
        second.category = "A1S1"
        second.weeks = [WeekQuantity(monday: "2027-02-08", quantity: 1)]
        demand.series.append(second)
        var group = try group()
        var link = group.linkedSeries[0]
        link.category = "A1S1"
        group.linkedSeries.append(link)
        let weeks = try #require(WeeklyComparison.run(demands: [demand], groups: [group]).groups.first?.weeks)
        // 2027-02-08: 1200 + 1 + 100; 2027-02-15: 1300 − 100 = the maximum, and one part is unknown.
        #expect(weeks[5].match == .bottleneckBeyondMaximum && weeks[5].compared == 1301)
        #expect(weeks[6].match == nil)
        group.weeks[6] = WeekCapacity(monday: "2027-02-15", actual: 1000, maximum: 1100, delta: -100)
        let later = try #require(WeeklyComparison.run(demands: [demand], groups: [group]).groups.first?.weeks)
        #expect(later[6].match == .bottleneckBeyondMaximum && !later[6].unknown.isEmpty)
    }

    @Test func `inactive demands and groups count nowhere`() throws {
        var demand = try demand()
        demand.isInactive = true
        let week = WeeklyComparison.run(demands: [demand], groups: [try group()]).groups.first?.weeks[5]
        #expect(week?.compared == 100 && week?.unknown.isEmpty == true)
        var group = try group()
        group.isInactive = true
        #expect(WeeklyComparison.run(demands: [try self.demand()], groups: [group]).groups.isEmpty)
    }

    @Test func `demands of a group below count above, its moved production stays below`() throws {
        let below = try group()
        var above = CapacityGroup()
        above.id = "6f2d1c00-1b5a-4c3e-9a10-0000000000aa"
        above.name = "Press shop"
        above.customer = below.customer
        above.supplier = below.supplier
        above.unit = below.unit
        above.changedAt = below.changedAt
        above.linkedGroups = ["urn:uuid:" + below.id.uppercased()]
        above.weeks = [WeekCapacity(monday: "2027-02-08", actual: 1100, maximum: 1100, delta: -50)]
        let comparison = WeeklyComparison.run(demands: [try demand()], groups: [above, below])
        let week = comparison.groups.first { $0.name == "Press shop" }?.weeks.first
        #expect(week?.linked == 0 && week?.nested == 1200 && week?.compared == 1150)
        #expect(week?.match == .bottleneckBeyondMaximum)
    }

    @Test func `groups that lie below themselves are counted once and reported`() throws {
        var one = try group()
        var two = one
        two.id = "6f2d1c00-1b5a-4c3e-9a10-000000000003"
        two.linkedSeries = []
        one.linkedGroups = [two.id]
        two.linkedGroups = [one.id]
        let comparison = WeeklyComparison.run(demands: [try demand()], groups: [one, two])
        #expect(comparison.groups.map { $0.weeks[0].compared } == [800, 800])
        let errors = comparison.findings.filter { $0.severity == .error }
        #expect(errors.count == 2)
        #expect(errors.allSatisfy { $0.path == "linkedCapacityGroups" })
    }

    @Test func `units that differ need load factors`() throws {
        var demand = try demand()
        demand.unit = "unit:kilogram"
        var group = try group()
        group.linkedSeries[0].loadFactor = nil
        let without = WeeklyComparison.run(demands: [demand], groups: [group])
        #expect(without.groups.first?.weeks.first?.match == nil)
        #expect(without.groups.first?.unmatched.count == 1)
        #expect(without.findings.contains { $0.message.en.contains("load factors") })
        group.linkedSeries[0].loadFactor = 0.5
        #expect(
            WeeklyComparison.run(demands: [demand], groups: [group]).groups.first?.weeks.first?.compared
                == 400)
    }

    @Test func `more capacity never makes a week worse and more demand never makes it better`() {
        let order: [WeekMatch] = [
            .surplus, .zeroDeviation, .bottleneckWithinMaximum, .bottleneckBeyondMaximum,
        ]
        var generator = SeededGenerator(seed: 128)
        for _ in 0..<5_000 {
            let demand = Double(generator.next(below: 50))
            let actual = Double(generator.next(below: 50))
            let maximum = actual + Double(generator.next(below: 10))
            let more = Double(generator.next(below: 10))
            let rank = order.firstIndex(of: WeekMatch(demand: demand, actual: actual, maximum: maximum)) ?? 9
            let roomier = WeekMatch(demand: demand, actual: actual + more, maximum: maximum + more)
            let fuller = WeekMatch(demand: demand + more, actual: actual, maximum: maximum)
            #expect((order.firstIndex(of: roomier) ?? 9) <= rank)
            #expect((order.firstIndex(of: fuller) ?? -1) >= rank)
        }
    }
}
