/// Numbers for readers: thousands commas, 万 and 亿 in Chinese, million and billion in English, as many digits as
/// were printed. Independent of the machine's language.
public enum NumberWords {
    /// A power of ten that has a word.
    public struct Scale: Sendable, Hashable {
        /// The power of ten.
        public let power: Int
        /// The word behind the number; empty for the plain number.
        public let word: String
    }

    /// The scales of a language, largest first; each is used from one of it on.
    public static func scales(_ language: Language) -> [Scale] {
        switch language {
        case .zh:
            [
                Scale(power: 12, word: "万亿"), Scale(power: 8, word: "亿"), Scale(power: 4, word: "万"),
                Scale(power: 0, word: ""),
            ]
        case .en:
            [
                Scale(power: 12, word: "trillion"), Scale(power: 9, word: "billion"),
                Scale(power: 6, word: "million"),
                Scale(power: 0, word: ""),
            ]
        }
    }

    /// The largest scale that leaves at least one before the point.
    public static func scale(for number: PrintedNumber, _ language: Language) -> Scale {
        let size = String(number.digits.magnitude).utf8.count + number.exponent
        let plain = Scale(power: 0, word: "")
        guard number.digits != 0 else { return plain }
        return scales(language).first { size > $0.power } ?? plain
    }

    /// A number in a scale without its word: `84.37` for 84,370,000,000 in billions. Nothing is rounded; zeros
    /// after the point stay only where they were printed there.
    public static func text(_ number: PrintedNumber, in scale: Scale) -> String {
        digits(number.exponent >= 0 ? number.withoutEndingZeros : number, in: scale)
    }

    /// All digits of a number in a scale.
    static func digits(_ number: PrintedNumber, in scale: Scale) -> String {
        guard let scaled = number.timesTen(toThe: -scale.power) else { return grouped(number.text) }
        return grouped(scaled.text)
    }

    /// A number with the word of its scale in a language: `4,804.93 万`, `48.0493 million`.
    public static func text(_ number: PrintedNumber, _ language: Language) -> String {
        let scale = scale(for: number, language)
        return text(number, in: scale) + (scale.word.isEmpty ? "" : " " + scale.word)
    }

    /// A number rounded to some decimals, half away from zero, for computed results; `nil` where it is not finite.
    public static func text(_ number: Double, decimals: Int) -> String? {
        guard number.isFinite, (0...12).contains(decimals) else { return nil }
        guard number.magnitude < 1e15 else { return "\(number)" }
        guard let exact = PrintedNumber(number)?.rounded(decimals: decimals) else { return nil }
        return grouped(exact.text)
    }

    /// Thousands commas in the part before the point.
    static func grouped(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let body = text.dropFirst(sign.count)
        let whole = body.prefix { $0 != "." }
        var result = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return sign + result + body.dropFirst(whole.count)
    }
}

extension PrintedNumber {
    /// The number with this many decimals: filled with zeros or rounded half away from zero.
    public func rounded(decimals wanted: Int) -> PrintedNumber? {
        let target = -max(0, wanted)
        var digits = digits
        var exponent = exponent
        while exponent > target {
            let (shifted, overflow) = digits.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            digits = shifted
            exponent -= 1
        }
        if exponent < target {
            var divisor: Int64 = 1
            for _ in exponent..<target {
                let (next, overflow) = divisor.multipliedReportingOverflow(by: 10)
                if overflow { return PrintedNumber(digits: 0, exponent: target) }
                divisor = next
            }
            let (quotient, rest) = digits.quotientAndRemainder(dividingBy: divisor)
            let isUp = rest.magnitude >= divisor.magnitude - rest.magnitude
            digits = quotient + (isUp ? (digits < 0 ? -1 : 1) : 0)
        }
        return PrintedNumber(digits: digits, exponent: target)
    }
}
