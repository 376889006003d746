public import Ecosystem

/// A picture that is drawn from its table; the table is what print, screen readers and files show.
public struct Picture: Sendable, Equatable, Codable {
    /// How the table is drawn; names are column ids.
    public enum Drawing: Sendable, Equatable, Codable {
        /// Values over time: one line a value column, or one a group.
        case series(time: String, values: [String], group: String?)
        /// Bars by name.
        case bars(name: String, values: [String])
        /// A matrix of rows × columns with a value each.
        case heatmap(row: String, column: String, value: String)
        /// Flows from → to with a weight.
        case sankey(from: String, to: String, value: String)
        /// Nodes and links: the table lists links.
        case network(from: String, to: String, label: String?)
        /// Points on a map.
        case map(name: String, longitude: String, latitude: String, kind: String?)
        /// A line between bands: columns of quantiles from the lowest to the highest, three or five; the middle one is the line,
        /// which stands alone where it is the only one.
        case bands(time: String, quantiles: [String], scale: Scale = .linear)
        /// A map at one of several times, shaded by losses in per cent: one row a time, one column an area.
        case mapOverTime(time: String, areas: [Area])
        /// Points by two measures on like scales with the diagonal, their ranges where columns say them; one colour a group.
        case scatter(name: String, x: String, y: String, group: String?, ranges: Ranges?, scale: Scale)
        /// Events along time.
        case timeline(start: String, end: String?, name: String, lane: String?)

        /// The word for the kind of picture in JSON.
        public var kind: String {
            switch self {
            case .series: "series"
            case .bars: "bars"
            case .heatmap: "heatmap"
            case .sankey: "sankey"
            case .network: "network"
            case .map: "map"
            case .bands: "bands"
            case .mapOverTime: "map-over-time"
            case .scatter: "scatter"
            case .timeline: "timeline"
            }
        }
    }

    /// A division on a map over time, and the column that holds its losses.
    public struct Area: Sendable, Equatable, Codable {
        /// The column's id.
        public var column: String
        /// The id of the region.
        public var region: String
        /// Its GB/T 2260 code, by which an outline is found.
        public var code: String
        /// Its point, where there is no outline.
        public var point: GeoPoint?
        /// Whether it is what was struck.
        public var isStruck: Bool

        /// An area.
        public init(column: String, region: String, code: String, point: GeoPoint?, isStruck: Bool = false) {
            self.column = column
            self.region = region
            self.code = code
            self.point = point
            self.isStruck = isStruck
        }
    }

    /// Two columns that a band or a line lies between.
    public struct Band: Sendable, Equatable, Codable {
        /// Ids of the columns.
        public var lower: String, upper: String

        /// A band.
        public init(lower: String, upper: String) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// The ranges of points.
    public struct Ranges: Sendable, Equatable, Codable {
        /// Of the first and the second measure.
        public var x: Band, y: Band

        /// Ranges.
        public init(x: Band, y: Band) {
            self.x = x
            self.y = y
        }

        /// The four columns: of the first measure, then of the second.
        public var columns: [String] { [x.lower, x.upper, y.lower, y.upper] }
    }

    /// How a measure is laid along an axis.
    public enum Scale: String, Sendable, Codable {
        /// Equal steps for equal differences.
        case linear
        /// Equal steps for equal ratios; what is not above 0 is in the table only.
        case logarithmic
    }

    /// How it is drawn.
    public var drawing: Drawing
    /// What it is drawn from; the table's title is the picture's.
    public var table: Table
    /// A row of the table to highlight, by the text of its first column's id, name or number.
    public var highlight: String?

    /// A picture.
    public init(_ drawing: Drawing, _ table: Table, highlight: String? = nil) {
        self.drawing = drawing
        self.table = table
        self.highlight = highlight
    }
}
