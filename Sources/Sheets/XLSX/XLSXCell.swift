/// One cell of a worksheet, lent while its row is handled: its text lies in the reader's buffers.
public struct XLSXCell {
    /// What a cell holds.
    public enum Kind: Sendable, Equatable {
        /// Text: shared, inline or a formula's result.
        case text
        /// A number.
        case number
        /// A number that its format shows as a date or time, or an ISO date.
        case date
        /// TRUE or FALSE.
        case boolean
        /// An error such as `#N/A`.
        case error
        /// A formula without a stored result.
        case blank
    }

    /// The column, counted from 1.
    public let column: Int
    /// What it holds.
    public let kind: Kind
    /// True where a formula stands behind the value.
    public let isFormula: Bool
    /// The value exactly as the file holds it, in UTF-8 (for shared text, the text); valid while the row is handled.
    public let bytes: UnsafeBufferPointer<UInt8>
    let uses1904: Bool

    /// The column's letters.
    public var columnLetters: String { CellReference.letters(column) }

    /// The value exactly as the file holds it, such as `9.1110000000000003E+17`.
    public var rawText: String { String(decoding: bytes, as: UTF8.self) }

    /// The value as people write it: numbers in their shortest form (`1.1`, not `1.1000000000000001`), dates in ISO 8601,
    /// `TRUE` and `FALSE`.
    public var text: String {
        switch kind {
        case .text, .error: rawText
        case .number: number.map(NumberText.text) ?? rawText
        case .date: date?.description ?? rawText
        case .boolean: boolean.map { $0 ? "TRUE" : "FALSE" } ?? rawText
        case .blank: ""
        }
    }

    /// The number, for numbers and dates.
    public var number: Double? { kind == .number || kind == .date ? NumberText.double(bytes) : nil }

    /// The truth value, for booleans.
    public var boolean: Bool? {
        guard kind == .boolean, bytes.count == 1 else { return nil }
        return bytes[0] == 0x31 ? true : bytes[0] == 0x30 ? false : nil
    }

    /// The date, for dates.
    public var date: XLSXDate? {
        guard kind == .date, let number else { return nil }
        return XLSXDate(serial: number, uses1904: uses1904)
    }

    /// True for a number of 16 or more digits before the point: a spreadsheet program keeps 15 of them, so that an
    /// identifier that was typed as a number (a credit code of digits only, a bank account) has lost its end.
    public var mayHaveLostDigits: Bool {
        guard kind == .number, let number else { return false }
        return number.magnitude >= 1e15
    }
}

/// One row of a worksheet, lent while the closure runs: only the cells that are there.
public struct XLSXRow: ~Copyable {
    /// The row's number, counted from 1.
    public let number: Int
    let cells: UnsafeBufferPointer<StoredCell>
    let rowText: UnsafePointer<UInt8>
    let sharedText: UnsafePointer<UInt8>
    let uses1904: Bool

    /// How many cells are there.
    public var count: Int { cells.count }

    /// The column of the last cell, counted from 1; 0 in an empty row.
    public var lastColumn: Int { cells.last.map { Int($0.column) } ?? 0 }

    /// The `index`-th of the cells that are there, from 0 in the order of their columns; nil beyond them.
    public subscript(index: Int) -> XLSXCell? {
        guard index >= 0, index < cells.count else { return nil }
        let cell = cells[index]
        let base = cell.isShared ? sharedText : rowText
        return XLSXCell(
            column: Int(cell.column), kind: cell.kind, isFormula: cell.isFormula,
            bytes: UnsafeBufferPointer(start: base + cell.start, count: cell.count), uses1904: uses1904)
    }

    /// The cell in `column` (from 1); nil where it is missing. O(log of the cells).
    public func cell(column: Int) -> XLSXCell? {
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if Int(cells[middle].column) < column { low = middle + 1 } else { high = middle }
        }
        guard low < cells.count, Int(cells[low].column) == column else { return nil }
        return self[low]
    }

    /// The row as texts, missing cells empty, up to `width` columns; to the last cell where `width` is nil.
    public func strings(width: Int? = nil) -> [String] {
        var result = [String](repeating: "", count: max(0, width ?? lastColumn))
        for index in 0..<cells.count {
            guard let cell = self[index], cell.column <= result.count else { continue }
            result[cell.column - 1] = cell.text
        }
        return result
    }
}

/// A cell as the scanner keeps it until its row is complete.
struct StoredCell {
    var column: Int32
    var kind: XLSXCell.Kind
    var isFormula: Bool
    /// True where `start` counts in the shared texts, false where it counts in the row's own.
    var isShared: Bool
    var start: Int
    var count: Int
}
