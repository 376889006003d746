/// A list of terms with their words in both languages.
///
/// An open vocabulary may be extended by a data package: an unknown term is a warning and is shown as it is. A
/// closed one is fixed by this program: an unknown term is an error.
public struct Vocabulary: Sendable, Hashable {
    /// One term.
    public struct Term: Sendable, Hashable {
        /// The code in the data.
        public let code: String
        /// The words for readers.
        public let label: Localized

        /// A term with its English and Chinese words.
        public init(_ code: String, _ en: String, _ zh: String) {
            self.code = code
            label = Localized(en, zh)
        }
    }

    /// The name of the list.
    public let name: String
    /// Whether unknown terms are errors.
    public let isClosed: Bool
    /// The terms in their natural order.
    public let terms: [Term]

    /// A vocabulary.
    public init(_ name: String, closed: Bool = false, _ terms: [Term]) {
        self.name = name
        isClosed = closed
        self.terms = terms
    }

    /// The words for a code; a code that is not in the list stands for itself, with spaces for underscores.
    public func label(_ code: String) -> Localized {
        if let term = terms.first(where: { $0.code == code }) { return term.label }
        return Localized(same: String(code.map { $0 == "_" ? " " : $0 }))
    }

    /// Whether the list has this code.
    public func contains(_ code: String) -> Bool { terms.contains { $0.code == code } }

    /// Two lists are the same when they have the same name.
    public static func == (left: Vocabulary, right: Vocabulary) -> Bool { left.name == right.name }
    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
