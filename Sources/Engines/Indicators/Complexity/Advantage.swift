import Kernels

/// Which region has an advantage in which industry: a location quotient at or above a threshold.
///
/// Regions with no advantage and industries in which nobody has one are left out of what is built on it; they would make
/// every normalization undefined.
public struct Advantage: Sendable, Hashable {
    /// Whether region (row) has an advantage in industry (column).
    public let matrix: [[Bool]]
    /// Cells that rounding leaves undecided: the range of the quotient holds the threshold.
    public let undecided: [Cell]
    /// The threshold; a quotient equal to it is an advantage.
    public let threshold: Double
    /// What the quotients compare with.
    public let benchmark: Benchmark

    /// A region and an industry.
    public struct Cell: Sendable, Hashable {
        /// The row.
        public let region: Int
        /// The column.
        public let industry: Int
    }

    /// The advantages that location quotients tell; an undefined quotient is none.
    public init(_ quotients: LocationQuotient, threshold: Double = 1) {
        // Equal to the threshold but for rounding is at the threshold.
        let limit = threshold * (1 - 1e-12)
        matrix = quotients.values.map { row in row.map { ($0.value ?? -.infinity) >= limit } }
        var undecided: [Cell] = []
        for (region, row) in quotients.values.enumerated() {
            for (industry, quotient) in row.enumerated() {
                guard let bounded = quotient.bounded, !bounded.isExact else { continue }
                if bounded.low < threshold, bounded.high >= threshold {
                    undecided.append(Cell(region: region, industry: industry))
                }
            }
        }
        self.undecided = undecided
        self.threshold = threshold
        benchmark = quotients.conventions.benchmark
    }

    /// Advantages as given.
    ///
    /// - Throws: rows of different length.
    public init(_ matrix: [[Bool]]) throws(InputProblems) {
        var check = InputCheck()
        for (row, values) in matrix.enumerated() where values.count != matrix[0].count {
            check.add(.ragged(row: row, found: values.count, expected: matrix[0].count))
        }
        try check.finish()
        self.init(matrix, threshold: 1, benchmark: .given)
    }

    private init(_ matrix: [[Bool]], threshold: Double, benchmark: Benchmark) {
        self.matrix = matrix
        undecided = []
        self.threshold = threshold
        self.benchmark = benchmark
    }

    /// How many industries each region has an advantage in.
    public var diversity: [Int] { matrix.map { $0.count { $0 } } }
    /// How many regions have an advantage in each industry.
    public var ubiquity: [Int] {
        var sums = [Int](repeating: 0, count: matrix.first?.count ?? 0)
        for row in matrix {
            for (industry, has) in row.enumerated() where has { sums[industry] += 1 }
        }
        return sums
    }

    /// Every matrix that rounding allows, the one of the values first; `nil` where there are more than `2^limit`.
    func variants(limit: Int) -> [Advantage]? {
        guard undecided.count <= limit else { return nil }
        return (0..<(1 << undecided.count)).map { bits in
            var changed = matrix
            for (place, cell) in undecided.enumerated() where bits >> place & 1 == 1 {
                changed[cell.region][cell.industry].toggle()
            }
            return Advantage(changed, threshold: threshold, benchmark: benchmark)
        }
    }

    /// Regions and industries that have some advantage, and whether all of them hang together.
    var core: (regions: [Int], industries: [Int], isConnected: Bool) {
        let (rows, columns) = (diversity, ubiquity)
        let regions = rows.indices.filter { rows[$0] > 0 }
        let industries = columns.indices.filter { columns[$0] > 0 }
        guard let start = regions.first else { return ([], [], false) }
        var reached: Set<Int> = [start]
        var met: Set<Int> = []
        var waiting = [start]
        while let region = waiting.popLast() {
            for industry in industries where matrix[region][industry] && met.insert(industry).inserted {
                for other in regions where matrix[other][industry] && reached.insert(other).inserted {
                    waiting.append(other)
                }
            }
        }
        return (regions, industries, reached.count == regions.count && met.count == industries.count)
    }
}
