import Kernels
import Testing

@Suite("Removal")
struct RemovalTests {
    /// A star of five: without its centre four single nodes are left.
    @Test func `a star falls apart without its centre and not without a leaf`() throws {
        let star = try DirectedGraph.of(5, [(0, 1), (0, 2), (3, 0), (4, 0)])
        let attack = RemovalCurve(star, order: [0, 1, 2, 3, 4])
        #expect(attack.largest == [1, 0.2, 0.2, 0.2, 0.2, 0])
        #expect(attack.links == [1, 0, 0, 0, 0, 0])
        #expect(abs((attack.robustness ?? 0) - 0.16) < 1e-15)
        #expect(RemovalCurve(star, order: [4, 3, 2, 1, 0]).largest == [1, 0.8, 0.6, 0.4, 0.2, 0])
        #expect(RemovalCurve(star, order: []).robustness == nil)
    }

    @Test func `groups go at once, and a node that is in two goes with the first`() throws {
        let chain = try DirectedGraph.of(6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
        let curve = RemovalCurve(chain, removing: [[2], [2, 3, 99], [0, 5]])
        #expect(curve.removed == [0, 1, 2, 4])
        #expect(curve.largest == [1, 0.5, 2.0 / 6, 1.0 / 6])
        #expect(curve.links == [1, 0.6, 0.4, 0])
    }

    @Test func `random curves agree with counting anew after each step`() throws {
        var generator = SeededGenerator(seed: 53)
        for _ in 0..<100 {
            let graph = try DirectedGraph.random(&generator, nodes: 12, links: 24)
            let order = RemovalOrder.random(graph.nodeCount, &generator)
            let curve = RemovalCurve(graph, order: order)
            for step in 0...order.count {
                let gone = Set(order.prefix(step))
                let left = graph.pairs.filter { !gone.contains($0.0) && !gone.contains($0.1) }
                let parts = WeakComponents(try DirectedGraph.of(graph.nodeCount, left))
                let sizes = parts.sizes.indices.filter { part in
                    parts.component.indices.contains { parts.component[$0] == part && !gone.contains($0) }
                }.map { parts.sizes[$0] }
                #expect(curve.largest[step] == Double(sizes.max() ?? 0) / Double(graph.nodeCount))
                if !graph.pairs.isEmpty {
                    #expect(curve.links[step] == Double(left.count) / Double(graph.pairs.count))
                }
            }
        }
    }

    @Test func `the node with the most links left goes first each time`() throws {
        var generator = SeededGenerator(seed: 59)
        for _ in 0..<100 {
            let graph = UndirectedGraph(try DirectedGraph.random(&generator, nodes: 12, links: 40))
                .simplified()
            var left = Set(0..<graph.nodeCount)
            for node in RemovalOrder.mostLinksLeft(graph) {
                func degree(_ node: Int) -> Int {
                    graph.rows.neighbours(of: node).count { left.contains(Int($0)) }
                }
                let best = left.sorted().max { (degree($0), -$0) < (degree($1), -$1) }
                #expect(node == best)
                left.remove(node)
            }
            #expect(left.isEmpty)
        }
    }

    @Test func `random removal of a complete graph follows the straight line`() throws {
        let pairs = (0..<20).flatMap { from in (0..<from).map { (from, $0) } }
        let found = RandomRemoval(try DirectedGraph.of(20, pairs), trials: 5, points: 11, seed: 2)
        #expect(found.removed == [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20])
        #expect(distance(found.mean, (0...10).map { 1 - Double($0) / 10 }) < 1e-15)
        #expect((found.deviation.max() ?? 1) < 1e-15)
        #expect(abs((found.robustness ?? 0) - 0.475) < 1e-12)
    }

    @Test func `scores that are no number come last and equal ones by number`() {
        #expect(RemovalOrder.descending([1, .nan, 3, 1]) == [2, 0, 3, 1])
    }
}
