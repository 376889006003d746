import ChainAnalysis
import DataPackages
import Ecosystem
import Foundation
import Kernels
import Testing

@Suite("Chain network")
struct ChainNetworkTests {
    /// Two makers of steel, two of seats and a vehicle maker; the second steel maker is somewhere else.
    private func network(earlier: SupplyNetwork.Links? = nil) throws -> SupplyNetwork {
        try #require(
            SupplyNetwork(
                firms: ["s1", "s2", "t1", "t2", "v"], sectors: ["steel", "seats", "vehicles"],
                sectorOfFirm: [0, 0, 1, 1, 2], suppliers: [0, 1, 0, 2, 3, 2, 4],
                customers: [2, 3, 3, 4, 4, 4, 4], values: [10, 30, 10, 60, 20, 20, 5],
                places: SupplyNetwork.Places(regions: ["West", "East"], regionOfFirm: [0, 1, 0, 0, -1]),
                earlier: earlier))
    }

    @Test func `several supplies of a pair are one link, and a firm's supply to itself is none`() throws {
        let found = try #require(ChainNetwork(network()))
        #expect(found.supplies.count == 7 && found.graph.linkCount == 5 && found.hasValues)
        #expect(found.graph.outgoing.sums == [20, 30, 80, 20, 0])
        #expect(found.members.map(\.region) == [0, 1, 0, 0, nil])
        #expect(ChainNetwork(try network(), earlier: true) == nil)
    }

    /// By hand: steel 20 of 50 and 30 of 50, HHI .16 + .36; seats 80 and 20 of 100, HHI .64 + .04.
    @Test func `concentration and single sources are told segment by segment`() throws {
        let found = try NetworkStructure(try #require(ChainNetwork(network())))
        #expect(found.segments.map(\.segment) == [0, 1])
        let (steel, seats) = (found.segments[0], found.segments[1])
        #expect(steel.suppliers == 2 && steel.customers == 2 && steel.singleSourced == 1)
        #expect(steel.largest == 1 && abs((steel.largestShare ?? 0) - 0.6) < 1e-12)
        #expect(abs((steel.concentration ?? 0) - 0.52) < 1e-12)
        #expect(seats.singleSourced == 0 && abs((seats.concentration ?? 0) - 0.68) < 1e-12)
    }

    /// By hand: West holds s1, t1 and t2. Inputs: steel of t1 (West), steel of t2 (both), seats of v (West only, v elsewhere).
    @Test func `the loss of a region counts the inputs that come from there only`() throws {
        let found = try NetworkStructure(try #require(ChainNetwork(network()))).robustness
        #expect(found.inputs == 3 && found.withoutRegion == 1)
        #expect(found.regions.map(\.region) == [0, 1] && found.regions.map(\.members) == [3, 1])
        #expect(found.regions.map(\.inputsLost) == [1, 0])
        #expect(found.regions.map(\.largest) == [0.2, 0.8] && found.regions.map(\.links) == [0, 0.8])
        #expect(found.regionOrder == [0, 1] && found.byRegion.largest == [1, 0.2, 0.2])
    }

    @Test func `two dates are matched by id`() throws {
        let earlier = SupplyNetwork.Links(suppliers: [0, 1], customers: [2, 2], values: [8, 1])
        let given = try network(earlier: earlier)
        let (before, after) = (
            try #require(ChainNetwork(given, earlier: true)), try #require(ChainNetwork(given))
        )
        let change = try #require(NetworkChange(earlier: before, later: after))
        #expect(change.ids == ["s1", "s2", "t1", "t2", "v"])
        #expect(change.stayed == [0, 1, 2] && change.entered == [3, 4] && change.left.isEmpty)
        #expect(change.links.kept.map { [$0.before, $0.after] } == [[8, 10]])
        #expect(change.links.lost.count == 1 && change.links.gained.count == 4 && change.hasValues)
    }

    @Test func `the built-in region's links are the pairs that its relations name`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let model = try PackageReader.read(
            folder: root.appending(path: "Data/beijing-tianjin-hebei").path
        ).model
        let found = ChainNetwork(model, places: model.identity.places)
        var pairs: Set<[String]> = []
        for relation in model.all(Relation.self, where: "predicate", is: "supplies") {
            let maker = model.find(ProductID(relation.object), as: Product.self)?.organization?.text
            pairs.insert([relation.subject, maker ?? relation.object])
        }
        let links = (0..<found.graph.nodeCount).flatMap { node in
            found.graph.outgoing.neighbours(of: node).map {
                [found.members[node].id, found.members[Int($0)].id]
            }
        }
        #expect(Set(links).isSubset(of: pairs) && links.count == Set(links).count)
        #expect(pairs.subtracting(links).isEmpty)
        #expect(!found.hasValues && found.unit == nil)
        // Places that stand for firms are members, but no firms.
        #expect(found.members.filter { !$0.isFirm }.allSatisfy { $0.id.hasPrefix("r.") })
    }

    @Test func `a stop is heeded`() throws {
        let network = try #require(ChainNetwork(network()))
        #expect(throws: CalculationStopped.self) { try NetworkStructure(network) { $0 < 0.5 } }
        #expect(throws: CalculationStopped.self) { try NetworkStructure(network) { _ in false } }
    }

    @Test func `nothing on record is measured as nothing`() throws {
        let empty = try #require(
            SupplyNetwork(
                firms: [], sectors: [], sectorOfFirm: [], suppliers: [], customers: [], values: []))
        let found = try NetworkStructure(try #require(ChainNetwork(empty)))
        #expect(found.segments.isEmpty && found.robustness.random.robustness == nil)
        let single = try #require(
            SupplyNetwork(
                firms: ["a"], sectors: ["x"], sectorOfFirm: [0], suppliers: [0], customers: [0], values: [0]))
        #expect(try NetworkStructure(try #require(ChainNetwork(single))).segments.isEmpty)
    }
}
