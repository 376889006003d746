/// One part of a query that a record must hold: a word, a number, a run of Chinese characters, or several of them that
/// stand together, such as `E-Town`.
struct SearchTerm: Hashable, Sendable {
    /// Its words and runs in order; at least one.
    let pieces: [SearchText.Piece]
    /// Whether it may go on in the record: `chip` finds `chips`.
    let isPrefix: Bool

    init(_ pieces: [SearchText.Piece]) {
        self.pieces = pieces
        if let last = pieces.last {
            isPrefix =
                last.isIdeographs
                ? last.scalars.count == 1 : !last.scalars.allSatisfy(SearchText.isDigit)
        } else {
            isPrefix = false
        }
    }

    init(word: String) {
        self.init([SearchText.Piece(scalars: word.unicodeScalars.map(\.value), isIdeographs: false)])
    }

    init(ideographs: some Sequence<UInt32>) {
        self.init([SearchText.Piece(scalars: Array(ideographs), isIdeographs: true)])
    }

    /// As readers see it.
    var text: String {
        var out = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0, !piece.isIdeographs, !pieces[index - 1].isIdeographs { out += " " }
            out += piece.text
        }
        return out
    }

    /// The word, where it is a single one.
    var word: SearchText.Piece? { pieces.count == 1 && !pieces[0].isIdeographs ? pieces[0] : nil }
    /// The run of ideographs, where it is a single one.
    var run: SearchText.Piece? { pieces.count == 1 && pieces[0].isIdeographs ? pieces[0] : nil }

    /// The term in the language of FTS5. Tokens hold letters, digits and ideographs alone, so that nothing of a query
    /// can be read as syntax.
    var expression: String {
        "\"" + SearchText.phrase(pieces).joined(separator: " ") + "\"" + (isPrefix ? " *" : "")
    }

    /// The term with its singular where it is an English plural.
    var forms: [SearchTerm] {
        guard let word, word.scalars.count > 3 else { return [self] }
        let text = word.text
        if text.hasSuffix("ies"), text.utf8.count > 4 {
            return [self, SearchTerm(word: text.dropLast(3) + "y")]
        }
        if text.hasSuffix("s"), !text.hasSuffix("ss") {
            return [self, SearchTerm(word: String(text.dropLast()))]
        }
        return [self]
    }
}

/// What was asked, cut into terms.
struct SearchQuery: Sendable {
    /// The most characters that a query may have.
    static let limit = 200
    /// The most terms that count; further ones are left out.
    static let termLimit = 24

    /// The query as given, without blanks at its ends.
    let text: String
    /// All its letters, digits and ideographs, as names are compared.
    let compact: [UInt32]
    /// What a record must hold, all of it.
    let terms: [SearchTerm]

    /// English words that say nothing by themselves.
    private static let empty: Set<String> = [
        "a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with",
    ]

    init(_ text: String) {
        self.text = SearchQuery.trimmed(text)
        let scalars = SearchText.folded(self.text)
        compact = SearchText.pieces(scalars).flatMap(\.scalars)
        var found: [SearchTerm] = []
        for chunk in SearchQuery.chunks(scalars) {
            let pieces = SearchText.pieces(Array(chunk))
            guard !pieces.isEmpty else { continue }
            let term = SearchTerm(pieces)
            if !found.contains(term) { found.append(term) }
        }
        let telling = found.filter { term in term.word.map { !SearchQuery.empty.contains($0.text) } ?? true }
        terms = Array((telling.isEmpty ? found : telling).prefix(SearchQuery.termLimit))
    }

    /// Stretches between blanks and punctuation; marks that hold a name together do not part it.
    private static func chunks(_ scalars: [UInt32]) -> [ArraySlice<UInt32>] {
        let joining: Set<UInt32> = [0x26, 0x27, 0x2D, 0x2E, 0x5F, 0xB7, 0x2010, 0x2011, 0x2019]
        return scalars.indices.split { index in
            SearchText.classOf(scalars[index]) == .gap && !joining.contains(scalars[index])
                && !SearchText.isGrouping(scalars, index)
        }.compactMap { range in
            guard let first = range.first, let last = range.last else { return nil }
            return scalars[first...last]
        }
    }

    private static func trimmed(_ text: String) -> String {
        var part = text[...]
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }
}
