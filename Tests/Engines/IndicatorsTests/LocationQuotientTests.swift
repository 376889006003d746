import Foundation
import Indicators
import Testing

@Suite struct `Location quotient` {
    @Test func `thirteen cities and ten industries agree with the reference`() throws {
        let table = try Fixture.matrix("inputs/bth_matrix_2023.csv")
        let reference = try Fixture.quotients()
        #expect(table.count == 13)
        let quotient = try LocationQuotient.run(on: table).get()
        for (row, expected) in zip(quotient.values, reference) {
            #expect(row.count == expected.count)
            for (value, wanted) in zip(row, expected) {
                #expect(abs((value ?? .nan) - wanted) < 1e-12)
            }
        }
    }

    @Test func `parts firms of the six clusters against all counted firms agree with the reference`() throws {
        // ref/seed001_derived.csv, column LQ_parts_vs_all_companies.
        let table = try Fixture.rows("inputs/seed001_clusters.csv").map { row in
            [Double(row[1]) ?? .nan, Double(row[2]) ?? .nan]
        }
        let wanted = try Fixture.rows("ref/seed001_derived.csv").compactMap { $0.last.flatMap(Double.init) }
        let quotient = try LocationQuotient.run(on: table).get()
        #expect(wanted.count == 6)
        for (row, expected) in zip(quotient.values, wanted) {
            #expect(abs((row[1] ?? .nan) - expected) < 1e-9)
        }
    }

    @Test func `what a region lacks is zero and what nobody has is undefined`() throws {
        let quotient = try LocationQuotient.run(on: [[2, 0, 0], [1, 1, 0], [0, 0, 0]]).get()
        #expect(quotient.values[0][1] == 0)
        #expect(quotient.values[0][2] == nil)
        #expect(quotient.values[2] == [nil, nil, nil])
        #expect(quotient.shares[2] == [nil, nil, nil])
        #expect(quotient.benchmarkShares == [0.75, 0.25, 0])
    }

    @Test func `an empty table has no quotients and no problem`() throws {
        #expect(try LocationQuotient.run(on: []).get().values.isEmpty)
        #expect(try LocationQuotient.run(on: [[], []]).get().values == [[], []])
    }

    @Test func `a wider benchmark changes the quotient`() throws {
        let wide = LocationQuotient.Options(benchmark: [10, 30])
        let quotient = try LocationQuotient.run(on: [[2, 2]], wide).get()
        #expect(quotient.values == [[2, 0.5 / 0.75]])
    }

    @Test func `bad tables are refused with the place of the fault`() {
        #expect(
            LocationQuotient.run(on: [[1, 2], [1]]) == .failure(.ragged(row: 1, found: 1, expected: 2)))
        #expect(
            LocationQuotient.run(on: [[1, -2]])
                == .failure(.notANumberOfThings(row: 0, column: 1, value: -2)))
        #expect(
            LocationQuotient.run(on: [[1, .infinity]])
                == .failure(.notANumberOfThings(row: 0, column: 1, value: .infinity)))
        #expect(
            LocationQuotient.run(on: [[4, 2]], .init(benchmark: [3, 9]))
                == .failure(.benchmarkTooSmall(column: 0, benchmark: 3, sum: 4)))
    }

    @Test(arguments: 1...200) func `the regions' quotients average to one, weighted by their size`(seed: Int)
        throws
    {
        var state = UInt64(seed)
        func draw(_ limit: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % limit
        }
        let columns = Int(draw(6)) + 1
        let table = (0...draw(7)).map { _ in (0..<columns).map { _ in Double(draw(3) == 0 ? 0 : draw(1000)) }
        }
        let total = table.joined().reduce(0, +)
        let quotient = try LocationQuotient.run(on: table).get()
        for column in 0..<columns where table.contains(where: { $0[column] > 0 }) {
            let mean = zip(table, quotient.values).reduce(0.0) { sum, pair in
                sum + pair.0.reduce(0, +) / total * (pair.1[column] ?? 0)
            }
            #expect(abs(mean - 1) < 1e-9)
        }
    }
}

/// Files under `Fixtures/indicators`.
enum Fixture {
    static func text(_ name: String) throws -> String {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return try String(contentsOf: folder.appending(path: "Fixtures/indicators/" + name), encoding: .utf8)
    }

    /// Rows behind the header.
    static func rows(_ name: String) throws -> [[String]] {
        try text(name).split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
            }
        }
    }

    static func matrix(_ name: String) throws -> [[Double]] {
        try rows(name).map { $0.dropFirst().map { Double($0) ?? .nan } }
    }

    /// The location quotients of the reference.
    static func quotients() throws -> [[Double]] {
        struct Reference: Decodable {
            struct Panel: Decodable { var LQ: [[Double]] }
            var panel2023: Panel
        }
        return try JSONDecoder().decode(Reference.self, from: Data(text("ref/indicators.json").utf8))
            .panel2023.LQ
    }
}
