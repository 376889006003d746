import Ecosystem
import GRDB

extension SearchIndex {
    /// The most records that one query is matched with; more are not counted.
    static let matchLimit = 20_000

    /// Alternatives of one term; a record must hold one of them.
    typealias Alternatives = [SearchTerm]

    /// All alternatives of all terms in the language of FTS5.
    static func expression(_ groups: [Alternatives]) -> String {
        groups.map { group in
            let parts = group.flatMap(\.forms).map(\.expression)
            return parts.count == 1 ? parts[0] : "(" + parts.joined(separator: " OR ") + ")"
        }.joined(separator: " AND ")
    }

    /// Rows that hold one alternative of every term, with how much they are about them: larger is more.
    func rows(holding groups: [Alternatives], inNames: Bool = false, _ database: Database) throws
        -> [(row: Int, relevance: Double)]
    {
        guard !groups.isEmpty else { return [] }
        let expression = SearchIndex.expression(groups)
        let statement = try database.cachedStatement(
            sql: "SELECT rowid, bm25(entry, 8.0, 2.0, 1.0) FROM entry WHERE entry MATCH ? LIMIT ?")
        let cursor = try Row.fetchCursor(
            statement,
            arguments: [inNames ? "{name} : (\(expression))" : expression, SearchIndex.matchLimit])
        var found: [(row: Int, relevance: Double)] = []
        while let row = try cursor.next() {
            let number: Int = row[0]
            let relevance: Double = row[1]
            if records.indices.contains(number - 1) { found.append((number - 1, -relevance)) }
        }
        return found
    }

    /// Whether any record holds one alternative of every term.
    func holds(_ groups: [Alternatives], _ database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT rowid FROM entry WHERE entry MATCH ? LIMIT 1")
        return try Row.fetchOne(statement, arguments: [SearchIndex.expression(groups)]) != nil
    }

    // MARK: Ids and codes

    /// Rows whose id or code is the query.
    func rows(named query: String) -> [(row: Int, isID: Bool)] {
        let id = SearchText.idForm(query)
        let code = SearchText.string(SearchText.compact(query))
        guard !id.isEmpty else { return [] }
        return keys(from: id).prefix { $0.text == id }.filter(\.isID).map { (Int($0.row), true) }
            + keys(from: code).prefix { $0.text == code }.filter { !$0.isID }.map { (Int($0.row), false) }
    }

    /// Rows whose id or code begins with the query, where it looks like one: it has a digit or a point in it.
    func rows(beginning query: String, limit: Int = 500) -> [Int] {
        guard query.contains(where: { $0 == "." || $0.isNumber }) else { return [] }
        let id = SearchText.idForm(query)
        guard id.utf8.count >= 2 else { return [] }
        return keys(from: id).prefix(limit).prefix { $0.text.hasPrefix(id) }.map { Int($0.row) }
    }

    /// Keys that do not come before a text.
    private func keys(from text: String) -> ArraySlice<Key> {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle].text < text { low = middle + 1 } else { high = middle }
        }
        return keys[low...]
    }
}
