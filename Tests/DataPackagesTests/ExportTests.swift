import Ecosystem
import Foundation
import Testing

@testable import DataPackages

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct `Exports for other programs` {
    private static func model() throws -> EcosystemModel {
        try PackageReader.read(folder: Places.region).model
    }

    @Test func `GeoJSON keeps RFC 7946`() throws {
        let model = try Self.model()
        let root = try JSONParser.parse(try PackageExport.bytes(model, as: .geojson))
        #expect(root["type"]?.string == "FeatureCollection")
        #expect(root["crs"] == nil)
        let features = try #require(root["features"]?.elements)
        #expect(features.count > 60)
        for feature in features {
            #expect(feature["type"]?.string == "Feature")
            let coordinates = try #require(feature["geometry"]?["coordinates"]?.elements)
            let pair = coordinates.compactMap { $0.double }
            #expect(pair.count == 2)
            #expect(abs(pair[0]) <= 180 && abs(pair[1]) <= 90)
            let properties = try #require(feature["properties"])
            #expect(properties["basis"]?.string != nil)
            #expect(properties["name_zh"] != nil || properties["name_en"] != nil)
            let record = try #require(model.record(id: feature["id"]?.string ?? ""))
            if record.kind == .park {
                #expect(properties["point_of"]?.string == "region")
            } else {
                #expect(pair[0] == record.number("lon"))
                #expect(pair[1] == record.number("lat"))
            }
        }
    }

    @Test func `every record with a point is in it, others are not`() throws {
        let model = try Self.model()
        let root = try JSONParser.parse(try PackageExport.bytes(model, as: .geojson))
        let ids = Set((root["features"]?.elements ?? []).compactMap { $0["id"]?.string })
        for kind in [RecordKind.region, .site] {
            for record in model.records(of: kind) {
                #expect(ids.contains(record.id) == (record.number("lon") != nil))
            }
        }
    }

    /// Counts the elements of an XML text, or says where it is not well formed.
    private final class Reader: NSObject, XMLParserDelegate {
        var counts: [String: Int] = [:]
        var ids: Set<String> = []
        var ends: [(String, String)] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            counts[name, default: 0] += 1
            if name == "node", let id = attributes["id"] { ids.insert(id) }
            if name == "edge" { ends.append((attributes["source"] ?? "", attributes["target"] ?? "")) }
        }
    }

    @Test(arguments: [ExportFormat.graphml, .gexf])
    func `graphs are well-formed XML whose edges end at nodes`(
        format: ExportFormat
    ) throws {
        for model in [try Self.model(), RandomModel.make(seed: 3)] {
            let reader = Reader()
            let parser = XMLParser(data: Data(try PackageExport.bytes(model, as: format)))
            parser.delegate = reader
            #expect(parser.parse(), "\(parser.parserError.debugDescription) line \(parser.lineNumber)")
            #expect(reader.counts["node"] == reader.ids.count)
            #expect(reader.ends.allSatisfy { reader.ids.contains($0.0) && reader.ids.contains($0.1) })
            #expect(reader.counts["node"] == RecordGraph(model).nodes.count)
            #expect(reader.counts["edge"] ?? 0 == RecordGraph(model).edges.count)
        }
    }

    @Test func `every relation between records is an edge`() throws {
        let model = try Self.model()
        let edges = Set(RecordGraph(model).edges.map(\.id))
        let entities = Set(RecordKind.entities)
        for relation in model.records(of: .relation) {
            let ends = [relation.target("subject_id"), relation.target("object_id")].compactMap { $0 }
            let isDrawn = ends.count == 2 && ends.allSatisfy { entities.contains($0.kind) }
            #expect(edges.contains(relation.id) == isDrawn, "\(relation.id)")
        }
    }

    @Test func `XML text holds no character that XML forbids`() {
        #expect(
            XMLText.escaped("a<b>&\"'\u{1}\u{FFFF}\n\t京")
                == "a&lt;b&gt;&amp;&quot;&#39;\u{FFFD}\u{FFFD}&#10;&#9;京")
    }

    @Test func `a file appears whole and formats know their endings`() throws {
        let package = try PackageReader.read(folder: Places.region)
        try Places.withFolder { place in
            for format in ExportFormat.allCases {
                let path = place + "/out." + format.rawValue
                try PackageExport.write(package, as: format, to: path)
                #expect(FileManager.default.fileExists(atPath: path))
                #expect(!format.mediaType.isEmpty)
            }
            #expect(throws: DataPackageError.self) {
                try PackageExport.write(package, as: .geojson, to: place + "/none/x.geojson")
            }
        }
        #expect(throws: DataPackageError.self) { try PackageExport.bytes(package.model, as: .package) }
    }
}
