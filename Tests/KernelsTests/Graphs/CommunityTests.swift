import Kernels
import Testing

@Suite("Communities")
struct CommunityTests {
    /// U. Brandes et al., IEEE Trans. Knowledge and Data Engineering 20 (2008): the optimum of the karate club is 0.4198.
    @Test func `the karate club falls into its four communities`() throws {
        let graph = UndirectedGraph(try GraphFixtures.graph("karate"))
        let found = LeidenCommunities(graph, options: LeidenCommunities.Options(iterations: 0))
        #expect(found.sizes.count == 4 && abs(found.modularity - 0.4198) < 5e-5 && found.isStable)
    }

    @Test(arguments: GraphFixtures.names)
    func `the modularity is not lower than igraph's in as many iterations`(name: String) throws {
        let (graph, peer) = (try GraphFixtures.graph(name).simplified(), try GraphFixtures.described(name))
        let found = LeidenCommunities(UndirectedGraph(graph))
        #expect(peer.leidenModularities.count == 20)
        #expect(found.modularity >= (peer.leidenModularities.max() ?? 1) - 1e-12)
    }

    @Test func `the same seed gives the same communities`() throws {
        let graph = UndirectedGraph(try GraphFixtures.graph("scattered"))
        #expect(LeidenCommunities(graph) == LeidenCommunities(graph))
    }

    /// Two triangles joined by a link: Q = 2 (3 ÷ 7 − (7 ÷ 14)²) = 5 ÷ 14.
    @Test func `two triangles are two communities`() throws {
        let graph = UndirectedGraph(
            try DirectedGraph.of(6, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)]))
        let found = LeidenCommunities(graph)
        #expect(found.community == [0, 0, 0, 1, 1, 1] && abs(found.modularity - 5.0 / 14) < 1e-15)
        let fine = LeidenCommunities(graph, options: LeidenCommunities.Options(resolution: 20))
        #expect(fine.sizes == [1, 1, 1, 1, 1, 1])
        let coarse = LeidenCommunities(graph, options: LeidenCommunities.Options(resolution: 0))
        #expect(coarse.sizes == [6])
    }

    @Test func `random communities are connected, numbered by size, and as good as they say`() throws {
        var generator = SeededGenerator(seed: 37)
        for seed in 0..<150 {
            let plain = try DirectedGraph.random(&generator, nodes: 30, links: 90)
            let pairs = plain.pairs
            let graph = UndirectedGraph(
                try DirectedGraph(
                    nodeCount: plain.nodeCount, sources: pairs.map { Int32($0.0) },
                    targets: pairs.map { Int32($0.1) },
                    weights: pairs.map { _ in Double(generator.next(below: 5)) }))
            let options = LeidenCommunities.Options(
                resolution: [0.5, 1, 2][seed % 3], iterations: seed % 4, seed: UInt64(seed))
            let found = LeidenCommunities(graph, options: options)
            #expect(found.sizes == found.sizes.sorted(by: >) && found.sizes.reduce(0, +) == graph.nodeCount)
            for (number, size) in found.sizes.enumerated() {
                #expect(found.community.count { $0 == number } == size)
            }
            let inside = pairs.filter { found.community[$0.0] == found.community[$0.1] }
            let joined = WeakComponents(try DirectedGraph.of(graph.nodeCount, inside))
            #expect(joined.sizes.count == found.sizes.count)
            // The definition, pair by pair.
            let (strengths, total) = (graph.rows.sums, graph.rows.sums.reduce(0, +))
            guard total > 0 else { continue }
            var quality = 0.0
            for node in 0..<graph.nodeCount {
                for place in graph.rows.places(of: node)
                where found.community[Int(graph.rows.ends[place])] == found.community[node] {
                    quality += (graph.rows.weights?[place] ?? 1) / total
                }
                for other in 0..<graph.nodeCount where found.community[other] == found.community[node] {
                    quality -= options.resolution * strengths[node] * strengths[other] / total / total
                }
            }
            #expect(abs(found.modularity - quality) < 1e-12)
            let alone = graph.modularity(
                of: Array(0..<graph.nodeCount), resolution: options.resolution)
            #expect(found.modularity >= alone - 1e-12)
        }
    }
}
