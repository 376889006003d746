import Ecosystem
import Indicators
import Kernels
import Testing

@Suite struct `Tables out of matrices` {
    private func matrix(_ values: [Double?]) throws -> RegionMatrix {
        try #require(RegionMatrix(regions: ["a", "b"], industries: ["x", "y", "z"], values: values))
    }

    @Test func `a missing cell takes its region or its industry out, and is never a zero`() throws {
        let given = try matrix([1, 2, nil, 4, 5, 6])
        let rows = try IndustryTable.known(of: given)
        #expect((rows.regions, rows.industries) == ([1], [0, 1, 2]))
        #expect(rows.table.region(0).values == [4, 5, 6])
        let columns = try IndustryTable.known(of: given, leavingOut: .industries)
        #expect((columns.regions, columns.industries) == ([0, 1], [0, 1]))
        #expect(columns.table.industry(1).values == [2, 5])
    }

    @Test func `a margin makes intervals that stop at zero`() throws {
        let known = try IndustryTable.known(of: matrix([0, 2, 3, 4, 5, 6]), margin: 0.5)
        #expect(known.table[0, 0].range == Interval(0, 0.5))
        #expect(known.table[1, 2].range == Interval(5.5, 6.5))
        #expect(!known.table.isExact)
    }

    @Test func `negative and infinite numbers are refused, each with its place`() throws {
        let given = try matrix([1, -2, .infinity, 4, 5, -6])
        #expect(
            throws: InputProblems([
                .negative(row: 0, column: 1, value: -2), .notFinite(row: 0, column: 2),
                .negative(row: 1, column: 2, value: -6),
            ])
        ) {
            try IndustryTable.known(of: given)
        }
        #expect(throws: InputProblems.self) {
            try IndustryTable.known(of: try self.matrix([1, 2, 3, 4, 5, 6]), margin: .nan)
        }
    }

    @Test func `every reason, benchmark and zero treatment has words in both languages`() {
        let labels =
            Undefined.allCases.map(\.label) + Benchmark.allCases.map(\.label)
            + ZeroTreatment.allCases.map(\.label)
        for label in labels {
            #expect(!label.en.isEmpty && !label.zh.isEmpty && label.en != label.zh)
        }
        #expect(Set(labels.map(\.en)).count == labels.count)
    }
}
