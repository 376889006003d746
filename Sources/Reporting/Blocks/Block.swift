public import Ecosystem

/// One part of a report. Every renderer handles every block.
public enum Block: Sendable, Equatable, Codable {
    /// A heading for the blocks that follow.
    case heading(Localized)
    /// Key figures side by side.
    case figures([Figure])
    /// A table.
    case table(Table)
    /// A picture that is drawn from a table; without a drawing, the table stands for it.
    case picture(Picture)
    /// A remark, a finding or a gap.
    case note(Note)
    /// How the answer was reached.
    case method(Method)

    /// Origins of everything in the block.
    public var origins: [Origin] {
        switch self {
        case .heading, .method: []
        case .figures(let figures): figures.compactMap(\.origin)
        case .table(let table): table.origins
        case .picture(let picture): picture.table.origins
        case .note(let note): note.origin.map { [$0] } ?? []
        }
    }
}

/// One number with its name, unit and origin.
public struct Figure: Sendable, Equatable, Codable {
    /// What it is.
    public var label: Localized
    /// Its value; `missing` says why there is none.
    public var value: Cell.Value
    /// The unit behind the value.
    public var unit: Localized?
    /// The time it is about, or that it is not printed.
    public var period: Localized?
    /// Where it comes from; a figure without a value may have none.
    public var origin: Origin?
    /// What the number means, in plain words, for who reads it the first time.
    public var meaning: Localized?

    /// A figure.
    public init(
        _ label: Localized, _ value: Cell.Value, unit: Localized? = nil, period: Localized? = nil,
        origin: Origin? = nil, meaning: Localized? = nil
    ) {
        self.label = label
        self.value = value
        self.unit = unit
        self.period = period
        self.origin = origin
        self.meaning = meaning
    }
}

/// A remark, a finding, or a gap in what is known.
public struct Note: Sendable, Equatable, Codable {
    /// How a note is marked: by shape and word, never by colour alone.
    public enum Level: String, Sendable, Codable, CaseIterable {
        /// Worth knowing.
        case note
        /// To be looked at.
        case warning
        /// Wrong or contradictory.
        case error
        /// Not known.
        case gap
        /// Made up or reconstructed numbers are on the page.
        case synthetic
    }

    /// Its mark.
    public var level: Level
    /// The fact, in bold.
    public var title: Localized
    /// What follows from it.
    public var text: Localized?
    /// Where it comes from.
    public var origin: Origin?

    /// A note.
    public init(_ level: Level, _ title: Localized, _ text: Localized? = nil, origin: Origin? = nil) {
        self.level = level
        self.title = title
        self.text = text
        self.origin = origin
    }
}

/// How a result was reached: in words, as a formula, with literature and limits.
public struct Method: Sendable, Equatable, Codable {
    /// What is done, in words.
    public var text: Localized
    /// The formula, in plain characters.
    public var formula: String?
    /// Literature or rule that the method follows.
    public var literature: [String]
    /// What the result does not say.
    public var limits: Localized?

    /// A method.
    public init(
        _ text: Localized, formula: String? = nil, literature: [String] = [], limits: Localized? = nil
    ) {
        self.text = text
        self.formula = formula
        self.literature = literature
        self.limits = limits
    }
}
