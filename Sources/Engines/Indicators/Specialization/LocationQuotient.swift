public import Kernels

/// Location quotients: how much larger an industry's share is in a region than in the benchmark.
///
/// `LQ = (x_rc / X_r) / (X_c / X)`, with `x_rc` what region r has of industry c, `X_r` its total, `X_c` and `X` the
/// same of the benchmark. 1 is the benchmark's share, 2 is twice that share, 0 is none. Florence 1939; the same as
/// Balassa's (1965) revealed comparative advantage.
public struct LocationQuotient: Sendable, Hashable {
    /// How the quotients are computed.
    public struct Options: Sendable, Hashable {
        /// What the regions are compared with: one total an industry. `nil` compares with the sum of the regions.
        ///
        /// A benchmark holds the regions, so each of its totals must be at least their sum.
        public var benchmark: [Bounded]?

        /// Options.
        public init(benchmark: [Bounded]? = nil) { self.benchmark = benchmark }
    }

    /// One row a region, one column an industry, as given. Undefined for a region without anything and for an
    /// industry that the benchmark lacks; 0 for an industry that a region lacks and the benchmark has.
    public let values: [[Measured]]
    /// What each region has of an industry as a part of what it has of all.
    public let shares: [[Measured]]
    /// The benchmark's shares.
    public let benchmarkShares: [Measured]
    /// What it compares with, and its zeros.
    public let conventions: Conventions

    /// Computes the quotients of a table.
    ///
    /// Ranges are exact: the quotient rises and falls with each of the four parts that it is made of (the cell, the rest
    /// of its row, the rest of its column, all else), so that its extremes are known.
    /// - Throws: a benchmark of another length, or smaller than the regions that it holds.
    /// - Complexity: O(rows × columns).
    public static func run(on table: IndustryTable, _ options: Options = Options())
        throws(InputProblems) -> LocationQuotient
    {
        let columns = table.industryTotals
        if let benchmark = options.benchmark { try check(benchmark, holds: columns) }
        let rows = table.regionTotals
        let totals = options.benchmark ?? columns
        let whole = totals.sum
        let all = columns.sum
        let values = (0..<table.regionCount).map { region in
            (0..<table.industryCount).map { industry -> Measured in
                let cell = table[region, industry]
                guard rows[region].value > 0 else { return .undefined(.emptyRegion) }
                guard totals[industry].value > 0 else { return .undefined(.emptyIndustry) }
                let value =
                    (cell.value / rows[region].value) / (totals[industry].value / whole.value)
                guard value.isFinite else { return .undefined(.tooLarge) }
                if table.isExact, options.benchmark?.allSatisfy(\.isExact) ?? true { return Measured(value) }
                let row = rest(of: rows[region], without: cell)
                let range: Interval
                if let benchmark = options.benchmark {
                    let share = Shares.range(of: cell.range, beside: row)
                    let other = rest(of: whole, without: benchmark[industry])
                    range = share / Shares.range(of: benchmark[industry].range, beside: other)
                } else {
                    let column = rest(of: columns[industry], without: cell)
                    let beside = rest(of: rest(of: all, without: rows[region]), without: column)
                    range = Fourfold(cell: cell.range, row: row, column: column, rest: beside).quotient
                }
                return .value(
                    Bounded(value, in: range.intersection(.notNegative) ?? .notNegative))
            }
        }
        return LocationQuotient(
            values: values,
            shares: (0..<table.regionCount).map { Shares.of(table.region($0), else: .emptyRegion) },
            benchmarkShares: Shares.of(totals, else: .emptyBenchmark),
            conventions: Conventions(options.benchmark == nil ? .allRegions : .given, .emptyIsUndefined))
    }

    static func check(_ benchmark: [Bounded], holds columns: [Bounded]) throws(InputProblems) {
        var check = InputCheck()
        check.count(ListName.benchmark, benchmark.count, columns.count)
        for (column, (total, sum)) in zip(benchmark, columns).enumerated() {
            // Sums of the same numbers in another order may differ in their last digits.
            if !total.range.isFinite || total.high < sum.low * (1 - 1e-12) || total.low < 0 {
                check.add(.benchmarkTooSmall(column: column, benchmark: total.value, sum: sum.value))
            }
        }
        try check.finish()
    }

    /// What a sum holds beside one of its terms; the ends of the others add up by themselves.
    private static func rest(of sum: Bounded, without term: Bounded) -> Interval {
        rest(of: sum, without: term.range)
    }
    private static func rest(of sum: Bounded, without term: Interval) -> Interval {
        rest(of: sum.range, without: term)
    }
    private static func rest(of sum: Interval, without term: Bounded) -> Interval {
        rest(of: sum, without: term.range)
    }
    private static func rest(of sum: Interval, without term: Interval) -> Interval {
        Interval(holding: max(0, (sum.lower - term.lower).nextDown), max(0, (sum.upper - term.upper).nextUp))
    }
}

/// A table of two by two: a cell, the rest of its row, the rest of its column, and all else.
struct Fourfold {
    let cell: Interval
    let row: Interval
    let column: Interval
    let rest: Interval

    /// The range of `a (a + b + c + d) / ((a + b)(a + c))`: it falls with b and c, rises with d, and rises and then falls
    /// with a.
    var quotient: Interval {
        func value(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
            a == 0 ? 0 : (a / (a + b)) * ((a + b + c + d) / (a + c))
        }
        let low = min(
            value(cell.lower, row.upper, column.upper, rest.lower),
            value(cell.upper, row.upper, column.upper, rest.lower))
        let (b, c, d) = (row.lower, column.lower, rest.upper)
        // The slope in a is zero where a² d − 2 b c a − b c (b + c + d) = 0.
        let peak = d > 0 ? (b * c + (b * c * (b * c + d * (b + c + d))).squareRoot()) / d : .infinity
        let high = [cell.lower, cell.upper, min(max(peak, cell.lower), cell.upper)]
            .map { value($0, b, c, d) }.max()
        let wide = 1e-14
        return Interval(holding: low * (1 - wide), (high ?? .infinity) * (1 + wide))
    }
}
