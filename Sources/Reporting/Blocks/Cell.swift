public import Ecosystem

/// One cell of a table: a value, where it comes from, and what it leads to.
public struct Cell: Sendable, Equatable, Codable {
    /// What a cell or figure holds.
    public enum Value: Sendable, Equatable, Codable {
        /// Words.
        case text(Localized)
        /// A number.
        case number(FigureNumber)
        /// Several linked names.
        case links([Link])
        /// Nothing is known; the words say why ("not printed", "no record", "unknown").
        case missing(Localized)
    }

    /// A name that leads to a record's page.
    public struct Link: Sendable, Equatable, Codable {
        /// Words.
        public var text: Localized
        /// The kind of record.
        public var kind: RecordKind
        /// The record's id.
        public var id: String

        /// A link to a record.
        public init(_ text: Localized, kind: RecordKind, id: String) {
            self.text = text
            self.kind = kind
            self.id = id
        }

        /// A link to a record by its own name.
        public init(_ record: Record) { self.init(record.name, kind: record.kind, id: record.id) }
    }

    /// The value.
    public var value: Value
    /// Where it comes from.
    public var origin: Origin?
    /// What the document prints where the value is a corrected reading of it; pages show it struck beside the value.
    public var printed: Localized?

    /// A cell.
    public init(_ value: Value, origin: Origin? = nil, printed: Localized? = nil) {
        self.value = value
        self.origin = origin
        self.printed = printed
    }

    /// Words.
    public static func text(_ text: Localized, origin: Origin? = nil) -> Cell {
        Cell(.text(text), origin: origin)
    }
    /// Words that are the same in both languages.
    public static func text(_ text: String) -> Cell { Cell(.text(Localized(same: text))) }
    /// A count or other whole number.
    public static func number(_ value: Int, origin: Origin? = nil) -> Cell {
        Cell(.number(FigureNumber(value)), origin: origin)
    }
    /// A number shown with so many decimals.
    public static func number(_ value: Double, decimals: Int, origin: Origin? = nil) -> Cell {
        Cell(.number(FigureNumber(value, decimals: decimals)), origin: origin)
    }
    /// A linked name.
    public static func link(_ record: Record, origin: Origin? = nil) -> Cell {
        Cell(.links([Link(record)]), origin: origin)
    }
    /// Several linked names; "no record" where there are none.
    public static func links(_ records: [Record], origin: Origin? = nil) -> Cell {
        records.isEmpty ? .noRecord : Cell(.links(records.map { Link($0) }), origin: origin)
    }
    /// Nothing known.
    public static func missing(_ why: Localized) -> Cell { Cell(.missing(why)) }
    /// The documents print nothing.
    public static let notPrinted = Cell(.missing(Localized("not printed", "未印")))
    /// There is no record of it.
    public static let noRecord = Cell(.missing(Localized("no record", "无记录")))
    /// It is not known.
    public static let unknown = Cell(.missing(Localized("unknown", "未知")))
}

/// A number as it is shown: its exact value, its decimals, and a comparison sign in front.
public struct FigureNumber: Sendable, Equatable, Codable {
    /// The value.
    public var value: Double
    /// Decimals to show.
    public var decimals: Int
    /// `>`, `<`, `>=`, `<=`, `~`, `~<`, or empty for an exact number.
    public var qualifier: String

    /// A number with so many decimals.
    public init(_ value: Double, decimals: Int, qualifier: String = "") {
        self.value = value
        self.decimals = max(0, min(decimals, 12))
        self.qualifier = qualifier == "=" ? "" : qualifier
    }

    /// A whole number.
    public init(_ value: Int) { self.init(Double(value), decimals: 0) }

    /// A number with the decimals that its text has, `nil` where the text is no number.
    public init?(printed text: String, qualifier: String = "") {
        guard let value = Double(text), value.isFinite else { return nil }
        let decimals =
            text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        self.init(value, decimals: decimals, qualifier: qualifier)
    }
}
