public import Ecosystem

/// Numbers in words of a report: thousands commas, decimals as given, the comparison sign in front.
///
/// The same on every machine. Chinese 万 and 亿 and English million and billion are written where a study asks for
/// them, by `PrintedFigure` of Ecosystem.
public enum NumberWording {
    /// A number as readers see it: `>1,234.50`.
    public static func text(_ number: FigureNumber) -> String {
        sign(number.qualifier) + digits(number.value, decimals: number.decimals)
    }

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
        let isTight = language == .zh && "年月日%‰°家".contains(first)
        return text + (isTight ? "" : " ") + unit
    }

    /// The sign printed before a number for a qualifier of the data; an unknown qualifier is printed as it is.
    public static func sign(_ qualifier: String) -> String {
        Qualifier(rawValue: qualifier)?.sign ?? qualifier
    }
}
