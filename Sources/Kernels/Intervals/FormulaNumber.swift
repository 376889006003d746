import Foundation

/// A number that a formula is written over once: over `Double` it gives the value, over ``TracedNumber`` the range
/// that the value has while its inputs move in their intervals.
public protocol FormulaNumber {
    /// A known number.
    init(_ value: Double)
    /// The sum.
    static func + (left: Self, right: Self) -> Self
    /// The difference.
    static func - (left: Self, right: Self) -> Self
    /// The product.
    static func * (left: Self, right: Self) -> Self
    /// The quotient.
    static func / (left: Self, right: Self) -> Self
    /// Without its sign.
    var magnitude: Self { get }
    /// The square root of a number that is not negative.
    func squareRoot() -> Self
    /// The natural logarithm of a positive number.
    func logarithm() -> Self
    /// x ln x of a number that is not negative; 0 at 0.
    func timesLogarithm() -> Self
    /// A number that is not negative to a positive power.
    func power(_ exponent: Double) -> Self
    /// The smaller of two.
    static func smaller(_ one: Self, _ other: Self) -> Self
    /// The larger of two.
    static func larger(_ one: Self, _ other: Self) -> Self
}

extension FormulaNumber {
    /// The number with the other sign.
    @inlinable public static prefix func - (one: Self) -> Self { Self(0) - one }

    /// The sum of numbers; 0 for none.
    @inlinable public static func sum(_ numbers: some Sequence<Self>) -> Self {
        var total: Self?
        for number in numbers { total = total.map { $0 + number } ?? number }
        return total ?? Self(0)
    }

    /// The sum of products, pair by pair.
    @inlinable public static func dot(_ left: some Sequence<Self>, _ right: some Sequence<Self>) -> Self {
        sum(zip(left, right).map { $0 * $1 })
    }

    /// Each number as a part of their sum.
    @inlinable public static func parts(_ numbers: [Self]) -> [Self] {
        let total = sum(numbers)
        return numbers.map { $0 / total }
    }
}

extension Double: FormulaNumber {
    /// The natural logarithm.
    public func logarithm() -> Double { log(self) }
    /// x ln x; 0 at 0.
    public func timesLogarithm() -> Double { self == 0 ? 0 : self * log(self) }
    /// The number to a power.
    public func power(_ exponent: Double) -> Double { pow(self, exponent) }
    /// The smaller of two.
    @inlinable public static func smaller(_ one: Double, _ other: Double) -> Double { Swift.min(one, other) }
    /// The larger of two.
    @inlinable public static func larger(_ one: Double, _ other: Double) -> Double { Swift.max(one, other) }
}
