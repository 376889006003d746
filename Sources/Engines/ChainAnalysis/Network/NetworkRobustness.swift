import Kernels

/// What a network bears: members lost by lot, the most important first, or region by region.
public struct NetworkRobustness: Sendable {
    /// A curve at some points.
    public struct Curve: Sendable {
        /// Shares of all members that are gone, ascending from 0.
        public let removed: [Double]
        /// The largest part that still hangs together, as a share of all members at first.
        public let largest: [Double]
        /// The standard deviation of that between trials; `nil` for a curve of one trial.
        public let deviation: [Double]?
        /// The robustness R, the mean over all removals; `nil` in an empty network.
        public let robustness: Double?
    }

    /// The loss of one region.
    public struct RegionLoss: Sendable {
        /// Its place in ``ChainNetwork/regions``.
        public let region: Int
        /// How many members it has.
        public let members: Int
        /// The largest part that still hangs together without it, as a share of all members.
        public let largest: Double
        /// The links that are left, as a share.
        public let links: Double
        /// Inputs of customers elsewhere, a segment each, that are supplied from this region only.
        public let inputsLost: Int
    }

    /// By lot.
    public let random: Curve
    /// Always the one with the most partners left.
    public let byPartners: Curve
    /// Those on the most shortest chains first.
    public let byBetweenness: Curve
    /// Each region alone, in order of ``ChainNetwork/regions``; regions without members are left out.
    public let regions: [RegionLoss]
    /// Regions one after the other, largest first: places in ``ChainNetwork/regions``.
    public let regionOrder: [Int]
    /// The curve of that; a point a region.
    public let byRegion: Curve
    /// Inputs of customers, a segment each, of all that are on record.
    public let inputs: Int
    /// Members whose region is not on record, or in several; they stay when regions go.
    public let withoutRegion: Int

    init(
        _ network: ChainNetwork, _ undirected: UndirectedGraph, betweenness: [Double],
        options: NetworkOptions, goOn: () -> Bool
    ) {
        let graph = network.graph
        let lots = RandomRemoval(
            graph, trials: options.trials, points: options.points, seed: options.seed, goOn: goOn)
        let count = Double(max(1, graph.nodeCount))
        random = Curve(
            removed: lots.removed.map { Double($0) / count }, largest: lots.mean, deviation: lots.deviation,
            robustness: lots.robustness)
        func curve(_ order: [Int]) -> Curve {
            let whole = RemovalCurve(graph, order: order)
            return Curve(
                removed: lots.removed.map { Double($0) / count },
                largest: lots.removed.map { whole.largest[$0] },
                deviation: nil, robustness: whole.robustness)
        }
        byPartners = curve(RemovalOrder.mostLinksLeft(undirected))
        byBetweenness = curve(RemovalOrder.descending(betweenness))
        var groups = [[Int]](repeating: [], count: network.regions.count)
        for (number, member) in network.members.enumerated() {
            if let region = member.region { groups[region].append(number) }
        }
        let used = groups.indices.filter { !groups[$0].isEmpty }
        let order = used.sorted { (groups[$1].count, $0) < (groups[$0].count, $1) }
        let whole = RemovalCurve(graph, removing: order.map { groups[$0] })
        byRegion = Curve(
            removed: whole.removed.map { Double($0) / count }, largest: whole.largest, deviation: nil,
            robustness: nil)
        regionOrder = order
        let inputs = CustomerInputs(network)
        self.inputs = inputs.count
        regions = used.map { region in
            let alone = RemovalCurve(graph, removing: [groups[region]])
            return RegionLoss(
                region: region, members: groups[region].count, largest: alone.largest.last ?? 0,
                links: alone.links.last ?? 1, inputsLost: inputs.onlyFrom[region] ?? 0)
        }
        withoutRegion = network.members.count { $0.region == nil }
    }
}

/// Inputs of customers: one for each customer and segment that somebody supplies it with.
struct CustomerInputs {
    /// How many there are.
    let count: Int
    /// Of these, those whose suppliers are all in one region that is not the customer's: how many, a region each.
    let onlyFrom: [Int: Int]

    init(_ network: ChainNetwork) {
        let sorted = network.supplies.indices.filter {
            let supply = network.supplies[$0]
            return supply.segment != nil && supply.supplier != supply.customer
        }.sorted {
            let (one, two) = (network.supplies[$0], network.supplies[$1])
            return (one.customer, one.segment ?? 0) < (two.customer, two.segment ?? 0)
        }
        var count = 0
        var onlyFrom: [Int: Int] = [:]
        var start = 0
        while start < sorted.count {
            let first = network.supplies[sorted[start]]
            var stop = start
            var region = network.members[first.supplier].region
            while stop < sorted.count {
                let next = network.supplies[sorted[stop]]
                guard next.customer == first.customer, next.segment == first.segment else { break }
                if network.members[next.supplier].region != region { region = nil }
                stop += 1
            }
            count += 1
            if let region, network.members[first.customer].region != region {
                onlyFrom[region, default: 0] += 1
            }
            start = stop
        }
        self.count = count
        self.onlyFrom = onlyFrom
    }
}
