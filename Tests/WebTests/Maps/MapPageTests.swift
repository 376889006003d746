import Foundation
import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Testing

@testable import Web

@Suite struct `The map page` {
    /// Two divisions of Hebei as squares: enough to tell outlines from points.
    private static let squares = MapOutline(
        divisions: [("130600", 115.0, 38.5), ("120000", 117.0, 38.8)].map { code, x, y in
            MapOutline.Division(
                code: code,
                rings: [
                    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].compactMap {
                        GeoPoint(longitude: x + $0.0, latitude: y + $0.1)
                    }
                ])
        }, origin: Localized("made for this test", "为本测试而作"), approval: "TEST (2026) 1")

    private static let plain = Site(packages: TestSites.shipped, parts: .none)
    private static let drawn: Site = {
        var parts = WebParts.none
        parts.outlines = [TestSites.region: squares]
        return Site(packages: TestSites.shipped, parts: parts)
    }()

    private func page(_ site: Site, _ package: String, _ query: String = "lang=zh") async throws -> String {
        let reply = try await Visitor(site).get("/r/\(package)/map?\(query)")
        #expect(reply.status == 200)
        #expect(PageReading(reply.text).faults.isEmpty)
        return reply.text
    }

    /// Rows of the body of a table; `nil` where the page has no such table.
    private func rows(_ id: String, _ page: String) -> [String]? {
        guard let start = page.range(of: "<table id=\"t-\(id)\""),
            let body = page.range(of: "<tbody>", range: start.upperBound..<page.endIndex),
            let end = page.range(of: "</tbody>", range: body.upperBound..<page.endIndex)
        else { return nil }
        let rows: [String] = page[body.upperBound..<end.lowerBound].components(separatedBy: "<tr")
        return Array(rows.dropFirst())
    }

    /// Whether a page has a text; pages are too long to be shown by an expectation.
    private func has(_ page: String, _ text: String) -> Bool { page.contains(text) }

    private func model(_ package: String) throws -> EcosystemModel {
        try #require(TestSites.shipped.first { $0.id == package }).model
    }

    @Test(arguments: [TestSites.region, TestSites.clusters])
    func `tables hold every site, park and link of the package, once`(package: String) async throws {
        let model = try model(package)
        let page = try await page(Self.plain, package)
        let sites = MapLayer.ofSites.map { rows("layer-" + $0.rawValue, page)?.count ?? 0 }.reduce(0, +)
        #expect(sites == model.count(of: .site))
        #expect(rows("layer-park", page)?.count == model.count(of: .park))
        #expect(rows("layer-link", page)?.count == model.count(of: .logisticsLink))
        for site in model.records(of: .site) {
            #expect(has(page, "/sites/\(site.id)\""), "\(site.id)")
        }
    }

    @Test(arguments: [TestSites.region, TestSites.clusters], [true, false])
    func `divisions and the rest add up to all organizations and sites`(package: String, isDrawn: Bool) throws
    {
        let model = try model(package)
        let table = MapContents(model, isDrawn ? Self.squares : nil, .all).regionTable
        func sum(_ column: Int) -> Double {
            table.rows.reduce(0) { sum, row in
                if case .number(let number) = row[column].value { sum + number.value } else { sum }
            }
        }
        #expect(sum(1) == Double(model.count(of: .organization)))
        #expect(sum(2) == Double(model.count(of: .site)))
        #expect(sum(3) == Double(model.records(of: .site).count { $0.number("lon") == nil }))
    }

    @Test func `no record is words, never zero`() async throws {
        let page = try await page(Self.plain, TestSites.region)
        let table = try #require(rows("regions", page))
        let handan = try #require(table.first { $0.contains("/regions/r.he.hd\"") })
        #expect(has(handan, "无记录"))
        #expect(!has(handan, ">0<"))
    }

    @Test func `outlines are drawn with their caution, and without them points stand on a graticule`()
        async throws
    {
        let drawn = try await page(Self.drawn, TestSites.region)
        #expect(has(drawn, "Z\" class=\"area q"))
        #expect(has(drawn, "TEST (2026) 1"))
        #expect(has(drawn, "不作划界依据"))
        #expect(has(drawn, "为本测试而作"))
        #expect(!has(drawn, "class=\"grid zooms\""))
        let plain = try await page(Self.plain, TestSites.region)
        #expect(!has(plain, "Z\" class=\"area q"))
        #expect(has(plain, "class=\"grid zooms\""))
        #expect(has(plain, "不显示任何边界"))
        // Only what lies in the frame of the two squares is drawn on them.
        func marks(_ page: String) -> Int { page.components(separatedBy: "data-x=\"").count }
        let (onPlain, onDrawn) = (marks(plain), marks(drawn))
        #expect(onPlain > 60)
        #expect(onDrawn > 10)
    }

    @Test func `a package about a country is never drawn by outlines`() throws {
        #expect(TestSites.site.outlines[TestSites.clusters] == nil)
        let units = RegionUnits(try model(TestSites.clusters), nil)
        #expect(units.units.count == 17)
        #expect(!units.hasOutline)
    }

    @Test func `a layer that is not asked for is neither drawn nor listed`() async throws {
        let page = try await page(Self.plain, TestSites.region, "lang=en&set=1&layer=vehicle")
        #expect(rows("layer-vehicle", page)?.isEmpty == false)
        #expect(rows("layer-testing", page) == nil)
        #expect(rows("layer-link", page) == nil)
        let shapes = Set(
            PageReading(page).tags.compactMap { tag -> String? in
                guard let names = tag.attributes["class"]?.split(separator: " "), names.first == "pin" else {
                    return nil
                }
                return names.dropFirst().first.map(String.init)
            })
        #expect(shapes == ["square"])
        let none = try await self.page(Self.plain, TestSites.region, "lang=en&set=1")
        #expect(!has(none, "class=\"pin"))
    }

    @Test func `a region narrows tables and map to itself and its parts`() async throws {
        let model = try model(TestSites.region)
        let page = try await page(Self.plain, TestSites.region, "lang=zh&region=r.tj")
        let inside = model.records(of: .site).filter { site in
            site.target("region_id")?.regionChain.contains { $0.id == "r.tj" } ?? false
        }
        let shown = MapLayer.ofSites.map { rows("layer-" + $0.rawValue, page)?.count ?? 0 }.reduce(0, +)
        #expect(shown == inside.count)
        #expect(shown > 0 && shown < model.count(of: .site))
    }

    @Test func `what an address cannot mean is left out and echoed nowhere`() async throws {
        let whole = try await page(Self.plain, TestSites.region)
        for query in [
            "region=%3Cscript%3Ealert(1)%3C/script%3E", "layer=%22%3E%3Cb%3E", "stage=x", "shade=..%2F",
        ] {
            let page = try await page(Self.plain, TestSites.region, "lang=zh&" + query)
            #expect(!has(page, "<script>alert"))
            #expect(!has(page, "\"><b>"))
            #expect(rows("regions", page)?.count == rows("regions", whole)?.count)
        }
    }

    @Test func `a small package without a point has a page that says so`() async throws {
        let page = try await Visitor(TestSites.small(studies: [])).get("/r/small/map?lang=en")
        #expect(page.status == 200)
        #expect(has(page.text, "Nothing of this has a point"))
        #expect(!has(page.text, "<svg class=\"atlas\""))
    }

    @Test(arguments: [TestSites.region, TestSites.clusters])
    func `GeoJSON holds what has a point`(package: String) async throws {
        let reply = try await TestSites.visitor.fresh().get("/api/v1/packages/\(package)/map.geojson")
        #expect(reply.status == 200)
        #expect(reply.type == "application/geo+json")
        let features = reply.json.members["features"]?.list ?? []
        let ids = Set(features.compactMap { $0.members["id"]?.string })
        for kind in [RecordKind.region, .site] {
            for record in try model(package).records(of: kind) {
                #expect(ids.contains(record.id) == (record.ownPoint != nil), "\(record.id)")
            }
        }
    }
}
