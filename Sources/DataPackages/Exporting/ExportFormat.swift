/// What a package can be exported as.
public enum ExportFormat: String, Sendable, CaseIterable, Codable, Hashable {
    /// A folder: a Frictionless data package.
    case package
    /// A zip of CSV tables with the descriptor, for spreadsheet programs; it can be imported again.
    case csv
    /// A workbook, a sheet a table; it can be imported again.
    case xlsx
    /// Points (RFC 7946, WGS-84).
    case geojson
    /// Records as nodes, relations as edges.
    case graphml
    /// The same for Gephi.
    case gexf

    /// Whether nothing is lost, so that an import gives the same package back.
    public var isLossless: Bool {
        switch self {
        case .package, .csv, .xlsx: true
        case .geojson, .graphml, .gexf: false
        }
    }

    /// The usual ending of a file; empty for a folder.
    public var fileEnding: String {
        switch self {
        case .package: ""
        case .csv: "zip"
        case .xlsx, .geojson, .graphml, .gexf: rawValue
        }
    }

    /// The media type for a download.
    public var mediaType: String {
        switch self {
        case .package: "application/json"
        case .csv: "application/zip"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .geojson: "application/geo+json"
        case .graphml: "application/graphml+xml"
        case .gexf: "application/gexf+xml"
        }
    }
}
