public import Ecosystem

/// What is searched for.
public struct SearchRequest: Sendable, Hashable {
    /// The most characters (Unicode scalars) that a query may have.
    public static let longestQuery = SearchQuery.limit

    /// The words, as typed.
    public var query: String
    /// The kind of record to look among; `nil` for all.
    public var kind: RecordKind?
    /// Results of a kind at most.
    public var limit: Int
    /// Which language a found text is shown in, where both hold what was asked.
    public var language: Language

    /// Whether the query is longer than ``longestQuery``; what is beyond it is not looked at.
    public var isTooLong: Bool { query.unicodeScalars.count > SearchQuery.limit }

    /// A request.
    public init(_ query: String, kind: RecordKind? = nil, limit: Int = 10, language: Language = .zh) {
        self.query = query
        self.kind = kind
        self.limit = limit
        self.language = language
    }
}

/// What was found, grouped by kind: kinds with a record of that very name first, then those with it in a name.
public struct SearchResults: Sendable {
    /// A record that was found.
    public struct Hit: Sendable {
        /// The record.
        public let record: Record
        /// The field in which it was found best.
        public let field: FieldName
        /// What readers call the field.
        public let fieldLabel: Localized
        /// The part of the field's text around what was found.
        public let excerpt: String
        /// How well it fits: 1000 for its id, 980 for a code, 900 for its name, from 800 where its name begins so, from
        /// 700 where its name holds the query, from 600 where it holds the words, 630 and 660 for a name with a slip,
        /// below 500 for what is said of it.
        public let score: Double
    }

    /// The records of one kind.
    public struct Group: Sendable {
        /// The kind.
        public let kind: RecordKind
        /// How many were found.
        public let count: Int
        /// The best of them, at most as many as were asked for.
        public let hits: [Hit]
    }

    /// What would be found if one condition were dropped.
    public struct Relaxation: Sendable, Equatable {
        /// The condition that is dropped: the kind, or one word of the query.
        public enum Condition: Sendable, Equatable {
            case kind(RecordKind)
            case word(String)
        }

        /// What is dropped.
        public let dropped: Condition
        /// The query that is left.
        public let query: String
        /// The kind that is left.
        public let kind: RecordKind?
        /// How many records it finds.
        public let count: Int
    }

    /// The query, without blanks at its ends.
    public let query: String
    /// The kind that was looked among.
    public let kind: RecordKind?
    /// Records found among that kind, or among all.
    public let total: Int
    /// Groups in the order of their interest; one at most where a kind was asked for.
    public let groups: [Group]
    /// How many records of every kind fit, whichever kind was asked for, in the order of the groups.
    public let counts: [(kind: RecordKind, count: Int)]
    /// The query that was probably meant, where letters seem wrong.
    public let didYouMean: String?
    /// Where nothing was found: conditions that stand in the way, the most helpful first.
    public let relaxations: [Relaxation]
    /// Where nothing was found: names that share most with the query.
    public let suggestions: [Record]
    /// The one record whose id was typed.
    public let exactID: Record?
    /// Marks what was found in any text.
    public let highlighter: SearchHighlighter
}
