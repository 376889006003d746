/// How often a walker is at each node who follows links and now and then starts anew.
///
/// Source: S. Brin, L. Page, “The anatomy of a large-scale hypertextual Web search engine” (1998). A walker at a node
/// without outgoing links starts anew. Solved as a linear system: with the same places to start from, what a walker does
/// at a dead end only scales the answer (G. Del Corso, A. Gullì, F. Romani, Internet Mathematics 2, 2005). Strong
/// components are solved one after the other in topological order, each by Gauss–Seidel sweeps.
public struct PageRank: Sendable, Hashable {
    /// What is asked.
    public struct Options: Sendable, Hashable {
        /// The chance that the walker follows a link, 0 ..< 1.
        public var damping: Double
        /// How likely each node is to start from, up to a factor; `nil` for all alike.
        public var starts: [Double]?
        /// Sweeps of a component end when the entries changed by less than this share of their sum.
        public var tolerance: Double
        /// Sweeps of a component at most.
        public var sweeps: Int

        /// Options; the damping is that of Brin and Page.
        public init(
            damping: Double = 0.85, starts: [Double]? = nil, tolerance: Double = 1e-13, sweeps: Int = 1_000
        ) {
            self.damping = damping
            self.starts = starts
            self.tolerance = tolerance
            self.sweeps = sweeps
        }
    }

    /// The rank of each node; they sum to 1.
    public let ranks: [Double]
    /// The most sweeps that a component took.
    public let sweeps: Int
    /// Whether every component met the tolerance.
    public let isConverged: Bool

    /// Ranks of a graph's nodes, links taken by their weights.
    ///
    /// A damping outside 0 ..< 1 and starts that are not one finite number of 0 or more a node, or sum to nothing, give
    /// ranks that are not converged and all alike.
    /// - Complexity: O(n + m) for each sweep; parts without circles take one.
    public init(_ graph: DirectedGraph, options: Options = Options()) {
        let count = graph.nodeCount
        let starts = options.starts ?? [Double](repeating: 1, count: count)
        let total = starts.compensatedSum
        guard options.damping >= 0, options.damping < 1, starts.count == count, total.isFinite, total > 0,
            starts.allSatisfy({ $0 >= 0 && $0.isFinite })
        else {
            ranks = [Double](repeating: count > 0 ? 1 / Double(count) : 0, count: count)
            sweeps = 0
            isConverged = count == 0
            return
        }
        let outflow = graph.outgoing.sums
        // A node passes `passing` of its rank along each unit of weight.
        let passing = outflow.map { $0 > 0 ? options.damping / $0 : 0 }
        let components = StrongComponents(graph)
        let (order, bounds) = PageRank.grouped(components)
        var ranks = starts.map { $0 / total }
        var (most, isConverged) = (0, true)
        let solver = RankSolver(
            incoming: graph.incoming, passing: passing, starts: ranks, tolerance: options.tolerance)
        for part in components.sizes.indices {
            let members = order[bounds[part]..<bounds[part + 1]]
            let sweeps = solver.solve(members, into: &ranks, atMost: max(1, options.sweeps))
            most = max(most, sweeps ?? options.sweeps)
            if sweeps == nil { isConverged = false }
        }
        let sum = ranks.compensatedSum
        self.ranks = ranks.map { $0 / sum }
        sweeps = most
        self.isConverged = isConverged
    }

    /// Nodes sorted by component, with where each component begins.
    private static func grouped(_ components: StrongComponents) -> (order: [Int32], bounds: [Int]) {
        var bounds = [0]
        for size in components.sizes { bounds.append((bounds.last ?? 0) + size) }
        var next = bounds
        var order = [Int32](repeating: 0, count: components.component.count)
        for (node, part) in components.component.enumerated() {
            order[next[part]] = Int32(node)
            next[part] += 1
        }
        return (order, bounds)
    }
}
