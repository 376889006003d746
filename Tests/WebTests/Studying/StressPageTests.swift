import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `The stress page` {
    private let visitor = TestSites.visitor.fresh()
    private let path = "/r/\(TestSites.region)/stress"
    private let companion = "/r/beijing-tianjin-hebei%2Breconstructed/stress"

    private func page(_ query: String, status: Int = 200) async throws -> (text: String, page: PageReading) {
        let reply = try await visitor.get("\(path)?\(query)")
        #expect(reply.status == status, "\(query)")
        let reading = PageReading(reply.text)
        #expect(reading.problems == [], "\(query)")
        return (reply.text, reading)
    }

    /// The links that pick or take out something, with what they ask.
    private func asked(_ page: PageReading) -> Set<String> {
        Set(
            page.links.filter { $0.contains("/stress?") }.compactMap { link in
                link.split(separator: "?").last?.split(separator: "&").first { $0.hasPrefix("what=") }
                    .flatMap { PercentDecoding.decoded($0.dropFirst(5).utf8, plusIsSpace: true) }
            })
    }

    @Test(arguments: ["zh", "en"])
    func `offers places, ports and segments as links, and asks nothing yet`(language: String) async throws {
        let (text, page) = try await page("lang=\(language)")
        let offered = asked(page)
        #expect(offered.contains("region:r.he.bd") && offered.contains("way:si.tjport"))
        #expect(offered.contains("sector:sg.sys.seat"))
        // Ready-made starts are forms: nobody who only follows links starts so much work.
        let hidden = page.tags.filter { $0.attributes["type"] == "hidden" }.compactMap {
            $0.attributes["value"]
        }
        #expect(hidden.contains("abroad:sg.cmp.aichip") && hidden.contains("sg.cmp.aichip=0.8"))
        #expect(hidden.contains("way:si.tjport") && hidden.contains("*=0.1@si.tjport"))
        let holds = text.contains("id=\"result\"")
        #expect(!holds)
    }

    @Test(arguments: [
        ("保定", "region:r.he.bd"), ("Baoding", "region:r.he.bd"), ("r.he.bd", "region:r.he.bd"),
        ("Port of Tianjin", "way:si.tjport"), ("sg.sys.seat", "sector:sg.sys.seat"), ("长城汽车", "firm:o.gwm"),
    ])
    func `finds what stops by its name in either language or its id`(words: String, value: String)
        async throws
    {
        let (_, page) = try await page("lang=en&q=\(WebAddress.encoded(words))")
        #expect(asked(page).contains(value), "\(words)")
    }

    @Test func `what is typed is shown as text and what is not found leads to the nearest`() async throws {
        let typed = WebAddress.encoded("<script>alert(1)</script>")
        let (text, _) = try await page("lang=en&q=\(typed)")
        let isEscaped = text.contains("&lt;script&gt;alert(1)") && !text.contains("<script>alert")
        #expect(isEscaped)
        let (_, near) = try await page("lang=en&q=Baodingg")
        #expect(asked(near).contains("region:r.he.bd"))
    }

    @Test func `picks add up in the address and can be taken out one by one`() async throws {
        let (text, page) = try await page("lang=en&what=region:r.he.bd&days=28")
        let offered = asked(page)
        #expect(offered.contains("region:r.he.bd; region:r.tj"))
        #expect(page.links.contains("\(path)?days=28&lang=en"))
        let isPicked = text.contains("take out") && !text.contains("id=\"result\"")
        #expect(isPicked)
        // A port brings what has to be assumed of it, and takes it away again.
        let port = try #require(
            page.links.first { $0.contains("si.tjport") && $0.contains("imports=") })
        let reply = try await visitor.get(port)
        let both = PageReading(reply.text)
        #expect(both.problems == [])
        let isSaid = reply.text.contains("10 % of all inputs by way of Port of Tianjin")
        #expect(isSaid)
        #expect(both.links.contains("\(path)?what=region%3Ar.he.bd&days=28&lang=en"))
    }

    @Test func `the answer comes first with bands, a map of a day, paths and what the data cannot say`()
        async throws
    {
        let query = "lang=en&what=region:r.he.bd&days=10&horizon=20&samples=3"
        let (text, page) = try await page(query)
        // The heading is the question, and the picker folds behind one line.
        let isHeaded = text.contains("<h1>Baoding stops for 10 days</h1>")
        #expect(isHeaded)
        let fold = try #require(page.tags.first { $0.attributes["class"] == "asked" })
        #expect(fold.attributes["open"] == nil)
        let ids = page.tags.compactMap { $0.attributes["id"] }
        for id in ["f-loss-curve", "f-region-days", "t-hits", "t-dry-bands", "actions", "t-assumptions"] {
            #expect(ids.contains(id), "\(id)")
        }
        let figure = try #require(page.tags.first { $0.attributes["id"] == "f-loss-curve" })
        #expect(figure.attributes["data-drawing"] == "bands")
        #expect(figure.attributes["data-values"] == "p5 p25 p50 p75 p95")
        let says = text.contains("What the data cannot say") && text.contains("no jobs are given")
        #expect(says)
        #expect(page.tags.contains { $0.attributes["class"] == "struck" })
        #expect(!ids.contains("t-named"))
        // Who looks for something else sees what was found.
        let (_, looking) = try await self.page(query + "&q=Tianjin")
        #expect(looking.tags.first { $0.attributes["class"] == "asked" }?.attributes["open"] != nil)
        // Another day is the same address with a day.
        func day(_ page: PageReading) -> String? {
            page.tags.first { $0.attributes["type"] == "range" }?.attributes["value"]
        }
        let (_, fifth) = try await self.page(query + "&day=5")
        #expect(day(fifth) == "5")
        #expect(day(page) != nil)
        // The same question on the study's page, and back.
        let study = try #require(page.links.first { $0.contains("/studies/disrupt?") })
        let reply = try await visitor.get(study)
        #expect(reply.status == 200)
        #expect(PageReading(reply.text).links.contains { $0.hasPrefix("\(path)?") })
    }

    @Test func `a name that nobody knows is told with the nearest ones`() async throws {
        let (text, page) = try await page("lang=en&what=region:r.he.bdd&samples=2", status: 422)
        let isTold = text.contains("r.he.bdd")
        #expect(isTold)
        #expect(asked(page).contains("region:r.he.bd"))
    }

    @Test func `a companion answers with its own network at once`() async throws {
        let reply = try await visitor.get("\(companion)?lang=en&what=region:r.he.bd&days=10&horizon=20")
        #expect(reply.status == 200)
        let page = PageReading(reply.text)
        #expect(page.problems == [])
        let figure = try #require(page.tags.first { $0.attributes["id"] == "f-loss-curve" })
        #expect(figure.attributes["data-drawing"] == "series")
        let path = page.tags.filter { $0.attributes["class"] == "path" }
        #expect(!path.isEmpty)
    }

    @Test func `the verb of the navigation and the pages of records lead here`() async throws {
        let home = PageReading(try await visitor.get("/r/\(TestSites.region)").text)
        #expect(home.links.contains(path))
        #expect(home.links.contains("/r/\(TestSites.region)/keystones"))
        for (record, value) in [
            ("regions/r.he.bd", "region%3Ar.he.bd"), ("segments/sg.sys.seat", "sector%3Asg.sys.seat"),
            ("organizations/o.gwm", "firm%3Ao.gwm"), ("sites/si.tjport", "way%3Asi.tjport"),
        ] {
            let page = PageReading(try await visitor.get("/r/\(TestSites.region)/\(record)").text)
            #expect(page.links.contains { $0.hasPrefix("\(path)?what=\(value)") }, "\(record)")
        }
    }

    @Test func `a package that counts no firms says what is missing`() async throws {
        let site = TestSites.small(studies: StudyCatalogue.all, limits: { $0.pageWait = .seconds(60) })
        let visitor = Visitor(site)
        #expect(try await visitor.get("/r/small/stress?lang=en").status == 200)
        let reply = try await visitor.get("/r/small/stress?lang=en&what=region:r.a")
        let isSaid = reply.text.contains("holds no quantities of supply")
        #expect(reply.status == 200 && isSaid)
        let bare = TestSites.small(studies: [])
        #expect(try await Visitor(bare).get("/r/small/stress").status == 404)
        site.queue.close()
        bare.queue.close()
    }
}
