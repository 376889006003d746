public import Kernels

/// Parts of a sum.
public enum Shares {
    /// Each number as a part of their sum, with its exact range; a reason throughout where the sum is zero.
    ///
    /// - Complexity: O(n).
    public static func of(_ numbers: [Bounded], else reason: Undefined = .nothingThere) -> [Measured] {
        let total = numbers.sum
        guard total.value > 0 else { return numbers.map { _ in .undefined(reason) } }
        let lows = numbers.map(\.low).compensatedSum
        let highs = numbers.map(\.high).compensatedSum
        return numbers.map { number in
            let share = number.value / total.value
            guard share.isFinite, total.value.isFinite else { return .undefined(.tooLarge) }
            if total.isExact { return Measured(share) }
            let rest = Interval(holding: max(0, lows - number.low), max(0, highs - number.high))
            return .value(Bounded(share, in: range(of: number.range, beside: rest)))
        }
    }

    /// The range of `a / (a + b)` for numbers that are not negative.
    static func range(of part: Interval, beside rest: Interval) -> Interval {
        let low = part.lower > 0 ? part.lower / (part.lower + rest.upper) : 0
        let high = part.upper > 0 ? part.upper / (part.upper + max(0, rest.lower)) : 0
        let range = Interval(holding: low * (1 - 1e-14), high * (1 + 1e-14))
        return range.intersection(.unit) ?? .unit
    }
}
