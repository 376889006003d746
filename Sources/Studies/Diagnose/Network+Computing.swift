import ChainAnalysis
import Ecosystem
import Kernels

extension Network {
    /// Members, links and communities that the result lists at most.
    private static let (listed, listedLinks, listedCommunities) = (2_000, 500, 100)

    /// Measures the network.
    public func result(on input: StudyInput) throws -> Result {
        try input.progress.advance(to: 0, Localized("reading supplies", "读取供应关系"))
        let (network, notActual) = Network.network(of: input)
        let options = Network.options(input)
        let earlier = Network.earlier(of: input)
        let structure = try Network.measured(
            network, options, input.progress, from: 0, to: earlier == nil ? 0.9 : 0.5)
        var change: Result.Change?
        if let earlier {
            let before = try Network.measured(earlier, options, input.progress, from: 0.5, to: 0.85)
            try input.progress.advance(to: 0.86, Localized("comparing two dates", "比较两个时点"))
            change = NetworkChange(earlier: earlier, later: network, options: options).map {
                Network.change($0, Network.summary(earlier, before))
            }
        }
        let compare = try input.others.map { model in
            let other = Network.network(of: model)
            return Result.Compared(
                package: model.identity.id,
                summary: Network.summary(
                    other, try Network.measured(other, options, input.progress, from: 0.9, to: 1)))
        }
        var result = Network.result(network, structure, options)
        if case .network(let given) = input.supplied {
            (result.source, result.name) = ("network", given.name)
        } else {
            (result.source, result.name) = ("package", input.model.identity.id)
        }
        result.notActual = notActual
        result.change = change
        result.compare = compare
        return result
    }

    /// The network that is asked about, and supplies of the package that do not hold now.
    static func network(of input: StudyInput) -> (ChainNetwork, notActual: Int) {
        if case .network(let given) = input.supplied, let network = ChainNetwork(given) {
            return (network, 0)
        }
        return (network(of: input.model), SupplyWeb(input.model).notActual)
    }

    private static func network(of model: EcosystemModel) -> ChainNetwork {
        ChainNetwork(model, places: RegionTree(model).places)
    }

    /// The earlier date: the folder's earlier links, or the first package to compare with.
    private static func earlier(of input: StudyInput) -> ChainNetwork? {
        if case .network(let given) = input.supplied { return ChainNetwork(given, earlier: true) }
        return input.others.first.map { network(of: $0) }
    }

    private static func options(_ input: StudyInput) -> NetworkOptions {
        let parameters = input.parameters
        return NetworkOptions(
            resolution: parameters.number("resolution") ?? 1,
            exactUpTo: parameters.integer("exact-up-to") ?? 20_000,
            samples: parameters.integer("samples") ?? 1_000,
            trials: parameters.integer("trials") ?? 20,
            seed: seed(input))
    }

    /// The seed by which samples, trials and communities are drawn.
    static func seed(_ input: StudyInput) -> UInt64 {
        input.seed ?? UInt64(input.parameters.integer("seed") ?? 1)
    }

    private static func measured(
        _ network: ChainNetwork, _ options: NetworkOptions, _ progress: StudyProgress, from: Double,
        to: Double
    ) throws -> NetworkStructure {
        do {
            return try NetworkStructure(network, options: options) { share in
                do {
                    try progress.advance(
                        to: from + (to - from) * share, Localized("measuring the network", "测量网络"))
                    return true
                } catch {
                    return false
                }
            }
        } catch {
            throw StudyCancelled()
        }
    }

    private static func summary(_ network: ChainNetwork, _ structure: NetworkStructure) -> Result.Summary {
        let count = network.members.count
        let pairs = Double(count) * Double(max(0, count - 1))
        let inputs = structure.robustness.inputs
        return Result.Summary(
            members: count, firms: network.members.count(where: \.isFirm), links: network.graph.linkCount,
            intermediaries: (0..<count).count {
                structure.supplierCounts[$0] > 0 && structure.customerCounts[$0] > 0
            },
            density: pairs > 0 ? Double(network.graph.linkCount) / pairs : nil,
            largestPart: structure.weak.sizes.max().map { Double($0) / Double(count) },
            core: structure.bowTie.count(.core), cutMembers: structure.cutPoints.articulationPoints.count,
            bridges: structure.cutPoints.bridges.count, communities: structure.communities.sizes.count,
            modularity: structure.communities.modularity,
            randomRobustness: structure.robustness.random.robustness,
            targetedRobustness: structure.robustness.byPartners.robustness, inputs: inputs,
            singleSourced: inputs > 0
                ? Double(structure.segments.map(\.singleSourced).reduce(0, +)) / Double(inputs) : nil)
    }

    private static func result(
        _ network: ChainNetwork, _ structure: NetworkStructure, _ options: NetworkOptions
    ) -> Result {
        let order = RemovalOrder.descending(structure.supplierRank.ranks)
        let bowTie = structure.bowTie
        func id(_ number: Int) -> String { network.members[number].id }
        return Result(
            source: "", name: "", summary: summary(network, structure), supplies: network.supplies.count,
            isValued: network.hasValues, unit: network.unit, notActual: 0,
            parts: Array(structure.weak.sizes.sorted(by: >).prefix(listedCommunities)),
            partCount: structure.weak.sizes.count,
            bowTie: Result.BowTieCounts(
                core: bowTie.count(.core), upstream: bowTie.count(.upstream),
                downstream: bowTie.count(.downstream), tubes: bowTie.count(.tube),
                upstreamTendrils: bowTie.count(.upstreamTendril),
                downstreamTendrils: bowTie.count(.downstreamTendril), apart: bowTie.count(.apart)),
            cutMembers: structure.cutPoints.articulationPoints.prefix(listed).map(id),
            bridges: structure.cutPoints.bridges.prefix(listed).map { bridge in
                let isForward = network.graph.outgoing.neighbours(of: bridge.first).contains(
                    Int32(bridge.second))
                return Result.Pair(
                    supplier: id(isForward ? bridge.first : bridge.second),
                    customer: id(isForward ? bridge.second : bridge.first))
            },
            communities: communities(network, structure, order),
            communitiesStable: structure.communities.isStable,
            degreeAssortativity: structure.degreeAssortativity,
            regionAssortativity: structure.regionAssortativity,
            segmentAssortativity: structure.segmentAssortativity, nestedness: structure.nestedness.total,
            nestednessError: structure.nestedness.error, pathsExact: structure.paths.isExact,
            pathSources: structure.paths.sources,
            members: order.prefix(listed).map { member($0, network, structure) },
            robustness: robustness(network, structure.robustness),
            segments: structure.segments.map { segment in
                Result.Segment(
                    id: network.segments[segment.segment], suppliers: segment.suppliers,
                    customers: segment.customers, singleSourced: segment.singleSourced,
                    largest: id(segment.largest), largestShare: segment.largestShare,
                    concentration: segment.concentration)
            }, change: nil, compare: [])
    }

    private static func member(
        _ number: Int, _ network: ChainNetwork, _ structure: NetworkStructure
    ) -> Result.Member {
        let member = network.members[number]
        let isCut = structure.cutPoints.isCut(number)
        return Result.Member(
            id: member.id, isFirm: member.isFirm, segment: member.segment.map { network.segments[$0] },
            region: member.region.map { network.regions[$0] }, suppliers: structure.supplierCounts[number],
            customers: structure.customerCounts[number], purchases: structure.purchases?[number],
            sales: structure.sales?[number], supplierRank: structure.supplierRank.ranks[number],
            customerRank: structure.customerRank.ranks[number],
            betweenness: structure.paths.betweenness[number],
            betweennessError: structure.paths.betweennessErrors?[number],
            closeness: structure.paths.closeness?[number],
            harmonicCloseness: structure.paths.harmonicCloseness[number],
            harmonicError: structure.paths.harmonicErrors?[number], coreNumber: structure.cores[number],
            part: structure.bowTie.parts[number].rawValue, community: structure.communities.community[number],
            isCut: isCut)
    }

    private static func communities(
        _ network: ChainNetwork, _ structure: NetworkStructure, _ order: [Int]
    ) -> [Result.Community] {
        let found = structure.communities
        var members = [[Int]](repeating: [], count: found.sizes.count)
        for number in order { members[found.community[number]].append(number) }
        func most(_ values: [Int?]) -> (value: Int, share: Double)? {
            var counts: [Int: Int] = [:]
            for case let value? in values { counts[value, default: 0] += 1 }
            let total = counts.values.reduce(0, +)
            return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }.map {
                ($0.key, Double($0.value) / Double(total))
            }
        }
        return members.prefix(listedCommunities).enumerated().map { number, group in
            let segment = most(group.map { network.members[$0].segment })
            let region = most(group.map { network.members[$0].region })
            return Result.Community(
                community: number, size: group.count,
                members: group.prefix(10).map { network.members[$0].id },
                segment: segment.map { network.segments[$0.value] }, segmentShare: segment?.share,
                region: region.map { network.regions[$0.value] }, regionShare: region?.share)
        }
    }

    private static func robustness(_ network: ChainNetwork, _ found: NetworkRobustness) -> Result.Robustness {
        func curve(_ curve: NetworkRobustness.Curve) -> Result.Curve {
            Result.Curve(
                removed: curve.removed, largest: curve.largest, deviation: curve.deviation,
                robustness: curve.robustness)
        }
        return Result.Robustness(
            random: curve(found.random), byPartners: curve(found.byPartners),
            byBetweenness: curve(found.byBetweenness), byRegion: curve(found.byRegion),
            regionOrder: found.regionOrder.map { network.regions[$0] },
            regions: found.regions.map { loss in
                Result.RegionLoss(
                    region: network.regions[loss.region], members: loss.members, largest: loss.largest,
                    links: loss.links, inputsLost: loss.inputsLost)
            }, withoutRegion: found.withoutRegion)
    }

    private static func change(_ change: NetworkChange, _ earlier: Result.Summary) -> Result.Change {
        func link(_ link: LinkComparison.Change) -> Result.LinkChange {
            Result.LinkChange(
                supplier: change.ids[link.from], customer: change.ids[link.to],
                before: change.hasValues ? link.before : nil, after: change.hasValues ? link.after : nil)
        }
        func largest(_ links: [LinkComparison.Change]) -> [Result.LinkChange] {
            links.sorted {
                ($1.before ?? $1.after ?? 0, $0.from, $0.to) < ($0.before ?? $0.after ?? 0, $1.from, $1.to)
            }.prefix(listedLinks).map(link)
        }
        return Result.Change(
            earlier: earlier, stayed: change.stayed.count,
            entered: change.entered.prefix(listedLinks).map { change.ids[$0] },
            left: change.left.prefix(listedLinks).map { change.ids[$0] }, kept: change.links.kept.count,
            gained: largest(change.links.gained), lost: largest(change.links.lost),
            gainedCount: change.links.gained.count, lostCount: change.links.lost.count,
            jaccard: change.links.jaccard, persistence: change.links.persistence,
            rankCorrelation: change.rankCorrelation, adjustedRand: change.communities?.adjustedRand,
            mutualInformation: change.communities?.mutualInformation)
    }
}
