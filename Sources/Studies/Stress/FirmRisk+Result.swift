import ChainAnalysis
public import Ecosystem
import Resilience

extension FirmRisk {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// One scenario, or one firm that fails alone; losses are parts of all that is weighed.
        public struct Scenario: Codable, Sendable, Equatable {
            /// The scenario's name; the firm's id where one firm fails alone.
            public var scenario: String
            /// The firm's sector, where one firm fails alone.
            public var sector: String?
            /// Its region, where one firm fails alone and regions are given.
            public var region: String?
            /// The index: Σ weight · the larger of the two losses.
            public var esri: Double
            /// Σ weight · loss for lack of inputs.
            public var downstream: Double
            /// Σ weight · loss for lack of orders.
            public var upstream: Double
            /// What the failing firms lose themselves, a part of `esri`.
            public var own: Double
            /// Peer mode: rounds until the stop; open mode: how often the cascade was followed further.
            public var iterations: Int
            /// Peer mode: the largest growth of a loss in the last round; open mode: as `errorBound`.
            public var residual: Double
            /// None of the three losses is off by more than this.
            public var errorBound: Double
            /// Whether the bound is what was asked for.
            public var certified: Bool
        }

        /// How the failure of one firm reaches others.
        public struct Pair: Codable, Sendable, Equatable {
            /// One way of the loss.
            public struct Path: Codable, Sendable, Equatable {
                /// From the firm that fails to the one that is hit.
                public var firms: [String]
                /// The part of the hit firm's capacity that is lost along it.
                public var amount: Double
                /// `downstream` (suppliers to customers, for lack of inputs) or `upstream` (for lack of orders).
                public var direction: String
            }

            /// A firm that is hit.
            public struct Hit: Codable, Sendable, Equatable {
                /// Its id.
                public var firm: String
                /// Its loss for lack of inputs, 0…1.
                public var downstream: Double
                /// Its loss for lack of orders, 0…1.
                public var upstream: Double
                /// Its part in the index.
                public var weighed: Double
                /// The way that brings most of its larger loss.
                public var mainPath: [String]?
            }

            /// The firm that fails.
            public var from: String
            /// The firm whose loss is explained; absent where none was named.
            public var to: String?
            /// Its loss for lack of inputs and of orders, 0…1.
            public var downstream: Double?
            /// For lack of orders.
            public var upstream: Double?
            /// The ways to it, the largest first.
            public var paths: [Path]
            /// What the ways listed leave unexplained, for lack of inputs and of orders.
            public var unexplainedDownstream: Double?
            /// For lack of orders.
            public var unexplainedUpstream: Double?
            /// Those hit hardest by weight.
            public var hits: [Hit]
            /// How many are hit at all.
            public var hitCount: Int
        }

        /// A sector whose goods some sectors cannot do without.
        public struct Essential: Codable, Sendable, Equatable {
            /// The sector.
            public var sector: String
            /// Those that need it, by name.
            public var users: [String]
        }

        /// Something odd or missing, with a code.
        public struct Finding: Codable, Sendable, Equatable {
            /// Its code, such as `isolated`.
            public var code: String
            /// What it concerns: ids of firms, names of scenarios, sectors or a column; the first hundred.
            public var items: [String]
            /// How many there are.
            public var count: Int
        }

        /// What a package without quantities lacks.
        public struct Missing: Codable, Sendable, Equatable {
            /// Named supply links.
            public var links: Int
            /// Those with a value.
            public var linksWithValue: Int
            /// Organizations on record.
            public var organizations: Int
        }

        /// The network's name; absent where none was given.
        public var network: String?
        /// Firms, links and sectors.
        public var firms = 0
        /// Links between them.
        public var links = 0
        /// Sectors.
        public var sectors = 0
        /// `peer` or `open`.
        public var mode: String?
        /// `none` or `revenue`.
        public var finalDemand: String?
        /// The column that weighs; absent for sales in the network.
        public var weight: String?
        /// The tolerance that held.
        public var tolerance: Double?
        /// Whether the tolerance is a part of each value.
        public var isRelative = false
        /// Whether firms of a sector stand in for each other.
        public var replaceability = true
        /// Whether each firm fails alone.
        public var everyFirmAlone = false
        /// How many scenarios there are in all.
        public var scenarioCount = 0
        /// Which part of them this is, where it is a part.
        public var shard: StudyShard?
        /// The losses, in the order of the network.
        public var scenarios: [Scenario] = []
        /// What is odd or missing.
        public var findings: [Finding] = []
        /// What the package lacks, where no network was given.
        public var missing: Missing?
        /// The ways of the loss that were asked for; absent where none were.
        public var pair: Pair?
        /// What many reconstructed networks agree on, where such were asked for.
        public var bands: Bands?
        /// How losses are spread over firms, and what size says of them, where every firm fails alone; absent in parts.
        public var shape: Shape<Double>?
        /// For each sector of the network, those that cannot do without it; absent where the network does not say.
        public var essentials: [Essential]?
        /// How sure the network's numbers are, as it says itself; absent where it does not say.
        public var basis: Basis?
    }
}

extension FirmRisk.Result {
    init(missing: Missing) { self.missing = missing }

    init(_ found: SystemicRiskResult, _ network: SupplyNetwork, _ options: SystemicRiskOptions) {
        self.network = network.name
        firms = network.firms.count
        links = network.values.count
        sectors = network.sectors.count
        mode = options.mode.rawValue
        finalDemand = options.finalDemand.rawValue
        weight = found.weight
        switch options.tolerance {
        case .none: tolerance = options.mode == .peer ? 1e-2 : 1e-6
        case .absolute(let value): tolerance = value
        case .relative(let value):
            tolerance = value
            isRelative = true
        }
        replaceability = options.isReplaceable
        everyFirmAlone = found.isEveryFirmAlone
        scenarioCount = found.scenarioCount
        shard = options.shard.map { StudyShard(index: $0.index, count: $0.count) }
        scenarios = found.losses.map { loss in
            Scenario(
                scenario: loss.scenario,
                sector: loss.firm.map { network.sectors[Int(network.sectorOfFirm[$0])] },
                region: loss.firm.flatMap { Self.region($0, network) }, esri: loss.index,
                downstream: loss.downstream, upstream: loss.upstream, own: loss.own,
                iterations: loss.iterations, residual: loss.residual, errorBound: loss.errorBound,
                certified: loss.isCertified)
        }
        findings = Self.merged(found.findings.map { Finding($0) })
        basis = network.basis
        if everyFirmAlone, let needs = network.needs {
            essentials = SupplyNetwork.users(of: network.sectors, needs) { _ in true }
                .sorted { $0.key < $1.key }.map { Essential(sector: $0.key, users: $0.value) }
        }
        describeShape()
    }

    /// The gravest of the scenarios, the first of equal ones.
    var gravest: Scenario? {
        scenarios.enumerated().min { ($1.element.esri, $0.offset) < ($0.element.esri, $1.offset) }?.element
    }

    /// Says how the losses are spread, once they are all there.
    mutating func describeShape() {
        guard everyFirmAlone, shard == nil, !scenarios.isEmpty else { return }
        shape = Shape(losses: scenarios.map(\.esri), sizes: scenarios.map(\.own))
    }

    private static func region(_ firm: Int, _ network: SupplyNetwork) -> String? {
        guard let places = network.places, places.regionOfFirm[firm] >= 0 else { return nil }
        return places.regions[Int(places.regionOfFirm[firm])]
    }

    /// One finding a code, in the order of their first appearance.
    static func merged(_ all: [Finding]) -> [Finding] {
        var places: [String: Int] = [:]
        var merged: [Finding] = []
        for finding in all {
            if let place = places[finding.code] {
                merged[place].count += finding.count
                merged[place].items = Array((merged[place].items + finding.items).prefix(100))
            } else {
                places[finding.code] = merged.count
                merged.append(finding)
            }
        }
        return merged
    }
}

extension FirmRisk.Result.Missing {
    /// What a package says of supply.
    init(_ model: EcosystemModel) {
        let web = SupplyWeb(model)
        links = web.links.count
        linksWithValue = web.links.count { $0.value != nil }
        organizations = model.count(of: .organization)
    }
}

extension FirmRisk.Result.Finding {
    init(_ code: String, _ items: [String], count: Int? = nil) {
        self.code = code
        self.items = Array(items.prefix(100))
        self.count = count ?? items.count
    }

    init(_ finding: SystemicRiskFinding) {
        switch finding {
        case .isolated(let firms): self.init("isolated", firms)
        case .noSupplier(let count): self.init("no-supplier", [], count: count)
        case .noCustomer(let count): self.init("no-customer", [], count: count)
        case .emptySectors(let names): self.init("empty-sectors", names)
        case .noNeeds: self.init("no-needs", [], count: 1)
        case .noRevenue(let firms): self.init("no-revenue", firms)
        case .revenueBelowSales(let firms): self.init("revenue-below-sales", firms)
        case .noWeight(_, let firms): self.init("no-weight", firms)
        case .touchesNothing(let scenario): self.init("touches-nothing", [scenario])
        case .cut(let scenario, let firm, let loss): self.init("cut", ["\(scenario): \(firm) \(loss)"])
        case .repeated(let scenario, let firm): self.init("repeated", ["\(scenario): \(firm)"])
        case .noLeak: self.init("no-leak", [], count: 1)
        case .notCertified(let count): self.init("not-certified", [], count: count)
        case .notConverged(let count): self.init("not-converged", [], count: count)
        }
    }
}
