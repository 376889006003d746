public import Kernels

/// Dynamic shift-share: the classic split year by year, added up, so that the mix may change on the way.
///
/// Adds up to the whole change exactly. Barff, Knight 1988, Growth and Change 19:1.
public struct DynamicShiftShare: Sendable, Hashable {
    /// The split of each period, in order.
    public let periods: [ShiftShare]
    /// The sums over the periods. Ranges add those of the periods, an outer bound.
    public let sum: ShiftShare.Parts
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.given, .zeroBaseKept)

    /// Splits the changes of a series: one row a date, one column an industry, the benchmark likewise.
    ///
    /// - Throws: fewer than two dates; everything that a single split refuses.
    /// - Complexity: O(dates × industries) for exact numbers.
    public static func run(region: [[Bounded]], benchmark: [[Bounded]], search: RangeSearch = RangeSearch())
        throws(InputProblems) -> DynamicShiftShare
    {
        var check = InputCheck()
        if region.count < 2 { check.count(ListName.periods, region.count, 2) }
        check.count(ListName.benchmark, benchmark.count, region.count)
        try check.finish()
        var periods: [ShiftShare] = []
        for date in 1..<region.count {
            periods.append(
                try ShiftShare.run(
                    on: ShiftShare.Period(
                        start: region[date - 1], end: region[date], benchmarkStart: benchmark[date - 1],
                        benchmarkEnd: benchmark[date]), search: search))
        }
        func sum(_ part: KeyPath<ShiftShare.Parts, Measured>) -> Measured {
            let values = periods.map { $0.sum[keyPath: part] }
            if let reason = values.lazy.compactMap(\.reason).first { return .undefined(reason) }
            return .value(values.compactMap(\.bounded).sum)
        }
        return DynamicShiftShare(
            periods: periods,
            sum: ShiftShare.Parts(
                total: sum(\.total), national: sum(\.national), mix: sum(\.mix), regional: sum(\.regional),
                competitive: sum(\.competitive), allocation: sum(\.allocation)))
    }
}
