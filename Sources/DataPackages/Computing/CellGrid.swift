import Ecosystem
import Sheets

/// All cells of a small CSV file as texts, with their places.
struct CellGrid {
    /// A record that is not blank.
    struct Row {
        /// Its number in the file, counted from 1.
        let number: Int
        /// Its cells, blanks at both ends taken off.
        let cells: [String]

        /// The cell at a place; empty where the record is shorter.
        subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
    }

    /// The most cells that are read.
    static let maximumCells = 80_000_000

    let file: String
    private(set) var rows: [Row] = []

    /// Reads a file; faults of its text become findings.
    ///
    /// - Throws: `DataPackageError` where the file is missing, cannot be read or is too large.
    init(_ file: String, in source: PackageSource, log: inout FindingLog) throws {
        self.file = file
        if let refusal = source.refusal(file) { throw DataPackageError(refusal.en, refusal.zh, path: file) }
        var options = CSVOptions(delimiter: .detected, undoesFormulaGuard: true)
        options.maximumFields = 20_000
        var budget = Self.maximumCells
        var found: [Row] = []
        let summary: CSVSummary
        do {
            summary = try source.readCSV(file, options) { record in
                budget -= record.count
                guard budget >= 0 else { throw CellGrid.tooLarge(file) }
                let cells = record.strings.map { $0.trimmingBlanks() }
                if cells.contains(where: { !$0.isEmpty }) {
                    found.append(Row(number: record.row, cells: cells))
                }
            }
        } catch let error as SheetError {
            throw DataPackageError(
                "\(error.reason.en); \(error.advice.en)", "\(error.reason.zh)；\(error.advice.zh)", path: file)
        }
        rows = found
        CellGrid.report(summary, file, &log)
    }

    static func report(_ summary: CSVSummary, _ file: String, _ log: inout FindingLog) {
        for problem in summary.problems {
            log.add(
                Finding(
                    problem.kind == .strayQuote ? .warning : .error, file: file, row: problem.row,
                    position: problem.column, Localized(problem.text.en, problem.text.zh)))
        }
    }

    static func tooLarge(_ file: String) -> DataPackageError {
        DataPackageError(
            "has more than \(maximumCells) cells; split it", "单元格超过 \(maximumCells) 个；请拆分文件", path: file)
    }

    /// A finding that the cell is no number.
    func noNumber(_ text: String, row: Row, column: Int, header: String) -> Finding {
        Self.noNumber(text, file, row: row.number, column: column, header: header)
    }

    /// The same for a cell of a file that was not read into a grid.
    static func noNumber(
        _ text: String, _ file: String, row: Int, column: Int, header: String
    ) -> Finding {
        Finding(
            .error, file: file, row: row, column: FieldName(rawValue: header), position: column + 1,
            reason(text), value: text, expected: "number")
    }

    /// The largest number that can be computed with: squares of it and sums of those stay finite.
    static let largestNumber = 1e100

    /// Why a text is no number to compute with.
    static func reason(_ text: String) -> Localized {
        if Double(text).map({ $0.isFinite && $0.magnitude > largestNumber }) == true {
            return Localized(
                "“\(Finding.shown(text))” is too large to compute with; take a larger unit",
                "“\(Finding.shown(text))”过大，无法计算；请采用更大的单位")
        }
        return Localized(
            "“\(Finding.shown(text))” is no number; write it with digits and a point",
            "“\(Finding.shown(text))”不是数字；请用数字和小数点书写")
    }
}

extension String {
    /// The text as a number that can be computed with; grouping commas and full-width digits are understood.
    var cellNumber: Double? {
        readNumber.flatMap { $0.magnitude <= CellGrid.largestNumber ? $0 : nil }
    }

    private var readNumber: Double? {
        var copy = self
        if let number = copy.withUTF8({ Sheets.NumberText.double($0) }) { return number }
        guard var plain = NumberText.plain(self) else { return nil }
        return plain.withUTF8 { Sheets.NumberText.double($0) }
    }

    /// The text without blanks at both ends.
    func trimmingBlanks() -> String {
        guard let first, let last, first.isWhitespace || last.isWhitespace else { return self }
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
