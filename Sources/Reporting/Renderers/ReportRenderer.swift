public import Ecosystem

/// Writes a report in any form: one door for the command line, the pages and the API.
public enum ReportRenderer {
    /// The bytes of a report in a form and language.
    ///
    /// - Throws: ``PDFProblem`` for PDF; `SheetError` of Sheets where a table is larger than a workbook may be.
    public static func render(
        _ report: Report, as format: ReportFormat, language: Language, sources: SourceDirectory
    ) throws -> [UInt8] {
        switch format {
        case .text:
            Array(TextRenderer(language: language, sources: sources).text(of: report).utf8)
        case .json: JSONRenderer(sources: sources).value(of: report).bytes(indented: true)
        case .csv:
            try CSVRenderer(language: language, sources: sources).archive(of: report)
        case .html:
            HTMLRenderer(language: language, sources: sources).document(of: report).bytes
        case .xlsx:
            try XLSXRenderer(language: language, sources: sources).workbook(of: report)
        case .pdf:
            try PDFPrinter().print(
                html: HTMLRenderer(language: language, sources: sources).document(of: report).bytes)
        }
    }

    /// Hands out the same bytes piece by piece, so that data of any length need not stand in memory as text.
    ///
    /// - Throws: as ``render(_:as:language:sources:)``, and what `sink` throws.
    public static func write(
        _ report: Report, as format: ReportFormat, language: Language, sources: SourceDirectory,
        to sink: ([UInt8]) throws -> Void
    ) throws {
        guard format == .json else {
            return try sink(render(report, as: format, language: language, sources: sources))
        }
        try JSONRenderer(sources: sources).value(of: report).write(indented: true, to: sink)
    }

    /// A name for the file of a report: study, package and language, in letters that every file system takes.
    public static func fileName(for report: Report, as format: ReportFormat, language: Language) -> String {
        let name = "\(report.study)-\(report.package.id).\(language.rawValue).\(format.fileExtension)"
        return String(
            name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "-" })
    }
}
