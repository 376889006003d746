public import Ecosystem

/// Gives the addresses that a page's parts lead to; what has none is written as plain text.
public protocol LinkResolver: Sendable {
    /// The page of a record.
    func address(of kind: RecordKind, id: String) -> String?
    /// The page of a record of which only the id is known.
    func address(ofRecord id: String) -> String?
    /// Where a paragraph is shown.
    func address(ofParagraph id: String) -> String?
    /// Where a word of the program is explained, such as `basis-inferred`.
    func address(ofTerm term: String) -> String?
    /// The file of one table of the report.
    func download(table id: String, as format: ReportFormat) -> String?
    /// The file of a picture that other programs read.
    func download(picture id: String, as format: PictureFormat) -> String?
    /// A CSS class for the colour that a place keeps on every page: `p1` to `p6`.
    func placeClass(ofRegion id: String) -> String?
    /// The page sorted by a column of a table, or `nil` where tables cannot be sorted.
    func sorted(table: String, by column: String) -> String?
    /// How a table is sorted now, if it is.
    func sorting(of table: String) -> TableSorting?
    /// How another time of a map over time can be asked for; `nil` where nobody can be asked.
    func moment(of picture: String) -> MapMoment?
}

/// The time that a map shows, and the form that asks for another one.
public struct MapMoment: Sendable {
    /// The name of the item that holds the time.
    public var name: String
    /// The time that was asked for.
    public var asked: Double?
    /// The page that is asked.
    public var action: String
    /// What else its address holds.
    public var items: [(String, String)]

    /// A moment.
    public init(name: String, asked: Double?, action: String, items: [(String, String)]) {
        self.name = name
        self.asked = asked
        self.action = action
        self.items = items
    }
}

/// By which column a table is sorted.
public struct TableSorting: Sendable, Equatable {
    /// The column's id.
    public var column: String
    /// Largest or last first.
    public var isDescending: Bool

    /// A sorting.
    public init(column: String, isDescending: Bool) {
        self.column = column
        self.isDescending = isDescending
    }
}

extension LinkResolver {
    /// No page.
    public func address(of kind: RecordKind, id: String) -> String? { nil }
    /// No page.
    public func address(ofRecord id: String) -> String? { nil }
    /// No page.
    public func address(ofParagraph id: String) -> String? { nil }
    /// No explanation.
    public func address(ofTerm term: String) -> String? { nil }
    /// No file.
    public func download(table id: String, as format: ReportFormat) -> String? { nil }
    /// No file.
    public func download(picture id: String, as format: PictureFormat) -> String? { nil }
    /// No colour.
    public func placeClass(ofRegion id: String) -> String? { nil }
    /// No sorting.
    public func sorted(table: String, by column: String) -> String? { nil }
    /// Nobody to ask.
    public func moment(of picture: String) -> MapMoment? { nil }
    /// Not sorted.
    public func sorting(of table: String) -> TableSorting? { nil }
}

/// Leads nowhere, for a file that stands alone.
public struct NoLinks: LinkResolver {
    /// A resolver without addresses.
    public init() {}
}
