import Ecosystem
import Reporting

/// How shares of a loss are written on the pages about systemic risk.
enum LossNumbers {
    /// The unit of all of them.
    static let unit = Localized(same: "%")

    /// A share as per cent, with digits enough to tell values apart.
    static func percent(_ share: Double) -> FigureNumber {
        guard share != 0 else { return FigureNumber(0) }
        let decimals = share >= 0.1 ? 1 : share >= 0.01 ? 2 : share >= 0.001 ? 3 : share >= 1e-5 ? 5 : 7
        return FigureNumber(share * 100, decimals: decimals)
    }

    /// A share in a sentence: `15.9 %`, `15.9%`.
    static func words(_ share: Double) -> Localized {
        let number = NumberWording.text(percent(share))
        return Localized(number + " %", number + "%")
    }

    /// The ends of an interval in a sentence.
    static func range(_ interval: FirmRisk.Result.Bands.Interval) -> Localized {
        let (low, high) = (
            NumberWording.text(percent(interval.low)), NumberWording.text(percent(interval.high))
        )
        return Localized("\(low) to \(high) %", "\(low)% 至 \(high)%")
    }

    /// An interval as look and text want it: `15.9 % (13.6–18.8)`.
    static func words(_ interval: FirmRisk.Result.Bands.Interval) -> Localized {
        let (low, high) = (
            NumberWording.text(percent(interval.low)), NumberWording.text(percent(interval.high))
        )
        return words(interval.middle) + Localized(" (\(low)–\(high))", "（\(low)–\(high)）")
    }

    /// The columns of an interval, from the lowest to the highest.
    static let columns: [Table.Column] = [
        .numbers("low", "5 %", "5%", unit: unit), .numbers("quarter", "25 %", "25%", unit: unit),
        .numbers("middle", "Middle", "中位", unit: unit),
        .numbers("three_quarters", "75 %", "75%", unit: unit), .numbers("high", "95 %", "95%", unit: unit),
    ]

    /// Their ids.
    static let quantiles = columns.map(\.id)
}
