public import Ecosystem

/// A table with typed columns and cells that know where they come from.
public struct Table: Sendable, Equatable, Codable {
    /// One column.
    public struct Column: Sendable, Equatable, Codable {
        /// What its cells hold.
        public enum Kind: String, Sendable, Codable {
            /// Words, aligned left.
            case text
            /// Numbers, aligned right.
            case number
        }

        /// A short name for files and pictures: lower case, `_` between words.
        public var id: String
        /// What readers see above it.
        public var title: Localized
        /// The unit, said once under the title.
        public var unit: Localized?
        /// Words or numbers.
        public var kind: Kind

        /// A column.
        public init(_ id: String, _ title: Localized, unit: Localized? = nil, kind: Kind = .text) {
            self.id = id
            self.title = title
            self.unit = unit
            self.kind = kind
        }
    }

    /// A short name, used for sheets and files: lower case, `-` between words, unique within a report.
    public var id: String
    /// What it shows.
    public var title: Localized
    /// A one-line remark under the title.
    public var caption: Localized?
    /// Columns.
    public var columns: [Column]
    /// Rows, as many cells as there are columns.
    public var rows: [[Cell]]
    /// The column whose numbers pages also draw as bars beside the cells.
    public var bars: String?

    /// A table.
    public init(
        _ id: String, _ title: Localized, caption: Localized? = nil, columns: [Column], rows: [[Cell]],
        bars: String? = nil
    ) {
        self.id = id
        self.title = title
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.bars = bars
    }

    /// Origins of all cells.
    public var origins: [Origin] { rows.flatMap { $0.compactMap(\.origin) } }

    /// The weakest basis of any cell.
    public var weakestBasis: Basis? { Basis.weakest(origins.map(\.basis)) }
}
