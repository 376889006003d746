/// A decimal number exactly as printed: 42.30 keeps its zero, 84.37 is not 84.36999.
///
/// Held as digits and a power of ten: at most 18 digits, exponents from -40 to 40.
public struct PrintedNumber: Sendable, Hashable {
    /// All digits as a whole number with its sign.
    public let digits: Int64
    /// The power of ten of the last printed digit: -2 for 42.30, 0 for 300.
    public let exponent: Int

    /// A number from digits and the place of the last one; `nil` beyond 18 digits or exponents of ±40.
    public init?(digits: Int64, exponent: Int) {
        guard digits.magnitude < 1_000_000_000_000_000_000, (-40...40).contains(exponent) else { return nil }
        self.digits = digits
        self.exponent = exponent
    }

    /// A whole number; `nil` beyond 18 digits.
    public init?(_ number: Int) { self.init(digits: Int64(number), exponent: 0) }

    /// The shortest decimal that reads back as this double; `nil` for infinities, NaN and beyond the limits.
    public init?(_ number: Double) {
        guard number.isFinite else { return nil }
        let text = "\(number)"
        self.init(reading: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    /// Reads `843.7`, `-0.5`, `+3`, `.5`, `1e6`, `48,049,300` and their full-width forms.
    ///
    /// Commas must stand between groups of three digits before the point. `nil` for anything else and beyond the
    /// limits of the type.
    public init?(reading text: String) {
        let given = IdentifierText(text)
        var rest = given.scalars[...]
        var isNegative = false
        if let sign = rest.first, sign == "-" || sign == "+" || sign == "\u{2212}" {
            isNegative = sign != "+"
            rest = rest.dropFirst()
        }
        var power = 0
        if let mark = rest.firstIndex(of: "E") {
            guard let written = Int(IdentifierText.string(rest[(mark + 1)...])), written.magnitude <= 60
            else {
                return nil
            }
            power = written
            rest = rest[..<mark]
        }
        let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap(Self.ungrouped) else { return nil }
        let decimals = parts.count == 2 ? Array(parts[1]) : []
        guard !(whole.isEmpty && decimals.isEmpty), decimals.allSatisfy(IdentifierText.isDigit) else {
            return nil
        }
        var value: Int64 = 0
        for scalar in whole + decimals {
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(Int64(scalar.value) - 48)
            if overflow || carry { return nil }
            value = sum
        }
        self.init(digits: isNegative ? -value : value, exponent: power - decimals.count)
    }

    /// The digits without separators, as printed: `42.30`.
    public var text: String {
        let sign = digits < 0 ? "-" : ""
        let plain = String(digits.magnitude)
        if exponent >= 0 {
            return sign + plain + (digits == 0 ? "" : String(repeating: "0", count: exponent))
        }
        let filled = String(repeating: "0", count: max(0, decimals + 1 - plain.utf8.count)) + plain
        return sign + filled.dropLast(decimals) + "." + filled.suffix(decimals)
    }

    /// The number of digits after the point.
    public var decimals: Int { max(0, -exponent) }

    /// The nearest double.
    public var value: Double { Double("\(digits)e\(exponent)") ?? 0 }

    /// The number times a power of ten, exactly; `nil` beyond the limits.
    public func timesTen(toThe power: Int) -> PrintedNumber? {
        let (sum, overflow) = exponent.addingReportingOverflow(power)
        return overflow ? nil : PrintedNumber(digits: digits, exponent: sum)
    }

    /// The same number with its zeros at the end moved into the exponent.
    var withoutEndingZeros: PrintedNumber {
        var digits = digits
        var exponent = exponent
        while digits != 0, digits % 10 == 0, exponent < 40 {
            digits /= 10
            exponent += 1
        }
        return PrintedNumber(digits: digits, exponent: exponent) ?? self
    }

    /// Digits without their commas; `nil` where commas do not stand between groups of three.
    private static func ungrouped(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        let groups = scalars.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy(IdentifierText.isDigit) }) else { return nil }
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        return groups.flatMap { $0 }
    }
}
