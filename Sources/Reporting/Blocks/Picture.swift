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
        /// A line between bands: columns of quantiles from the lowest to the highest, three or five; the middle one is the line.
        case bands(time: String, quantiles: [String])
        /// A map at one of several times, shaded by losses in per cent: one row a time, one column an area.
        case mapOverTime(time: String, areas: [Area])
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

    /// How it is drawn.
    public var drawing: Drawing
    /// What it is drawn from; the table's title is the picture's.
    public var table: Table
    /// A row of the table to highlight, by the text of its first column's id or name.
    public var highlight: String?

    /// A picture.
    public init(_ drawing: Drawing, _ table: Table, highlight: String? = nil) {
        self.drawing = drawing
        self.table = table
        self.highlight = highlight
    }
}
