/// A listed code of the Harmonized System: its title and the words by which it is found.
///
/// Titles are ours, in both languages, shorter than the legal text.
public struct HSEntry: Sendable, Hashable {
    /// Four or six digits.
    public let digits: String
    /// The editions that have it.
    public let editions: Set<HSEdition>
    /// The title.
    public let title: Localized
    /// Further words: abbreviations and names in use.
    public let keywords: [String]
    /// Latin words and numbers of title and keywords, folded.
    let tokens: Set<String>

    init(
        _ digits: String, _ zh: String, _ en: String, _ keywords: String = "",
        editions: Set<HSEdition> = [.hs2017, .hs2022]
    ) {
        self.digits = digits
        self.editions = editions
        title = Localized(en, zh)
        self.keywords = keywords.split(separator: ",").map(String.init)
        tokens = Set(SearchTokens(en + " " + keywords).words)
    }

    /// Whether every word of a query is a word of this entry.
    ///
    /// Latin words match as whole words (`EV` does not match `HEV`; a plural matches its singular), digits match
    /// the beginning of the code, a run of Chinese characters matches as part of a title or keyword.
    public func matches(_ query: String) -> Bool { matches(SearchTokens(query)) }

    func matches(_ query: SearchTokens) -> Bool {
        guard !query.isEmpty else { return false }
        return query.words.allSatisfy { tokens.contains($0) }
            && query.runs.allSatisfy { run in title.zh.contains(run) || keywords.contains { $0.contains(run) }
            }
            && query.numbers.allSatisfy { digits.hasPrefix($0) }
    }

    /// The listed entries that match a query, by code; all entries of the edition or, without one, of all editions.
    public static func search(_ query: String, edition: HSEdition? = nil) -> [HSEntry] {
        let tokens = SearchTokens(query)
        return builtIn.filter { entry in
            (edition.map(entry.editions.contains) ?? true) && entry.matches(tokens)
        }
    }

    /// Headings whose subheadings are all listed.
    static let completeHeadings: Set<String> = ["8703", "8708"]
}
