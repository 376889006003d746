import Kernels
import Testing

/// The dependencies of Debian packages against what igraph says: `Fixtures/network/debian.json`.
@Suite("Large graph")
struct LargeGraphTests {
    @Test func `components, cut points, cores and ranks of 97,725 nodes agree with igraph`() throws {
        guard let graph = try GraphFixtures.debian() else { return }
        let peer = try GraphFixtures.large()
        #expect(graph.nodeCount == peer.nodes && graph.linkCount == peer.links)
        let strong = StrongComponents(graph)
        #expect(strong.sizes.count == peer.strongComponents)
        #expect(strong.sizes.filter { $0 > 1 }.sorted(by: >) == peer.strongSizes)
        #expect(WeakComponents(graph).sizes.sorted(by: >) == peer.weakSizes)
        let undirected = UndirectedGraph(graph)
        let cut = CutPoints(undirected)
        #expect(cut.articulationPoints == peer.articulationPoints)
        #expect(cut.bridges.map { [$0.first, $0.second] } == peer.bridges)
        let cores = undirected.coreNumbers
        #expect((0...(cores.max() ?? 0)).map { core in cores.count { $0 == core } } == peer.coreHistogram)
        let ranks = PageRank(graph)
        #expect(ranks.isConverged && abs((ranks.ranks.max() ?? 0) - peer.pageRankLargest) < 1e-9)
        let every = stride(from: 0, to: graph.nodeCount, by: peer.pageRankEvery).map { ranks.ranks[$0] }
        #expect(distance(every, peer.pageRank) < 1e-9)
        #expect(abs((Assortativity.byDegree(graph) ?? .nan) - peer.degreeAssortativity) < 1e-9)
    }

    @Test func `communities of 97,725 nodes are as good as igraph's in two iterations`() throws {
        guard let graph = try GraphFixtures.debian() else { return }
        let peer = try GraphFixtures.large()
        let found = LeidenCommunities(UndirectedGraph(graph))
        #expect(found.iterations == 2)
        #expect(found.modularity >= peer.leidenModularities.max() ?? 1)
    }
}
