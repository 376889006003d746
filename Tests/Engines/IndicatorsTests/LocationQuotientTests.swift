import Indicators
import Kernels
import Testing

@Suite struct `Location quotient` {
    @Test func `thirteen cities and ten industries agree with the reference`() throws {
        let quotient = try LocationQuotient.run(on: IndustryTable(Fixture.cities()))
        let reference = try Fixture.reference()["panel2023"]["LQ"].matrix
        #expect(quotient.values.count == 13)
        for (row, wanted) in zip(quotient.values, reference) { expect(row, wanted, within: 1e-12) }
        #expect(quotient.conventions == Conventions(.allRegions, .emptyIsUndefined))
    }

    @Test func `parts firms of the six clusters against all counted firms agree with the reference`() throws {
        // ref/seed001_derived.csv, column LQ_parts_vs_all_companies.
        let table = try Fixture.rows("inputs/seed001_clusters.csv").map { row in
            [Double(row[1]) ?? .nan, Double(row[2]) ?? .nan]
        }
        let wanted = try Fixture.rows("ref/seed001_derived.csv").map { $0.last.flatMap(Double.init) }
        let quotient = try LocationQuotient.run(on: IndustryTable(table))
        #expect(wanted.count == 6)
        expect(quotient.values.map { $0[1].value }, wanted)
    }

    @Test(Reference.trait) func `EconGeo, econcomplex and ecomplexity give the same quotients`() throws {
        let quotient = try LocationQuotient.run(on: IndustryTable(Fixture.cities())).values
        for wanted in [
            try Reference.peer("econgeo")["location.quotient"],
            try Reference.peer("econcomplex")["location_quotient"]["values"],
            try Reference.peer("ecomplexity")["rca"]["values"],
        ] {
            #expect(wanted.list.count == 13)
            for (row, expected) in zip(quotient, wanted.matrix) { expect(row, expected) }
        }
    }

    @Test func `what a region lacks is zero and what nobody has is undefined, with the reason`() throws {
        let quotient = try LocationQuotient.run(on: IndustryTable([[2, 0, 0], [1, 1, 0], [0, 0, 0]]))
        #expect(quotient.values[0][1].value == 0)
        #expect(quotient.values[0][2].reason == .emptyIndustry)
        #expect(quotient.values[2].map(\.reason) == [.emptyRegion, .emptyRegion, .emptyRegion])
        #expect(quotient.shares[2].map(\.reason) == [.emptyRegion, .emptyRegion, .emptyRegion])
        #expect(quotient.benchmarkShares.map(\.value) == [0.75, 0.25, 0])
    }

    @Test func `an empty table has no quotients and no problem`() throws {
        #expect(try LocationQuotient.run(on: IndustryTable([])).values.isEmpty)
        #expect(try LocationQuotient.run(on: IndustryTable([[], []])).values == [[], []])
    }

    @Test func `a wider benchmark changes the quotient and is named`() throws {
        let quotient = try LocationQuotient.run(on: IndustryTable([[2, 2]]), .init(benchmark: [10, 30]))
        #expect(quotient.values[0].map(\.value) == [2, 0.5 / 0.75])
        #expect(quotient.conventions.benchmark == .given)
    }

    @Test func `bad tables are refused with the place of every fault`() {
        #expect(throws: InputProblems([.ragged(row: 1, found: 1, expected: 2)])) {
            try IndustryTable([[1, 2], [1]])
        }
        #expect(
            throws: InputProblems([
                .negative(row: 0, column: 1, value: -2), .notFinite(row: 1, column: 0),
            ])
        ) {
            try IndustryTable([[1, -2], [.infinity, 1]])
        }
        #expect(throws: InputProblems([.benchmarkTooSmall(column: 0, benchmark: 3, sum: 4)])) {
            try LocationQuotient.run(on: IndustryTable([[4, 2]]), .init(benchmark: [3, 9]))
        }
    }

    @Test(arguments: 1...100) func `the regions' quotients average to one, weighted by their size`(seed: Int)
        throws
    {
        var draws = Draws(seed)
        let columns = draws.whole(1..<7)
        let table = (0..<draws.whole(1..<9)).map { _ in draws.sizes(columns) }
        let total = table.joined().reduce(0, +)
        let quotient = try LocationQuotient.run(on: IndustryTable(table))
        for column in 0..<columns where table.contains(where: { $0[column] > 0 }) {
            let mean = zip(table, quotient.values).reduce(0.0) { sum, pair in
                sum + pair.0.reduce(0, +) / total * (pair.1[column].value ?? 0)
            }
            #expect(abs(mean - 1) < 1e-9)
        }
    }

    @Test(arguments: 1...60) func `ranges hold the quotient at every point, and are met at their ends`(
        seed: Int
    ) throws {
        var draws = Draws(seed)
        let rows = (0..<3).map { _ in (0..<3).map { _ in draws.bounded(draws.number(1, 100), 0.3) } }
        let wide = try LocationQuotient.run(on: IndustryTable(bounded: rows)).values
        for _ in 0..<100 {
            let point = rows.map { $0.map { draws.point($0.range) } }
            let narrow = try LocationQuotient.run(on: IndustryTable(point)).values
            for (one, other) in zip(wide.joined(), narrow.joined()) { expect(one, holds: other) }
        }
        // The upper end is met: row and column at their lower ends, all else at the upper, the cell somewhere.
        var highest = 0.0
        for step in 0...1000 {
            var point = rows.map { $0.map(\.high) }
            for other in 1..<3 {
                (point[0][other], point[other][0]) = (rows[0][other].low, rows[other][0].low)
            }
            point[0][0] = rows[0][0].low + rows[0][0].range.width * Double(step) / 1000
            highest = max(
                highest, try LocationQuotient.run(on: IndustryTable(point)).values[0][0].value ?? 0)
        }
        let top = wide[0][0].bounded?.high ?? 0
        #expect(highest <= top && highest > top * (1 - 1e-5))
    }
}
