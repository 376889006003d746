public import Kernels

/// What changed in a supply network between two dates, members matched by id.
public struct NetworkChange: Sendable {
    /// Ids over both dates, in order: members with at least one link at either.
    public let ids: [String]
    /// Members with a link at both dates, only at the later, only at the earlier: places in ``ids``.
    public let stayed: [Int]
    /// Only at the later date.
    public let entered: [Int]
    /// Only at the earlier date.
    public let left: [Int]
    /// Links kept, gained and lost; weights are values where both dates have them.
    public let links: LinkComparison
    /// Spearman's ρ of the importance of suppliers among those that stayed.
    public let rankCorrelation: Double?
    /// How far the communities of those that stayed agree.
    public let communities: PartitionAgreement?
    /// Whether the weights of links are values.
    public let hasValues: Bool

    /// Compares two dates.
    ///
    /// - Complexity: O((n + m) log n).
    public init?(earlier: ChainNetwork, later: ChainNetwork, options: NetworkOptions = NetworkOptions()) {
        func active(_ network: ChainNetwork) -> Set<String> {
            var ids: Set<String> = []
            for node in 0..<network.graph.nodeCount
            where network.graph.outgoing.places(of: node).count
                + network.graph.incoming.places(of: node).count > 0
            {
                ids.insert(network.members[node].id)
            }
            return ids
        }
        let (before, after) = (active(earlier), active(later))
        let ids = before.union(after).sorted()
        let numbers = Dictionary(
            uniqueKeysWithValues: ids.enumerated().map { ($0.element, Int32($0.offset)) })
        let hasValues = earlier.hasValues && later.hasValues
        func graph(_ network: ChainNetwork) -> DirectedGraph? {
            var (sources, targets): ([Int32], [Int32]) = ([], [])
            var weights: [Double] = []
            for node in 0..<network.graph.nodeCount {
                for place in network.graph.outgoing.places(of: node) {
                    let end = Int(network.graph.outgoing.ends[place])
                    guard let from = numbers[network.members[node].id],
                        let to = numbers[network.members[end].id]
                    else {
                        continue
                    }
                    sources.append(from)
                    targets.append(to)
                    weights.append(network.graph.outgoing.weights?[place] ?? 1)
                }
            }
            return try? DirectedGraph(
                nodeCount: ids.count, sources: sources, targets: targets, weights: hasValues ? weights : nil)
        }
        guard let old = graph(earlier), let new = graph(later), let links = LinkComparison(old, new) else {
            return nil
        }
        self.ids = ids
        self.hasValues = hasValues
        self.links = links
        stayed = ids.indices.filter { before.contains(ids[$0]) && after.contains(ids[$0]) }
        entered = ids.indices.filter { !before.contains(ids[$0]) }
        left = ids.indices.filter { !after.contains(ids[$0]) }
        let kept = stayed
        func communities(_ graph: DirectedGraph) -> [Int] {
            let found = LeidenCommunities(
                UndirectedGraph(graph),
                options: LeidenCommunities.Options(
                    resolution: options.resolution, iterations: options.iterations, seed: options.seed))
            return kept.map { found.community[$0] }
        }
        func ranks(_ graph: DirectedGraph) -> [Double] {
            let found = PageRank(graph.reversed).ranks
            return kept.map { found[$0] }
        }
        rankCorrelation = RankCorrelation.spearman(ranks(old), ranks(new))
        self.communities = PartitionAgreement(communities(old), communities(new))
    }
}
