import Ecosystem
import Foundation
import Testing

@testable import Reporting

@Suite struct `A map` {
    private func point(_ longitude: Double, _ latitude: Double) throws -> GeoPoint {
        try #require(GeoPoint(longitude: longitude, latitude: latitude))
    }

    private func square(_ code: String, _ x: Double, _ y: Double) throws -> MapOutline.Division {
        MapOutline.Division(
            code: code,
            rings: [try [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { try point(x + $0.0, y + $0.1) }])
    }

    private func mark(
        _ id: String, _ point: GeoPoint, _ exactness: MapSheet.Exactness = .own,
        _ shape: MapSheet.Shape = .square
    ) -> MapSheet.Mark {
        MapSheet.Mark(
            id: id, name: Localized(same: id), point: point, shape: shape, exactness: exactness,
            address: "/x/\(id)")
    }

    private func reading(_ sheet: MapSheet, _ outline: MapOutline? = nil) throws -> MarkupReading {
        let drawing = try #require(MapDrawing(sheet, on: outline, language: .en))
        return MarkupReading(drawing.markup.source)
    }

    @Test func `is sound markup without style or script`() throws {
        let outline = MapOutline(divisions: [try square("1", 115, 38), try square("2", 116, 38)])
        let sheet = MapSheet(
            id: "t", label: Localized("Map <of>", "图"),
            areas: [
                MapSheet.Area(code: "1", name: Localized("A & B", "甲"), value: 3, shade: 2, address: "/a"),
                MapSheet.Area(code: "2", name: Localized("C", "乙"), value: nil, shade: 0),
            ],
            lines: [
                MapSheet.Line(
                    name: Localized(same: "way"), points: [try point(115.1, 38.1), try point(116.5, 38.5)],
                    isCourseNamed: false)
            ],
            marks: [mark("m", try point(115.5, 38.5))])
        let reading = try reading(sheet, outline)
        #expect(reading.faults.isEmpty)
        #expect(!reading.elements.contains { $0.name == "script" || $0.attributes.keys.contains("style") })
        #expect(reading.elements.first?.attributes["aria-label"] == "Map <of>")
        // Shaded, and hatched where nothing is on record.
        #expect(reading.elements.contains { $0.attributes["class"] == "area q2" })
        let bare = reading.elements.first { $0.attributes["class"] == "area none" }
        #expect(bare?.attributes["fill"] == "url(#h-m-t)")
        #expect(reading.elements.contains { $0.name == "pattern" && $0.attributes["id"] == "h-m-t" })
    }

    @Test func `puts north up and east to the right, undistorted in its middle`() throws {
        let box = try #require(GeoBox(covering: [try point(114, 36), try point(119, 42)]))
        let frame = MapFrame(box, width: 720, height: 720, margin: 20)
        let (a, b) = (frame.spot(try point(115, 39)), frame.spot(try point(116, 40)))
        #expect(b.x > a.x && b.y < a.y)
        #expect(frame.width <= 720 && frame.height <= 720)
        // A degree of longitude is as wide as cos(39°) of a degree of latitude (the parallel's length).
        #expect(abs((b.x - a.x) / (a.y - b.y) - 0.7771) < 0.0005)
    }

    @Test func `shows every mark on its own or in a circle that counts it`() throws {
        var random = SeededGenerator(seed: 20)
        for _ in 0..<30 {
            let marks = try (0..<Int.random(in: 1...80, using: &random)).map { number in
                mark(
                    "m\(number)",
                    try point(
                        115 + Double(Int.random(in: 0...12, using: &random)) / 10,
                        38 + Double(Int.random(in: 0...12, using: &random)) / 10),
                    Bool.random(using: &random) ? .region : .district)
            }
            let drawing = try #require(
                MapDrawing(
                    MapSheet(id: "t", label: Localized(same: "t"), marks: marks), on: nil, language: .en))
            #expect(drawing.shownMarks == marks.count)
            let source = drawing.markup.source
            let joined = source.components(separatedBy: " in\"").count - 1
            let counted = MarkupReading(source).texts.compactMap { Int($0) }.reduce(0, +)
            #expect(joined == counted)
            #expect(source == drawing.markup.source)
        }
    }

    @Test func `keeps marks with a point apart from those at the point of a region`() throws {
        let spot = try point(115.5, 38.5)
        let sheet = MapSheet(
            id: "t", label: Localized(same: "t"),
            marks: [
                mark("a", spot), mark("b", spot), mark("c", spot, .region), mark("d", spot, .region),
                mark("e", spot, .region),
            ])
        let reading = try reading(sheet)
        let circles = reading.elements.filter { $0.attributes["class"]?.hasPrefix("many") == true }
        #expect(circles.map { $0.attributes["class"] } == ["many", "many seat"])
        let places = Set(circles.compactMap { $0.attributes["transform"] })
        #expect(places.count == 2, "one gives way to the other")
    }

    @Test func `without anything that has a place is not drawn`() {
        let empty = MapSheet(id: "t", label: Localized(same: "t"))
        #expect(MapDrawing(empty, on: nil, language: .zh) == nil)
        #expect(HTML.map(empty, on: nil, .zh) == nil)
        var named = empty
        named.areas = [MapSheet.Area(code: "x", name: Localized(same: "X"), value: 1, shade: 1)]
        #expect(MapDrawing(named, on: MapOutline(divisions: []), language: .zh) == nil)
    }

    @Test func `of a picture counts the rows that it cannot show`() throws {
        let picture = Picture(
            .map(name: "name", longitude: "x", latitude: "y", kind: "kind"),
            Table(
                "spots", Localized("Spots", "点"),
                columns: [
                    Table.Column("name", Localized(same: "n")), Table.Column("kind", Localized(same: "k")),
                    Table.Column("point_basis", Localized(same: "b")),
                    Table.Column("x", Localized(same: "x"), kind: .number),
                    Table.Column("y", Localized(same: "y"), kind: .number),
                ],
                rows: [
                    [
                        .text("A"), .text(Vocabulary.siteFunction.label("vehicle_plant")),
                        .text(Vocabulary.pointBasis.label("stated")), .number(116.4, decimals: 1),
                        .number(39.9, decimals: 1),
                    ],
                    [
                        .text("B"), .text("else"),
                        .text(Vocabulary.pointBasis.label("general_knowledge_approx")),
                        .number(117.2, decimals: 1), .number(39.1, decimals: 1),
                    ],
                    [.text("C"), .text("else"), .unknown, .unknown, .unknown],
                ]))
        let reading = MarkupReading(HTMLRenderer(language: .en).picture(picture).source)
        let marks = reading.elements.compactMap { $0.attributes["class"] }.filter { $0.hasPrefix("pin") }
        #expect(marks == ["pin square own", "pin triangle district"])
        #expect(reading.texts.contains("1 row has no point: it is in the table only."))
        #expect(reading.texts.contains("Vehicle plants"))
        // The table folds below the map.
        #expect(reading.elements.contains { $0.name == "details" && $0.attributes["open"] == nil })
    }

    @Test func `numbers are written to a tenth and never break the markup`() {
        #expect(
            [0, 1, -0.04, 12.34, -7.96, 1e9, .nan, .infinity].map(MapFrame.text) == [
                "0", "1", "0", "12.3", "-8", "0", "0", "0",
            ])
    }
}
