/// Why a table, workbook or archive could not be read or written: what happened, where, and what to do next.
public struct SheetError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of trouble, for callers that act on it.
    public enum Kind: String, Sendable, Equatable, CaseIterable {
        /// The file is missing, not a regular file, or may not be read.
        case unreadable
        /// The file could not be written; nothing is left half-written.
        case unwritable
        /// The bytes break the rules of the format.
        case malformed
        /// A limit that keeps memory and time bounded was passed.
        case tooLarge
        /// The content is encrypted or protected by a password.
        case encrypted
        /// A format or feature that is deliberately not read.
        case unsupported
        /// A value handed in by the caller cannot be written.
        case invalidValue
    }

    /// The kind of trouble.
    public var kind: Kind
    /// What happened, with the offending value.
    public var reason: SheetText
    /// What to do next.
    public var advice: SheetText
    /// The file's name or path as the caller gave it.
    public var file: String?
    /// The worksheet or the entry of the archive.
    public var sheet: String?
    /// The row, counted from 1.
    public var row: Int?
    /// The column: a letter in a worksheet, a number from 1 or a name in a CSV file.
    public var column: String?

    /// An error with its place.
    public init(
        _ kind: Kind, _ reason: SheetText, advice: SheetText, file: String? = nil, sheet: String? = nil,
        row: Int? = nil, column: String? = nil
    ) {
        self.kind = kind
        self.reason = reason
        self.advice = advice
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// `file, sheet S, row R, column C: what happened. What to do.` in English.
    public var description: String {
        var place: [String] = []
        if let file { place.append(file) }
        if let sheet { place.append("sheet \(sheet)") }
        if let row { place.append("row \(row)") }
        if let column { place.append("column \(column)") }
        return (place.isEmpty ? "" : place.joined(separator: ", ") + ": ") + reason.en + ". " + advice.en
            + "."
    }

    /// The same sentence in Chinese.
    public var chineseDescription: String {
        var place: [String] = []
        if let file { place.append(file) }
        if let sheet { place.append("工作表 \(sheet)") }
        if let row { place.append("第 \(row) 行") }
        if let column { place.append("\(column) 列") }
        return (place.isEmpty ? "" : place.joined(separator: ",") + ":") + reason.zh + "。" + advice.zh + "。"
    }

    /// The same error with the file named, unless it already is.
    public func named(_ file: String?) -> SheetError {
        var copy = self
        copy.file = copy.file ?? file
        return copy
    }
}
