public import Kernels

/// The structure of one region or date: parts of a whole, one of which may be what the others leave.
///
/// Documents often print some shares and leave the last to the reader. Taken as a number of its own it would move freely
/// in its interval; taken as the remainder it moves against the others, and ranges come out as narrow as they are.
public struct Composition: Sendable, Hashable {
    /// The parts, all known or one of them the remainder (`nil`).
    private let known: [Bounded]
    /// The place of the remainder; `nil` where every part is known.
    public let remainder: Int?
    /// The whole that the remainder completes.
    public let whole: Double

    /// Parts that are all known: levels or shares.
    ///
    /// - Throws: every part that is negative or not finite.
    public init(_ parts: [Bounded]) throws(InputProblems) {
        var check = InputCheck()
        check.within(ListName.values, parts, 0)
        if !parts.map(\.high).compensatedSum.isFinite { check.add(.tooLarge(list: ListName.values)) }
        try check.finish()
        known = parts
        remainder = nil
        whole = 0
    }

    /// Shares of a whole of which one is what the others leave.
    ///
    /// - Parameters:
    ///   - parts: the shares, without the remainder.
    ///   - place: where the remainder stands in the full list.
    ///   - whole: what all of them make, 1 or 100.
    /// - Throws: every part that is negative or not finite; parts that make more than the whole.
    public init(_ parts: [Bounded], remainderAt place: Int, of whole: Double) throws(InputProblems) {
        var check = InputCheck()
        check.within(ListName.values, parts, 0)
        if place < 0 || place > parts.count {
            check.add(
                .outside(
                    list: ListName.positions, position: 0, value: Double(place), low: 0,
                    high: Double(parts.count)))
        }
        let low = parts.map(\.low).compensatedSum
        if parts.sum.value > whole * (1 + 1e-12) || !whole.isFinite {
            check.add(.outside(list: ListName.values, position: 0, value: low, low: 0, high: whole))
        }
        try check.finish()
        known = parts
        remainder = place
        self.whole = whole
    }

    /// How many parts there are.
    public var count: Int { known.count + (remainder == nil ? 0 : 1) }
    /// What moves for itself.
    var inputs: [Bounded] { known }

    /// All parts, made of the inputs.
    func parts<Number: FormulaNumber>(of inputs: ArraySlice<Number>) -> [Number] {
        guard let remainder else { return Array(inputs) }
        var parts = Array(inputs)
        parts.insert(Number.larger(Number(whole) - .sum(inputs), Number(0)), at: remainder)
        return parts
    }

    /// All parts, with their ranges.
    public var parts: [Bounded] {
        guard let remainder else { return known }
        let sum = known.sum
        let left = max(0, whole - sum.value)
        let range =
            (Interval(whole) - sum.range).intersection(.notNegative) ?? Interval(0)
        var parts = known
        parts.insert(sum.isExact ? Bounded(left) : Bounded(left, in: range), at: remainder)
        return parts
    }

    /// A power of two near the largest part: dividing by it loses no digit and keeps squares within bounds.
    var scale: Double {
        let largest = parts.values.max() ?? 0
        guard largest.isNormal else { return 1 }
        return Double(sign: .plus, exponent: min(largest.exponent, 1000), significand: 1)
    }

    /// Whether all parts are zero.
    var isEmpty: Bool { parts.sum.value <= 0 }
}
