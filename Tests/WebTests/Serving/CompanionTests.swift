import Ecosystem
import Foundation
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `The reconstructed companion of a package` {
    private let root = "/r/beijing-tianjin-hebei%2Breconstructed"

    @Test func `it is served beside its package and says on every page that it is made up`() async throws {
        let visitor = TestSites.visitor.fresh()
        for path in [
            "", "/studies", "/organizations/o.gwm", "/organizations/syn.0001", "/map", "/studies/network",
        ] {
            let reply = try await visitor.get("\(root)\(path)?lang=en")
            #expect(reply.status == 200, "\(path)")
            #expect(reply.text.contains("Reconstructed companion"), "\(path)")
            #expect(reply.text.contains("href=\"/r/beijing-tianjin-hebei\""), "\(path)")
            #expect(PageReading(reply.text).problems == [], "\(path)")
        }
        // What is stated stays so; what is made up is marked as such.
        let stated = try await visitor.get("\(root)/organizations/o.gwm?lang=en").text
        #expect(!stated.contains("This record is made up"))
        let made = try await visitor.get("\(root)/organizations/syn.0001?lang=en").text
        #expect(made.contains("This record is made up"))
    }

    @Test func `a study that takes a network computes there and is offered where it cannot`() async throws {
        let visitor = TestSites.visitor.fresh()
        let offer = try await visitor.get("/r/beijing-tianjin-hebei/studies/systemic-risk?lang=en").text
        #expect(offer.contains("\(root)/studies/systemic-risk"))
        let answer = try await visitor.get("\(root)/studies/systemic-risk?lang=en").text
        #expect(answer.contains("1,230 firms") && !answer.contains("ask it there"))
        #expect(answer.contains("jingwei run reconstruct --into companion"))
        // The stated package does not know the made-up firms.
        let other = try await visitor.get("/r/beijing-tianjin-hebei/organizations/syn.0001?lang=en")
        #expect(other.status == 404)
        let api = try await visitor.get(
            "/api/v1/packages/beijing-tianjin-hebei%2Breconstructed/studies/systemic-risk/report?lang=en")
        #expect(api.json["supplied"]?["kind"] == .string("network"))
    }

    @Test func `a package that counts no firms has none`() async throws {
        let site = TestSites.small(studies: StudyCatalogue.all)
        let reply = try await Visitor(site).get("/r/small%2Breconstructed?lang=en")
        #expect(reply.status == 404)
        site.queue.close()
    }

    @Test func `the list of packages stays that of the stated ones`() async throws {
        let visitor = TestSites.visitor.fresh()
        _ = try await visitor.get(root)
        let ids = try await visitor.get("/api/v1/packages").json.list.compactMap { $0["id"]?.string }
        #expect(ids == [TestSites.region, TestSites.clusters])
    }
}
