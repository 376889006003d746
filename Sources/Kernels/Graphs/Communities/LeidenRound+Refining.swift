import Foundation

extension LeidenRound {
    /// Parts each community into groups that are well linked inside it, and makes the graph of the groups.
    ///
    /// Nodes start alone; one that is still alone and well linked to the rest of its community joins the group there to
    /// which it adds most, if it adds anything and that group too is well linked to the rest.
    func refine(
        _ graph: borrowing CommunityGraph, _ community: borrowing Scratch<Int32>, count: Int,
        _ generator: inout SeededGenerator
    ) -> LeidenLevel {
        let nodeCount = graph.nodeCount
        let whole = Scratch<Double>(count, repeating: 0)
        for node in 0..<nodeCount { whole[community[node]] += graph.strengths[node] }
        let group = Scratch(Array(0..<Int32(nodeCount)))
        let strengths = Scratch(graph.strengths.array)
        let isAlone = Scratch<Bool>(nodeCount, repeating: true)
        // The weight between each group and the rest of its community.
        let cuts = Scratch<Double>(nodeCount, repeating: 0)
        for node in 0..<nodeCount {
            var cut = 0.0
            for link in Int(graph.offsets[node])..<Int(graph.offsets[node + 1])
            where community[graph.ends[link]] == community[node] {
                cut += graph.weight(link)
            }
            cuts[node] = cut
        }
        let sums = Scratch<Double>(nodeCount, repeating: 0)
        let touched = Scratch<Int32>(nodeCount, repeating: 0)
        let candidates = Scratch<Int32>(nodeCount, repeating: 0)
        let gains = Scratch<Double>(nodeCount, repeating: 0)
        for node in LeidenRound.shuffled(nodeCount, &generator) where isAlone[node] {
            let own = community[node]
            let strength = graph.strengths[node]
            let rest = whole[own]
            if cuts[node] < resolution * strength * (rest - strength) { continue }
            var found = 0
            for link in Int(graph.offsets[node])..<Int(graph.offsets[node + 1]) {
                let end = graph.ends[link]
                if community[end] != own { continue }
                let other = group[end]
                if sums[other] == 0 {
                    touched[found] = other
                    found += 1
                }
                sums[other] += graph.weight(link)
            }
            // Groups that may be joined, with what joining each adds.
            var (choices, most) = (0, 0.0)
            for place in 0..<found {
                let other = touched[place]
                let gain = sums[other] - resolution * strength * strengths[other]
                guard gain >= 0,
                    cuts[other] >= resolution * strengths[other] * (rest - strengths[other])
                else {
                    continue
                }
                candidates[choices] = other
                gains[choices] = gain
                choices += 1
                most = max(most, gain)
            }
            var best: Int32 = choices > 0 ? candidates[0] : -1
            if choices > 1 {
                var sum = 0.0
                for place in 0..<choices {
                    sum += exp((gains[place] - most) / randomness)
                    gains[place] = sum
                }
                let drawn = generator.nextFraction() * sum
                var place = 0
                while place < choices - 1, gains[place] <= drawn { place += 1 }
                best = candidates[place]
            }
            if best >= 0 {
                cuts[best] += cuts[node] - 2 * sums[best]
                strengths[best] += strength
                isAlone[best] = false
                isAlone[node] = false
                group[node] = best
            }
            for place in 0..<found { sums[touched[place]] = 0 }
        }
        var groups = LeidenRound.renumber(group)
        if groups == nodeCount {
            // Nothing could be refined: the communities themselves go on.
            for node in 0..<nodeCount { group[node] = community[node] }
            groups = count
        }
        let upper = Scratch<Int32>(groups, repeating: 0)
        for node in 0..<nodeCount { upper[group[node]] = community[node] }
        return LeidenLevel(
            graph: CommunityGraph(graph, group: group, count: groups), group: group, community: upper)
    }
}
