extension LeidenRound {
    /// Moves nodes to the community where they add most, each again when a neighbour left for another community, until
    /// no move helps.
    func move(
        _ graph: borrowing CommunityGraph, _ community: borrowing Scratch<Int32>, count: Int,
        _ generator: inout SeededGenerator
    ) {
        let nodeCount = graph.nodeCount
        let strengths = Scratch<Double>(nodeCount, repeating: 0)
        let sizes = Scratch<Int32>(nodeCount, repeating: 0)
        for node in 0..<nodeCount {
            strengths[community[node]] += graph.strengths[node]
            sizes[community[node]] += 1
        }
        // Numbers that no community has.
        var empty = Array((Int32(count)..<Int32(nodeCount)).reversed())
        let queue = Scratch(LeidenRound.shuffled(nodeCount, &generator))
        let isQueued = Scratch<Bool>(nodeCount, repeating: true)
        let sums = Scratch<Double>(nodeCount, repeating: 0)
        let touched = Scratch<Int32>(nodeCount, repeating: 0)
        var (first, waiting) = (0, nodeCount)
        while waiting > 0 {
            let node = queue[first]
            first += 1
            if first == nodeCount { first = 0 }
            waiting -= 1
            isQueued[node] = false
            let (start, stop) = (Int(graph.offsets[node]), Int(graph.offsets[node + 1]))
            var found = 0
            for link in start..<stop {
                let other = community[graph.ends[link]]
                if sums[other] == 0 {
                    touched[found] = other
                    found += 1
                }
                sums[other] += graph.weight(link)
            }
            let own = community[node]
            let strength = graph.strengths[node]
            let share = resolution * strength
            strengths[own] -= strength
            sizes[own] -= 1
            // Alone it would gain nothing; where it stands it gains this.
            var best = own
            var gain = sums[own] - share * strengths[own]
            for place in 0..<found {
                let other = touched[place]
                let gained = sums[other] - share * strengths[other]
                if gained > gain { (best, gain) = (other, gained) }
            }
            for place in 0..<found { sums[touched[place]] = 0 }
            if gain < 0, sizes[own] > 0, let free = empty.popLast() { best = free }
            strengths[best] += strength
            sizes[best] += 1
            if best == own { continue }
            if sizes[own] == 0 { empty.append(own) }
            community[node] = best
            for link in start..<stop {
                let end = graph.ends[link]
                if isQueued[end] || community[end] == best { continue }
                isQueued[end] = true
                var last = first + waiting
                if last >= nodeCount { last -= nodeCount }
                queue[last] = end
                waiting += 1
            }
        }
    }

    static func shuffled(_ count: Int, _ generator: inout SeededGenerator) -> [Int32] {
        var order = Array(0..<Int32(count))
        order.shuffle(using: &generator)
        return order
    }
}
