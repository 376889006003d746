import Ecosystem
import Reporting
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `The chain as a diagram` {
    private let visitor = TestSites.visitor.fresh()
    private let path = "/r/\(TestSites.region)/chain"

    private var model: EcosystemModel {
        get throws { try #require(TestSites.shipped.first { $0.id == TestSites.region }).model }
    }

    @Test(arguments: ["zh", "en"])
    func `every automotive segment has one card with a mark and a class`(language: String) async throws {
        let reply = try await visitor.get("\(path)?lang=\(language)")
        #expect(reply.status == 200)
        let page = PageReading(reply.text)
        #expect(page.problems == [])
        let ids = page.tags.compactMap { $0.attributes["id"] }
        let classes = Set(Vocabulary.strength.terms.map(\.code))
        for segment in try model.records(of: .segment) where segment.text("automotive") == "yes" {
            #expect(ids.count { $0 == segment.id } == 1, "\(segment.id)")
            let card = try #require(page.tags.first { $0.attributes["id"] == segment.id })
            let words = Set((card.attributes["class"] ?? "").split(separator: " ").map(String.init))
            #expect(!words.isDisjoint(with: classes), "\(segment.id)")
        }
        // The same is there as a table, and every card leads to its segment.
        #expect(ids.contains("t-segments") && ids.contains("t-ties"))
        #expect(page.links.contains { $0.hasSuffix("/segments/sg.sys.battery") })
    }

    @Test func `a place, a part of the tree and the boxes act`() async throws {
        let all = PageReading(try await visitor.get(path).text)
        func cards(_ query: String) async throws -> Set<String> {
            let reply = try await visitor.get("\(path)?set=1&\(query)")
            #expect(reply.status == 200, "\(query)")
            let segments = Set(try model.records(of: .segment).map(\.id))
            return Set(PageReading(reply.text).tags.compactMap { $0.attributes["id"] }).intersection(segments)
        }
        let everything = try await cards("unknown=yes&ties=yes")
        #expect(everything.count > 100 && all.problems.isEmpty)
        let known = try await cards("ties=yes")
        #expect(known.count < everything.count && known.isSubset(of: everything))
        let vehicles = try await cards("unknown=yes&root=sg.veh")
        #expect(vehicles.contains("sg.veh") && !vehicles.contains("sg.mat"))
        #expect(try await cards("unknown=yes&level=top").count < everything.count)
        #expect(try await cards("unknown=yes&adjacent=yes").count > everything.count)
        let text = try await visitor.get("\(path)?set=1").text
        #expect(!text.contains("data-ties="))
    }

    @Test func `a track that nothing fits is refused beside the form`() async throws {
        let reply = try await visitor.get("\(path)?track=dilithium")
        #expect(reply.status == 422)
        #expect(reply.text.contains("dilithium") && reply.text.contains("name=\"track\""))
        #expect(try await visitor.get("\(path)?region=r.nowhere").status == 422)
    }

    @Test func `a package without segments says so`() async throws {
        let site = TestSites.small(studies: [], limits: { $0.pageWait = .seconds(30) })
        #expect(try await Visitor(site).get("/r/small/chain").status == 404)
    }

    @Test func `words are explained, with counts of the package`() async throws {
        let reply = try await visitor.get("/r/\(TestSites.region)/terms?lang=en")
        let page = PageReading(reply.text)
        #expect(reply.status == 200 && page.problems == [])
        for basis in Basis.allCases {
            #expect(page.tags.contains { $0.attributes["id"] == "basis-\(basis.rawValue)" })
        }
        let facts = try model.records(of: .indicator).count { $0.origin.basis == .corrected }
        #expect(facts > 0 && reply.text.contains("In this package"))
    }
}
