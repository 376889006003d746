/// A number together with what it may be: the value, and the interval that it is known to lie in.
///
/// A figure printed as 75.8 is 75.8 with 75.75 … 75.85. A number that is known exactly has an interval of one number.
public struct Bounded: Sendable, Hashable {
    /// The value.
    public let value: Double
    /// What it may be; holds the value.
    public let range: Interval

    /// A number that is known exactly.
    public init(_ value: Double) {
        self.value = value
        range = Interval(value)
    }

    /// A value with its interval; the interval is widened where it does not hold the value.
    public init(_ value: Double, in range: Interval) {
        self.value = value
        self.range = range.hull(Interval(value))
    }

    /// A value known to so much either way.
    public init(_ value: Double, give margin: Double) {
        self.init(value, in: Interval(holding: value - margin, value + margin))
    }

    /// The smallest that it may be.
    public var low: Double { range.lower }
    /// The largest that it may be.
    public var high: Double { range.upper }
    /// Whether it is known exactly.
    @inlinable public var isExact: Bool { range.isPoint }
}

extension Bounded: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// An exact number.
    public init(floatLiteral value: Double) { self.init(value) }
    /// An exact number.
    public init(integerLiteral value: Int) { self.init(Double(value)) }
}

extension Sequence<Bounded> {
    /// The values.
    @inlinable public var values: [Double] { map(\.value) }
    /// The sum, with the sum of the intervals.
    public var sum: Bounded {
        var total = CompensatedSum()
        var range = Interval(0)
        var isExact = true
        for number in self {
            total.add(number.value)
            range = range + number.range
            isExact = isExact && number.isExact
        }
        return isExact ? Bounded(total.value) : Bounded(total.value, in: range)
    }
}
