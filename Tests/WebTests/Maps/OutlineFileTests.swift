import Ecosystem
import Foundation
import Reporting
import Testing

@testable import Web

@Suite struct `An outline file` {
    private func read(_ text: String) throws -> MapOutline { try OutlineFile.read(Array(text.utf8)) }

    private func collection(_ feature: String, head: String = "") -> String {
        "{\"type\":\"FeatureCollection\",\(head)\"features\":[\(feature)]}"
    }

    private let square = "[[[115,38],[116,38],[116,39],[115,39],[115,38]]]"

    private func feature(_ geometry: String, code: String = "130600") -> String {
        "{\"type\":\"Feature\",\"properties\":{\"gbt2260\":\"\(code)\",\"label\":[115.5,38.5]},\"geometry\":\(geometry)}"
    }

    @Test func `is read with its origin, licence and approval number`() throws {
        let outline = try read(
            collection(
                feature("{\"type\":\"Polygon\",\"coordinates\":\(square)}"),
                head:
                    "\"origin\":{\"en\":\"A\",\"zh\":\"甲\"},\"licence\":\"CC0\",\"approval\":\"GS (2026) 1\","
            ))
        #expect(outline.divisions.map(\.code) == ["130600"])
        #expect(outline.divisions.first?.rings.first?.count == 5)
        #expect(outline.divisions.first?.label == GeoPoint(longitude: 115.5, latitude: 38.5))
        #expect(outline.origin == Localized("A", "甲"))
        #expect(outline.licence == Localized(same: "CC0"))
        #expect(outline.caution.zh.contains("GS (2026) 1"))
        #expect(
            outline.division(at: try #require(GeoPoint(longitude: 115.2, latitude: 38.9)))?.code == "130600")
        #expect(outline.division(at: try #require(GeoPoint(longitude: 114, latitude: 38.9))) == nil)
    }

    @Test func `takes several polygons and leaves out lines and divisions without a code`() throws {
        let outline = try read(
            collection(
                [
                    feature("{\"type\":\"MultiPolygon\",\"coordinates\":[\(square),\(square)]}"),
                    feature("{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}", code: "999999"),
                    feature("{\"type\":\"Polygon\",\"coordinates\":\(square)}", code: ""),
                ].joined(separator: ",")))
        #expect(outline.divisions.map(\.code) == ["130600"])
        #expect(outline.divisions.first?.rings.count == 2)
        #expect(outline.caution.en.contains("none yet"))
    }

    @Test(arguments: [
        "", "{", "[]", "{\"type\":\"FeatureCollection\",\"features\":[]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}]}",
    ])
    func `that is none is refused with words`(text: String) {
        #expect(throws: OutlineFile.Problem.self) { try read(text) }
    }

    @Test func `with a point outside the globe names the division`() {
        let text = collection(
            feature("{\"type\":\"Polygon\",\"coordinates\":[[[500,38],[116,38],[116,39],[500,38]]]}"))
        #expect {
            try read(text)
        } throws: { error in
            (error as? OutlineFile.Problem)?.text.en.contains("130600") ?? false
        }
    }

    @Test func `damaged anywhere is read or refused, and never ends the program`() throws {
        let sound = Array(collection(feature("{\"type\":\"Polygon\",\"coordinates\":\(square)}")).utf8)
        for position in sound.indices {
            for byte in [UInt8(0), 0x22, 0x5B, 0x7D, 0x39, 0xFF] {
                var bytes = sound
                bytes[position] = byte
                _ = try? OutlineFile.read(bytes)
            }
            _ = try? OutlineFile.read(Array(sound.prefix(position)))
        }
    }

    @Test func `in a folder of its own takes the place of the installed one, and a bad one is told of`()
        throws
    {
        let folder = FileManager.default.temporaryDirectory.appending(path: "outlines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(collection(feature("{\"type\":\"Polygon\",\"coordinates\":\(square)}")).utf8)
            .write(to: folder.appending(path: "a.json"))
        try Data("no".utf8).write(to: folder.appending(path: "b.json"))
        let parts = WebParts.located(
            environment: ["JINGWEI_OUTLINES": folder.path, "JINGWEI_WEB": folder.path])
        #expect(parts.outlines.keys.sorted() == ["a"])
        #expect(parts.complaints.count == 1)
        #expect(parts.complaints.first?.en.contains("b.json") ?? false)
        #expect(parts.charts == nil)
    }
}
