public import Kernels

/// The structure of a supply network: who is central, who holds it together, what it falls into, what it bears.
public struct NetworkStructure: Sendable {
    /// Suppliers of each member that are on record.
    public let supplierCounts: [Int]
    /// Customers of each member.
    public let customerCounts: [Int]
    /// What each buys; `nil` where not all supplies have a value.
    public let purchases: [Double]?
    /// What each sells.
    public let sales: [Double]?
    /// PageRank against the direction of supply: where purchases end up when they are followed up the chain.
    public let supplierRank: PageRank
    /// PageRank along the direction of supply: where supplies end up.
    public let customerRank: PageRank
    /// How central each is to the shortest chains of supply.
    public let paths: PathCentrality
    /// The k-core of each member.
    public let cores: [Int]
    /// Members that supply each other, directly or around.
    public let strong: StrongComponents
    /// What hangs together when directions are ignored.
    public let weak: WeakComponents
    /// How each hangs on the core of mutual supply.
    public let bowTie: BowTie
    /// Members and links without which the network falls apart.
    public let cutPoints: CutPoints
    /// Groups that trade more among themselves.
    public let communities: LeidenCommunities
    /// Whether the customers of narrow suppliers are those of broad ones too.
    public let nestedness: Nestedness
    /// Whether suppliers with many customers supply customers with many suppliers; `nil` where it has no meaning.
    public let degreeAssortativity: Double?
    /// Whether supply stays inside regions.
    public let regionAssortativity: Double?
    /// Whether supply stays inside segments.
    public let segmentAssortativity: Double?
    /// Random, targeted and regional removal.
    public let robustness: NetworkRobustness
    /// Suppliers and concentration, segment by segment.
    public let segments: [SegmentSupply]

    /// Measures a network.
    ///
    /// - Parameter goOn: told the share that is done; where it says no, the work stops.
    /// - Throws: `CalculationStopped`.
    public init(
        _ network: ChainNetwork, options: NetworkOptions = NetworkOptions(),
        goOn: (Double) -> Bool = { _ in true }
    ) throws(CalculationStopped) {
        func step(_ share: Double) throws(CalculationStopped) {
            if !goOn(share) { throw CalculationStopped() }
        }
        let graph = network.graph
        let undirected = UndirectedGraph(graph)
        supplierCounts = graph.incoming.lengths
        customerCounts = graph.outgoing.lengths
        purchases = network.hasValues ? graph.incoming.sums : nil
        sales = network.hasValues ? graph.outgoing.sums : nil
        try step(0.02)
        supplierRank = PageRank(graph.reversed)
        customerRank = PageRank(graph)
        cores = undirected.coreNumbers
        strong = StrongComponents(graph)
        weak = WeakComponents(graph)
        bowTie = BowTie(graph, components: strong)
        cutPoints = CutPoints(undirected)
        try step(0.05)
        communities = LeidenCommunities(
            undirected,
            options: LeidenCommunities.Options(
                resolution: options.resolution, iterations: options.iterations, seed: options.seed)
        ) { goOn(0.06) }
        degreeAssortativity = Assortativity.byDegree(graph)
        regionAssortativity = Assortativity.byKind(graph, kinds: network.members.map(\.region))
        segmentAssortativity = Assortativity.byKind(graph, kinds: network.members.map(\.segment))
        segments = SegmentSupply.all(of: network)
        paths = try PathCentrality(
            graph,
            options: PathCentrality.Options(
                exactUpTo: options.exactUpTo, samples: options.samples, seed: options.seed)
        ) { goOn(0.1 + 0.6 * $0) }
        nestedness = try Nestedness(
            graph, options: Nestedness.Options(exactUpTo: options.exactUpTo, seed: options.seed)
        ) { goOn(0.7 + 0.15 * $0) }
        try step(0.85)
        robustness = NetworkRobustness(
            network, undirected, betweenness: paths.betweenness, options: options
        ) { goOn(0.9) }
        try step(1)
    }
}
