public import Ecosystem

/// Forms of a picture that other programs read: maps as GeoJSON, networks as GraphML.
public enum PictureFormat: String, Sendable, CaseIterable {
    /// Points with their rows as properties (RFC 7946, WGS-84).
    case geojson
    /// Nodes and directed edges with their rows as attributes.
    case graphml

    /// The media type for a download.
    public var mediaType: String {
        switch self {
        case .geojson: "application/geo+json"
        case .graphml: "application/graphml+xml"
        }
    }

    /// The format that fits a picture; `nil` where none does.
    public static func fitting(_ picture: Picture) -> PictureFormat? {
        switch picture.drawing {
        case .map: .geojson
        case .network, .sankey: .graphml
        case .series, .bars, .heatmap, .bands, .mapOverTime, .scatter, .timeline: nil
        }
    }

    /// The picture in this form; `nil` where it does not fit the picture.
    ///
    /// Rows without a point, and links without an end, are left out; the table has them. Words are those of one language.
    public func text(of picture: Picture, language: Language) -> String? {
        guard PictureFormat.fitting(picture) == self else { return nil }
        return switch picture.drawing {
        case .map(_, let longitude, let latitude, _):
            PictureFormat.geoJSON(picture.table, longitude, latitude, language)
        case .network(let from, let to, _), .sankey(let from, let to, _):
            PictureFormat.graphML(picture.table, from, to, language)
        case .series, .bars, .heatmap, .bands, .mapOverTime, .scatter, .timeline: nil
        }
    }

    // MARK: GeoJSON

    private static func geoJSON(
        _ table: Table, _ longitude: String, _ latitude: String, _ language: Language
    ) -> String? {
        guard let x = table.columns.firstIndex(where: { $0.id == longitude }),
            let y = table.columns.firstIndex(where: { $0.id == latitude })
        else { return nil }
        let features = table.rows.compactMap { row -> JSONValue? in
            guard row.count > max(x, y), case .number(let east) = row[x].value,
                case .number(let north) = row[y].value
            else { return nil }
            var properties: [String: JSONValue] = [:]
            for (index, column) in table.columns.enumerated() where index != x && index != y {
                properties[column.id] = value(row[index], language)
            }
            if case .links(let links)? = row.first?.value, let link = links.first {
                properties["id"] = .string(link.id)
            }
            if let basis = Basis.weakest(row.compactMap(\.origin).map(\.basis)) {
                properties["basis"] = .string(basis.rawValue)
            }
            return .object([
                "type": .string("Feature"), "properties": .object(properties),
                "geometry": .object([
                    "type": .string("Point"),
                    "coordinates": .array([.number(east.value), .number(north.value)]),
                ]),
            ])
        }
        return JSONValue.object([
            "type": .string("FeatureCollection"), "features": .array(features),
        ]).text() + "\n"
    }

    private static func value(_ cell: Cell, _ language: Language) -> JSONValue {
        switch cell.value {
        case .text(let text): .string(text[language])
        case .number(let number): .number(number.value)
        case .links(let links): .string(links.map { $0.text[language] }.joined(separator: "; "))
        case .missing: .null
        }
    }

    // MARK: GraphML

    private struct Node {
        var id: String
        var name: String
        var kind: String
    }

    private static func graphML(
        _ table: Table, _ from: String, _ to: String, _ language: Language
    ) -> String? {
        guard let start = table.columns.firstIndex(where: { $0.id == from }),
            let end = table.columns.firstIndex(where: { $0.id == to })
        else { return nil }
        var nodes: [Node] = []
        var known: Set<String> = []
        func node(_ cell: Cell) -> String? {
            let found: Node
            switch cell.value {
            case .links(let links):
                guard let link = links.first else { return nil }
                found = Node(id: link.id, name: link.text[language], kind: link.kind.rawValue)
            case .text(let text): found = Node(id: text.en, name: text[language], kind: "")
            case .number, .missing: return nil
            }
            if known.insert(found.id).inserted { nodes.append(found) }
            return found.id
        }
        let others = table.columns.indices.filter { $0 != start && $0 != end }
        var edges = ""
        for (number, row) in table.rows.enumerated() where row.count > max(start, end) {
            guard let source = node(row[start]), let target = node(row[end]) else { continue }
            edges +=
                "    <edge id=\"e\(number + 1)\" source=\"\(escaped(source))\" target=\"\(escaped(target))\">\n"
            for index in others where row.indices.contains(index) {
                let text: String
                switch value(row[index], language) {
                case .string(let words): text = words
                case .number(let number): text = JSONValue.number(number).text()
                default: continue
                }
                edges += "      <data key=\"e_\(escaped(table.columns[index].id))\">\(escaped(text))</data>\n"
            }
            if let basis = Basis.weakest(row.compactMap(\.origin).map(\.basis)) {
                edges += "      <data key=\"e_basis\">\(basis.rawValue)</data>\n"
            }
            edges += "    </edge>\n"
        }
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="name" for="node" attr.name="name" attr.type="string"/>
              <key id="kind" for="node" attr.name="kind" attr.type="string"/>

            """
        for index in others {
            let column = table.columns[index]
            let type = column.kind == .number ? "double" : "string"
            let id = escaped(column.id)
            out += "  <key id=\"e_\(id)\" for=\"edge\" attr.name=\"\(id)\" attr.type=\"\(type)\"/>\n"
        }
        out += "  <key id=\"e_basis\" for=\"edge\" attr.name=\"basis\" attr.type=\"string\"/>\n"
        out += "  <graph id=\"\(escaped(table.id))\" edgedefault=\"directed\">\n"
        for node in nodes {
            out += "    <node id=\"\(escaped(node.id))\"><data key=\"name\">\(escaped(node.name))</data>"
            if !node.kind.isEmpty { out += "<data key=\"kind\">\(escaped(node.kind))</data>" }
            out += "</node>\n"
        }
        return out + edges + "  </graph>\n</graphml>\n"
    }

    private static func escaped(_ text: String) -> String { HTML(text: text).source }
}
