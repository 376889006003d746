import Ecosystem
import Testing

@testable import Reporting

@Suite struct `A map over time` {
    /// Two places over three days; the second knows nothing of the last day.
    private func picture() -> Picture {
        func row(_ day: Int, _ a: Double, _ b: Double?) -> [Cell] {
            [.number(day), .number(a, decimals: 1), b.map { .number($0, decimals: 1) } ?? .unknown]
        }
        let table = Table(
            "days", Localized("Where", "何处"),
            columns: [
                Table.Column("day", Localized("Day", "天"), kind: .number),
                Table.Column("r_a", Localized("A <x>", "甲"), kind: .number),
                Table.Column("r_b", Localized("B", "乙"), kind: .number),
            ], rows: [row(0, 0, 0), row(3, 60, 12), row(6, 20, nil)])
        return Picture(
            .mapOverTime(
                time: "day",
                areas: [
                    .init(column: "r_a", region: "r.a", code: "1", point: nil, isStruck: true),
                    .init(column: "r_b", region: "r.b", code: "2", point: nil),
                ]), table)
    }

    private func outline() throws -> MapOutline {
        func square(_ code: String, _ x: Double) throws -> MapOutline.Division {
            MapOutline.Division(
                code: code,
                rings: [
                    try [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
                        try #require(GeoPoint(longitude: x + $0.0, latitude: 38 + $0.1))
                    }
                ])
        }
        return MapOutline(divisions: [try square("1", 115), try square("2", 116), try square("3", 117)])
    }

    private struct Page: LinkResolver {
        var day: Double?
        func moment(of picture: String) -> MapMoment? {
            MapMoment(name: "day", asked: day, action: "/x", items: [("what", "a \"b\"")])
        }
    }

    private func elements(_ links: any LinkResolver) throws -> MarkupReading {
        MarkupReading(
            HTMLRenderer(language: .en, links: links, outline: try outline()).picture(picture()).source)
    }

    private func classes(_ reading: MarkupReading, _ key: String) -> [String] {
        reading.elements.filter { $0.attributes["data-area"] == key }.compactMap { $0.attributes["class"] }
    }

    @Test func `shows the worst day first, with a form for another one that works without script`() throws {
        let reading = try elements(Page())
        #expect(reading.faults.isEmpty)
        // The map with the slider first, then the three of paper.
        #expect(classes(reading, "r_a").first == "area l5 here")
        #expect(classes(reading, "r_b").first == "area l3")
        let input = try #require(reading.elements.first { $0.attributes["type"] == "range" })
        #expect(input.attributes["value"] == "3" && input.attributes["step"] == "3")
        #expect(input.attributes["min"] == "0" && input.attributes["max"] == "6")
        let hidden = reading.elements.first { $0.attributes["type"] == "hidden" }
        #expect(hidden?.attributes["value"] == "a \"b\"")
        #expect(reading.elements.contains { $0.name == "button" })
    }

    @Test func `shows the day nearest to the one that is asked, and hatches what nobody knows`() throws {
        let reading = try elements(Page(day: 100))
        #expect(classes(reading, "r_a").first == "area l3 here")
        #expect(classes(reading, "r_b").first == "area none")
        // A division of the outline that the table does not have is no zero.
        let bare = reading.elements.filter { $0.attributes["class"] == "area none" }
        #expect(bare.contains { $0.attributes["data-area"] == nil })
    }

    @Test func `stands as three days side by side where nobody can be asked`() throws {
        let reading = try elements(NoLinks())
        #expect(!reading.elements.contains { $0.name == "form" })
        #expect(classes(reading, "r_a") == ["area l0 here", "area l5 here", "area l3 here"])
        #expect(reading.elements.contains { $0.name == "table" })
    }

    @Test(arguments: [
        (0.0, 0), (0.0999, 0), (0.1, 1), (9.99, 2), (10, 3), (25, 4), (50, 5), (100, 5), (-3, 0),
    ])
    func `classes have round borders`(percent: Double, shade: Int) {
        #expect(LossShades.shade(percent) == shade)
    }
}
