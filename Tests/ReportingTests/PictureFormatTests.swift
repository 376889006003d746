import Ecosystem
import Foundation
import FoundationXML
import Reporting
import Testing

@Suite struct `Pictures for other programs` {
    private let ends = [
        Table.Column("from", Localized("From", "自")), Table.Column("to", Localized("To", "至")),
        Table.Column("n", Localized("Ties", "关系"), kind: .number),
    ]

    private func link(_ id: String) -> Cell {
        Cell(.links([Cell.Link(Localized("\(id) <&>", "\(id)中"), kind: .segment, id: id)]))
    }

    @Test func `a network is GraphML with each end once and every row an edge`() throws {
        let table = Table(
            "ties", Localized(same: "t"), columns: ends,
            rows: [
                [link("a"), link("b"), .number(2)], [link("b"), link("c"), .number(1)],
                [link("a"), .missing(Localized(same: "?")), .number(9)],
            ])
        let picture = Picture(.sankey(from: "from", to: "to", value: "n"), table)
        #expect(PictureFormat.fitting(picture) == .graphml)
        let text = try #require(PictureFormat.graphml.text(of: picture, language: .en))
        let parser = XMLReading(text)
        #expect(parser.isWellFormed)
        #expect(parser.count("node") == 3 && parser.count("edge") == 2)
        #expect(parser.values(of: "source") == ["a", "b"] && parser.values(of: "target") == ["b", "c"])
        #expect(text.contains("a &lt;&amp;&gt;"))
        #expect(PictureFormat.geojson.text(of: picture, language: .en) == nil)
    }

    @Test func `a map is GeoJSON of the rows that have a point`() throws {
        let table = Table(
            "points", Localized(same: "t"),
            columns: [
                Table.Column("name", Localized("Name", "名称")),
                Table.Column("x", Localized("E", "东"), kind: .number),
                Table.Column("y", Localized("N", "北"), kind: .number),
            ],
            rows: [
                [link("s"), .number(117.5, decimals: 1), .number(39, decimals: 0)],
                [link("t"), .unknown, .unknown],
            ])
        let picture = Picture(.map(name: "name", longitude: "x", latitude: "y", kind: nil), table)
        let text = try #require(PictureFormat.geojson.text(of: picture, language: .zh))
        let json = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(json["type"] == .string("FeatureCollection"))
        #expect(json["features"]?[0]?["geometry"]?["coordinates"]?[0] == .number(117.5))
        #expect(json["features"]?[0]?["properties"]?["id"] == .string("s"))
        #expect(json["features"]?[0]?["properties"]?["name"] == .string("s中"))
        #expect(json["features"]?[1] == nil)
    }

    @Test func `bars are neither`() {
        let table = Table("b", Localized(same: "t"), columns: ends, rows: [])
        let picture = Picture(.bars(name: "from", values: ["n"]), table)
        #expect(PictureFormat.fitting(picture) == nil)
        #expect(PictureFormat.graphml.text(of: picture, language: .en) == nil)
    }
}

/// Elements and attributes of an XML text.
private final class XMLReading: NSObject, XMLParserDelegate {
    private var elements: [(name: String, attributes: [String: String])] = []
    private(set) var isWellFormed = false

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        isWellFormed = parser.parse()
    }

    func count(_ name: String) -> Int { elements.count { $0.name == name } }
    func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { elements.append((name, attributes)) }
}
