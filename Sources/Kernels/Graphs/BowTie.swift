/// The bow-tie of a directed graph: its core and how every other node hangs on it.
///
/// Source: A. Broder et al., “Graph structure in the Web”, Computer Networks 33 (2000), 309–320; tubes and the two kinds
/// of tendrils as R. Yang, L. Zhuhadar, O. Nasraoui, “Bow-tie decomposition in directed graphs”, FUSION 2011.
public struct BowTie: Sendable, Hashable {
    /// How a node hangs on the core.
    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        /// In the largest strong component.
        case core
        /// It reaches the core.
        case upstream
        /// The core reaches it.
        case downstream
        /// On a way from upstream to downstream past the core.
        case tube
        /// Reached from upstream, leading nowhere.
        case upstreamTendril
        /// It reaches downstream only.
        case downstreamTendril
        /// None of these.
        case apart
    }

    /// The part of each node.
    public let parts: [Part]

    /// The bow-tie around the largest strong component; of several that are level, the one first in topological order.
    ///
    /// Where no two nodes reach each other there is no core, and every node is ``Part/apart``.
    /// - Complexity: O(n + m).
    public init(_ graph: DirectedGraph, components: StrongComponents) {
        let count = graph.nodeCount
        guard components.component.count == count, let largest = components.largest,
            components.sizes[largest] > 1
        else {
            parts = [Part](repeating: .apart, count: count)
            return
        }
        let core = components.component.indices.filter { components.component[$0] == largest }
        let below = BowTie.reached(from: core, graph.outgoing)
        let above = BowTie.reached(from: core, graph.incoming)
        let upstream = (0..<count).filter { above[$0] && !below[$0] }
        let downstream = (0..<count).filter { below[$0] && !above[$0] }
        let fromUpstream = BowTie.reached(from: upstream, graph.outgoing)
        let toDownstream = BowTie.reached(from: downstream, graph.incoming)
        parts = (0..<count).map { node in
            switch (above[node], below[node], fromUpstream[node], toDownstream[node]) {
            case (true, true, _, _): .core
            case (true, false, _, _): .upstream
            case (false, true, _, _): .downstream
            case (false, false, true, true): .tube
            case (false, false, true, false): .upstreamTendril
            case (false, false, false, true): .downstreamTendril
            case (false, false, false, false): .apart
            }
        }
    }

    /// How many nodes a part has.
    public func count(_ part: Part) -> Int { parts.count { $0 == part } }

    private static func reached(from start: [Int], _ rows: LinkRows) -> [Bool] {
        var isReached = [Bool](repeating: false, count: rows.nodeCount)
        for node in start { isReached[node] = true }
        var waiting = start
        while let node = waiting.popLast() {
            for end in rows.neighbours(of: node) where !isReached[Int(end)] {
                isReached[Int(end)] = true
                waiting.append(Int(end))
            }
        }
        return isReached
    }
}
