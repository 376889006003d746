public import Kernels

/// Krugman's index of specialization: how far a region's structure lies from the benchmark's.
///
/// `K_r = Σ_c |s_rc − s_c|`, 0 for the same structure, 2 for nothing in common; half of it is the coefficient of
/// specialization (0…1). Krugman 1991, “Geography and Trade”.
public struct Krugman: Sendable, Hashable {
    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// What a region is compared with: ``Benchmark/allRegions`` or ``Benchmark/otherRegions``.
        public var against: Benchmark
        /// Totals to compare with in place of the regions' own, one an industry; they hold the regions.
        public var benchmark: [Bounded]?

        /// Options.
        public init(against: Benchmark = .allRegions, benchmark: [Bounded]? = nil) {
            self.against = against
            self.benchmark = benchmark
        }
    }

    /// The index of each region, 0…2.
    public let values: [Measured]
    /// Half of it, 0…1.
    public let halves: [Measured]
    /// What it compares with, and its zeros.
    public let conventions: Conventions

    /// Computes the index of each region of a table.
    ///
    /// - Throws: a benchmark of another length, or smaller than the regions that it holds.
    /// - Complexity: O(rows × columns) for exact numbers.
    public static func run(on table: IndustryTable, _ options: Options = Options()) throws(InputProblems)
        -> Krugman
    {
        let columns = table.industryTotals
        if let benchmark = options.benchmark { try LocationQuotient.check(benchmark, holds: columns) }
        let isOthers = options.benchmark == nil && options.against == .otherRegions
        let isExact = table.isExact && options.benchmark?.allSatisfy(\.isExact) ?? true
        let values = (0..<table.regionCount).map { region -> Measured in
            let own = table.region(region)
            guard own.sum.value > 0 else { return .undefined(.emptyRegion) }
            guard table.industryCount > 1 else { return .undefined(.oneIndustry) }
            if isOthers, table.regionCount < 2 { return .undefined(.oneRegion) }
            let formula = Distance(
                includesOwn: !isOthers && options.benchmark == nil, count: table.industryCount)
            var other: [Bounded]
            if let benchmark = options.benchmark {
                other = benchmark
            } else if isExact {
                other = zip(columns, own).map { Bounded(max(0, $0.value - $1.value)) }
            } else {
                other = table.others(than: region)
            }
            if isExact, !isOthers {
                // The totals as they are, not the others put together again: no digit is lost.
                other = options.benchmark ?? columns
                guard other.sum.value > 0 else { return .undefined(.emptyBenchmark) }
                let plain = Distance(includesOwn: false, count: table.industryCount)
                return Measured(plain.result(of: (own + other).values))
            }
            if !formula.includesOwn, other.sum.value <= 0 { return .undefined(.emptyBenchmark) }
            let natural = Interval(holding: 0, 2)
            return .checked(formula.result(of: own + other, within: natural), else: .tooLarge)
        }
        let benchmark: Benchmark =
            options.benchmark != nil ? .given : isOthers ? .otherRegions : .allRegions
        return Krugman(
            values: values, halves: values.map { $0.map { $0.monotone { $0 / 2 } } },
            conventions: Conventions(benchmark, .emptyIsUndefined))
    }

    /// Σ|s − t| of two lists, one behind the other; the second may hold the first as well.
    struct Distance: Formula {
        let includesOwn: Bool
        let count: Int

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let own = Array(inputs[..<count])
            let other = Array(inputs[count...])
            let whole = includesOwn ? zip(own, other).map { $0 + $1 } : other
            return .sum(zip(Number.parts(own), Number.parts(whole)).map { ($0 - $1).magnitude })
        }
    }
}
