import Ecosystem
import Kernels

/// Printed figures of a place over the years, each with the interval that its rounding leaves.
struct StructureSeries {
    /// One figure.
    struct Point {
        let year: Int
        /// The number as it counts: a share in percent, value added in its unit.
        let value: Bounded
        /// The figures that it rests on.
        let origin: Origin
        /// Whether it is what others leave.
        let isDerived: Bool
    }

    private(set) var points: [Int: Point] = [:]

    /// The figures of an indicator for a place: a corrected reading before a printed one, derived ones of the package left out.
    ///
    /// - Parameter decimals: how many decimals the table prints; `nil` takes each cell's own.
    init(_ figures: [Indicator], decimals: Int?) {
        let corrected = Set(figures.compactMap(\.corrects))
        for figure in figures where figure.status != "derived" && !corrected.contains(figure.id) {
            guard let year = figure.lastYear, let text = figure.valueText,
                let number = PrintedNumber(reading: text), let value = figure.value
            else { continue }
            // A figure of body text that repeats the table's stands behind it.
            if let known = points[year], known.origin.basis <= figure.record.origin.basis { continue }
            let places = decimals ?? max(0, -number.exponent)
            points[year] = Point(
                year: year, value: Bounded(value, give: 0.5 * StructureSeries.unit(places)),
                origin: figure.record.origin, isDerived: false)
        }
    }

    init(_ points: [Point]) {
        for point in points { self.points[point.year] = point }
    }

    var years: [Int] { points.keys.sorted() }
    subscript(year: Int) -> Point? { points[year] }

    private static func unit(_ decimals: Int) -> Double {
        (0..<min(decimals, 12)).reduce(1) { unit, _ in unit / 10 }
    }

    /// The most decimals that any figure of a list is printed with.
    static func decimals(_ figures: [Indicator]) -> Int {
        figures.compactMap { $0.valueText.flatMap(PrintedNumber.init(reading:)) }
            .map { max(0, -$0.exponent) }.max() ?? 0
    }
}
