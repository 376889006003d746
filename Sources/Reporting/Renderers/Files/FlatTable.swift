import Ecosystem

/// A table as files hold it: one value a cell, signs, ids and sources in columns of their own, so that a number stays a
/// number and nothing that the page shows is lost.
struct FlatTable: Equatable {
    /// One value.
    enum Value: Equatable {
        case blank
        case text(String)
        case number(FigureNumber)
    }

    /// One column.
    struct Column: Equatable {
        var title: String
        var isNumber = false
    }

    /// The name of a file or sheet, without extension.
    var name: String
    var columns: [Column]
    var rows: [[Value]]

    /// The decimals that all numbers of a column share; `nil` where they differ or there is none.
    func decimals(of column: Int) -> Int? {
        var shared: Int?
        for row in rows {
            guard row.indices.contains(column), case .number(let number) = row[column] else { continue }
            if let shared, shared != number.decimals { return nil }
            shared = number.decimals
        }
        return shared
    }
}

extension FlatTable {
    /// All tables of a report in order: key figures, tables and pictures, notes and methods, sources; each with a name of
    /// its own.
    static func tables(of report: Report, _ language: Language, _ sources: SourceDirectory) -> [FlatTable] {
        var tables: [FlatTable] = []
        let figures = report.blocks.flatMap { block -> [Figure] in
            if case .figures(let figures) = block { figures } else { [] }
        }
        if !figures.isEmpty { tables.append(FlatTable(figures, language)) }
        for block in report.blocks {
            switch block {
            case .table(let table): tables.append(FlatTable(table, language))
            case .picture(let picture): tables.append(FlatTable(picture.table, language))
            case .heading, .figures, .note, .method: break
            }
        }
        let remarks = FlatTable(remarksOf: report, language)
        if !remarks.rows.isEmpty { tables.append(remarks) }
        tables.append(FlatTable(citations: sources.citations(of: report.citedParagraphs), language))
        var taken: Set<String> = []
        for index in tables.indices {
            let name = tables[index].name
            var number = 2
            while !taken.insert(tables[index].name.lowercased()).inserted {
                tables[index].name = "\(name)-\(number)"
                number += 1
            }
        }
        return tables
    }

    /// A table with, behind a column, its comparison signs or record ids where it has any, and the origin of each row.
    init(_ table: Table, _ language: Language) {
        self.init(name: Self.plain(table.id), columns: [], rows: table.rows.map { _ in [] })
        for (index, column) in table.columns.enumerated() {
            let values = table.rows.map { $0.indices.contains(index) ? $0[index].value : nil }
            let unit = column.unit?[language]
            append(Self.title(column.title[language], unit, language), isNumber: column.kind == .number) {
                row in
                values[row].map { Self.value($0, language) } ?? .blank
            }
            if values.contains(where: { Self.sign($0) != nil }) {
                append(column.title[language] + Self.behind(ReportWords.sign, language)) { row in
                    Self.text(Self.sign(values[row]))
                }
            }
            if values.contains(where: { Self.ids($0) != nil }) {
                append(column.title[language] + Self.behind(ReportWords.id, language)) { row in
                    Self.text(Self.ids(values[row]))
                }
            }
        }
        let origins = table.rows.map { RowOrigins($0, of: table) }
        guard origins.contains(where: { !$0.entries.isEmpty }) else { return }
        append(ReportWords.basis[language]) { Self.text(origins[$0].weakest?.basis.label[language]) }
        append(ReportWords.state[language]) { Self.text(origins[$0].weakest?.state.label[language]) }
        append(ReportWords.paragraph[language]) { .text(origins[$0].paragraphs.joined(separator: "; ")) }
        append(ReportWords.record[language]) { row in
            .text(Set(origins[row].entries.flatMap(\.origin.records)).sorted().joined(separator: "; "))
        }
    }

    private init(_ figures: [Figure], _ language: Language) {
        self.init(name: "figures", columns: [], rows: figures.map { _ in [] })
        append(ReportWords.figure[language]) { .text(figures[$0].label[language]) }
        append(ReportWords.sign[language]) { Self.text(Self.sign(figures[$0].value)) }
        append(ReportWords.value[language], isNumber: true) { Self.value(figures[$0].value, language) }
        append(ReportWords.unit[language]) { Self.text(figures[$0].unit?[language]) }
        append(ReportWords.period[language]) { Self.text(figures[$0].period?[language]) }
        appendOrigins(figures.map(\.origin), language)
    }

    private init(remarksOf report: Report, _ language: Language) {
        var rows: [(kind: Localized, title: String, text: String, origin: Origin?)] = []
        for block in report.blocks {
            switch block {
            case .note(let note):
                let text = note.text?[language] ?? ""
                rows.append((ReportWords.level(note.level), note.title[language], text, note.origin))
            case .method(let method):
                rows.append((ReportWords.method, method.text[language], method.formula ?? "", nil))
                if let limits = method.limits { rows.append((ReportWords.limits, limits[language], "", nil)) }
                for work in method.literature { rows.append((ReportWords.literature, work, "", nil)) }
            case .heading, .figures, .table, .picture: break
            }
        }
        self.init(name: "notes", columns: [], rows: rows.map { _ in [] })
        append(ReportWords.kind[language]) { .text(rows[$0].kind[language]) }
        append(ReportWords.title[language]) { .text(rows[$0].title) }
        append(ReportWords.remark[language]) { .text(rows[$0].text) }
        appendOrigins(rows.map(\.origin), language)
    }

    private init(citations: [SourceDirectory.Citation], _ language: Language) {
        let rows = citations.flatMap { citation in
            citation.paragraphs.isEmpty
                ? [(citation.document, SourceDirectory.Paragraph?.none)]
                : citation.paragraphs.map { (citation.document, Optional($0)) }
        }
        self.init(name: "sources", columns: [], rows: rows.map { _ in [] })
        append(ReportWords.paragraph[language]) { Self.text(rows[$0].1?.id) }
        append(ReportWords.document[language] + Self.behind(ReportWords.id, language)) {
            Self.text(rows[$0].0?.id)
        }
        append(ReportWords.document[language]) { row in
            .text(rows[row].0?.title[language] ?? ReportWords.unknownDocument[language])
        }
        append(ReportWords.date[language]) { Self.text(rows[$0].0?.date) }
        append(ReportWords.section[language]) { Self.text(rows[$0].1?.section?[language]) }
        append(ReportWords.topic[language]) { Self.text(rows[$0].1?.topic?[language]) }
    }

    private mutating func append(_ title: String, isNumber: Bool = false, _ value: (Int) -> Value) {
        columns.append(Column(title: title, isNumber: isNumber))
        for row in rows.indices { rows[row].append(value(row)) }
    }

    private mutating func appendOrigins(_ origins: [Origin?], _ language: Language) {
        append(ReportWords.basis[language]) { Self.text(origins[$0]?.basis.label[language]) }
        append(ReportWords.state[language]) { Self.text(origins[$0]?.state.label[language]) }
        append(ReportWords.paragraph[language]) { Self.text(origins[$0]?.paragraphs.joined(separator: "; ")) }
        append(ReportWords.record[language]) { Self.text(origins[$0]?.records.joined(separator: "; ")) }
        append(ReportWords.remark[language]) { Self.text(origins[$0]?.note?[language]) }
    }

    private static func value(_ value: Cell.Value, _ language: Language) -> Value {
        switch value {
        case .text(let text), .missing(let text): .text(text[language])
        case .number(let number): number.value.isFinite ? .number(number) : .blank
        case .links(let links): .text(links.map { $0.text[language] }.joined(separator: "; "))
        }
    }

    private static func sign(_ value: Cell.Value?) -> String? {
        guard case .number(let number) = value, !number.qualifier.isEmpty else { return nil }
        return NumberWording.sign(number.qualifier)
    }

    private static func ids(_ value: Cell.Value?) -> String? {
        guard case .links(let links) = value else { return nil }
        return links.map(\.id).joined(separator: "; ")
    }

    private static func text(_ text: String?) -> Value {
        text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank
    }

    private static func title(_ title: String, _ unit: String?, _ language: Language) -> String {
        guard let unit, !unit.isEmpty else { return title }
        return language == .zh ? "\(title)（\(unit)）" : "\(title) (\(unit))"
    }

    private static func behind(_ word: Localized, _ language: Language) -> String { " " + word[language] }

    /// A name that every file system and archive takes.
    private static func plain(_ id: String) -> String {
        let name = String(
            id.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-" })
        return name.isEmpty ? "table" : String(name.prefix(60))
    }
}
