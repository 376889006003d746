import Ecosystem
import GRDB

extension SearchIndex {
    /// Results of a kind at most.
    public static let groupLimit = 200
    /// Names offered where nothing is found.
    private static let suggestionLimit = 5
    /// Words that are left out on trial where nothing is found.
    private static let relaxedTerms = 8
    /// Characters of a text that are shown around what was found.
    private static let excerptLength = (before: 28, after: 92)

    /// The order of kinds whose best results fit equally well: what readers look for by name first.
    private static let kindOrder: [RecordKind] = {
        let first: [RecordKind] = [
            .region, .organization, .park, .site, .segment, .product, .indicatorDefinition, .indicator,
            .policy,
            .logisticsLink, .event, .source, .paragraph, .service, .person, .component, .relocation,
            .byproductFlow, .assessment, .problem, .recommendation, .advantage, .system, .stage, .publication,
            .activity, .relation, .predicate, .correction,
        ]
        return first + RecordKind.allCases.filter { !first.contains($0) }
    }()

    func results(for request: SearchRequest, in database: Database) throws -> SearchResults {
        let query = SearchQuery(String(request.query.unicodeScalars.prefix(SearchQuery.limit)))
        let ranking = try ranking(query, database)
        var rows: [RecordKind: [(row: Int, score: Double)]] = [:]
        for (row, score) in ranking.scores { rows[records[row].kind, default: []].append((row, score)) }
        for kind in rows.keys {
            rows[kind]?.sort { ($1.score, $0.row) < ($0.score, $1.row) }
        }
        // Kinds with a record of that very name come first, then those with it in a name, then the rest.
        func tier(_ kind: RecordKind) -> Int {
            let best = rows[kind]?.first?.score ?? 0
            return best >= 890 ? 0 : best >= 600 ? 1 : 2
        }
        let known = SearchIndex.kindOrder.filter { rows[$0] != nil }
        let kinds = (0...2).flatMap { step in known.filter { tier($0) == step } }
        let highlighter = SearchHighlighter(terms: ranking.terms)
        let limit = max(0, min(request.limit, SearchIndex.groupLimit))
        let groups = kinds.filter { request.kind == nil || $0 == request.kind }.map { kind in
            let found = rows[kind] ?? []
            let hits = found.prefix(limit).map {
                hit($0.row, $0.score, query, highlighter, request.language)
            }
            return SearchResults.Group(kind: kind, count: found.count, hits: hits)
        }
        let isEmpty = groups.isEmpty && !query.compact.isEmpty
        return SearchResults(
            query: query.text, kind: request.kind, total: groups.reduce(0) { $0 + $1.count }, groups: groups,
            counts: kinds.map { ($0, rows[$0]?.count ?? 0) },
            didYouMean: ranking.didYouMean.flatMap { SearchText.compact($0) == query.compact ? nil : $0 },
            relaxations: isEmpty
                ? try relaxations(of: query, request.kind, all: ranking.scores.count, database) : [],
            suggestions: isEmpty && ranking.scores.isEmpty
                ? try neighbours(of: query, limit: SearchIndex.suggestionLimit, database) : [],
            exactID: ranking.exactID.map { records[$0] }, highlighter: highlighter)
    }

    /// What is found without one of the conditions.
    private func relaxations(of query: SearchQuery, _ kind: RecordKind?, all: Int, _ database: Database)
        throws
        -> [SearchResults.Relaxation]
    {
        var found: [SearchResults.Relaxation] = []
        if let kind, all > 0 {
            found.append(
                SearchResults.Relaxation(dropped: .kind(kind), query: query.text, kind: nil, count: all))
        }
        guard query.terms.count > 1 else { return found }
        let kinds: [RecordKind?] = kind == nil ? [nil] : found.isEmpty ? [kind, nil] : [kind]
        // Without one word; where even that finds nothing of the kind, without the kind too.
        for kind in kinds {
            var words: [SearchResults.Relaxation] = []
            for (index, term) in query.terms.enumerated().prefix(SearchIndex.relaxedTerms) {
                var rest = query.terms
                rest.remove(at: index)
                let text = rest.map(\.text).joined(separator: " ")
                let fits = try ranking(SearchQuery(text), database).scores
                let count = kind.map { kind in fits.count { records[$0.key].kind == kind } } ?? fits.count
                guard count > 0 else { continue }
                words.append(
                    SearchResults.Relaxation(dropped: .word(term.text), query: text, kind: kind, count: count)
                )
            }
            found += words.sorted { $0.count > $1.count }
            if !words.isEmpty { break }
        }
        return found
    }

    // MARK: One result

    private func hit(
        _ row: Int, _ score: Double, _ query: SearchQuery, _ highlighter: SearchHighlighter,
        _ language: Language
    ) -> SearchResults.Hit {
        let record = records[row]
        func made(_ field: FieldName, _ label: Localized, _ text: String) -> SearchResults.Hit {
            SearchResults.Hit(
                record: record, field: field, fieldLabel: label,
                excerpt: SearchIndex.excerpt(of: text, highlighter), score: (score * 10).rounded() / 10)
        }
        let isBegun = score < 600 && SearchText.idForm(record.id).hasPrefix(SearchText.idForm(query.text))
        if score >= 1000 || isBegun { return made("id", Field.id.label, record.id) }
        if score >= 980 {
            let code = SearchText.compact(query.text)
            for (field, text) in SearchField.codes(of: record) where SearchText.compact(text) == code {
                let label =
                    EcosystemSchema.schema(of: record.kind).field(field)?.label
                    ?? Localized(same: field.rawValue)
                return made(field, label, text)
            }
        }
        let names = SearchField.names(of: record)
        var best = SearchIndex.best(of: names, highlighter, language)
        if (best?.hits ?? 0) < query.terms.count {
            let other = SearchIndex.best(of: SearchField.texts(of: record), highlighter, language)
            if other?.hits ?? 0 > best?.hits ?? 0 { best = other }
        }
        if let best { return made(best.field.name, best.field.label, best.form) }
        if let named = names.first, score >= 600 {
            return made(named.name, named.label, named.text[language])
        }
        return made("id", Field.id.label, record.id)
    }

    /// The first text that holds the most terms, in the language asked for where both do.
    private static func best(of fields: [SearchField], _ highlighter: SearchHighlighter, _ language: Language)
        -> (field: SearchField, form: String, hits: Int)?
    {
        var best: (field: SearchField, form: String, hits: Int)?
        for field in fields {
            for form in language == .zh ? field.forms.reversed() : field.forms {
                let hits = highlighter.hits(in: form)
                if hits > best?.hits ?? 0 { best = (field, form, hits) }
                if hits == highlighter.terms.count { return best }
            }
        }
        return best
    }

    /// The part of a text around the first stretch that was found.
    static func excerpt(of text: String, _ highlighter: SearchHighlighter) -> String {
        let scalars = Array(text.unicodeScalars)
        let whole = excerptLength.before + excerptLength.after
        guard scalars.count > whole else { return text }
        let first = highlighter.ranges(in: text).first?.lowerBound ?? 0
        var start = max(0, min(first - excerptLength.before, scalars.count - whole))
        var end = min(scalars.count, start + whole)
        func isLetter(_ index: Int) -> Bool { scalars[index].value < 0x2E80 && scalars[index] != " " }
        if start > 0 { while start < first, isLetter(start - 1), isLetter(start) { start += 1 } }
        if end < scalars.count { while end > first + 1, isLetter(end - 1), isLetter(end) { end -= 1 } }
        while start < first, scalars[start] == " " { start += 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        var cut = String(view)
        while cut.last == " " { cut.removeLast() }
        return (start > 0 ? "…" : "") + cut + (end < scalars.count ? "…" : "")
    }
}
