/// An undirected graph: each link stands in the rows of both its ends, a loop twice in the row of its node.
public struct UndirectedGraph: Sendable, Hashable {
    /// The links of each node.
    public let rows: LinkRows

    init(rows: LinkRows) { self.rows = rows }

    /// The links of a directed graph without their direction; parallel and opposite links stay apart.
    ///
    /// - Complexity: O(n + m).
    public init(_ graph: DirectedGraph) {
        let (out, back) = (graph.outgoing, graph.incoming)
        let isWeighted = out.weights != nil
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(graph.nodeCount + 1)
        var ends: [Int32] = []
        ends.reserveCapacity(2 * graph.linkCount)
        var weights: [Double] = []
        if isWeighted { weights.reserveCapacity(2 * graph.linkCount) }
        for node in 0..<graph.nodeCount {
            let (mine, theirs) = (out.places(of: node), back.places(of: node))
            var (left, right) = (mine.lowerBound, theirs.lowerBound)
            while left < mine.upperBound || right < theirs.upperBound {
                let isLeft =
                    right >= theirs.upperBound
                    || (left < mine.upperBound && out.ends[left] <= back.ends[right])
                ends.append(isLeft ? out.ends[left] : back.ends[right])
                if isWeighted {
                    weights.append((isLeft ? out.weights?[left] : back.weights?[right]) ?? 1)
                }
                if isLeft { left += 1 } else { right += 1 }
            }
            offsets.append(Int32(ends.count))
        }
        rows = LinkRows(offsets: offsets, ends: ends, weights: isWeighted ? weights : nil)
    }

    /// How many nodes there are.
    public var nodeCount: Int { rows.nodeCount }

    /// How many links there are.
    public var linkCount: Int { rows.entryCount / 2 }

    /// The graph with parallel links merged, their weights added, and loops left out.
    ///
    /// - Complexity: O(n + m).
    public func simplified() -> UndirectedGraph { UndirectedGraph(rows: rows.merged()) }
}
