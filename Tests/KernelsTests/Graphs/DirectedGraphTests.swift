import Kernels
import Testing

@Suite("Directed graph")
struct DirectedGraphTests {
    @Test func `rows hold the links from both ends in order, and parallels and loops are kept`() throws {
        let graph = try DirectedGraph(
            nodeCount: 4, sources: [0, 2, 0, 0, 3], targets: [3, 1, 1, 3, 3], weights: [1, 2, 3, 4, 5])
        #expect(graph.outgoing.offsets == [0, 3, 3, 4, 5])
        #expect(graph.outgoing.ends == [1, 3, 3, 1, 3])
        #expect(graph.outgoing.weights == [3, 1, 4, 2, 5])
        #expect(graph.numbers == [2, 0, 3, 1, 4])
        #expect(graph.incoming.ends == [0, 2, 0, 0, 3])
        #expect(graph.incoming.weights == [3, 2, 1, 4, 5])
        #expect(graph.outgoing.sums == [8, 0, 2, 5] && graph.incoming.lengths == [0, 2, 0, 3])
        #expect(graph.outgoing.neighbours(of: 9).isEmpty && graph.outgoing.neighbours(of: -1).isEmpty)
    }

    @Test func `merging adds the weights of parallels and drops loops`() throws {
        let graph = try DirectedGraph(
            nodeCount: 4, sources: [0, 2, 0, 0, 3], targets: [3, 1, 1, 3, 3], weights: [1, 2, 3, 4, 5]
        ).simplified()
        #expect(graph.pairs.elementsEqual([(0, 1), (0, 3), (2, 1)], by: ==))
        #expect(graph.outgoing.weights == [3, 5, 2] && graph.incoming.weights == [3, 2, 5])
    }

    @Test func `links that make no graph are refused with their number and what to do`() {
        #expect(throws: GraphProblem.unknownNode(link: 1, node: 5, nodeCount: 3)) {
            try DirectedGraph.of(3, [(0, 1), (1, 5)])
        }
        #expect(throws: GraphProblem.unknownNode(link: 0, node: -1, nodeCount: 3)) {
            try DirectedGraph.of(3, [(-1, 1)])
        }
        #expect(throws: GraphProblem.badWeight(link: 0, weight: -2)) {
            try DirectedGraph(nodeCount: 2, sources: [0], targets: [1], weights: [-2])
        }
        #expect(throws: GraphProblem.unequalLengths(sources: 1, targets: 2, weights: nil)) {
            try DirectedGraph(nodeCount: 2, sources: [0], targets: [1, 1])
        }
        #expect(GraphProblem.badWeight(link: 3, weight: -2).description.contains("link 3 weighs -2.0; give"))
    }

    @Test func `random graphs hold every link once from each end, and turn round and back`() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let graph = try DirectedGraph.random(&generator, nodes: 9, links: 30)
            #expect(graph.numbers.sorted() == Array(0..<Int32(graph.linkCount)))
            let back = (0..<graph.nodeCount).flatMap { node in
                graph.incoming.neighbours(of: node).map { (Int($0), node) }
            }
            #expect(back.sorted(by: <).elementsEqual(graph.pairs.sorted(by: <), by: ==))
            #expect(graph.reversed.reversed == graph)
            let undirected = UndirectedGraph(graph)
            #expect(undirected.linkCount == graph.linkCount)
            for node in 0..<graph.nodeCount {
                let row = undirected.rows.neighbours(of: node)
                #expect(zip(row, row.dropFirst()).allSatisfy(<=))
                let ends = Array(graph.outgoing.neighbours(of: node) + graph.incoming.neighbours(of: node))
                #expect(Array(row) == ends.sorted())
            }
            #expect(graph.simplified().simplified() == graph.simplified())
        }
    }

    @Test func `a graph without nodes is taken by every measure`() throws {
        let graph = try DirectedGraph.of(0, [])
        #expect(StrongComponents(graph).sizes.isEmpty && WeakComponents(graph).sizes.isEmpty)
        #expect(CutPoints(UndirectedGraph(graph)).articulationPoints.isEmpty)
        #expect(UndirectedGraph(graph).coreNumbers.isEmpty && PageRank(graph).ranks.isEmpty)
        #expect(LeidenCommunities(UndirectedGraph(graph)).community.isEmpty)
        #expect(try PathCentrality(graph).betweenness.isEmpty)
        #expect(try Nestedness(graph).total == nil)
        #expect(RemovalCurve(graph, order: []).largest == [0] && RandomRemoval(graph).mean == [0])
        #expect(Assortativity.byDegree(graph) == nil)
    }

    /// Recursion would need a frame a node.
    @Test func `a chain of a million nodes does not overflow the stack`() throws {
        let count: Int32 = 1_000_000
        let graph = try DirectedGraph(
            nodeCount: Int(count), sources: Array(0..<count - 1), targets: Array(1..<count))
        #expect(StrongComponents(graph).sizes.count == 1_000_000)
        let cut = CutPoints(UndirectedGraph(graph))
        #expect(cut.articulationPoints.count == 999_998 && cut.bridges.count == 999_999)
    }
}
