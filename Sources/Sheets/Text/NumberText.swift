/// Decimal numbers as text, independent of any locale: `[+-]digits[.digits][e[+-]digits]`.
public enum NumberText {
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20,
        1e21, 1e22,
    ]

    /// The double nearest to the number written in `text`; nil where `text` is anything else (also for spaces, `inf` and a
    /// number too large for a double).
    ///
    /// Up to 15 digits with a power of ten up to 22 are exact in one operation (Clinger 1990); longer ones go to the
    /// standard library.
    public static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard FormulaGuard.isPlainNumber(text) else { return nil }
        var digits: UInt64 = 0
        var count = 0
        var scale = 0
        var isFraction = false
        var index = 0
        let isNegative = text.first == 0x2D
        if isNegative || text.first == 0x2B { index = 1 }
        while index < text.count {
            let byte = text[index]
            if byte == 0x2E {
                isFraction = true
            } else if byte >= 0x30, byte <= 0x39 {
                if digits > 0 || byte > 0x30 { count += 1 }
                if count > 15 { return slow(text) }
                digits = digits &* 10 &+ UInt64(byte &- 0x30)
                if isFraction { scale -= 1 }
            } else {
                return slow(text)
            }
            index += 1
        }
        guard scale >= -22 else { return slow(text) }
        let magnitude = Double(digits) / powers[-scale]
        return isNegative ? -magnitude : magnitude
    }

    /// The whole number written in `text` without point or exponent; nil where `text` is anything else or too large.
    public static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = 0
        let isNegative = text.first == 0x2D
        if isNegative || text.first == 0x2B { index = 1 }
        guard index < text.count else { return nil }
        var value = 0
        while index < text.count {
            let byte = text[index]
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = product.subtractingReportingOverflow(Int(byte &- 0x30))
            guard !isOver, !isOverToo else { return nil }
            value = sum
            index += 1
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// The shortest text that reads back as `value`; whole numbers up to 2^53 without point and exponent.
    public static func text(_ value: Double) -> String {
        if value.magnitude <= 9_007_199_254_740_992, value == value.rounded() { return String(Int(value)) }
        return value.description
    }

    private static func slow(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }
}
