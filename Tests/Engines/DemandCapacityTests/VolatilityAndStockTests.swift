import DemandCapacity
import Kernels
import Testing

@Suite struct `Demands that move and stocks that last` {
    @Test func `deviations and alerts are those of the vectors`() throws {
        let vector = try PlatformFixtures.vectors().demandDeviation
        let limits = SubHorizon(
            sequence: 1, length: 10, relativeRise: vector.thresholds.relativePositive,
            relativeFall: vector.thresholds.relativeNegative,
            absoluteRise: vector.thresholds.absolutePositive,
            absoluteFall: vector.thresholds.absoluteNegative)
        for (index, entry) in vector.cases.enumerated() {
            let deviation = DemandDeviation(latest: entry.latest, previous: entry.previous)
            #expect(deviation.absolute == entry.absolute)
            #expect(deviation.relative == entry.relative)
            #expect(!deviation.passed(limits).isEmpty == vector.alert[index], "case \(index)")
        }
    }

    @Test func `parts of 2, 11, 39 and 52 weeks fill 104 weeks without a gap`() throws {
        let monday = try #require(Week(containing: "2027-01-04"))
        let parameters = VolatilityParameters(
            start: "2027-01-04T00:00:00+08:00", interval: 4,
            parts: [2, 11, 39, 52].enumerated().map {
                SubHorizon(sequence: $0.offset + 1, length: $0.element)
            })
        let horizon = try #require(RollingHorizon(parameters, in: monday))
        #expect(horizon.parts.first?.first == monday)
        for (one, next) in zip(horizon.parts, horizon.parts.dropFirst()) {
            #expect(one.last.advanced(by: 1) == next.first)
        }
        #expect(horizon.parts.last.map { monday.weeks(to: $0.last) } == 103)
        #expect(horizon.part(of: monday.advanced(by: 104)) == nil)
        // Five weeks on, one measurement of four weeks has passed.
        let later = try #require(RollingHorizon(parameters, in: monday.advanced(by: 5)))
        #expect(later.parts.first?.first == monday.advanced(by: 4))
        #expect(RollingHorizon(parameters, in: monday.advanced(by: -1)) == nil)
    }

    @Test func `each week is measured by the limits of its part and unknown weeks are left out`() throws {
        let group = try PlatformFixtures.decoded(
            CapacityGroup.self, "valid/WeekBasedCapacityGroup-3.0.1.json")
        let parameters = try #require(group.volatility)
        let monday = try #require(Week(containing: "2027-01-04"))
        var previous: [Week: Double] = [:]
        for week in 0..<20 { previous[monday.advanced(by: week)] = 100 }
        var latest = previous.mapValues { $0 * 1.1 }
        latest[monday.advanced(by: 19)] = nil
        let entries = DemandVolatility.run(
            latest: latest, previous: previous, parameters: parameters, in: monday)
        #expect(entries.count == 19)
        // 5 % is allowed in the first two weeks, 15 % in the next eleven, 30 % after: +10 % passes the first only.
        #expect(entries.map { !$0.passed.isEmpty } == (0..<19).map { $0 < 2 })
        #expect(entries.map(\.sequence) == (0..<19).map { $0 < 2 ? 1 : $0 < 13 ? 2 : 3 })
    }

    @Test func `days of supply are those of the vectors`() throws {
        let vector = try PlatformFixtures.vectors().daysOfSupply
        let supply = try DaysOfSupply.run(
            stock: vector.stock, consumed: vector.consumed, added: vector.added
        ).get()
        #expect(supply.days.count == vector.result.count)
        for (day, expected) in zip(supply.days, vector.result) {
            #expect(day.day == expected.day)
            #expect(day.projectedStock == expected.projectedStock)
            #expect(abs(day.daysOfSupply - expected.daysOfSupply) < 1e-12)
        }
        #expect(supply.days.last?.reachesEnd == false)
    }

    @Test func `a stock that outlasts the plan says that it lasts at least so long`() throws {
        let supply = try DaysOfSupply.run(stock: 100, consumed: [1, 0, 1], added: [0, 0, 0]).get()
        #expect(supply.days.map(\.daysOfSupply) == [2, 1])
        #expect(supply.days.allSatisfy { $0.reachesEnd })
        #expect(try DaysOfSupply.run(stock: 5, consumed: [], added: []).get().days.isEmpty)
    }

    @Test func `bad quantities are refused saying which`() {
        #expect(
            DaysOfSupply.run(stock: 1, consumed: [1], added: [])
                == .failure(.lengthsDiffer(consumed: 1, added: 0)))
        #expect(
            DaysOfSupply.run(stock: 1, consumed: [1, -1], added: [0, 0])
                == .failure(.notAQuantity(day: 1, value: -1)))
        #expect(
            DaysOfSupply.run(stock: .infinity, consumed: [], added: []) == .failure(.notAStock(.infinity)))
    }

    @Test func `more stock never shortens the supply`() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<1_000 {
            let consumed = (0..<8).map { _ in Double(generator.next(below: 20)) }
            let added = (0..<8).map { _ in Double(generator.next(below: 20)) }
            let stock = Double(generator.next(below: 60))
            let less = try DaysOfSupply.run(stock: stock, consumed: consumed, added: added).get().days
            let more = try DaysOfSupply.run(stock: stock + 7, consumed: consumed, added: added).get().days
            for (one, other) in zip(less, more) { #expect(other.daysOfSupply >= one.daysOfSupply) }
        }
    }
}
