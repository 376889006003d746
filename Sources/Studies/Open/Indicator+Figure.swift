import Ecosystem
import Reporting

extension Indicator {
    /// The figure with its comparison sign and unit, shares as fractions; `nil` where the value is no number.
    var figure: PrintedFigure? {
        guard let figure = printed else { return nil }
        guard figure.unit.dimension == .share else { return figure }
        return (try? figure.converted(to: UnitOfMeasure("fraction"))) ?? figure
    }

    /// The figure in the unit that the package writes.
    var printed: PrintedFigure? {
        guard let number = valueText.flatMap(PrintedNumber.init(reading:)) else { return nil }
        return PrintedFigure(
            number, UnitOfMeasure(unit ?? ""), Qualifier(reading: qualifier ?? "") ?? .exactly)
    }

    /// The number as a cell, with the decimals that the package holds; "not printed" where it is none.
    var cell: Cell {
        guard let text = valueText, let number = FigureNumber(printed: text, qualifier: qualifier ?? "")
        else {
            return .notPrinted
        }
        return Cell(.number(number), origin: origin)
    }

    /// The number with its unit as words, for tables and figures of mixed units.
    var wordsCell: Cell { printed.map { Cell(.text($0.text), origin: origin) } ?? .notPrinted }

    /// The period in words, or that none is printed.
    var periodWords: Localized { Period(reading: period ?? "").words }

    /// The year that its period ends in, `nil` where none is printed.
    var lastYear: Int? { Period(reading: period ?? "").lastYear }

    /// Whether the figure is a reading that stands beside a printed one.
    var isCorrectedReading: Bool { status == "corrected_reading" || corrects != nil }
}
