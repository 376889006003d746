import Kernels
import Testing

@Suite("Path centrality")
struct PathCentralityTests {
    @Test(arguments: GraphFixtures.names)
    func `betweenness and closeness agree with networkx`(name: String) throws {
        let (graph, peer) = (try GraphFixtures.graph(name), try GraphFixtures.described(name))
        let found = try PathCentrality(graph)
        #expect(found.isExact && found.sources == peer.nodes)
        #expect(distance(found.betweenness, peer.betweenness) < 1e-13)
        #expect(distance(found.closeness ?? [], peer.closeness) < 1e-13)
        #expect(distance(found.harmonicCloseness, peer.harmonicCloseness) < 1e-13)
    }

    @Test func `random graphs agree with listing all shortest paths`() throws {
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<60 {
            let graph = try DirectedGraph.random(&generator, nodes: 8, links: 20).simplified()
            let count = graph.nodeCount
            let lists = try AdjacencyGraph(
                nodeCount: count, links: graph.pairs.map { AdjacencyGraph.Link(from: $0.0, to: $0.1) })
            var wanted = [Double](repeating: 0, count: count)
            for start in 0..<count {
                let paths = lists.paths(from: start, upTo: count, shortestOnly: true).nodes
                for path in paths {
                    let rivals = paths.count { $0.last == path.last }
                    for node in path.dropFirst().dropLast() { wanted[node] += 1 / Double(rivals) }
                }
            }
            let scale = count > 2 ? 1 / Double((count - 1) * (count - 2)) : 0
            #expect(distance(try PathCentrality(graph).betweenness, wanted.map { $0 * scale }) < 1e-13)
        }
    }

    /// A chain of diamonds has 2^1200 shortest paths from end to end; half of those past a diamond take each of its sides.
    @Test func `more paths than a number holds are counted all the same`() throws {
        let diamonds = 1_200
        var pairs: [(Int, Int)] = []
        for diamond in 0..<diamonds {
            let tip = 3 * diamond
            pairs += [(tip, tip + 1), (tip, tip + 2), (tip + 1, tip + 3), (tip + 2, tip + 3)]
        }
        let count = 3 * diamonds + 1
        let graph = try DirectedGraph.of(count, pairs)
        let found = try PathCentrality(
            graph, options: PathCentrality.Options(exactUpTo: 0, samples: 2, seed: 3))
        #expect(found.betweenness.allSatisfy { $0.isFinite && $0 >= 0 })
        // From the first tip alone: a side of the diamond d serves half of what lies beyond it.
        let first = try PathCentrality(try DirectedGraph.of(count, pairs), options: .init(exactUpTo: count))
        let middle = 3 * (diamonds / 2) + 1
        let (before, beyond) = (Double(middle), Double(count - middle - 2))
        // Nodes before the middle diamond's side reach all beyond by it half the time; its tip is one of them.
        let wanted = before * beyond / 2 / Double((count - 1) * (count - 2))
        #expect(abs(first.betweenness[middle] - wanted) < 1e-12)
    }

    @Test func `a sample's intervals hold the exact values`() throws {
        var generator = SeededGenerator(seed: 43)
        let pairs = (0..<1_500).map { _ in (generator.next(below: 300), generator.next(below: 300)) }
        let graph = try DirectedGraph.of(300, pairs)
        let exact = try PathCentrality(graph)
        for seed in 1...5 {
            let sample = try PathCentrality(
                graph, options: PathCentrality.Options(exactUpTo: 100, samples: 400, seed: UInt64(seed)))
            #expect(!sample.isExact && sample.closeness == nil && sample.sources == 400)
            let errors = try #require(sample.betweennessErrors)
            for (node, error) in errors.enumerated() {
                #expect(abs(sample.betweenness[node] - exact.betweenness[node]) <= error)
                #expect(error < 0.15)
            }
            for (node, error) in try #require(sample.harmonicErrors).enumerated() {
                #expect(abs(sample.harmonicCloseness[node] - exact.harmonicCloseness[node]) <= error)
            }
        }
    }

    @Test func `work that is told to stop stops`() throws {
        let graph = try GraphFixtures.graph("karate")
        #expect(throws: CalculationStopped.self) { try PathCentrality(graph) { $0 < 0.5 } }
        #expect(throws: CalculationStopped.self) { try Nestedness(graph) { $0 < 0.5 } }
    }
}
