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
            case .timeline: "timeline"
            }
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
