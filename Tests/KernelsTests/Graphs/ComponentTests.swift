import Kernels
import Testing

@Suite("Components and cut points")
struct ComponentTests {
    @Test(arguments: GraphFixtures.names)
    func `components, cut points and cores agree with networkx`(name: String) throws {
        let (graph, peer) = (try GraphFixtures.graph(name).simplified(), try GraphFixtures.described(name))
        #expect(graph.nodeCount == peer.nodes && graph.linkCount == peer.simpleLinks)
        #expect(lowest(StrongComponents(graph).component) == peer.strongComponents)
        #expect(WeakComponents(graph).component.count == peer.nodes)
        #expect(lowest(WeakComponents(graph).component) == peer.weakComponents)
        let cut = CutPoints(UndirectedGraph(graph))
        #expect(cut.articulationPoints == peer.articulationPoints)
        #expect(cut.bridges.map { [$0.first, $0.second] } == peer.bridges)
        #expect(UndirectedGraph(graph).coreNumbers == peer.coreNumbers)
    }

    @Test func `random graphs agree with trying everything`() throws {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<400 {
            let graph = try DirectedGraph.random(&generator, nodes: 10, links: 24)
            let reach = graph.reach
            let nodes = 0..<graph.nodeCount
            let strong = StrongComponents(graph)
            #expect(
                lowest(strong.component)
                    == nodes.map { node in nodes.first { reach[node][$0] && reach[$0][node] } })
            for (from, to) in graph.pairs { #expect(strong.component[from] <= strong.component[to]) }
            for part in strong.sizes.indices {
                #expect(strong.sizes[part] == strong.component.count { $0 == part })
            }
            let cut = CutPoints(UndirectedGraph(graph))
            let parts = WeakComponents(graph).sizes.count
            #expect(
                cut.articulationPoints
                    == nodes.filter { node in
                        // Without a node, its own component is gone or falls into more.
                        let left = graph.pairs.filter { $0.0 != node && $0.1 != node }
                        return (try? DirectedGraph.of(graph.nodeCount, left)).map {
                            WeakComponents($0).sizes.count - 1 > parts
                        } ?? false
                    })
            let bridges = graph.pairs.indices.filter { gone in
                var left = graph.pairs
                left.remove(at: gone)
                return (try? DirectedGraph.of(graph.nodeCount, left)).map {
                    WeakComponents($0).sizes.count > parts
                } ?? false
            }.map { [min(graph.pairs[$0].0, graph.pairs[$0].1), max(graph.pairs[$0].0, graph.pairs[$0].1)] }
            #expect(
                cut.bridges.map { [$0.first, $0.second] }
                    == bridges.sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test func `core numbers are what peeling gives`() throws {
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<200 {
            let graph = try DirectedGraph.random(&generator, nodes: 12, links: 50)
            let rows = UndirectedGraph(graph).simplified().rows
            let cores = UndirectedGraph(graph).coreNumbers
            for core in 0...(cores.max() ?? 0) {
                // Peel off what has fewer than `core` neighbours until nothing more goes.
                var left = Set(0..<graph.nodeCount)
                while let node = left.first(where: { node in
                    rows.neighbours(of: node).count { left.contains(Int($0)) } < core
                }) {
                    left.remove(node)
                }
                #expect(left == Set(cores.indices.filter { cores[$0] >= core }))
            }
        }
    }

    /// The figure of Broder et al. (2000) in small: 2 and 3 are the core.
    @Test func `every part of a bow-tie is told apart`() throws {
        let graph = try DirectedGraph.of(
            12,
            [
                (0, 1), (1, 2), (2, 3), (3, 2), (3, 4), (4, 5), (0, 6), (6, 5), (1, 7), (8, 5), (9, 8),
                (10, 11),
            ])
        let bowTie = BowTie(graph, components: StrongComponents(graph))
        #expect(
            bowTie.parts == [
                .upstream, .upstream, .core, .core, .downstream, .downstream, .tube, .upstreamTendril,
                .downstreamTendril, .downstreamTendril, .apart, .apart,
            ])
        #expect(bowTie.count(.downstreamTendril) == 2)
    }

    @Test func `a graph without circles has no core`() throws {
        let graph = try DirectedGraph.of(3, [(0, 1), (1, 2), (0, 0)])
        #expect(BowTie(graph, components: StrongComponents(graph)).parts == [.apart, .apart, .apart])
    }

    @Test func `random bow-ties keep the definition`() throws {
        var generator = SeededGenerator(seed: 29)
        for _ in 0..<200 {
            let graph = try DirectedGraph.random(&generator, nodes: 14, links: 30)
            let strong = StrongComponents(graph)
            let bowTie = BowTie(graph, components: strong)
            guard bowTie.count(.core) > 0 else { continue }
            let reach = graph.reach
            let nodes = 0..<graph.nodeCount
            func reaches(_ node: Int, _ part: BowTie.Part) -> Bool {
                nodes.contains { bowTie.parts[$0] == part && reach[node][$0] }
            }
            func isReached(_ node: Int, from part: BowTie.Part) -> Bool {
                nodes.contains { bowTie.parts[$0] == part && reach[$0][node] }
            }
            for node in nodes {
                let (up, down) = (reaches(node, .core), isReached(node, from: .core))
                switch bowTie.parts[node] {
                case .core: #expect(up && down)
                case .upstream: #expect(up && !down)
                case .downstream: #expect(!up && down)
                case .tube: #expect(isReached(node, from: .upstream) && reaches(node, .downstream))
                case .upstreamTendril:
                    #expect(isReached(node, from: .upstream) && !reaches(node, .downstream))
                case .downstreamTendril:
                    #expect(!isReached(node, from: .upstream) && reaches(node, .downstream))
                case .apart: #expect(!isReached(node, from: .upstream) && !reaches(node, .downstream))
                }
            }
        }
    }
}
