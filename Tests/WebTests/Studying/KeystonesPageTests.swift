import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `The keystone page` {
    private let visitor = TestSites.visitor.fresh()
    /// Few firms, so that a debug build answers soon.
    private let few = "assumptions=" + WebAddress.encoded("vehicle-firms=10;parts-firms=60;mean-suppliers=4")

    private func page(_ path: String, status: Int = 200) async throws -> (text: String, page: PageReading) {
        let reply = try await visitor.get(path)
        #expect(reply.status == status, "\(path)")
        let reading = PageReading(reply.text)
        #expect(reading.problems == [], "\(path)")
        return (reply.text, reading)
    }

    @Test(arguments: ["zh", "en"])
    func `asks many networks of itself where the package has none, and says that they are made up`(
        language: String
    ) async throws {
        let (text, page) = try await page("/r/\(TestSites.region)/keystones?lang=\(language)&\(few)")
        let ids = Set(page.tags.compactMap { $0.attributes["id"] })
        #expect(
            ids.isSuperset(of: [
                "f-rank-curve", "f-directions", "t-segments", "t-regions", "f-sizes", "f-places",
            ]))
        #expect(text.contains("note sample hatch"))
        // The number that it asked stands in the form, and the study's page is asked the same.
        #expect(
            page.tags.contains { $0.attributes["id"] == "p-samples" && $0.attributes["value"] == "2" })
        #expect(page.links.contains { $0.contains("/studies/systemic-risk?") && $0.contains("samples=2") })
        #expect(page.links.contains { $0.contains("/stress?what=sector") })
        #expect(page.links.contains { $0.contains("%2Breconstructed/keystones") })
    }

    @Test func `on a network it explains the gravest loss and offers what can weigh`() async throws {
        let (_, page) = try await page("/r/\(TestSites.region)%2Breconstructed/keystones?lang=en")
        let ids = Set(page.tags.compactMap { $0.attributes["id"] })
        #expect(ids.isSuperset(of: ["t-ranking", "t-hit", "t-sectors", "p-weight-list", "p-pair-list"]))
        let offered = page.tags.filter { $0.name == "option" }.compactMap { $0.attributes["value"] }
        #expect(offered.contains("revenue") && offered.contains(FirmRisk.gravest))
    }

    @Test func `what is typed is shown as text, and an unknown firm is told`() async throws {
        let typed = WebAddress.encoded("<script>alert(1)</script>")
        let (text, _) = try await page(
            "/r/\(TestSites.region)%2Breconstructed/keystones?lang=en&pair=\(typed)", status: 422)
        let isRaw = text.contains("<script>alert(1)")
        #expect(!isRaw)
        #expect(text.contains("the network has no firm"))
    }

    @Test func `a package that counts no firms says what is missing`() async throws {
        let site = TestSites.small(studies: [FirmRisk()]) { $0.pageWait = .seconds(60) }
        let reply = try await Visitor(site).get("/r/small/keystones?lang=en")
        #expect(reply.status == 200)
        #expect(reply.text.contains("Not known"))
        #expect(PageReading(reply.text).problems == [])
    }

    @Test func `the studies' list and the study lead to it`() async throws {
        let (_, list) = try await page("/r/\(TestSites.region)/studies?lang=en")
        #expect(list.links.contains { $0.hasSuffix("/keystones") })
        let (_, study) = try await page("/r/\(TestSites.region)/studies/systemic-risk?lang=en")
        #expect(study.links.contains { $0.contains("/keystones") })
    }
}
