import Kernels
import Testing

@Suite("PageRank")
struct PageRankTests {
    @Test(arguments: GraphFixtures.names)
    func `ranks agree with networkx, with weights and without`(name: String) throws {
        let (graph, peer) = (try GraphFixtures.graph(name).simplified(), try GraphFixtures.described(name))
        let weighted = PageRank(graph)
        #expect(weighted.isConverged && distance(weighted.ranks, peer.pageRank) < 1e-12)
        let plain = PageRank(try DirectedGraph.of(graph.nodeCount, graph.pairs))
        #expect(distance(plain.ranks, peer.pageRankUnweighted) < 1e-12)
    }

    /// Two nodes: 0 links to 1, which links nowhere. x₁ = 1.85 x₀, so 1 ÷ 2.85 and 1.85 ÷ 2.85.
    @Test func `a dead end starts anew`() throws {
        let ranks = PageRank(try DirectedGraph.of(2, [(0, 1)])).ranks
        #expect(distance(ranks, [1 / 2.85, 1.85 / 2.85]) < 1e-15)
    }

    @Test func `random graphs meet the equation that defines the rank, loops and weights of zero among them`()
        throws
    {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<200 {
            let plain = try DirectedGraph.random(&generator, nodes: 12, links: 40)
            let pairs = plain.pairs
            let graph = try DirectedGraph(
                nodeCount: plain.nodeCount, sources: pairs.map { Int32($0.0) },
                targets: pairs.map { Int32($0.1) },
                weights: pairs.map { _ in Double(generator.next(below: 4)) })
            let count = graph.nodeCount
            let starts = (0..<count).map { Double($0 + 1) }
            let total = starts.reduce(0, +)
            let found = PageRank(graph, options: PageRank.Options(damping: 0.9, starts: starts))
            let (ranks, sums) = (found.ranks, graph.outgoing.sums)
            #expect(found.isConverged && abs(ranks.reduce(0, +) - 1) < 1e-12)
            let lost = (0..<count).filter { sums[$0] == 0 }.map { ranks[$0] }.reduce(0, +)
            for node in 0..<count {
                var wanted = (0.1 + 0.9 * lost) * starts[node] / total
                for place in graph.incoming.places(of: node) {
                    let from = Int(graph.incoming.ends[place])
                    let weight = graph.incoming.weights?[place] ?? 1
                    if sums[from] > 0 { wanted += 0.9 * ranks[from] * weight / sums[from] }
                }
                #expect(abs(ranks[node] - wanted) < 1e-12)
            }
        }
    }

    @Test func `options that mean nothing give no converged rank`() throws {
        let graph = try DirectedGraph.of(2, [(0, 1)])
        #expect(!PageRank(graph, options: PageRank.Options(damping: 1)).isConverged)
        #expect(!PageRank(graph, options: PageRank.Options(starts: [1])).isConverged)
        #expect(!PageRank(graph, options: PageRank.Options(starts: [0, 0])).isConverged)
        #expect(PageRank(graph, options: PageRank.Options(starts: [.nan, 1])).ranks == [0.5, 0.5])
    }
}
