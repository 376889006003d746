extension UndirectedGraph {
    /// The modularity of groups of nodes: Q = Σ (weight inside ÷ m − γ (strength ÷ 2m)²); 0 where no links are.
    ///
    /// Source: M. Newman, M. Girvan, Physical Review E 69 (2004), 026113; resolution as J. Reichardt, S. Bornholdt,
    /// Physical Review E 74 (2006), 016110.
    /// - Parameter community: a number of 0 or more for each node.
    /// - Complexity: O(n + m).
    public func modularity(of community: [Int], resolution: Double = 1) -> Double {
        guard community.count == nodeCount, let last = community.max(), community.allSatisfy({ $0 >= 0 })
        else {
            return 0
        }
        var strengths = [CompensatedSum](repeating: CompensatedSum(), count: last + 1)
        var (inside, total) = (CompensatedSum(), CompensatedSum())
        for node in 0..<nodeCount {
            let own = community[node]
            var (all, kept) = (0.0, 0.0)
            for place in rows.places(of: node) {
                let weight = rows.weights?[place] ?? 1
                all += weight
                if community[Int(rows.ends[place])] == own { kept += weight }
            }
            strengths[own].add(all)
            total.add(all)
            inside.add(kept)
        }
        guard total.value > 0 else { return 0 }
        let expected = strengths.map { ($0.value / total.value) * ($0.value / total.value) }.compensatedSum
        return inside.value / total.value - resolution * expected
    }
}
