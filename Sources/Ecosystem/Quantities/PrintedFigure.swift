/// A figure as a document prints it: a number with all its digits, a comparison sign, a unit.
public struct PrintedFigure: Sendable, Hashable {
    /// The number as printed.
    public let number: PrintedNumber
    /// The comparison sign.
    public let qualifier: Qualifier
    /// The unit.
    public let unit: UnitOfMeasure

    /// A figure.
    public init(_ number: PrintedNumber, _ unit: UnitOfMeasure, _ qualifier: Qualifier = .exactly) {
        self.number = number
        self.unit = unit
        self.qualifier = qualifier
    }

    /// The number as a double, in the figure's own unit.
    public var value: Double { number.value }

    /// The number in the reference unit of its dimension: yuan for money, tonnes for mass, a fraction for shares.
    public var referenceValue: Double {
        let scale = unit.definition.scale
        return (number.timesTen(toThe: scale.power)?.value ?? number.value * scale.value)
            * (scale.rest == 1 ? 1 : scale.rest)
    }

    /// The number in another unit of the same dimension.
    ///
    /// - Throws: `UnitProblem.differentDimension`.
    public func value(in other: UnitOfMeasure) throws(UnitProblem) -> Double {
        guard unit.converts(to: other) else { throw .differentDimension(from: unit.key, to: other.key) }
        let (from, to) = (unit.definition.scale, other.definition.scale)
        let shifted =
            number.timesTen(toThe: from.power - to.power)?.value ?? number.value * from.value / to.value
        return from.rest == to.rest ? shifted : shifted * from.rest / to.rest
    }

    /// The same figure in another unit of the same dimension, with the same digits and sign: 22 percent is the
    /// fraction 0.22, 843.7 times 100 million yuan is 84.37 billion yuan.
    ///
    /// - Throws: `UnitProblem` where the dimensions differ or the factor is no power of ten.
    public func converted(to other: UnitOfMeasure) throws(UnitProblem) -> PrintedFigure {
        guard unit.converts(to: other) else { throw .differentDimension(from: unit.key, to: other.key) }
        let (from, to) = (unit.definition.scale, other.definition.scale)
        guard from.rest == to.rest else { throw .notDecimal(from: unit.key, to: other.key) }
        guard let moved = number.timesTen(toThe: from.power - to.power) else {
            throw .tooLarge(from: unit.key, to: other.key)
        }
        return PrintedFigure(moved, other, qualifier)
    }

    /// The numbers that the figure allows, in its own unit; `nil` for "about", which says no width.
    ///
    /// An exact figure stands for everything that rounds to it: half a unit of the last printed digit each way. Whole
    /// numbers of whole things are exact. Zeros at the end of a whole number count as printed: no rule can tell them
    /// from rounding.
    public var interval: FigureInterval? {
        switch qualifier {
        case .exactly:
            if unit.definition.isWhole && number.exponent >= 0 && unit.definition.scale.power == 0 {
                return FigureInterval(lower: value, upper: value)
            }
            let end = number.roundingEnds
            return FigureInterval(lower: end.lower, upper: end.upper)
        case .moreThan, .justOver: return FigureInterval(lower: value, upper: nil, includesLower: false)
        case .lessThan, .nearly: return FigureInterval(lower: nil, upper: value, includesUpper: false)
        case .atLeast: return FigureInterval(lower: value, upper: nil)
        case .atMost: return FigureInterval(lower: nil, upper: value)
        case .about: return nil
        }
    }
}

extension PrintedNumber {
    /// The number half a unit of the last digit below and above.
    var roundingEnds: (lower: Double, upper: Double) {
        let half = PrintedNumber(digits: 5, exponent: exponent - 1)?.value ?? 0
        guard let lower = tenfold(minus: 5), let upper = tenfold(minus: -5) else {
            return (value - half, value + half)
        }
        return (lower.value, upper.value)
    }

    private func tenfold(minus amount: Int64) -> PrintedNumber? {
        let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
        return overflow ? nil : PrintedNumber(digits: product - amount, exponent: exponent - 1)
    }
}

extension PrintedFigure: Codable {
    private enum CodingKeys: String, CodingKey { case value, qualifier, unit, printed }

    /// Reads `{value, qualifier, unit}`; `printed` holds the digits as text where they matter.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let printed = try container.decodeIfPresent(String.self, forKey: .printed)
        let value = try container.decode(Double.self, forKey: .value)
        guard let number = printed.map(PrintedNumber.init(reading:)) ?? PrintedNumber(value) else {
            throw DecodingError.dataCorruptedError(
                forKey: .value, in: container,
                debugDescription: "\(printed ?? "\(value)") is no number that can be held.")
        }
        self.init(
            number, try container.decode(UnitOfMeasure.self, forKey: .unit),
            try container.decodeIfPresent(Qualifier.self, forKey: .qualifier) ?? .exactly)
    }

    /// Writes `{value, qualifier, unit}` and, where the number alone would lose a printed zero, `printed`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encode(qualifier, forKey: .qualifier)
        try container.encode(unit, forKey: .unit)
        if PrintedNumber(value) != number { try container.encode(number.text, forKey: .printed) }
    }
}
