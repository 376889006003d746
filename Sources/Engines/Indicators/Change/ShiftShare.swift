public import Kernels

/// Shift-share analysis: how much of a region's change comes from the nation's growth, from its mix of industries, and
/// from itself.
///
/// Classic (Dunn 1960), industry by industry with benchmark growth G and the industry's benchmark growth g:
/// `national = x₀ G`, `mix = x₀ (g − G)`, `regional = x₁ − x₀ (1 + g)`; they add up to `x₁ − x₀` exactly. The absolute form of
/// the regional part needs no division by x₀, so that an industry that starts from zero stays in; REAT divides and loses
/// the whole regional share.
///
/// Esteban-Marquillas (1972) splits the regional part with the homothetic base `h = X_r · X_c / X` into
/// `competitive = h (r − g)` and `allocation = (x₀ − h)(r − g)`, which do need x₀ > 0.
public struct ShiftShare: Sendable, Hashable {
    /// The parts of a change.
    public struct Parts: Sendable, Hashable {
        /// `x₁ − x₀`.
        public let total: Measured
        /// What the benchmark's overall growth brings.
        public let national: Measured
        /// What the industry's growth adds to it.
        public let mix: Measured
        /// What the region adds to that.
        public let regional: Measured
        /// The competitive part of the regional one (Esteban-Marquillas).
        public let competitive: Measured
        /// The rest of the regional part: being specialized where one is strong.
        public let allocation: Measured
    }

    /// One industry after the other.
    public let industries: [Parts]
    /// Their sums; competitive and allocation are undefined where an industry has no base.
    public let sum: Parts
    /// Industries that start from zero.
    public let withoutBase: [Int]
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.given, .zeroBaseKept)

    /// Numbers of one region and of its benchmark at the start and at the end of a period.
    public struct Period: Sendable, Hashable {
        /// The region's industries at the start.
        public var start: [Bounded]
        /// The same at the end.
        public var end: [Bounded]
        /// The benchmark's at the start.
        public var benchmarkStart: [Bounded]
        /// The benchmark's at the end.
        public var benchmarkEnd: [Bounded]

        /// A period.
        public init(start: [Bounded], end: [Bounded], benchmarkStart: [Bounded], benchmarkEnd: [Bounded]) {
            self.start = start
            self.end = end
            self.benchmarkStart = benchmarkStart
            self.benchmarkEnd = benchmarkEnd
        }
    }

    /// Splits the change of a period.
    ///
    /// Ranges take region and benchmark as moving apart, an outer bound where the benchmark holds the region.
    /// - Throws: lists of different length; numbers that are negative or not finite; a benchmark without an industry
    ///   that the region has.
    /// - Complexity: O(industries) for exact numbers.
    public static func run(on period: Period, search: RangeSearch = RangeSearch()) throws(InputProblems)
        -> ShiftShare
    {
        try check(period)
        let industries = period.start.indices.map { Splitter(period, [$0], search).parts }
        let sum = Splitter(period, Array(period.start.indices), search).parts
        return ShiftShare(
            industries: industries, sum: sum,
            withoutBase: period.start.indices.filter { period.start[$0].value <= 0 })
    }

    private static func check(_ period: Period) throws(InputProblems) {
        var check = InputCheck()
        let lists = [
            (ListName.start, period.start), (ListName.end, period.end),
            (ListName.benchmark, period.benchmarkStart), (ListName.benchmark, period.benchmarkEnd),
        ]
        for (name, list) in lists {
            check.count(name, list.count, period.start.count)
            check.within(name, list, 0)
        }
        for (column, (own, whole)) in zip(period.start, period.benchmarkStart).enumerated()
        where own.value > 0 && whole.value <= 0 {
            check.add(.benchmarkTooSmall(column: column, benchmark: whole.value, sum: own.value))
        }
        try check.finish()
    }
}

extension ShiftShare {
    /// Splits the change of some industries together.
    private struct Splitter {
        let period: Period
        let chosen: [Int]
        let search: RangeSearch

        init(_ period: Period, _ chosen: [Int], _ search: RangeSearch) {
            self.period = period
            self.chosen = chosen
            self.search = search
        }

        var parts: Parts {
            let isEmpty = period.benchmarkStart.sum.value <= 0
            let hasNoBase = chosen.contains { period.start[$0].value <= 0 }
            return Parts(
                total: measured(.total), national: isEmpty ? .undefined(.zeroBase) : measured(.national),
                mix: isEmpty ? .undefined(.zeroBase) : measured(.mix), regional: measured(.regional),
                competitive: hasNoBase ? .undefined(.zeroBase) : measured(.competitive),
                allocation: hasNoBase ? .undefined(.zeroBase) : measured(.allocation))
        }

        private func measured(_ part: Split.Part) -> Measured {
            let inputs =
                period.start + period.end + period.benchmarkStart + period.benchmarkEnd
            let formula = Split(
                part: part, count: period.start.count, chosen: chosen,
                grows: period.benchmarkStart.map { $0.value > 0 })
            return .checked(formula.result(of: inputs, search: search), else: .tooLarge)
        }
    }

    /// One part of the change, over start, end, benchmark start and benchmark end.
    private struct Split: Formula {
        enum Part { case total, national, mix, regional, competitive, allocation }
        let part: Part
        let count: Int
        let chosen: [Int]
        /// Which industries the benchmark has at the start; one that is new to it brings no growth rate, and all of it
        /// is regional.
        let grows: [Bool]

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let lists = (0..<4).map { Array(inputs[($0 * count)..<(($0 + 1) * count)]) }
            let (start, end, base, now) = (lists[0], lists[1], lists[2], lists[3])
            let one = Number(1)
            let overall = Number.sum(now) / Number.sum(base) - one
            let weight = Number.sum(start) / Number.sum(base)
            return .sum(
                chosen.map { c in
                    let growth = grows[c] ? now[c] / base[c] - one : Number(0)
                    switch part {
                    case .total: return end[c] - start[c]
                    case .national: return start[c] * overall
                    case .mix: return start[c] * (growth - overall)
                    case .regional: return end[c] - start[c] * (one + growth)
                    case .competitive: return weight * base[c] * (end[c] / start[c] - one - growth)
                    case .allocation:
                        return (start[c] - weight * base[c]) * (end[c] / start[c] - one - growth)
                    }
                })
        }
    }
}
