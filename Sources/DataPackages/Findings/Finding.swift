public import Ecosystem

/// Something that a check found, at its exact place.
public struct Finding: Sendable, Hashable {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
        /// The data is wrong; a study would be misled.
        case error
        /// The data is odd; somebody should look.
        case warning
        /// Something worth knowing; nothing needs to be done.
        case note
        /// Something is missing that a reader would want, such as a translation.
        case gap
    }

    /// How much it matters.
    public var severity: Severity
    /// The file, relative to the package's folder (for a workbook `file#sheet`).
    public var file: String
    /// The row, counted from 1 with the header as row 1; a line in a JSON file; `nil` for the file as a whole.
    public var row: Int?
    /// The field's name, or the header as written where it is no field of the table.
    public var column: FieldName?
    /// What happened and what to do.
    public var message: Localized
    /// The offending value, cut after 80 characters.
    public var value: String?
    /// What would have been right.
    public var expected: String?
    /// A whole value that may have been meant, such as the nearest valid id.
    public var suggestion: String?
    /// The id of the record.
    public var recordID: String?
    /// The position of the column in the file, counted from 1; 0 for findings about a whole row or file.
    public var position: Int

    /// A finding.
    public init(
        _ severity: Severity, file: String, row: Int? = nil, column: FieldName? = nil, position: Int = 0,
        _ message: Localized, value: String? = nil, expected: String? = nil, suggestion: String? = nil,
        recordID: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.row = row
        self.column = column
        self.position = position
        self.message = message
        self.value = value.map(Finding.shown)
        self.expected = expected
        self.suggestion = suggestion
        self.recordID = recordID
    }

    /// A value cut to what a message can show, control characters made visible.
    public static func shown(_ text: String) -> String {
        let cut = text.count > 80 ? String(text.prefix(80)) + "…" : text
        guard cut.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return cut }
        return String(
            String.UnicodeScalarView(
                cut.unicodeScalars.map { scalar in
                    guard scalar.value < 0x20 || scalar.value == 0x7F else { return scalar }
                    return scalar.value == 0x7F
                        ? "\u{2421}" : Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
                }))
    }
}

extension Finding: Comparable {
    /// By file, row, position of the column, English message, then everything else: a total order.
    public static func < (left: Finding, right: Finding) -> Bool {
        if left.file != right.file { return left.file < right.file }
        if left.row != right.row { return (left.row ?? 0) < (right.row ?? 0) }
        if left.position != right.position { return left.position < right.position }
        if left.message.en != right.message.en { return left.message.en < right.message.en }
        if left.severity != right.severity { return left.severity.rawValue < right.severity.rawValue }
        return (left.value ?? "", left.recordID ?? "") < (right.value ?? "", right.recordID ?? "")
    }
}
