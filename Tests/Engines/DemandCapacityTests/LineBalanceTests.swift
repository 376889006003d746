import DemandCapacity
import Testing

@Suite struct `The pace of a line` {
    private let stations = [
        LineBalance.Station(id: "a", seconds: 6), LineBalance.Station(id: "b", seconds: 18, places: 2),
        LineBalance.Station(id: "c", seconds: 3),
    ]

    @Test func `the slowest station sets the pace`() throws {
        let line = try LineBalance.run(
            on: stations, LineBalance.Plan(hoursADay: 10, availability: 0.9, demandADay: 4050)
        ).get()
        // 18 s on two places is 9 s; 10 h × 3600 × 0.9 = 32,400 s; 32,400 ÷ 9 = 3,600; takt 32,400 ÷ 4,050 = 8 s.
        #expect(line.cycle == 9 && line.bottlenecks == ["b"])
        #expect(line.outputADay == 3600)
        #expect(line.plan.takt == 8)
        #expect(line.aboveTakt.map(\.id) == ["b"])
        // 27 s of work on 4 places of 9 s: 27 ÷ 36.
        #expect(line.efficiency == 0.75 && line.balanceDelay == 0.25)
        // (9 − 6)² + 2 × 0 + (9 − 3)² = 45.
        #expect(abs(line.smoothness - 45.0.squareRoot()) < 1e-12)
        // 27 ÷ 8 = 3.4 places; b needs 18 ÷ 8 = 2.25.
        #expect(line.fewestPlaces == 4)
        #expect(line.stations.map { line.placesNeeded($0) } == [1, 3, 1])
    }

    @Test func `a place that is needed exactly is not rounded up`() throws {
        let line = try LineBalance.run(
            on: [LineBalance.Station(id: "a", seconds: 0.3)],
            LineBalance.Plan(hoursADay: 1.0 / 3600, demandADay: 10)
        ).get()
        // 0.3 s against a takt of 0.1 s.
        #expect(line.fewestPlaces == 3)
    }

    @Test func `a line in perfect balance wastes nothing`() throws {
        let line = try LineBalance.run(on: (0..<5).map { LineBalance.Station(id: "\($0)", seconds: 7) }).get()
        #expect(line.efficiency == 1 && line.smoothness == 0 && line.bottlenecks.count == 5)
        #expect(line.plan.takt == nil && line.aboveTakt.isEmpty && line.fewestPlaces == nil)
    }

    @Test func `all that is wrong is said at once`() {
        let result = LineBalance.run(
            on: [LineBalance.Station(id: "x", seconds: 0, places: 0)],
            LineBalance.Plan(hoursADay: 25, availability: 0, demandADay: -1))
        guard case .failure(let problems) = result else {
            Issue.record("not refused")
            return
        }
        #expect(problems.all.count == 5)
        guard case .failure(let empty) = LineBalance.run(on: []) else {
            Issue.record("an empty line is not refused")
            return
        }
        #expect(empty.all == [.noStation])
    }
}
