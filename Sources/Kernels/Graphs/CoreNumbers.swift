extension UndirectedGraph {
    /// The core number of each node: the largest k of a subgraph that holds it and in which every node has at least k
    /// different neighbours. Parallel links count once, loops not at all.
    ///
    /// Source: V. Batagelj, M. Zaveršnik, “An O(m) algorithm for cores decomposition of networks”, arXiv cs/0310049
    /// (2003), after S. Seidman (1983).
    /// - Complexity: O(n + m).
    public var coreNumbers: [Int] {
        let simple = simplified().rows
        var degrees = simple.lengths
        let count = degrees.count
        // Nodes sorted by degree; `starts[d]` is where those of degree d begin.
        var starts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 2)
        for degree in degrees { starts[degree + 1] += 1 }
        for degree in 1..<starts.count { starts[degree] += starts[degree - 1] }
        var order = [Int](repeating: 0, count: count)
        var places = [Int](repeating: 0, count: count)
        var next = starts
        for node in 0..<count {
            places[node] = next[degrees[node]]
            order[places[node]] = node
            next[degrees[node]] += 1
        }
        for step in 0..<count {
            let node = order[step]
            for end in simple.neighbours(of: node) {
                let other = Int(end)
                guard degrees[other] > degrees[node] else { continue }
                // The neighbour changes place with the first node of its degree, which then is of one less.
                let degree = degrees[other]
                let (place, first) = (places[other], max(starts[degree], step + 1))
                let moved = order[first]
                order[first] = other
                order[place] = moved
                places[other] = first
                places[moved] = place
                starts[degree] = first + 1
                degrees[other] -= 1
            }
        }
        return degrees
    }
}
