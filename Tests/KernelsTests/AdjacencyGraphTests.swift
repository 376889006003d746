import Kernels
import Testing

@Suite("Adjacency graph")
struct AdjacencyGraphTests {
    private func graph(_ count: Int, _ pairs: [(Int, Int)]) throws -> AdjacencyGraph {
        try AdjacencyGraph(nodeCount: count, links: pairs.map { AdjacencyGraph.Link(from: $0.0, to: $0.1) })
    }

    @Test func `rows hold the links that leave each node in order of their targets`() throws {
        let graph = try graph(4, [(0, 3), (2, 1), (0, 1), (0, 3)])
        #expect(graph.offsets == [0, 3, 3, 4, 4])
        #expect(graph.targets == [1, 3, 3, 1])
        #expect(graph.numbers == [2, 0, 3, 1])
        #expect(Array(graph.neighbours(of: 0)) == [1, 3, 3])
        #expect(graph.neighbours(of: 9).isEmpty)
    }

    @Test func `a link to a node that does not exist is refused with its number`() {
        let error = #expect(throws: AdjacencyGraph.UnknownNode.self) { try graph(3, [(0, 1), (1, 5)]) }
        #expect(error?.link == 1 && error?.node == 5 && error?.nodeCount == 3)
        #expect(throws: AdjacencyGraph.UnknownNode.self) { try graph(0, [(0, 0)]) }
    }

    @Test func `a graph without nodes reaches nothing`() throws {
        let graph = try graph(0, [])
        #expect(graph.layers(from: 0, upTo: 3).isEmpty)
        #expect(graph.paths(from: 0, upTo: 3) == AdjacencyGraph.Paths())
    }

    @Test func `layers stop at the bound and hold each node once`() throws {
        let graph = try graph(5, [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (4, 0)])
        #expect(graph.layers(from: 0, upTo: 2) == [[0], [1, 2], [3]])
        #expect(graph.layers(from: 0, upTo: 9) == [[0], [1, 2], [3], [4]])
        #expect(graph.layers(from: 0, upTo: 0) == [[0]])
    }

    @Test func `all simple paths are listed, shortest first, and no circle is walked`() throws {
        let graph = try graph(4, [(0, 1), (1, 2), (2, 0), (0, 2), (2, 3)])
        let paths = graph.paths(from: 0, upTo: 3)
        #expect(paths.nodes == [[0, 1], [0, 2], [0, 1, 2], [0, 2, 3], [0, 1, 2, 3]])
        #expect(paths.links == [[0], [3], [0, 1], [3, 4], [0, 1, 4]])
        #expect(paths.isComplete)
        #expect(graph.paths(from: 0, upTo: 3, shortestOnly: true).nodes == [[0, 1], [0, 2], [0, 2, 3]])
    }

    @Test func `a limit ends the search and says so`() throws {
        let graph = try graph(4, [(0, 1), (1, 2), (2, 0), (0, 2), (2, 3)])
        let paths = graph.paths(from: 0, upTo: 3, limit: 2)
        #expect(paths.nodes == [[0, 1], [0, 2]])
        #expect(!paths.isComplete)
        #expect(graph.paths(from: 0, upTo: 3, limit: 5).isComplete)
    }

    @Test func `a loop leads nowhere new`() throws {
        #expect(try graph(2, [(0, 0), (0, 1)]).paths(from: 0, upTo: 5).nodes == [[0, 1]])
    }

    @Test func `random graphs keep the invariants`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            let count = 1 + generator.next(below: 8)
            let pairs = (0..<generator.next(below: 16)).map { _ in
                (generator.next(below: count), generator.next(below: count))
            }
            let graph = try graph(count, pairs)
            #expect(graph.offsets.count == count + 1 && graph.offsets.last == pairs.count)
            #expect(zip(graph.offsets, graph.offsets.dropFirst()).allSatisfy(<=))
            #expect(graph.numbers.sorted() == Array(pairs.indices))
            #expect(graph.reversed().reversed() == graph)
            let steps = 1 + generator.next(below: 4)
            let layers = graph.layers(from: 0, upTo: steps)
            #expect(Set(layers.joined()).count == layers.joined().count)
            let paths = graph.paths(from: 0, upTo: steps)
            for (nodes, links) in zip(paths.nodes, paths.links) {
                #expect(
                    Set(nodes).count == nodes.count && nodes.count - 1 == links.count && links.count <= steps)
                for (index, link) in links.enumerated() {
                    #expect(pairs[link] == (nodes[index], nodes[index + 1]))
                }
            }
            // Every node of a layer is the end of a path of that length and of none that is shorter.
            for (depth, layer) in layers.enumerated().dropFirst() {
                for node in layer {
                    let ends = paths.links.indices.filter { paths.nodes[$0].last == node }
                    let lengths = ends.map { paths.links[$0].count }
                    #expect(lengths.min() == depth)
                }
            }
        }
    }
}
