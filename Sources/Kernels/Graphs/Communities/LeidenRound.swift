/// One iteration of ``LeidenCommunities``: moving, refining, and the same on the refined groups until nothing merges.
struct LeidenRound {
    /// γ ÷ 2m.
    let resolution: Double
    /// θ: how freely the refinement draws among mergers, in units of weight.
    let randomness: Double

    /// A partition of the first graph's nodes at least as good as `start`, numbered in the order of first nodes.
    func run(on ground: borrowing CommunityGraph, from start: [Int32], _ generator: inout SeededGenerator)
        -> [Int32]
    {
        let community = Scratch(start)
        var count = LeidenRound.renumber(community)
        move(ground, community, count: count, &generator)
        count = LeidenRound.renumber(community)
        if count == ground.nodeCount { return community.array }
        var level = refine(ground, community, count: count, &generator)
        // The group that each of the first graph's nodes is in.
        let place = Scratch(level.group.array)
        while true {
            let count = level.settle { graph, community in
                let count = LeidenRound.renumber(community)
                move(graph, community, count: count, &generator)
                return LeidenRound.renumber(community)
            }
            if count == level.graph.nodeCount { break }
            level = refine(level.graph, level.community, count: count, &generator)
            for node in 0..<place.count { place[node] = level.group[place[node]] }
        }
        for node in 0..<place.count { place[node] = level.community[place[node]] }
        return connected(ground, place)
    }

    /// Numbers communities 0, 1, 2 … in the order of their first nodes; gives how many there are.
    static func renumber(_ community: borrowing Scratch<Int32>) -> Int {
        let numbers = Scratch<Int32>(community.count, repeating: -1)
        var count: Int32 = 0
        for node in 0..<community.count {
            let given = community[node]
            if numbers[given] < 0 {
                numbers[given] = count
                count += 1
            }
            community[node] = numbers[given]
        }
        return Int(count)
    }

    /// Parts communities that do not hang together, which never lowers the modularity.
    private func connected(_ graph: borrowing CommunityGraph, _ community: borrowing Scratch<Int32>)
        -> [Int32]
    {
        let parts = Scratch<Int32>(graph.nodeCount, repeating: -1)
        var waiting: [Int32] = []
        var count: Int32 = 0
        for start in 0..<graph.nodeCount where parts[start] < 0 {
            parts[start] = count
            waiting.append(Int32(start))
            while let node = waiting.popLast() {
                for link in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                    let end = graph.ends[link]
                    if parts[end] >= 0 || community[end] != community[node] { continue }
                    parts[end] = count
                    waiting.append(end)
                }
            }
            count += 1
        }
        return parts.array
    }
}

/// Groups that a refinement made, as the nodes of the next graph.
struct LeidenLevel: ~Copyable {
    /// The graph of the groups.
    let graph: CommunityGraph
    /// The group of each node before.
    let group: Scratch<Int32>
    /// The community of each group.
    let community: Scratch<Int32>

    /// Changes the communities in place.
    func settle(_ change: (borrowing CommunityGraph, borrowing Scratch<Int32>) -> Int) -> Int {
        change(graph, community)
    }
}
