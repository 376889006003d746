import Ecosystem
import GRDB

extension SearchIndex {
    /// Rows with how well each fits, before they are grouped.
    struct Ranking {
        /// The score of each row that fits.
        var scores: [Int: Double] = [:]
        /// The query that was probably meant.
        var didYouMean: String?
        /// Terms to mark in texts.
        var terms: [SearchTerm] = []
        /// The record whose id was typed.
        var exactID: Int?

        mutating func raise(_ row: Int, to score: Double) {
            if score > scores[row] ?? 0 { scores[row] = score }
        }
    }

    /// Names that begin with the query, at most.
    private static let prefixLimit = 5000
    /// What a corrected query costs.
    private static let doubt = 200.0

    /// How well every record fits a query.
    func ranking(_ query: SearchQuery, _ database: Database) throws -> Ranking {
        var ranking = Ranking()
        ranking.terms = query.terms.flatMap(\.forms)
        guard !query.compact.isEmpty else { return ranking }
        rankIDs(query, &ranking)
        let isNamed = rankNames(query, &ranking)
        var groups = query.terms.map { [$0] }
        var found = try rows(holding: groups, database)
        var correction: Correction?
        if found.isEmpty, let likely = try self.correction(of: query, database) {
            correction = likely
            groups = likely.groups
            found = try rows(holding: groups, database)
            ranking.terms = groups.flatMap { $0 }
            ranking.didYouMean = likely.meaning
        }
        let cost = correction?.meaning == nil ? 0 : SearchIndex.doubt
        for (row, relevance) in found {
            ranking.raise(row, to: 300 + 100 * max(0, relevance) / (max(0, relevance) + 10) - cost)
        }
        var holdsInName = false
        if !found.isEmpty {
            let compact = correction?.meaning.map { SearchText.compact($0) } ?? query.compact
            for (row, _) in try rows(holding: groups, inNames: true, database) {
                ranking.raise(row, to: nameScore(row, compact) - cost)
                holdsInName = true
            }
        }
        if found.isEmpty, ranking.scores.isEmpty { ranking.didYouMean = try otherWord(for: query, database) }
        if !isNamed { rankSlips(query, isSure: holdsInName && correction == nil, &ranking) }
        return ranking
    }

    private func rankIDs(_ query: SearchQuery, _ ranking: inout Ranking) {
        let exact = rows(named: query.text)
        for (row, isID) in exact { ranking.raise(row, to: isID ? 1000 : 980) }
        let ids = exact.filter(\.isID)
        // A document and its only paragraph may bear one id; then the document is meant.
        if let id = ids.first.map({ records[$0.row].id }), ids.allSatisfy({ records[$0.row].id == id }),
            query.text.contains(where: { $0 == "." || $0.isNumber })
        {
            ranking.exactID = ids[0].row
        }
        for row in rows(beginning: query.text) {
            let share = Double(query.text.utf8.count) / Double(max(1, records[row].id.utf8.count))
            ranking.raise(row, to: 500 + 40 * min(1, share))
        }
    }

    /// Ranks records whose name is the query or begins with it; whether there is one of the first sort, so that no
    /// other spelling need be thought of.
    private func rankNames(_ query: SearchQuery, _ ranking: inout Ranking) -> Bool {
        var isNamed = ranking.exactID != nil
        for name in names.names(beginningWith: query.compact, limit: SearchIndex.prefixLimit) {
            let row = Int(names.rows[Int(name)])
            let length = names[Int(name)].count
            let isWhole = length == query.compact.count
            isNamed = isNamed || isWhole
            let score = isWhole ? 900 : 800 + 50 * Double(query.compact.count) / Double(length)
            ranking.raise(row, to: score - (names.areAliases[Int(name)] ? 5 : 0))
        }
        return isNamed
    }

    /// How well the names of a row that hold all words fit.
    private func nameScore(_ row: Int, _ compact: [UInt32]) -> Double {
        var best = 600.0
        for name in names.names(ofRow: row) {
            let text = names[name]
            let share = min(1, Double(compact.count) / Double(text.count))
            let base: Double =
                text.count < compact.count || !text.contains(compact)
                ? 600 : text.starts(with: compact) ? 800 : 700
            best = max(best, base + 50 * share - (names.areAliases[name] ? 5 : 0))
        }
        return best
    }

    /// Ranks records whose name differs from the query by a slip or two.
    private func rankSlips(_ query: SearchQuery, isSure: Bool, _ ranking: inout Ranking) {
        var nearest: (name: Int, distance: Int)?
        for near in names.names(near: query.compact) {
            let score = 690 - 30 * Double(near.distance) - (names.areAliases[near.name] ? 5 : 0)
            ranking.raise(Int(names.rows[near.name]), to: score)
            if near.distance < nearest?.distance ?? .max { nearest = near }
        }
        if let nearest, !isSure, let text = spelling(of: nearest.name) { ranking.didYouMean = text }
    }

    /// A name as its record writes it.
    private func spelling(of name: Int) -> String? {
        let compact = names[name]
        return SearchField.names(of: records[Int(names.rows[name])]).lazy.flatMap(\.forms).first {
            SearchText.compact($0).prefix(NameShelf.longest) == compact
        }
    }

    /// Records whose names share most with a query that finds nothing.
    func neighbours(of query: SearchQuery, limit: Int, _ database: Database) throws -> [Ecosystem.Record] {
        var parts: [SearchTerm] = []
        for piece in query.terms.flatMap(\.pieces).prefix(8) {
            if piece.isIdeographs {
                for index in piece.scalars.indices.dropLast().prefix(16) {
                    parts.append(SearchTerm(ideographs: piece.scalars[index...(index + 1)]))
                }
            } else if piece.scalars.count >= 4 {
                parts.append(
                    SearchTerm(word: SearchText.string(piece.scalars.prefix(max(4, piece.scalars.count - 2))))
                )
            }
        }
        guard !parts.isEmpty else { return [] }
        let found = try rows(holding: [parts], inNames: true, database).sorted {
            ($1.relevance, $0.row) < ($0.relevance, $1.row)
        }
        var titles: Set<String> = []
        var records: [Ecosystem.Record] = []
        for (row, _) in found where records.count < limit {
            if titles.insert(self.records[row].name.zh).inserted { records.append(self.records[row]) }
        }
        return records
    }
}
