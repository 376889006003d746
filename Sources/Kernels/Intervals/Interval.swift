/// All numbers from ``lower`` to ``upper``, both included; ends may be infinite.
///
/// Arithmetic is rounded outward by one unit in the last place, so that an interval never loses a number that the
/// exact operation would give. Source: R. E. Moore, R. B. Kearfott, M. J. Cloud, “Introduction to Interval Analysis”,
/// SIAM 2009.
public struct Interval: Sendable, Hashable {
    /// The smallest number.
    public let lower: Double
    /// The largest number.
    public let upper: Double

    /// An interval; `nil` where an end is not a number or the ends stand the wrong way round.
    public init?(_ lower: Double, _ upper: Double) {
        guard lower <= upper else { return nil }
        self.lower = lower
        self.upper = upper
    }

    /// One number; what is not a number becomes everything.
    public init(_ value: Double) { self = value.isNaN ? .everything : Interval(ends: value, value) }

    /// The smallest interval that holds both numbers; what is not a number becomes everything.
    public init(holding one: Double, _ other: Double) {
        self = one.isNaN || other.isNaN ? .everything : Interval(ends: min(one, other), max(one, other))
    }

    private init(ends lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// Every number.
    public static let everything = Interval(ends: -.infinity, .infinity)
    /// 0 to 1.
    public static let unit = Interval(ends: 0, 1)
    /// 0 and everything above.
    public static let notNegative = Interval(ends: 0, .infinity)

    /// The distance of the ends.
    public var width: Double { upper - lower }
    /// Whether it is one number.
    @inlinable public var isPoint: Bool { lower == upper }
    /// Whether both ends are finite.
    public var isFinite: Bool { lower.isFinite && upper.isFinite }
    /// A number in the middle; of an interval without an end, one that lies in it.
    public var middle: Double {
        if isPoint { return lower }
        if isFinite { return min(max(lower / 2 + upper / 2, lower), upper) }
        if lower.isFinite { return lower }
        return upper.isFinite ? upper : 0
    }

    /// Whether a number lies in it.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
    /// Whether another interval lies in it.
    public func contains(_ other: Interval) -> Bool { lower <= other.lower && other.upper <= upper }

    /// What both hold; `nil` where they hold nothing in common.
    public func intersection(_ other: Interval) -> Interval? {
        Interval(max(lower, other.lower), min(upper, other.upper))
    }

    /// The smallest interval that holds both.
    public func hull(_ other: Interval) -> Interval {
        Interval(ends: min(lower, other.lower), max(upper, other.upper))
    }

    /// An interval one unit in the last place wider at each end.
    public var widened: Interval {
        if lower.isNaN || upper.isNaN { return .everything }
        return Interval(ends: lower.nextDown, upper.nextUp)
    }
}

extension Interval {
    /// The sum.
    public static func + (left: Interval, right: Interval) -> Interval {
        Interval(holding: left.lower + right.lower, left.upper + right.upper).widened
    }

    /// The difference.
    public static func - (left: Interval, right: Interval) -> Interval {
        Interval(holding: left.lower - right.upper, left.upper - right.lower).widened
    }

    /// The same numbers with the other sign.
    public static prefix func - (one: Interval) -> Interval { Interval(ends: -one.upper, -one.lower) }

    /// The product; nothing times an infinite end is nothing.
    public static func * (left: Interval, right: Interval) -> Interval {
        func product(_ one: Double, _ other: Double) -> Double { one == 0 || other == 0 ? 0 : one * other }
        let ends = (
            product(left.lower, right.lower), product(left.lower, right.upper),
            product(left.upper, right.lower), product(left.upper, right.upper)
        )
        let low = min(min(ends.0, ends.1), min(ends.2, ends.3))
        let high = max(max(ends.0, ends.1), max(ends.2, ends.3))
        // A factor that is exactly 0 or 1 rounds nothing.
        if left == Interval(0) || right == Interval(0) { return Interval(0) }
        if left == Interval(1) || right == Interval(1) { return Interval(holding: low, high) }
        return Interval(holding: low, high).widened
    }

    /// The quotient. A divisor that holds 0 inside gives everything, one that ends at 0 gives an infinite end.
    public static func / (left: Interval, right: Interval) -> Interval {
        if left == Interval(0), right != Interval(0) { return Interval(0) }
        if right.lower > 0 || right.upper < 0 {
            return left * Interval(holding: 1 / right.upper, 1 / right.lower).widened
        }
        if right.lower == 0, right.upper > 0 {
            return left * Interval(ends: (1 / right.upper).nextDown, .infinity)
        }
        if right.upper == 0, right.lower < 0 {
            return left * Interval(ends: -.infinity, (1 / right.lower).nextUp)
        }
        return .everything
    }
}
