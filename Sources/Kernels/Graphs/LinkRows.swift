/// The links of a graph in compressed sparse rows: a row a node, in each row the other ends of its links.
///
/// Ends are sorted inside a row, so that every walk is the same each time. Parallel links and loops are kept.
/// Storage: 4 bytes a node and a link, and 8 bytes a link where links carry weights.
public struct LinkRows: Sendable, Hashable {
    /// Where the row of each node begins in ``ends``; one more entry than nodes, the last is the number of entries.
    public let offsets: [Int32]
    /// The other end of each entry, row by row, ascending inside a row.
    public let ends: [Int32]
    /// The weight of each entry; `nil` where all weigh 1.
    public let weights: [Double]?

    init(offsets: [Int32], ends: [Int32], weights: [Double]?) {
        self.offsets = offsets
        self.ends = ends
        self.weights = weights
    }

    /// How many nodes there are.
    public var nodeCount: Int { offsets.count - 1 }

    /// How many entries there are: the links, or twice the links where each stands in the rows of both its ends.
    public var entryCount: Int { ends.count }

    /// The places in ``ends`` of a node's entries; empty for a node that does not exist.
    public func places(of node: Int) -> Range<Int> {
        node >= 0 && node < nodeCount ? Int(offsets[node])..<Int(offsets[node + 1]) : 0..<0
    }

    /// The other ends of a node's entries, ascending, one for each entry.
    public func neighbours(of node: Int) -> ArraySlice<Int32> { ends[places(of: node)] }

    /// How many entries each node has.
    public var lengths: [Int] { (0..<nodeCount).map { Int(offsets[$0 + 1] - offsets[$0]) } }

    /// The weight of each row: the sum of its entries' weights, in their order.
    public var sums: [Double] {
        guard let weights else { return lengths.map(Double.init) }
        return (0..<nodeCount).map { node in
            var sum = 0.0
            for place in places(of: node) { sum += weights[place] }
            return sum
        }
    }

    /// Rows whose entries are merged by their end, weights added, and loops left out.
    ///
    /// - Complexity: O(n + m).
    func merged() -> LinkRows {
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(nodeCount + 1)
        var ends: [Int32] = []
        ends.reserveCapacity(entryCount)
        var sums: [Double] = []
        for node in 0..<nodeCount {
            let start = ends.count
            for place in places(of: node) where Int(self.ends[place]) != node {
                let end = self.ends[place]
                let isSame = ends.count > start && ends[ends.count - 1] == end
                if !isSame { ends.append(end) }
                guard let weights else { continue }
                if isSame { sums[sums.count - 1] += weights[place] } else { sums.append(weights[place]) }
            }
            offsets.append(Int32(ends.count))
        }
        return LinkRows(offsets: offsets, ends: ends, weights: weights == nil ? nil : sums)
    }
}
