/// What changed between two graphs over the same nodes.
public struct LinkComparison: Sendable, Hashable {
    /// A link of either graph, parallel ones merged.
    public struct Change: Sendable, Hashable {
        /// Where it starts.
        public let from: Int
        /// Where it ends.
        public let to: Int
        /// Its weight before; `nil` where it was not there.
        public let before: Double?
        /// Its weight after; `nil` where it is gone.
        public let after: Double?
    }

    /// Links in both, in order of their ends.
    public let kept: [Change]
    /// Links only in the later graph.
    public let gained: [Change]
    /// Links only in the earlier graph.
    public let lost: [Change]

    /// Compares two graphs; loops are left out. `nil` where they do not have equally many nodes.
    ///
    /// - Complexity: O(n + m).
    public init?(_ earlier: DirectedGraph, _ later: DirectedGraph) {
        guard earlier.nodeCount == later.nodeCount else { return nil }
        let (old, new) = (earlier.simplified().outgoing, later.simplified().outgoing)
        var (kept, gained, lost): ([Change], [Change], [Change]) = ([], [], [])
        for node in 0..<old.nodeCount {
            let (mine, theirs) = (old.places(of: node), new.places(of: node))
            var (left, right) = (mine.lowerBound, theirs.lowerBound)
            while left < mine.upperBound || right < theirs.upperBound {
                let one = left < mine.upperBound ? old.ends[left] : Int32.max
                let two = right < theirs.upperBound ? new.ends[right] : Int32.max
                let before = one <= two ? old.weights?[left] ?? 1 : nil
                let after = two <= one ? new.weights?[right] ?? 1 : nil
                let change = Change(from: node, to: Int(min(one, two)), before: before, after: after)
                if one == two {
                    kept.append(change)
                } else if one < two {
                    lost.append(change)
                } else {
                    gained.append(change)
                }
                if one <= two { left += 1 }
                if two <= one { right += 1 }
            }
        }
        (self.kept, self.gained, self.lost) = (kept, gained, lost)
    }

    /// Links in both as a share of links in either; `nil` where there are none.
    public var jaccard: Double? {
        let all = kept.count + gained.count + lost.count
        return all > 0 ? Double(kept.count) / Double(all) : nil
    }

    /// Links of the earlier graph that are still there, as a share; `nil` where there were none.
    public var persistence: Double? {
        let before = kept.count + lost.count
        return before > 0 ? Double(kept.count) / Double(before) : nil
    }
}
