public import Ecosystem
import Sheets

/// Writes a report as a workbook: the answer first, then a sheet for each table with numbers as numbers, the sources last.
public struct XLSXRenderer: Sendable {
    let language: Language
    let sources: SourceDirectory

    /// A renderer for a language.
    public init(language: Language, sources: SourceDirectory = SourceDirectory()) {
        self.language = language
        self.sources = sources
    }

    /// The bytes of the workbook; the same report gives the same bytes.
    ///
    /// - Throws: `SheetError` where a table is larger than a worksheet may be.
    public func workbook(of report: Report) throws -> [UInt8] {
        try workbook(title: report.title, of: report) { workbook in
            try workbook.sheet(ReportWords.answer[language], columns: answerColumns) { sheet in
                for row in answer(report) { try sheet.row(row.map { XLSXValue.text(Self.shortened($0)) }) }
            }
            for table in FlatTable.tables(of: report, language, sources) {
                let name = Self.fixedNames[table.name]?[language] ?? table.name
                try add(table, named: name, to: workbook)
            }
        }
    }

    /// A workbook of one table of a report and its sources; `nil` where the report has none with this id.
    public func table(_ id: String, of report: Report) throws -> [UInt8]? {
        guard let table = report.table(id) else { return nil }
        return try workbook(title: table.title, of: report) { workbook in
            let flat = FlatTable(table, language)
            try add(flat, named: flat.name, to: workbook)
        }
    }

    private static let fixedNames = [
        "figures": ReportWords.figures, "notes": ReportWords.findings, "sources": ReportWords.sources,
    ]

    private var answerColumns: [XLSXColumn] {
        [
            XLSXColumn(ReportWords.parameter[language], width: 22),
            XLSXColumn(ReportWords.value[language], width: 90),
        ]
    }

    private func answer(_ report: Report) -> [[String]] {
        var rows = [
            [ReportWords.title[language], report.title[language]],
            [ReportWords.answer[language], report.answer[language]],
        ]
        if report.isPartial { rows.append(["!", ReportWords.partial[language]]) }
        if let weakest = report.weakestBasis {
            rows.append([ReportWords.weakest[language], weakest.label[language]])
        }
        rows.append([ReportWords.study[language], "\(report.study) \(report.version)"])
        for (index, stamp) in ([report.package] + report.compared).enumerated() {
            let word = index == 0 ? ReportWords.package : ReportWords.compared
            rows.append([word[language], "\(stamp.title[language]) · \(stamp.id) \(stamp.version)"])
            rows.append([ReportWords.fingerprint[language], stamp.fingerprint])
        }
        if let scenario = report.scenario { rows.append([ReportWords.scenario[language], scenario]) }
        if let supplied = report.supplied {
            rows.append([supplied.kind.label[language], supplied.name])
            rows.append([ReportWords.fingerprint[language], supplied.fingerprint])
        }
        for id in report.parameters.keys.sorted() { rows.append([id, report.parameters[id] ?? ""]) }
        rows.append([
            ReportWords.seed[language], report.seed.map { String($0) } ?? ReportWords.noSeed[language],
        ])
        return rows
    }

    private func workbook(
        title: Localized, of report: Report, _ body: (XLSXWriter) throws -> Void
    ) throws -> [UInt8] {
        let comment = "\(report.study) \(report.version) · \(report.package.id) \(report.package.version)"
        let properties = XLSXProperties(title: title[language], author: "Jingwei", comment: comment)
        return try XLSXWriter.bytes(properties: properties, body)
    }

    private func add(_ table: FlatTable, named name: String, to workbook: XLSXWriter) throws {
        let columns = table.columns.enumerated().map { index, column in
            XLSXColumn(
                column.title, width: width(of: table, index),
                format: table.decimals(of: index).map { .decimals($0) } ?? .general)
        }
        try workbook.sheet(name, columns: columns) { sheet in
            for row in table.rows {
                try sheet.row(
                    row.map { value in
                        switch value {
                        case .blank: XLSXValue.blank
                        case .text(let text): XLSXValue.text(Self.shortened(text))
                        case .number(let number): XLSXValue.number(number.value)
                        }
                    })
            }
        }
    }

    /// Room for the widest of the first rows, within reason.
    private func width(of table: FlatTable, _ column: Int) -> Double {
        var widest = DisplayWidth.of(table.columns[column].title)
        for row in table.rows.prefix(200) {
            switch row[column] {
            case .blank: break
            case .text(let text): widest = max(widest, DisplayWidth.of(text.prefix(80)))
            case .number(let number): widest = max(widest, NumberWording.text(number).count)
            }
        }
        return Double(min(60, max(8, widest + 2)))
    }

    /// A worksheet holds 32,767 characters a cell; what is longer ends with the words that say so.
    private static func shortened(_ text: String) -> String {
        let clean = text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
        guard clean.utf16.count > 32_000 else { return clean }
        return String(clean.prefix(15_000)) + " … (+\(clean.count - 15_000))"
    }
}
