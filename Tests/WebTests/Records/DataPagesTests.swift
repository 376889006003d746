import Studies
import DataPackages
import Ecosystem
import Reporting
import Testing

@testable import Web

@Suite struct `Pages about the data` {
    private let root = "/r/\(TestSites.region)"
    private var visitor: Visitor { TestSites.visitor.fresh() }

    @Test(arguments: ["zh", "en"])
    func `are sound in both languages and packages`(language: String) async throws {
        for package in [TestSites.region, TestSites.clusters] {
            for path in ["quality", "systems", "data"] {
                let reply = try await visitor.get("/r/\(package)/\(path)?lang=\(language)")
                #expect(reply.status == 200 && PageReading(reply.text).problems == [], "\(package) \(path)")
            }
        }
    }

    @Test func `show every correction with its reading and lead to what it concerns`() async throws {
        let model = try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
        let text = try await visitor.get("\(root)/quality?lang=en").text
        let page = PageReading(text)
        for correction in model.records(of: .correction) {
            #expect(page.links.contains("\(root)/records/\(correction.id)"), "\(correction.id)")
        }
        #expect(page.links.contains("\(root)/organizations/o.byd"))
        #expect(page.tags.contains { $0.name == "s" && $0.text.hasPrefix("USD") })
    }

    @Test func `group findings by table and level and lead to the record`() async throws {
        let finding = Finding(
            .error, file: "organizations.csv", row: 2, column: "kind", Localized("wrong <kind>", "类别有误"),
            recordID: "o.a")
        let package = ServedPackage(model: SmallPackage.model(), findings: [finding, finding])
        let site = Site(packages: [package], limits: TestSites.patient)
        let text = try await Visitor(site).get("/r/small/quality?lang=en").text
        let page = PageReading(text)
        #expect(page.problems == [])
        #expect(page.links.contains("/r/small/organizations/o.a"))
        #expect(page.tags.contains { $0.attributes["class"] == "lead" && $0.text.contains("2 errors") })
        #expect(text.contains("organizations.csv:2:kind"))
        site.queue.close()
    }

    @Test func `say of each described system where it works, or that it does not yet`() async throws {
        let page = PageReading(try await visitor.get("\(root)/systems?lang=en").text)
        #expect(page.links.contains("\(root)/studies/roles"))
        #expect(page.links.contains("\(root)/parks"))
        #expect(
            page.tags.contains { $0.attributes["class"] == "tag" && $0.text == "not yet in this version" })
        #expect(!page.links.contains("\(root)/studies/relocate"))
    }

    @Test func `fold the records of a document under its paragraphs and never show its text`() async throws {
        let model = try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
        let page = PageReading(try await visitor.get("\(root)/sources/s003?lang=en").text)
        let paragraphs = model.records(of: .paragraph, where: "source_id", is: "s003")
        let rows = page.tags.filter { $0.name == "tr" }.compactMap { $0.attributes["id"] }
        #expect(rows == paragraphs.map(\.id))
        #expect(page.tags.count { $0.name == "details" && $0.attributes["open"] != nil } == 0)
        #expect(page.links.contains("\(root)/records/rl.shougang"))
    }
}
