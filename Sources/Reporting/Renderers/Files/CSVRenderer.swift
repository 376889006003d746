public import Ecosystem
import Sheets

/// Writes a report as a ZIP of CSV tables that spreadsheet programs open as they are: UTF-8 with byte order mark, CR LF,
/// cells that look like formulas made harmless. Beside them stand `report.json`, which holds everything, and the study's
/// own files.
public struct CSVRenderer: Sendable {
    let language: Language
    let sources: SourceDirectory

    /// A renderer for a language.
    public init(language: Language, sources: SourceDirectory = SourceDirectory()) {
        self.language = language
        self.sources = sources
    }

    /// The bytes of the archive; the same report gives the same bytes.
    ///
    /// - Throws: `SheetError` where the archive cannot be written.
    public func archive(of report: Report) throws -> [UInt8] {
        let json = JSONRenderer(sources: sources).value(of: report).bytes(indented: true)
        return try ZipWriter.bytes { archive in
            for table in FlatTable.tables(of: report, language, sources) {
                try archive.add(table.name + ".csv", bytes(of: table))
            }
            try archive.add("report.json", json)
            for file in report.files { try archive.add("files/" + file.name, file.bytes) }
        }
    }

    /// One table of a report as CSV; `nil` where the report has none with this id.
    public func table(_ id: String, of report: Report) -> [UInt8]? {
        report.table(id).map { bytes(of: FlatTable($0, language)) }
    }

    private func bytes(of table: FlatTable) -> [UInt8] {
        let rows = table.rows.map { row in
            row.map { value in
                switch value {
                case .blank: ""
                case .text(let text): text
                case .number(let number): NumberWording.plain(number)
                }
            }
        }
        return CSVWriter.bytes(of: [table.columns.map(\.title)] + rows)
    }
}
