import Kernels
import Testing

/// Trade in electrical car parts between 111 countries against networkx and igraph: `Fixtures/network/trade.json`.
@Suite("Trade graph")
struct TradeGraphTests {
    @Test(arguments: [2006, 2016])
    func `ranks, paths, cut points, cores and communities of a weighted trade graph agree`(year: Int) throws {
        guard let (whole, peer) = try GraphFixtures.trade(year) else { return }
        let graph = whole.simplified()
        #expect(graph.nodeCount == peer.nodes && graph.linkCount == peer.simpleLinks)
        #expect(StrongComponents(graph).sizes.count == Set(peer.strongComponents).count)
        #expect(WeakComponents(graph).sizes.count == Set(peer.weakComponents).count)
        let undirected = UndirectedGraph(graph)
        let cut = CutPoints(undirected)
        #expect(cut.articulationPoints == peer.articulationPoints)
        #expect(cut.bridges.map { [$0.first, $0.second] } == peer.bridges)
        #expect(undirected.coreNumbers == peer.coreNumbers)
        #expect(distance(PageRank(graph).ranks, peer.pageRank) < 1e-9)
        let paths = try PathCentrality(graph)
        #expect(distance(paths.betweenness, peer.betweenness) < 1e-12)
        #expect(distance(paths.closeness ?? [], peer.closeness) < 1e-12)
        #expect(distance(paths.harmonicCloseness, peer.harmonicCloseness) < 1e-12)
        #expect(abs((Assortativity.byDegree(graph) ?? .nan) - peer.degreeAssortativity) < 1e-9)
        #expect(LeidenCommunities(undirected).modularity >= (peer.leidenModularities.max() ?? 1) - 1e-12)
    }
}
