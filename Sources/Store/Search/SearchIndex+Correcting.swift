import Ecosystem
import GRDB

extension SearchIndex {
    /// What a query that finds nothing may have meant.
    struct Correction {
        /// Terms with their alternatives.
        var groups: [Alternatives]
        /// The query with the likeliest alternative of each term; `nil` where letters are not in doubt.
        var meaning: String?
    }

    /// Terms that are looked at letter by letter.
    private static let correctedTerms = 8
    /// Alternatives of a term at most.
    private static let alternatives = 8

    /// A reading of the query that finds something; `nil` where there is none.
    ///
    /// Terms that nothing holds are replaced by what is nearest to them, Chinese that runs on without blanks is parted
    /// into words that the package knows.
    func correction(of query: SearchQuery, _ database: Database) throws -> Correction? {
        var groups: [Alternatives] = []
        var meant: [String] = []
        var isDoubted = false
        var isChanged = false
        for (index, term) in query.terms.enumerated() {
            if try index >= SearchIndex.correctedTerms || holds([[term]], database) {
                groups.append([term])
                meant.append(term.text)
                continue
            }
            guard let reading = try reading(of: term, database) else { return nil }
            groups += reading.groups
            meant.append(reading.text)
            isDoubted = isDoubted || reading.isDoubted
            isChanged = true
        }
        guard isChanged, try holds(groups, database) else { return nil }
        return Correction(groups: groups, meaning: isDoubted ? meant.joined(separator: " ") : nil)
    }

    private func reading(of term: SearchTerm, _ database: Database) throws
        -> (groups: [Alternatives], text: String, isDoubted: Bool)?
    {
        if let word = term.word {
            let near = words.words(near: word.scalars, limit: SearchIndex.alternatives)
            return near.first.map { ([near.map { SearchTerm(word: $0) }], $0, true) }
        }
        guard let run = term.run else {
            let parts = term.pieces.map { SearchTerm([$0]) }
            let areKnown = try parts.allSatisfy { try holds([[$0]], database) }
            return areKnown ? (parts.map { [$0] }, term.text, false) : nil
        }
        if let parts = try parts(of: run.scalars, database) {
            let groups = parts.map { [SearchTerm(ideographs: $0)] }
            if try holds(groups, database) {
                return (groups, parts.map(SearchText.string).joined(separator: " "), false)
            }
        }
        let near = names.stretches(near: run.scalars, limit: SearchIndex.alternatives)
        return near.first.map { ([near.map { SearchTerm(ideographs: $0) }], SearchText.string($0), true) }
    }

    /// Where every term is known but no record holds all: the query with one word replaced by a near one, so that
    /// something is found. It is offered, not followed, because no word is wrong by itself.
    func otherWord(for query: SearchQuery, _ database: Database) throws -> String? {
        for (index, term) in query.terms.enumerated().prefix(SearchIndex.correctedTerms) {
            guard let word = term.word else { continue }
            let near = words.words(near: word.scalars, limit: SearchIndex.alternatives).filter {
                $0 != word.text
            }
            guard !near.isEmpty else { continue }
            var groups = query.terms.map { [$0] }
            for other in near {
                groups[index] = [SearchTerm(word: other)]
                if try holds(groups, database) {
                    return groups.map { $0[0].text }.joined(separator: " ")
                }
            }
        }
        return nil
    }

    // MARK: Parting Chinese

    /// Characters between words that say nothing by themselves.
    private static let particles = Set("的和与及之或在".unicodeScalars.map(\.value))
    /// Runs longer than this are not parted.
    private static let longestRun = 32
    /// The most characters of a part.
    private static let longestPart = 8

    /// The fewest parts of two characters or more, each held by some record, that a run consists of.
    func parts(of run: [UInt32], _ database: Database) throws -> [[UInt32]]? {
        guard run.count >= 4, run.count <= SearchIndex.longestRun else { return nil }
        var best = [[Range<Int>]?](repeating: nil, count: run.count + 1)
        best[run.count] = []
        for start in stride(from: run.count - 1, through: 0, by: -1) {
            if SearchIndex.particles.contains(run[start]) { best[start] = best[start + 1] }
            for length in 2...SearchIndex.longestPart where start + length <= run.count {
                let part = start..<(start + length)
                // What no record holds, none holds with more characters behind.
                guard try holds([[SearchTerm(ideographs: run[part])]], database) else { break }
                guard let rest = best[part.upperBound] else { continue }
                if best[start].map({ $0.count > rest.count + 1 }) ?? true { best[start] = [part] + rest }
            }
        }
        guard let parts = best[0], parts.count > 1 else { return nil }
        return parts.map { Array(run[$0]) }
    }
}
