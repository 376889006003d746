import Indicators
import Kernels
import Testing

@Suite struct `Shift-share` {
    private static func nation() throws -> [[Double]] {
        try Fixture.matrix("inputs/national_panel_synthetic.csv")
    }

    /// Baoding and the nation over five years, without industries that Baoding has none of at the start.
    private static func positive() throws -> (region: [[Bounded]], nation: [[Bounded]]) {
        let (city, nation) = (try Fixture.panel(of: "Baoding"), try nation())
        let kept = city[0].indices.filter { city[0][$0] > 0 }
        return (
            city.map { row in kept.map { row[$0] }.exact }, nation.map { row in kept.map { row[$0] }.exact }
        )
    }

    private static func check(_ found: ShiftShare.Parts, _ wanted: Tree) {
        expect(found.total, wanted["total"].number)
        expect(found.national, wanted["national"].number)
        expect(found.mix, wanted["mix"].number)
        expect(found.regional, wanted["regional"].number)
    }

    @Test func `classic and dynamic of Baoding agree with the reference, an industry from zero included`()
        throws
    {
        let reference = try Fixture.reference()["shift_share_Baoding"]
        let (city, nation) = (try Fixture.panel(of: "Baoding"), try Self.nation())
        let classic = try ShiftShare.run(
            on: .init(
                start: city[0].exact, end: city[4].exact, benchmarkStart: nation[0].exact,
                benchmarkEnd: nation[4].exact))
        Self.check(classic.sum, reference["classic"])
        #expect(!classic.withoutBase.isEmpty)
        #expect(classic.sum.competitive.reason == .zeroBase)
        let dynamic = try DynamicShiftShare.run(region: city.map(\.exact), benchmark: nation.map(\.exact))
        Self.check(dynamic.sum, reference["dynamic"])
        for (period, wanted) in zip(dynamic.periods, reference["dynamic_by_year"].list) {
            Self.check(period.sum, wanted)
        }
        #expect(dynamic.periods.count == 4)
    }

    @Test func `the split of Esteban-Marquillas agrees with the reference`() throws {
        let wanted = try Fixture.reference()["shift_share_Baoding"]["positive_base_only"]
        let (city, nation) = try Self.positive()
        let found = try ShiftShare.run(
            on: .init(start: city[0], end: city[4], benchmarkStart: nation[0], benchmarkEnd: nation[4]))
        Self.check(found.sum, wanted["classic"])
        expect(found.sum.competitive, wanted["esteban"]["competitive"].number)
        expect(found.sum.allocation, wanted["esteban"]["allocation"].number)
        Self.check(try DynamicShiftShare.run(region: city, benchmark: nation).sum, wanted["dynamic"])
    }

    @Test(Reference.trait)
    func `REAT gives the same where every base is positive, and loses all where one is zero`()
        throws
    {
        let peer = try Reference.peer("reat")
        let (city, nation) = try Self.positive()
        let found = try DynamicShiftShare.run(region: city, benchmark: nation)
        let wanted = peer["shiftd_Baoding_positive_base"]["Esteban"]["total"]
        expect(found.sum.total, wanted["Growth (t1-t)"].number)
        expect(found.sum.national, wanted["National share"].number)
        expect(found.sum.mix, wanted["Industrial mix"].number)
        expect(found.sum.competitive, wanted["Regional share"].number)
        expect(found.sum.allocation, wanted["Allocation effect"].number)
        // Dividing by a base of zero makes REAT's whole regional share NaN; the absolute form divides by nothing.
        let broken = peer["shift_Baoding_2019_2023_all"]["Dunn"]["Regional share"]
        guard case .null = broken else {
            Issue.record("REAT is expected to have no regional share here")
            return
        }
    }

    @Test(Reference.trait) func `REAT gives the same for Göttingen 2008–2017, classic and by year`() throws {
        let rows = try Reference.rows("inputs/Goettingen.csv").filter { $0[0] != "A-R" }
        let numbers = rows.map { $0.suffix(20).map { Double($0) ?? .nan } }
        let region = (0..<10).map { year in numbers.map { $0[year] }.exact }
        let nation = (0..<10).map { year in numbers.map { $0[year + 10] }.exact }
        let peer = try Reference.peer("reat")
        let classic = try ShiftShare.run(
            on: .init(start: region[0], end: region[9], benchmarkStart: nation[0], benchmarkEnd: nation[9]))
        let dynamic = try DynamicShiftShare.run(region: region, benchmark: nation)
        for (found, wanted) in [
            (classic.sum, peer["shift_Goettingen_2008_2017_Dunn"]),
            (dynamic.sum, peer["shiftd_Goettingen_Dunn"]),
        ] {
            expect(found.total, wanted["Growth (t1-t)"].number)
            expect(found.national, wanted["National share"].number)
            expect(found.mix, wanted["Industrial mix"].number)
            expect(found.regional, wanted["Regional share"].number)
        }
    }

    @Test func `the three regions of document 003 agree with the reference and their regional parts cancel`()
        throws
    {
        let reference = try Fixture.reference()["seed003"]
        func levels(_ year: String) -> [[Double]] {
            reference[year]["va_derived"].matrix.map { $0.map { $0 ?? .nan } }
        }
        let (start, end) = (levels("2009"), levels("2013"))
        func sum(_ rows: [[Double]]) -> [Double] { (0..<3).map { c in rows.map { $0[c] }.reduce(0, +) } }
        var regional = 0.0
        for (row, name) in ["Beijing", "Tianjin", "Hebei"].enumerated() {
            let found = try ShiftShare.run(
                on: .init(
                    start: start[row].exact, end: end[row].exact, benchmarkStart: sum(start).exact,
                    benchmarkEnd: sum(end).exact))
            Self.check(found.sum, reference["shift_share_2009_2013_vs_BTH"][name])
            regional += found.sum.regional.value ?? .nan
        }
        #expect(regional.magnitude < 1e-8)
    }

    @Test
    func `an industry that is new to the nation is regional growth, one that the nation lacks is refused`()
        throws
    {
        let found = try ShiftShare.run(
            on: .init(start: [0, 4], end: [3, 5], benchmarkStart: [0, 10], benchmarkEnd: [6, 12]))
        #expect(found.industries[0].regional.value == 3)
        #expect(found.industries[0].mix.value == 0)
        #expect(throws: InputProblems([.benchmarkTooSmall(column: 0, benchmark: 0, sum: 1)])) {
            try ShiftShare.run(on: .init(start: [1], end: [1], benchmarkStart: [0], benchmarkEnd: [2]))
        }
        let empty = try ShiftShare.run(
            on: .init(start: [0], end: [1], benchmarkStart: [0], benchmarkEnd: [2]))
        #expect(empty.sum.national.reason == .zeroBase)
        #expect(throws: InputProblems.self) { try DynamicShiftShare.run(region: [[1]], benchmark: [[1]]) }
    }

    @Test(arguments: 1...60) func `parts add up exactly, and ranges hold every point`(seed: Int) throws {
        var draws = Draws(seed)
        let count = draws.whole(1..<5)
        let base = (0..<count).map { _ in draws.number(5, 50) }
        func around(_ values: [Double]) -> [Bounded] { values.map { draws.bounded($0) } }
        let wide = ShiftShare.Period(
            start: around(base), end: around(base.map { $0 * 1.3 }),
            benchmarkStart: around(base.map { $0 * 9 }), benchmarkEnd: around(base.map { $0 * 12 }))
        let found = try ShiftShare.run(on: wide)
        for _ in 0..<20 {
            func at(_ list: [Bounded]) -> [Bounded] { list.map { Bounded(draws.point($0.range)) } }
            let point = try ShiftShare.run(
                on: .init(
                    start: at(wide.start), end: at(wide.end), benchmarkStart: at(wide.benchmarkStart),
                    benchmarkEnd: at(wide.benchmarkEnd)))
            let parts = [point.sum.national, point.sum.mix, point.sum.regional].compactMap(\.value)
            expect([parts.reduce(0, +)], [point.sum.total.value])
            expect(
                [(point.sum.competitive.value ?? .nan) + (point.sum.allocation.value ?? .nan)],
                [point.sum.regional.value])
            for key in [
                \ShiftShare.Parts.total, \.national, \.mix, \.regional, \.competitive, \.allocation,
            ] { expect(found.sum[keyPath: key], holds: point.sum[keyPath: key]) }
        }
    }
}
