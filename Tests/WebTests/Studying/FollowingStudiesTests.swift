import Studies
import Testing

@testable import Web

@Suite
struct `What to ask after a study` {
    @Test func `leads to other studies that are there, from every study`() {
        let known = Set(StudyCatalogue.all.map(\.description.id))
        for id in known.sorted() {
            let next = FollowingStudies.all[id] ?? []
            #expect(next.count >= 2, "\(id)")
            #expect(Set(next).count == next.count && !next.contains(id), "\(id)")
            #expect(known.isSuperset(of: next), "\(id)")
        }
        #expect(known.isSuperset(of: FollowingStudies.all.keys))
    }

    @Test(.timeLimit(.minutes(5)))
    func `takes the region along, and leads to the pages made for a question`() async throws {
        let path = "/r/\(TestSites.region)"
        let visitor = TestSites.visitor.fresh()
        let overview = PageReading(try await visitor.get("\(path)/studies/overview?region=r.he").text)
        #expect(overview.links.contains("\(path)/studies/chain?region=r.he"))
        let network = PageReading(try await visitor.get("\(path)/studies/network").text)
        #expect(network.links.contains("\(path)/keystones") && network.links.contains("\(path)/stress"))
    }
}
