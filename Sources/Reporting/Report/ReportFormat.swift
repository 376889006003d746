/// A form in which a report can be written.
public enum ReportFormat: String, CaseIterable, Sendable, Codable, Hashable {
    /// Plain text for terminals.
    case text
    /// The result and the blocks as data.
    case json
    /// A ZIP of CSV tables.
    case csv
    /// One HTML file that needs nothing else.
    case html
    /// A workbook with a sheet for each table.
    case xlsx
    /// The HTML, printed.
    case pdf

    /// The media type with its character set.
    public var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .json: "application/json"
        case .csv: "application/zip"
        case .html: "text/html; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        }
    }

    /// The extension of a file in this form, without its dot.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .json: "json"
        case .csv: "zip"
        case .html: "html"
        case .xlsx: "xlsx"
        case .pdf: "pdf"
        }
    }

    /// Whether the same report gives the same bytes; a PDF carries the printing program's own marks.
    public var isReproducible: Bool { self != .pdf }
}
