import HTTPTypes
import Ecosystem
import Reporting
import Testing

@testable import Web

@Suite struct `Lists of records` {
    private let root = "/r/\(TestSites.region)"
    private var visitor: Visitor { TestSites.visitor.fresh() }

    private func names(_ page: PageReading) -> [String] {
        page.links.filter { $0.hasPrefix("\(root)/organizations/") }
    }

    @Test(
        arguments: RecordKind.withFolder.compactMap(\.folder)
            + RecordKind.listed.map { "records?type=\($0.rawValue)" })
    func `are sound for every kind and say how many there are`(path: String) async throws {
        for language in ["zh", "en"] {
            let joint = path.contains("?") ? "&" : "?"
            let reply = try await visitor.get("\(root)/\(path)\(joint)lang=\(language)")
            let page = PageReading(reply.text)
            #expect(reply.status == 200 && page.problems == [], "\(path)")
            #expect(
                page.tags.contains { $0.attributes["class"] == "lead" && $0.text.contains(where: \.isNumber) }
            )
        }
    }

    @Test func `filter by kind, region and stage together, parts of the region included`() async throws {
        let reply = try await visitor.get("\(root)/organizations?kind=oem&region=r.he&stage=vehicle&lang=en")
        let page = PageReading(reply.text)
        #expect(names(page).contains("\(root)/organizations/o.gwm"))
        #expect(!names(page).contains("\(root)/organizations/o.bhmc"))
        let chosen = page.tags.filter { $0.name == "option" && $0.attributes["selected"] != nil }
        #expect(chosen.map { $0.attributes["value"] } == ["oem", "r.he", "vehicle"])
    }

    @Test func `say which condition to drop where nothing fits, and how many that gives`() async throws {
        let visitor = visitor
        let page = PageReading(
            try await visitor.get("\(root)/organizations?kind=oem&region=r.nowhere&lang=en").text)
        #expect(page.problems == [])
        #expect(page.tags.contains { $0.attributes["class"] == "empty sec" })
        let way = try #require(page.tags.first { $0.name == "a" && $0.text.hasPrefix("Without “region”") })
        let rest = PageReading(try await visitor.get((way.attributes["href"] ?? "") + "&lang=en").text)
        let count = way.text.split(separator: " ").last.map(String.init) ?? ""
        #expect(rest.tags.contains { $0.attributes["class"] == "lead" && $0.text.hasPrefix("\(count) of ") })
    }

    @Test func `have a hundred rows a page, each record once, and no page beyond the last`() async throws {
        let model = try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
        var found: [String] = []
        for number in 1...2 {
            let page = PageReading(try await visitor.get("\(root)/organizations?page=\(number)").text)
            found += page.tags.filter { $0.name == "th" && $0.attributes["scope"] == "row" }.map(\.text)
            #expect(page.tags.contains { $0.attributes["aria-current"] == "page" && $0.text == "\(number)" })
        }
        #expect(found.count == model.count(of: .organization))
        for page in ["0", "3", "-1", "x", "9999999999999999999999"] {
            #expect(try await visitor.get("\(root)/organizations?page=\(page)").status == 404)
        }
    }

    @Test func `order Chinese names by pinyin and English names by the alphabet`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "order", title: Localized(same: "O")))
        for (id, en, zh) in [
            ("o.1", "zeta", "北京"), ("o.2", "Alpha", "重庆"), ("o.3", "beta 10", "阿尔法"), ("o.4", "beta 9", "天津"),
        ] {
            builder.add(.organization, ["id": id, "name_en": en, "name_zh": zh, "kind": "oem"])
        }
        let model = builder.build()
        for _ in 1...2 {
            #expect(
                RecordOrder.records(of: .organization, in: model, by: .zh).map(\.id) == [
                    "o.3", "o.1", "o.2", "o.4",
                ])
            #expect(
                RecordOrder.records(of: .organization, in: model, by: .en).map(\.id) == [
                    "o.2", "o.4", "o.3", "o.1",
                ])
        }
    }

    @Test func `show hostile conditions as text`() async throws {
        let hostile = WebAddress.encoded("\"><script>alert(1)</script>")
        for name in ["kind", "region", "stage", "state", "segment"] {
            let reply = try await visitor.get("\(root)/organizations?\(name)=\(hostile)")
            #expect(reply.status == 200)
            #expect(!reply.text.contains("<script>alert"))
            #expect(PageReading(reply.text).problems == [])
        }
        #expect(try await visitor.get("\(root)/records?type=\(hostile)").status == 404)
    }

    @Test func `send readers of a kind with a folder there`() async throws {
        let reply = try await visitor.get("\(root)/records?type=organization")
        #expect(reply.headers[.location] == "\(root)/organizations")
    }

    @Test func `count what they can be filtered by`() throws {
        var builder = EcosystemBuilder(PackageIdentity(id: "f", title: Localized(same: "F")))
        builder.add(.region, ["id": "r.a", "name_en": "A"])
        builder.add(.region, ["id": "r.b", "name_en": "B", "parent_id": "r.a"])
        builder.add(.segment, ["id": "sg.a", "name_en": "S", "stage": "systems"])
        for (number, region) in ["r.a", "r.b", "r.b"].enumerated() {
            builder.add(
                .organization, ["id": "o.\(number)", "name_en": "O", "kind": "oem", "home_region": region])
        }
        builder.add(.activity, ["id": "os.1", "organization_id": "o.1", "segment_id": "sg.a"])
        let model = builder.build()
        let facets = Facets(model.records(of: .organization), kind: .organization, model: model)
        #expect(facets.codes.map(\.count) == [3])
        #expect(facets.regions.map(\.code) == ["r.a", "r.b"] && facets.regions.map(\.count) == [3, 2])
        #expect(facets.stages.map(\.code) == ["systems"] && facets.stages.map(\.count) == [1])
        let filter = RecordFilter(.organization, region: "r.b", stage: "systems")
        #expect(filter.apply(model.records(of: .organization), in: model).map(\.id) == ["o.1"])
    }
}
