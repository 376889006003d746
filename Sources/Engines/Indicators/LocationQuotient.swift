/// Location quotients: how much larger an industry's share is in a region than in the benchmark.
///
/// `LQ = (e_ir / e_r) / (E_i / E)`, with `e_ir` what region r has of industry i, `e_r` its total, `E_i` and `E` the
/// same of the benchmark. 1 is the benchmark's share, 2 is twice that share, 0 is none. Florence 1939; the same as
/// Balassa's (1965) revealed comparative advantage.
public struct LocationQuotient: Sendable, Equatable {
    /// How the quotients are computed.
    public struct Options: Sendable, Equatable {
        /// What the regions are compared with: one total an industry. `nil` compares with the sum of the regions.
        ///
        /// A benchmark holds the regions, so each of its totals must be at least their sum.
        public var benchmark: [Double]?

        /// Options.
        public init(benchmark: [Double]? = nil) { self.benchmark = benchmark }
    }

    /// Why there are no quotients.
    public enum Problem: Error, Sendable, Equatable {
        /// A region has another number of industries than the first one or the benchmark.
        case ragged(row: Int, found: Int, expected: Int)
        /// A value is negative or not finite.
        case notANumberOfThings(row: Int, column: Int, value: Double)
        /// A benchmark total is negative, not finite or smaller than the sum of the regions.
        case benchmarkTooSmall(column: Int, benchmark: Double, sum: Double)
    }

    /// One row a region, one column an industry, as given. `nil` where the quotient is not defined: a region
    /// without anything, or an industry that the benchmark lacks. An industry that a region lacks and the benchmark
    /// has is 0.
    public let values: [[Double?]]
    /// What each region has of an industry as a part of what it has of all; `nil` for a region without anything.
    public let shares: [[Double?]]
    /// The benchmark's shares; `nil` throughout where the benchmark has nothing.
    public let benchmarkShares: [Double?]

    /// Computes the quotients of a table: one row a region, one column an industry.
    ///
    /// - Complexity: O(rows × columns).
    public static func run(on table: [[Double]], _ options: Options = Options())
        -> Result<LocationQuotient, Problem>
    {
        let columns = options.benchmark?.count ?? table.first?.count ?? 0
        var sums = [Double](repeating: 0, count: columns)
        for (row, values) in table.enumerated() {
            guard values.count == columns else {
                return .failure(.ragged(row: row, found: values.count, expected: columns))
            }
            for (column, value) in values.enumerated() {
                guard value.isFinite, value >= 0 else {
                    return .failure(.notANumberOfThings(row: row, column: column, value: value))
                }
                sums[column] += value
            }
        }
        let benchmark = options.benchmark ?? sums
        for column in 0..<columns {
            // Sums of the same numbers in another order may differ in their last digits.
            guard benchmark[column].isFinite, benchmark[column] >= sums[column] * (1 - 1e-12) else {
                return .failure(
                    .benchmarkTooSmall(column: column, benchmark: benchmark[column], sum: sums[column]))
            }
        }
        let benchmarkShares = parts(of: benchmark)
        let shares = table.map(parts(of:))
        let values = shares.map { row in
            zip(row, benchmarkShares).map { share, whole -> Double? in
                guard let share, let whole, whole > 0 else { return nil }
                return share / whole
            }
        }
        return .success(LocationQuotient(values: values, shares: shares, benchmarkShares: benchmarkShares))
    }

    /// Each value as a part of the row's sum; `nil` where the sum is zero.
    private static func parts(of row: [Double]) -> [Double?] {
        let total = row.reduce(0, +)
        return row.map { total > 0 ? $0 / total : nil }
    }
}
