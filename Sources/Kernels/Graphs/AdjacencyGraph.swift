/// A directed graph of nodes 0 ..< `nodeCount` in compressed sparse rows.
///
/// The links that leave a node lie side by side, in order of their targets and then of their numbers, so that every
/// walk over the graph is the same each time. Parallel links and loops are kept.
/// Storage: one number a node and two a link.
public struct AdjacencyGraph: Sendable, Hashable {
    /// A link between two nodes.
    public struct Link: Sendable, Hashable {
        /// Where it starts.
        public let from: Int
        /// Where it ends.
        public let to: Int

        /// A link.
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// A link that names a node which does not exist.
    public struct UnknownNode: Error, Sendable, Hashable, CustomStringConvertible {
        /// The number of the link among those given, from 0.
        public let link: Int
        /// The node.
        public let node: Int
        /// How many nodes there are.
        public let nodeCount: Int

        /// What happened and what to do.
        public var description: String {
            "link \(link) names node \(node), but nodes run from 0 to \(nodeCount - 1); add the node or drop the link"
        }
    }

    /// How many nodes there are.
    public let nodeCount: Int
    /// Where the links of a node begin in ``targets``; one more entry than nodes, the last is the number of links.
    public let offsets: [Int]
    /// Where each link ends, row by row.
    public let targets: [Int]
    /// The number of each link among those given, row by row.
    public let numbers: [Int]

    /// A graph of these links.
    ///
    /// - Throws: ``UnknownNode`` for the first link that names a node outside 0 ..< `nodeCount`.
    /// - Complexity: O(n + m log m) for n nodes and m links.
    public init(nodeCount: Int, links: [Link]) throws(UnknownNode) {
        let count = max(0, nodeCount)
        var offsets = [Int](repeating: 0, count: count + 1)
        for (number, link) in links.enumerated() {
            for node in [link.from, link.to] where node < 0 || node >= count {
                throw UnknownNode(link: number, node: node, nodeCount: count)
            }
            offsets[link.from + 1] += 1
        }
        for node in 0..<count { offsets[node + 1] += offsets[node] }
        let order = links.indices.sorted { left, right in
            (links[left].from, links[left].to, left) < (links[right].from, links[right].to, right)
        }
        self.nodeCount = count
        self.offsets = offsets
        targets = order.map { links[$0].to }
        numbers = order
    }

    /// How many links there are.
    public var linkCount: Int { targets.count }

    /// The places in ``targets`` and ``numbers`` of the links that leave a node; empty for a node that does not exist.
    public func places(from node: Int) -> Range<Int> {
        node >= 0 && node < nodeCount ? offsets[node]..<offsets[node + 1] : 0..<0
    }

    /// The nodes that links lead to from a node, one for each link.
    public func neighbours(of node: Int) -> ArraySlice<Int> { targets[places(from: node)] }

    /// The same links the other way round; numbers stay those of the links first given.
    ///
    /// - Complexity: O(n + m log m).
    public func reversed() -> AdjacencyGraph {
        var links = [Link](repeating: Link(from: 0, to: 0), count: linkCount)
        for node in 0..<nodeCount {
            for place in places(from: node) { links[numbers[place]] = Link(from: targets[place], to: node) }
        }
        return (try? AdjacencyGraph(nodeCount: nodeCount, links: links)) ?? self
    }
}
