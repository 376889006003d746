/// The weak components of a directed graph: nodes that are joined when directions are ignored.
public struct WeakComponents: Sendable, Hashable {
    /// The component of each node, numbered in the order of their lowest nodes.
    public let component: [Int]
    /// How many nodes each component has.
    public let sizes: [Int]

    /// The weak components of a graph.
    ///
    /// - Complexity: O((n + m) α(n)).
    public init(_ graph: DirectedGraph) {
        var sets = DisjointSets(count: graph.nodeCount)
        for node in 0..<graph.nodeCount {
            for end in graph.outgoing.neighbours(of: node) { sets.join(node, Int(end)) }
        }
        var numbers = [Int](repeating: -1, count: graph.nodeCount)
        var component: [Int] = []
        component.reserveCapacity(graph.nodeCount)
        var sizes: [Int] = []
        for node in 0..<graph.nodeCount {
            let root = sets.root(of: node)
            if numbers[root] < 0 {
                numbers[root] = sizes.count
                sizes.append(0)
            }
            component.append(numbers[root])
            sizes[numbers[root]] += 1
        }
        self.component = component
        self.sizes = sizes
    }

    /// The largest component, the lowest number where several are level; `nil` in an empty graph.
    public var largest: Int? { sizes.max().flatMap { sizes.firstIndex(of: $0) } }
}
