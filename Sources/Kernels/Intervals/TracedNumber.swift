import Foundation

/// The record of a formula while it runs: for each step, the range of its value and of its derivatives.
final class FormulaTape {
    /// One step: the steps that it rests on, and the ranges of its derivatives by them.
    struct Step {
        var first: Int
        var second: Int
        var firstSlope: Interval
        var secondSlope: Interval
    }

    private(set) var steps: [Step] = []

    /// Records a step and returns its number.
    func record(_ first: Int, _ firstSlope: Interval, _ second: Int, _ secondSlope: Interval) -> Int {
        steps.append(Step(first: first, second: second, firstSlope: firstSlope, secondSlope: secondSlope))
        return steps.count - 1
    }

    /// Ranges of the derivatives of a step by the first `count` steps, which are the inputs.
    ///
    /// - Complexity: O(steps).
    func slopes(of result: Int, by count: Int) -> [Interval] {
        var slopes = [Interval](repeating: Interval(0), count: steps.count)
        guard result >= 0, result < steps.count else { return Array(slopes.prefix(count)) }
        slopes[result] = Interval(1)
        for index in stride(from: result, through: count, by: -1) where slopes[index] != Interval(0) {
            let step = steps[index]
            if step.first >= 0 { slopes[step.first] = slopes[step.first] + slopes[index] * step.firstSlope }
            if step.second >= 0 {
                slopes[step.second] = slopes[step.second] + slopes[index] * step.secondSlope
            }
        }
        return Array(slopes.prefix(count))
    }
}

/// A number of a formula that runs over intervals: the range of its value, and its step on the tape.
///
/// Derivatives come from the tape backwards, for all inputs at once. Source: A. Griewank, A. Walther, “Evaluating
/// Derivatives”, SIAM 2008, with interval arithmetic in place of numbers.
public struct TracedNumber: FormulaNumber {
    /// The range of the value.
    public let range: Interval
    let step: Int
    let tape: FormulaTape?

    /// A known number, on no tape.
    public init(_ value: Double) { self.init(range: Interval(value), step: -1, tape: nil) }

    /// An input of a formula.
    init(input range: Interval, on tape: FormulaTape) {
        self.init(
            range: range, step: tape.record(-1, Interval(0), -1, Interval(0)), tape: tape)
    }

    private init(range: Interval, step: Int, tape: FormulaTape?) {
        self.range = range
        self.step = step
        self.tape = tape
    }

    private func derived(_ range: Interval, slope: Interval) -> TracedNumber {
        guard let tape else { return TracedNumber(range: range, step: -1, tape: nil) }
        return TracedNumber(
            range: range, step: tape.record(step, slope, -1, Interval(0)), tape: tape)
    }

    private static func derived(
        _ range: Interval, _ left: TracedNumber, _ leftSlope: Interval, _ right: TracedNumber,
        _ rightSlope: Interval
    ) -> TracedNumber {
        guard let tape = left.tape ?? right.tape else {
            return TracedNumber(range: range, step: -1, tape: nil)
        }
        let step = tape.record(left.step, leftSlope, right.step, rightSlope)
        return TracedNumber(range: range, step: step, tape: tape)
    }
}

extension TracedNumber {
    /// The sum.
    public static func + (left: TracedNumber, right: TracedNumber) -> TracedNumber {
        derived(left.range + right.range, left, Interval(1), right, Interval(1))
    }
    /// The difference.
    public static func - (left: TracedNumber, right: TracedNumber) -> TracedNumber {
        derived(left.range - right.range, left, Interval(1), right, Interval(-1))
    }
    /// The product; a number times itself is a square.
    public static func * (left: TracedNumber, right: TracedNumber) -> TracedNumber {
        if left.step >= 0, left.step == right.step {
            let size = left.range.size
            let square = size * size
            let range = Interval(holding: max(0, square.lower), square.upper)
            return derived(range, left, left.range, right, right.range)
        }
        return derived(left.range * right.range, left, right.range, right, left.range)
    }
    /// The quotient.
    public static func / (left: TracedNumber, right: TracedNumber) -> TracedNumber {
        let inverse = Interval(1) / right.range
        let range = left.range / right.range
        return derived(range, left, inverse, right, -(range * inverse))
    }
    /// Without its sign.
    public var magnitude: TracedNumber {
        let slope =
            range.lower >= 0 ? Interval(1) : range.upper <= 0 ? Interval(-1) : Interval(holding: -1, 1)
        return derived(range.size, slope: slope)
    }
    /// The square root; what lies below zero is left out.
    public func squareRoot() -> TracedNumber {
        let root = Interval(
            holding: max(0, max(0, range.lower).squareRoot().nextDown),
            max(0, range.upper).squareRoot().nextUp)
        return derived(root, slope: Interval(0.5) / root)
    }
    /// The natural logarithm; what lies below zero is left out.
    public func logarithm() -> TracedNumber {
        let allowed = Interval(holding: max(0, range.lower), max(0, range.upper))
        return derived(allowed.logarithm, slope: Interval(1) / allowed)
    }
    /// x ln x; what lies below zero is left out.
    public func timesLogarithm() -> TracedNumber {
        let allowed = Interval(holding: max(0, range.lower), max(0, range.upper))
        let ends = [allowed.lower, allowed.upper].map {
            ($0.isFinite ? Interval($0.timesLogarithm()) : Interval($0)).widened.widened
        }
        var value = ends[0].hull(ends[1])
        // The smallest value is −1/e at 1/e.
        if allowed.contains(exp(-1)) { value = value.hull(Interval(-exp(-1)).widened.widened) }
        return derived(value, slope: allowed.logarithm + Interval(1))
    }
    /// A positive power; what lies below zero is left out.
    public func power(_ exponent: Double) -> TracedNumber {
        let allowed = Interval(holding: max(0, range.lower), max(0, range.upper))
        let value = allowed.power(exponent)
        let slope =
            exponent >= 1
            ? Interval(exponent) * allowed.power(exponent - 1)
            : Interval(exponent) / allowed.power(1 - exponent)
        return derived(Interval(holding: max(0, value.lower), value.upper), slope: slope)
    }
    /// The smaller of two.
    public static func smaller(_ one: TracedNumber, _ other: TracedNumber) -> TracedNumber {
        let range = Interval(
            holding: min(one.range.lower, other.range.lower), min(one.range.upper, other.range.upper))
        let isFirst = weights(one.range.upper <= other.range.lower, other.range.upper <= one.range.lower)
        return derived(range, one, isFirst, other, Interval(1) - isFirst)
    }
    /// The larger of two.
    public static func larger(_ one: TracedNumber, _ other: TracedNumber) -> TracedNumber {
        let range = Interval(
            holding: max(one.range.lower, other.range.lower), max(one.range.upper, other.range.upper))
        let isFirst = weights(one.range.lower >= other.range.upper, other.range.lower >= one.range.upper)
        return derived(range, one, isFirst, other, Interval(1) - isFirst)
    }

    private static func weights(_ isFirst: Bool, _ isSecond: Bool) -> Interval {
        isFirst ? Interval(1) : isSecond ? Interval(0) : .unit
    }
}

extension Interval {
    /// The numbers without their signs.
    var size: Interval {
        if lower >= 0 { return self }
        if upper <= 0 { return -self }
        return Interval(holding: 0, max(-lower, upper))
    }
    fileprivate var logarithm: Interval { Interval(holding: log(lower), log(upper)).widened.widened }
    fileprivate func power(_ exponent: Double) -> Interval {
        exponent == 0
            ? Interval(1) : Interval(holding: pow(lower, exponent), pow(upper, exponent)).widened.widened
    }
}
