/// How a graph falls apart while nodes are taken out, one after the other or group by group.
public struct RemovalCurve: Sendable, Hashable {
    /// How many nodes are gone after each step, beginning with 0.
    public let removed: [Int]
    /// The nodes of the largest weak component that is left, as a share of all nodes at first.
    public let largest: [Double]
    /// The links that are left, as a share of all links at first; 1 throughout where there are none.
    public let links: [Double]

    /// Takes out groups of nodes in their order; a node that is in several goes with the first.
    ///
    /// Source of the way back from the end, adding nodes and joining components: M. Newman, R. Ziff, Physical Review E 64
    /// (2001), 016706.
    /// - Complexity: O((n + m) α(n)).
    public init(_ graph: DirectedGraph, removing groups: [[Int]]) {
        let count = graph.nodeCount
        var isGone = [Bool](repeating: false, count: count)
        let steps = groups.map { group in
            group.filter { node in
                guard node >= 0, node < count, !isGone[node] else { return false }
                isGone[node] = true
                return true
            }
        }
        var isThere = isGone.map { !$0 }
        var sets = DisjointSets(count: count)
        var (largest, links) = (isThere.contains(true) ? 1 : 0, 0)
        for node in 0..<count where isThere[node] {
            for end in graph.outgoing.neighbours(of: node) where isThere[Int(end)] {
                links += 1
                largest = max(largest, sets.join(node, Int(end)))
            }
        }
        var sizes = [largest]
        var left = [links]
        for step in steps.reversed() {
            for node in step {
                isThere[node] = true
                largest = max(largest, 1)
                for end in graph.outgoing.neighbours(of: node) where isThere[Int(end)] {
                    links += 1
                    largest = max(largest, sets.join(node, Int(end)))
                }
                for end in graph.incoming.neighbours(of: node) where isThere[Int(end)] && Int(end) != node {
                    links += 1
                    largest = max(largest, sets.join(node, Int(end)))
                }
            }
            sizes.append(largest)
            left.append(links)
        }
        var removed = [0]
        for step in steps { removed.append((removed.last ?? 0) + step.count) }
        self.removed = removed
        self.largest = sizes.reversed().map { count > 0 ? Double($0) / Double(count) : 0 }
        self.links = left.reversed().map {
            graph.linkCount > 0 ? Double($0) / Double(graph.linkCount) : 1
        }
    }

    /// Takes out nodes one by one.
    public init(_ graph: DirectedGraph, order: [Int]) {
        self.init(graph, removing: order.map { [$0] })
    }

    /// The robustness R of a curve over all nodes one by one: the mean of the largest shares after each removal, from 0
    /// to 0.5 for the complete graph of many nodes; `nil` where nothing was taken out.
    ///
    /// Source: C. Schneider et al., “Mitigation of malicious attacks on networks”, PNAS 108 (2011), 3838–3841.
    public var robustness: Double? {
        largest.count > 1 ? largest.dropFirst().compensatedSum / Double(largest.count - 1) : nil
    }
}
