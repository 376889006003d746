/// A graph in the making of communities: its nodes are nodes of the first graph or groups of them.
struct CommunityGraph: ~Copyable {
    let nodeCount: Int
    let offsets: Scratch<Int32>
    /// The other end of each link; a link stands in the rows of both its ends, loops in none.
    let ends: Scratch<Int32>
    /// The weight of each link; none where all weigh 1.
    let weights: Scratch<Double>
    /// Whether all links weigh 1.
    let isUniform: Bool
    /// The weight of all links of a node, loops counted twice.
    let strengths: Scratch<Double>
    /// The sum of all strengths.
    let total: Double

    /// The first graph; parallel links stay apart.
    init(_ graph: UndirectedGraph) {
        let rows = graph.rows
        nodeCount = rows.nodeCount
        let offsets = Scratch<Int32>(nodeCount + 1, repeating: 0)
        let ends = Scratch<Int32>(rows.entryCount, repeating: 0)
        let weights = Scratch<Double>(rows.weights?.count ?? 0, repeating: 0)
        var used = 0
        for node in 0..<nodeCount {
            for place in rows.places(of: node) where Int(rows.ends[place]) != node {
                if let weight = rows.weights?[place] {
                    // A link that weighs nothing joins nothing.
                    if weight == 0 { continue }
                    weights[used] = weight
                }
                ends[used] = rows.ends[place]
                used += 1
            }
            offsets[node + 1] = Int32(used)
        }
        self.offsets = offsets
        self.ends = ends
        self.weights = weights
        isUniform = rows.weights == nil
        let sums = rows.sums
        strengths = Scratch(sums)
        total = sums.compensatedSum
    }

    /// The weight of the link at a place.
    @inline(__always) func weight(_ link: Int) -> Double { isUniform ? 1 : weights[link] }

    /// The graph of the groups `group` (0 ..< `count`) of another graph's nodes.
    init(_ graph: borrowing CommunityGraph, group: borrowing Scratch<Int32>, count: Int) {
        let members = Grouping(group, of: graph.nodeCount, count: count)
        let offsets = Scratch<Int32>(count + 1, repeating: 0)
        let ends = Scratch<Int32>(graph.ends.count, repeating: 0)
        let weights = Scratch<Double>(graph.ends.count, repeating: 0)
        let strengths = Scratch<Double>(count, repeating: 0)
        let sums = Scratch<Double>(count, repeating: 0)
        var used = 0
        for number in 0..<count {
            let start = used
            var strength = 0.0
            for place in members.places(of: number) {
                let node = members.nodes[place]
                strength += graph.strengths[node]
                for link in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                    let other = group[graph.ends[link]]
                    if Int(other) == number { continue }
                    if sums[other] == 0 {
                        ends[used] = other
                        used += 1
                    }
                    sums[other] += graph.weight(link)
                }
            }
            for link in start..<used {
                weights[link] = sums[ends[link]]
                sums[ends[link]] = 0
            }
            strengths[number] = strength
            offsets[number + 1] = Int32(used)
        }
        nodeCount = count
        total = graph.total
        isUniform = false
        self.offsets = offsets
        self.ends = ends
        self.weights = weights
        self.strengths = strengths
    }
}

/// The nodes of each group, side by side.
struct Grouping: ~Copyable {
    let starts: Scratch<Int32>
    let nodes: Scratch<Int32>

    /// Nodes 0 ..< `nodeCount` by their group, 0 ..< `count`; ascending inside a group.
    init(_ group: borrowing Scratch<Int32>, of nodeCount: Int, count: Int) {
        let starts = Scratch<Int32>(count + 1, repeating: 0)
        for node in 0..<nodeCount { starts[Int(group[node]) + 1] += 1 }
        for number in 0..<count { starts[number + 1] += starts[number] }
        let next = Scratch(starts.array)
        let nodes = Scratch<Int32>(nodeCount, repeating: 0)
        for node in 0..<nodeCount {
            nodes[next[group[node]]] = Int32(node)
            next[group[node]] += 1
        }
        self.starts = starts
        self.nodes = nodes
    }

    /// The places in ``nodes`` of a group's nodes.
    func places(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
}
