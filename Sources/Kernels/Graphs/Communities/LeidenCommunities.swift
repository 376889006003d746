/// Groups of nodes that are linked more among themselves than chance would have it: the Leiden method for modularity.
///
/// Source: V. Traag, L. Waltman, N. J. van Eck, “From Louvain to Leiden: guaranteeing well-connected communities”,
/// Scientific Reports 9 (2019), 5233. Each iteration moves nodes, refines the groups and goes on with the refined groups
/// as nodes until nothing merges. Every community is connected.
public struct LeidenCommunities: Sendable, Hashable {
    /// What is asked.
    public struct Options: Sendable, Hashable {
        /// γ of the modularity: above 1 for more and smaller groups, below for fewer and larger.
        public var resolution: Double
        /// How often all is gone through; 0 for until nothing changes.
        public var iterations: Int
        /// How many runs are made from different orders of the nodes; the best of them counts.
        public var starts: Int
        /// θ: how freely the refinement draws among mergers, in units of weight.
        public var randomness: Double
        /// The seed of everything that is drawn.
        public var seed: UInt64

        /// Options.
        public init(
            resolution: Double = 1, iterations: Int = 2, starts: Int = 3, randomness: Double = 0.01,
            seed: UInt64 = 1
        ) {
            self.resolution = resolution
            self.iterations = iterations
            self.starts = starts
            self.randomness = randomness
            self.seed = seed
        }
    }

    /// The community of each node; the largest is 0, of equal ones the one with the lowest node comes first.
    public let community: [Int]
    /// How many nodes each community has, descending.
    public let sizes: [Int]
    /// Q = Σ (weight inside ÷ m − γ (strength ÷ 2m)²); 0 where no links are.
    public let modularity: Double
    /// How often all was gone through.
    public let iterations: Int
    /// Whether the last iteration changed nothing.
    public let isStable: Bool

    /// Iterations at most where they run until nothing changes.
    private static let mostIterations = 1_000

    /// The communities of a graph, by the weights of its links.
    ///
    /// A resolution that is not a finite number of 0 or more is taken as 1.
    /// - Parameter goOn: asked before each iteration but the first; where it says no, the best so far is the answer.
    /// - Complexity: about O(m) an iteration in practice.
    public init(
        _ graph: UndirectedGraph, options: Options = Options(), goOn: () -> Bool = { true }
    ) {
        let isSound = options.resolution >= 0 && options.resolution.isFinite
        let resolution = isSound ? options.resolution : 1
        let ground = CommunityGraph(graph)
        let round = LeidenRound(
            resolution: ground.total > 0 ? resolution / ground.total : 0,
            randomness: max(options.randomness, .leastNormalMagnitude))
        var generator = SeededGenerator(seed: options.seed)
        var best: (community: [Int32], rounds: Int, isStable: Bool)?
        var quality = -Double.infinity
        for start in 0..<max(1, options.starts) where start == 0 || goOn() {
            let found = Self.iterated(round, on: ground, options.iterations, &generator, goOn)
            let reached = graph.modularity(of: found.community.map(Int.init), resolution: resolution)
            if reached > quality { (best, quality) = (found, reached) }
        }
        iterations = best?.rounds ?? 0
        isStable = best?.isStable ?? false
        (community, sizes) = LeidenCommunities.ranked(best?.community ?? [])
        modularity = quality
    }

    /// One run: rounds until nothing changes, or so many.
    private static func iterated(
        _ round: LeidenRound, on ground: borrowing CommunityGraph, _ iterations: Int,
        _ generator: inout SeededGenerator, _ goOn: () -> Bool
    ) -> (community: [Int32], rounds: Int, isStable: Bool) {
        var community = Array(0..<Int32(ground.nodeCount))
        var (rounds, isStable) = (0, false)
        let limit = iterations > 0 ? iterations : mostIterations
        while !isStable, rounds < limit, rounds == 0 || goOn() {
            let next = round.run(on: ground, from: community, &generator)
            rounds += 1
            isStable = next == community
            community = next
        }
        return (community, rounds, isStable)
    }

    /// Communities renumbered by size, then by lowest node; numbers given run in the order of their first nodes.
    private static func ranked(_ community: [Int32]) -> (community: [Int], sizes: [Int]) {
        var sizes = [Int](repeating: 0, count: Int(community.max() ?? -1) + 1)
        for number in community { sizes[Int(number)] += 1 }
        let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[number] = rank }
        return (community.map { ranks[Int($0)] }, order.map { sizes[$0] })
    }
}
