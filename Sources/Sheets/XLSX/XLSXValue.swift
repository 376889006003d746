/// What a cell of a written workbook holds. Text is always text: nothing is ever written as a formula.
public enum XLSXValue: Sendable, Equatable {
    /// An empty cell.
    case blank
    /// Text of at most 32,767 characters.
    case text(String)
    /// A finite number. The file keeps 16 significant digits.
    case number(Double)
    /// A whole number; beyond 15 digits it is written as text, because spreadsheet programs would round it.
    case integer(Int)
    /// TRUE or FALSE.
    case boolean(Bool)
    /// A date or time; written as ISO text before 1900-03-01, where programs disagree on the day.
    case date(XLSXDate)
    /// Text that leads to an address; only `http`, `https` and `mailto` become links, anything else stays text.
    case link(url: String, text: String)
}

/// How a column of a written worksheet looks.
public struct XLSXColumn: Sendable, Equatable {
    /// How numbers are shown; the number itself is kept.
    public enum NumberFormat: Sendable, Equatable {
        /// As the program likes.
        case general
        /// Thousands set apart, with this many decimals.
        case decimals(Int)
        /// A fraction shown as per cent, with this many decimals.
        case percent(Int)
    }

    /// The heading.
    public var title: String
    /// The width in characters; from the heading where nil.
    public var width: Double?
    /// How numbers are shown.
    public var format: NumberFormat

    /// A column.
    public init(_ title: String, width: Double? = nil, format: NumberFormat = .general) {
        self.title = title
        self.width = width
        self.format = format
    }
}

/// What a workbook says about itself. No date is among it: files of equal content have equal bytes.
public struct XLSXProperties: Sendable, Equatable {
    /// The title.
    public var title: String
    /// The author.
    public var author: String
    /// A comment, such as the version of the program and the fingerprint of the data.
    public var comment: String

    /// Properties, empty unless told otherwise.
    public init(title: String = "", author: String = "", comment: String = "") {
        self.title = title
        self.author = author
        self.comment = comment
    }
}
