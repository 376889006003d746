public import Ecosystem
import Foundation

/// Numbers in words of a report: thousands commas, decimals as given, the comparison sign in front.
///
/// The same on every machine. Chinese 万 and 亿 and English million and billion are written where a study asks for
/// them, by `PrintedFigure` of Ecosystem.
public enum NumberWording {
    /// A number as readers see it: `>1,234.50`.
    ///
    /// What would begin with a long row of zeros is written by its power of ten: `2.4 × 10⁻¹²`.
    public static func text(_ number: FigureNumber) -> String {
        sign(number.qualifier)
            + (power(number.value, decimals: number.decimals)
                ?? digits(number.value, decimals: number.decimals))
    }

    /// A value under a ten-thousandth with seven decimals or more, with as many digits as those leave, two or three;
    /// `nil` for others.
    private static func power(_ value: Double, decimals: Int) -> String? {
        guard decimals >= 7, value.isFinite, value != 0, abs(value) < 1e-4 else { return nil }
        var exponent = Int(log10(abs(value)).rounded(.down))
        let shown = min(2, max(1, decimals + exponent))
        var mantissa = value / pow(10, Double(exponent))
        // Rounding may lead over to the next power.
        if digits(abs(mantissa), decimals: shown).hasPrefix("10") {
            exponent += 1
            mantissa /= 10
        }
        let raised = String(abs(exponent)).map { digit in
            digit.wholeNumberValue.flatMap { raisedDigits.indices.contains($0) ? raisedDigits[$0] : nil }
                ?? digit
        }
        return digits(mantissa, decimals: shown) + " × 10⁻" + String(raised)
    }

    private static let raisedDigits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    /// A value with so many decimals and thousands commas, rounded half to even on its decimal digits.
    ///
    /// A value that is not finite is written as `–`.
    public static func digits(_ value: Double, decimals: Int) -> String {
        DecimalText(value)?.rounded(decimals: decimals).text(grouped: true) ?? "–"
    }

    /// The number for files: no commas, no sign of comparison, a point before the decimals.
    public static func plain(_ number: FigureNumber) -> String {
        DecimalText(number.value)?.rounded(decimals: number.decimals).text(grouped: false) ?? ""
    }

    /// A fraction as per cent: 0.22 is `22%` in Chinese and `22 %` in English.
    public static func percent(_ fraction: Double, decimals: Int = 0, _ language: Language) -> String {
        with(unit: "%", digits(fraction * 100, decimals: decimals), language)
    }

    /// A number or text with its unit behind, spaced as the language wants it: Chinese puts no space before
    /// 年, 月, 日, %, ‰, ° and 家.
    public static func with(unit: String?, _ text: String, _ language: Language) -> String {
        guard let unit, let first = unit.first else { return text }
        if needsCross(unit) { return text + " × " + unit }
        let isTight = language == .zh && "年月日%‰°家".contains(first)
        return text + (isTight ? "" : " ") + unit
    }

    /// Whether a unit begins with digits, as “100 million yuan” does: two numbers in a row would read as one, so that “×” goes between.
    static func needsCross(_ unit: String) -> Bool { unit.first.map { ("0"..."9").contains($0) } ?? false }

    /// The sign printed before a number for a qualifier of the data; an unknown qualifier is printed as it is.
    public static func sign(_ qualifier: String) -> String {
        Qualifier(rawValue: qualifier)?.sign ?? qualifier
    }
}
