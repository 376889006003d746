/// A directed graph of nodes 0 ..< `nodeCount`, its links at hand from both ends, weighted or not.
///
/// It is made for graphs of millions of links: compressed sparse rows both ways, 12 bytes a link and 24 more where
/// links carry weights. Parallel links and loops are kept until ``simplified()`` merges them.
public struct DirectedGraph: Sendable, Hashable {
    /// Links by the node that they leave.
    public let outgoing: LinkRows
    /// Links by the node that they reach.
    public let incoming: LinkRows
    /// The number of each link among those given, in the order of ``outgoing``.
    public let numbers: [Int32]

    init(outgoing: LinkRows, incoming: LinkRows, numbers: [Int32]) {
        self.outgoing = outgoing
        self.incoming = incoming
        self.numbers = numbers
    }

    /// A graph without links.
    public init(nodeCount: Int) {
        let offsets = [Int32](repeating: 0, count: max(0, nodeCount) + 1)
        let rows = LinkRows(offsets: offsets, ends: [], weights: nil)
        self.init(outgoing: rows, incoming: rows, numbers: [])
    }

    /// A graph of links from `sources[i]` to `targets[i]` with weight `weights[i]`, or 1 where no weights are given.
    ///
    /// - Throws: ``GraphProblem`` for the first link that names a node outside 0 ..< `nodeCount`, has a weight that is
    ///   negative or not finite, or lacks its other half; and for more links than 32 bits count.
    /// - Complexity: O(n + m) for n nodes and m links.
    public init(nodeCount: Int, sources: [Int32], targets: [Int32], weights: [Double]? = nil)
        throws(GraphProblem)
    {
        let count = max(0, nodeCount)
        let links = sources.count
        guard targets.count == links, weights?.count ?? links == links else {
            throw .unequalLengths(sources: links, targets: targets.count, weights: weights?.count)
        }
        guard links < Int(Int32.max) / 2, count < Int(Int32.max) else {
            throw .tooLarge(nodes: count, links: links)
        }
        for link in 0..<links {
            for node in [sources[link], targets[link]] where node < 0 || Int(node) >= count {
                throw .unknownNode(link: link, node: Int(node), nodeCount: count)
            }
            if let weight = weights?[link], !(weight >= 0 && weight.isFinite) {
                throw .badWeight(link: link, weight: weight)
            }
        }
        // Sorted by target, then stably by source: rows come out in order of their targets.
        let byTarget = DirectedGraph.ordered(Array(0..<Int32(links)), by: targets, nodeCount: count).order
        let (order, outOffsets) = DirectedGraph.ordered(byTarget, by: sources, nodeCount: count)
        let (back, inOffsets) = DirectedGraph.ordered(order, by: targets, nodeCount: count)
        outgoing = LinkRows(
            offsets: outOffsets, ends: order.map { targets[Int($0)] },
            weights: weights.map { all in order.map { all[Int($0)] } })
        incoming = LinkRows(
            offsets: inOffsets, ends: back.map { sources[Int($0)] },
            weights: weights.map { all in back.map { all[Int($0)] } })
        numbers = order
    }

    /// How many nodes there are.
    public var nodeCount: Int { outgoing.nodeCount }

    /// How many links there are.
    public var linkCount: Int { outgoing.entryCount }

    /// The same links the other way round.
    public var reversed: DirectedGraph {
        var numbers = [Int32](repeating: 0, count: linkCount)
        var next = incoming.offsets
        for node in 0..<nodeCount {
            for place in outgoing.places(of: node) {
                let end = Int(outgoing.ends[place])
                numbers[Int(next[end])] = self.numbers[place]
                next[end] += 1
            }
        }
        return DirectedGraph(outgoing: incoming, incoming: outgoing, numbers: numbers)
    }

    /// The graph with parallel links merged, their weights added, and loops left out; links are numbered anew in the
    /// order of ``outgoing``.
    ///
    /// - Complexity: O(n + m).
    public func simplified() -> DirectedGraph {
        let rows = outgoing.merged()
        return DirectedGraph(
            outgoing: rows, incoming: incoming.merged(), numbers: Array(0..<Int32(rows.entryCount)))
    }

    /// A stable counting sort of link numbers by a key of theirs, with the offsets of each key's links.
    private static func ordered(_ links: [Int32], by keys: [Int32], nodeCount: Int)
        -> (order: [Int32], offsets: [Int32])
    {
        var offsets = [Int32](repeating: 0, count: nodeCount + 1)
        for link in links { offsets[Int(keys[Int(link)]) + 1] += 1 }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        var next = offsets
        var order = [Int32](repeating: 0, count: links.count)
        for link in links {
            let key = Int(keys[Int(link)])
            order[Int(next[key])] = link
            next[key] += 1
        }
        return (order, offsets)
    }
}
