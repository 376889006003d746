/// Whether like nodes link to like ones: 1 where they always do, 0 where chance does it, below 0 where unlike ones meet.
///
/// Source: M. Newman, “Mixing patterns in networks”, Physical Review E 67 (2003), 026126.
public enum Assortativity {
    /// The correlation over links of a number at the source with a number at the target.
    ///
    /// `nil` where there are no links or where the numbers of all sources, or of all targets, are the same. Links count by
    /// their number, not by weight.
    /// - Parameters:
    ///   - sources: a number for each node as a source.
    ///   - targets: a number for each node as a target.
    /// - Complexity: O(n + m).
    public static func ofNumbers(_ graph: DirectedGraph, sources: [Double], targets: [Double]) -> Double? {
        let links = Double(graph.linkCount)
        guard links > 0, sources.count == graph.nodeCount, targets.count == graph.nodeCount else {
            return nil
        }
        var (first, second) = (CompensatedSum(), CompensatedSum())
        forEachLink(graph) { from, to in
            first.add(sources[from])
            second.add(targets[to])
        }
        let (firstMean, secondMean) = (first.value / links, second.value / links)
        var (product, one, two) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        forEachLink(graph) { from, to in
            let (left, right) = (sources[from] - firstMean, targets[to] - secondMean)
            product.add(left * right)
            one.add(left * left)
            two.add(right * right)
        }
        guard one.value > 0, two.value > 0 else { return nil }
        return product.value / (one.value * two.value).squareRoot()
    }

    /// The assortativity by degree: links leaving the source against links reaching the target.
    public static func byDegree(_ graph: DirectedGraph) -> Double? {
        ofNumbers(
            graph, sources: graph.outgoing.lengths.map(Double.init),
            targets: graph.incoming.lengths.map(Double.init))
    }

    /// The assortativity by kind: (Σ e_kk − Σ a_k b_k) ÷ (1 − Σ a_k b_k), with the shares e of links between kinds.
    ///
    /// A node of kind `nil` is left out with its links. `nil` where no links are left or all are inside one kind.
    /// - Complexity: O(n + m + kinds).
    public static func byKind(_ graph: DirectedGraph, kinds: [Int?]) -> Double? {
        guard kinds.count == graph.nodeCount, let last = kinds.compactMap(\.self).max(),
            kinds.allSatisfy({ $0 ?? 0 >= 0 })
        else {
            return nil
        }
        var (inside, links) = (0, 0)
        var (out, back) = ([Int](repeating: 0, count: last + 1), [Int](repeating: 0, count: last + 1))
        forEachLink(graph) { from, to in
            guard let one = kinds[from], let two = kinds[to] else { return }
            links += 1
            out[one] += 1
            back[two] += 1
            if one == two { inside += 1 }
        }
        guard links > 0 else { return nil }
        let all = Double(links)
        let expected = zip(out, back).map { (Double($0) / all) * (Double($1) / all) }.compensatedSum
        guard expected < 1 else { return nil }
        return (Double(inside) / all - expected) / (1 - expected)
    }

    private static func forEachLink(_ graph: DirectedGraph, _ body: (Int, Int) -> Void) {
        for node in 0..<graph.nodeCount {
            for end in graph.outgoing.neighbours(of: node) { body(node, Int(end)) }
        }
    }
}
