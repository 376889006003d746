import Ecosystem
import GRDB

extension SearchIndex {
    /// What an index holds beside the full-text table.
    struct Content {
        var records: [Ecosystem.Record] = []
        var names = NameShelf()
        var keys: [Key] = []
        var words = WordShelf()
    }

    /// Columns of the full-text table: names, what is said of a record, names of others; the table keeps no text.
    private static let schema = """
        CREATE VIRTUAL TABLE entry USING fts5(name, body, linked, content='', tokenize='ascii');
        INSERT INTO entry(entry, rank) VALUES ('hashsize', 16777216);
        INSERT INTO entry(entry, rank) VALUES ('automerge', 0);
        """

    /// Reads every record into the database and the shelves. Translations are found by id only: their texts stand in
    /// the records that use them.
    static func fill(_ database: DatabaseQueue, from model: EcosystemModel) throws -> Content {
        try database.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            var content = Content()
            try database.inTransaction {
                try database.execute(sql: schema)
                let insert = try database.makeStatement(
                    sql: "INSERT INTO entry(rowid, name, body, linked) VALUES (?, ?, ?, ?)")
                for kind in RecordKind.allCases {
                    for record in model.records(of: kind) { try add(record, to: &content, insert) }
                }
                return .commit
            }
            content.names.close(rowCount: content.records.count)
            content.keys.sort { ($0.text, $0.row) < ($1.text, $1.row) }
            content.words = try readWords(database)
            return content
        }
    }

    private static func add(_ record: Ecosystem.Record, to content: inout Content, _ insert: Statement) throws
    {
        let row = content.records.count
        content.records.append(record)
        content.keys.append(Key(text: SearchText.idForm(record.id), row: Int32(row), isID: true))
        guard record.kind != .translation else { return }
        for code in SearchField.codes(of: record) {
            let text = SearchText.string(SearchText.compact(code.text))
            if !text.isEmpty { content.keys.append(Key(text: text, row: Int32(row), isID: false)) }
        }
        var columns: [[UInt8]] = [[], [], []]
        for field in SearchField.all(of: record) {
            let column =
                switch field.role {
                case .name, .alias: 0
                case .misprint, .text: 1
                case .linked: 2
                }
            let isAlias = field.role == .alias || field.role == .misprint
            for form in field.forms {
                SearchText.appendTokens(of: form, to: &columns[column])
                columns[column] += SearchText.fieldBreak
                guard isAlias || field.role == .name else { continue }
                content.names.add(form, row: row, isAlias: isAlias)
                guard isAlias else { continue }
                for part in form.split(whereSeparator: { "/;；".contains($0) }) where part.count < form.count {
                    content.names.add(String(part), row: row, isAlias: true)
                }
            }
        }
        let texts = columns.map { String(decoding: $0, as: UTF8.self) }
        try insert.execute(arguments: [row + 1, texts[0], texts[1], texts[2]])
    }

    private static func readWords(_ database: Database) throws -> WordShelf {
        try database.execute(sql: "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(entry, 'row')")
        var shelf = WordShelf()
        let rows = try Row.fetchCursor(database, sql: "SELECT term, doc FROM vocabulary ORDER BY term")
        while let row = try rows.next() {
            let term: String = row[0]
            shelf.add(term, count: row[1])
        }
        return shelf
    }
}
