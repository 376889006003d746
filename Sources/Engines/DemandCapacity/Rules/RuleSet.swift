public import Ecosystem

/// Rules with a name, a version and a source, so that a verdict says by which rules it was reached.
public struct RuleSet: Sendable, Hashable, Codable {
    /// Its id in commands: lower case, `-` between words.
    public var id: String
    /// Its version; a change of a rule or a limit changes it.
    public var version: String
    /// Its name.
    public var title: Localized
    /// The document or regulation that it follows.
    public var source: Localized
    /// How its text is known: `stated` where a cited paragraph says it, `general` where it is quoted from knowledge.
    public var basis: Basis
    /// Paragraphs that say it.
    public var paragraphs: [String]
    /// The first day on which it holds; `nil` where none is stated.
    public var validFrom: String?
    /// The rules.
    public var rules: [UseRule]

    /// A rule set.
    public init(
        id: String, version: String, title: Localized, source: Localized, basis: Basis,
        paragraphs: [String] = [], validFrom: String? = nil, rules: [UseRule]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.source = source
        self.basis = basis
        self.paragraphs = paragraphs
        self.validFrom = validFrom
        self.rules = rules
    }

    /// The rule set that ships under an id.
    public static func builtIn(_ id: String) -> RuleSet? { builtIn.first { $0.id == id } }
}

/// One rule on the use of capacity: a metric of a subject, over so many times, against a limit.
public struct UseRule: Sendable, Hashable, Codable {
    /// What is measured.
    public enum Metric: String, Sendable, Hashable, Codable, CaseIterable {
        /// Units made in a month; a year's or a quarter's output counts as its monthly mean.
        case outputAMonth
        /// Units made in a year; twelve known months or four quarters make a year too.
        case outputAYear
        /// Output ÷ capacity of a year.
        case useOfYear
    }

    /// Of whom.
    public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
        /// Each maker.
        case maker
        /// Each region and product class.
        case regionAndClass
    }

    /// Against what.
    public enum Comparator: String, Sendable, Hashable, Codable, CaseIterable {
        /// The metric is zero.
        case isZero
        /// The metric is above zero and below the value.
        case isLowButNotZero
        /// The metric is below the value.
        case isBelow
        /// The metric is below that of all regions of the same class together.
        case isBelowClass
    }

    /// Its id within the set.
    public var id: String
    /// What it finds.
    public var title: Localized
    /// What is measured.
    public var metric: Metric
    /// Of whom.
    public var scope: Scope
    /// How many times in a row, back from the last one known, must satisfy it.
    public var window: Int
    /// Against what.
    public var comparator: Comparator
    /// The limit, in the metric's unit; `nil` where the comparator needs none.
    public var value: Double?
    /// The product classes that it is about; empty for all.
    public var classes: [String]
    /// Whether a maker that it finds is a candidate for exit.
    public var suggestsExit: Bool

    /// A rule.
    public init(
        id: String, title: Localized, metric: Metric, scope: Scope, window: Int, comparator: Comparator,
        value: Double? = nil, classes: [String] = [], suggestsExit: Bool = false
    ) {
        self.id = id
        self.title = title
        self.metric = metric
        self.scope = scope
        self.window = window
        self.comparator = comparator
        self.value = value
        self.classes = classes
        self.suggestsExit = suggestsExit
    }
}
