import Ecosystem
import Foundation
import FoundationXML
import Reporting
import Store
import Studies
import Synchronization
import Testing

@testable import Web

@Suite struct `The monitor's feed` {
    /// A feed as an XML parser reads it: what feed readers need of it.
    private final class Reading: NSObject, XMLParserDelegate {
        private(set) var names: [String] = []
        private(set) var texts: [String: [String]] = [:]
        private(set) var links: [[String: String]] = []
        private(set) var language = ""
        private var path: [String] = []
        private var text = ""
        private(set) var isWellFormed = false

        init(_ bytes: [UInt8]) {
            super.init()
            let parser = XMLParser(data: Data(bytes))
            parser.delegate = self
            isWellFormed = parser.parse()
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            path.append(name)
            names.append(path.joined(separator: "/"))
            text = ""
            if name == "link" { links.append(attributes) }
            if name == "feed" { language = attributes["xml:lang"] ?? "" }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            texts[path.joined(separator: "/"), default: []].append(text)
            path.removeLast()
        }
    }

    /// A made-up region whose figures are given, by year.
    private func model(_ figures: [(Int, String)], name: String = "Region A") -> EcosystemModel {
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: "feed", title: Localized("Feed", "订阅"), homeRegion: RegionID("r.a"),
                places: [RegionID("r.a")],
                isSynthetic: true))
        builder.add(
            .region, ["id": "r.a", "name_en": name, "name_zh": "甲地", "level": "province", "basis": "stated"])
        builder.add(
            .indicatorDefinition,
            ["id": "in.output", "name_en": "Output", "name_zh": "产量", "unit": "vehicle", "basis": "stated"])
        for (year, value) in figures {
            builder.add(
                .indicator,
                [
                    "id": "f.\(year)", "indicator_id": "in.output", "entity_id": "r.a", "value": value,
                    "unit": "vehicle", "period": "\(year)", "basis": "stated",
                ])
        }
        return builder.build()
    }

    private func site(_ model: EcosystemModel, _ store: Store?, at time: Double = 0) -> Site {
        Site(
            packages: [ServedPackage(model: model)], studies: [Monitor(), Overview()], store: store,
            limits: TestSites.patient, now: { Date(timeIntervalSince1970: time) })
    }

    private static let path = "/r/feed/studies/monitor"

    @Test func `the page tells of the feed, and the feed is valid Atom in the page's language`() async throws
    {
        for language in Language.allCases {
            let page = try await TestSites.visitor.fresh().get(
                "/r/\(TestSites.region)/studies/monitor?lang=\(language.rawValue)")
            let address = try #require(
                page.text.firstMatch(
                    of: /<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]+)"/))
            let path = String(address.1).replacing("&amp;", with: "&")
            #expect(page.text.contains("id=\"follow\""))
            let reply = try await TestSites.visitor.fresh().get(path)
            #expect(reply.status == 200 && reply.type == "application/atom+xml; charset=utf-8")
            let feed = Reading(reply.bytes)
            #expect(feed.isWellFormed && feed.language == language.tag)
            // RFC 4287, 4.1: what a feed and an entry must have.
            for name in ["id", "title", "updated", "author/name"] {
                #expect(feed.texts["feed/\(name)"]?.count == 1)
            }
            let count = feed.names.count { $0 == "feed/entry" }
            #expect(count > 0)
            for name in ["id", "title", "updated", "summary"] {
                #expect(feed.texts["feed/entry/\(name)"]?.count == count)
            }
            let ids = feed.texts["feed/entry/id", default: []]
            #expect(
                Set(ids).count == count
                    && ids.allSatisfy { $0.wholeMatch(of: /urn:uuid:[0-9a-f-]{36}/) != nil })
            // This parser leaves the ampersand of an attribute as a reference.
            let own = feed.links.first { $0["rel"] == "self" }?["href"]?.replacing("&#38;", with: "&")
            #expect(own?.hasSuffix(path) == true, "\(own ?? "none") ends with \(path)")
            let times = feed.texts["feed/entry/updated", default: []]
            #expect(times == times.sorted(by: >) && times.allSatisfy { $0.hasSuffix("Z") })
            let texts =
                feed.texts["feed/entry/title", default: []] + feed.texts["feed/entry/summary", default: []]
            #expect(texts.allSatisfy { !$0.isEmpty })
        }
    }

    @Test func `entries keep their id and time when the data changes, and the change itself is told`()
        async throws
    {
        let folder = NSTemporaryDirectory() + "feed-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let clock = Mutex(1_700_000_000.0)
        let store = try Store(folder: folder, now: { Date(timeIntervalSince1970: clock.withLock { $0 }) })
        let old = model([(2019, "100"), (2020, "300")])
        let first = Reading(try await Visitor(site(old, store)).get(Self.path + "/feed?lang=en").bytes)
        let titles = first.texts["feed/entry/title", default: []]
        #expect(titles.contains { $0.hasPrefix("jump: Output") })
        #expect(first.texts["feed/updated"] == ["2023-11-14T22:13:20Z"])
        // A day later the package holds another year: the jump is over, the figure of 2021 is new.
        clock.withLock { $0 += 86_400 }
        let new = model([(2019, "100"), (2020, "300"), (2021, "310")])
        let reply = try await Visitor(site(new, store)).get(Self.path + "/feed?lang=en")
        let second = Reading(reply.bytes)
        let later = second.texts["feed/entry/title", default: []]
        #expect(later.contains("figure added: Output, Region A"))
        #expect(later.contains { $0.hasPrefix("No longer: jump") })
        #expect(second.texts["feed/entry/summary"]?.contains { $0.contains("now 310") } == true)
        #expect(second.texts["feed/updated"] == ["2023-11-15T22:13:20Z"])
        #expect(second.texts["feed/id"] == first.texts["feed/id"])
        // Back to the old data: the jump has its old id again.
        clock.withLock { $0 += 86_400 }
        let again = Reading(try await Visitor(site(old, store)).get(Self.path + "/feed?lang=en").bytes)
        let place = try #require(titles.firstIndex { $0.hasPrefix("jump") })
        let id = try #require(first.texts["feed/entry/id"]?[place])
        #expect(again.texts["feed/entry/id"]?.contains(id) == true)
        // Asked twice, the same bytes.
        let twice = try await Visitor(site(new, store)).get(Self.path + "/feed?lang=en")
        #expect(twice.bytes.count == reply.bytes.count)
        try store.close()
    }

    @Test func `names with markup are told as text`() async throws {
        let hostile = "<script>alert(1)</script> & \"A\" ]]> \u{1}"
        let visitor = Visitor(site(model([(2019, "100"), (2020, "300")], name: hostile), nil))
        let reply = try await visitor.get(Self.path + "/feed?lang=en")
        #expect(!reply.text.contains("<script>"))
        let feed = Reading(reply.bytes)
        #expect(feed.isWellFormed)
        #expect(
            feed.texts["feed/entry/title"]?.contains { $0.contains("<script>alert(1)</script> & \"A\" ]]>") }
                == true)
    }

    @Test func `other studies have no feed, and wrong parameters are told`() async throws {
        let visitor = Visitor(site(model([(2019, "100"), (2020, "300")]), nil))
        #expect(try await visitor.get("/r/feed/studies/overview/feed").status == 404)
        #expect(try await visitor.get("/r/feed/studies/none/feed").status == 404)
        #expect(try await visitor.get(Self.path + "/feed?jump=x").status == 422)
        let compared = try await visitor.get("/r/feed/studies/overview?lang=en")
        #expect(!compared.text.contains("application/atom+xml"))
    }

    @Test func `a URN of texts is a UUID of version 8 and tells texts apart`() {
        let urn = AtomFeed.urn(["a", "b"])
        #expect(
            urn.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
                != nil)
        #expect(urn != AtomFeed.urn(["ab", ""]) && urn == AtomFeed.urn(["a", "b"]))
        #expect(AtomFeed.time(0.9) == "1970-01-01T00:00:00Z")
    }
}
