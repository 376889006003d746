public import Ecosystem
import Resilience

extension Mitigate {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// One measure.
        public struct Measure: Codable, Sendable, Equatable {
            /// Its id.
            public var id: String
            /// `stock`, `capacity`, `recovery`, `source` or `supplier`.
            public var kind: String
            /// The firm that it is about; absent for a new supplier.
            public var firm: String?
            /// Units, units per unit of time, or a time, by kind.
            public var amount: Double
            /// Who would be supplied.
            public var customers: [String]
            /// What it costs.
            public var cost: Double
            /// By how much it alone lessens the risk.
            public var alone: Double
            /// By how much the risk would grow if it were left out of the chosen set; absent where it is not chosen.
            public var inSet: Double?
            /// Whether it is in the chosen set.
            public var chosen: Bool
        }

        /// A set of measures for a budget.
        public struct Choice: Codable, Sendable, Equatable {
            /// What might be spent.
            public var budget: Double
            /// What is spent.
            public var cost: Double
            /// Ids of the measures.
            public var measures: [String]
            /// The expected loss that is left.
            public var risk: Double
            /// By how much the expected loss is smaller than without measures.
            public var reduction: Double
            /// The reduction for each unit of money that is spent; absent where nothing is.
            public var reductionPerCost: Double?
            /// No set within the budget has a smaller expected loss than this.
            public var bound: Double
            /// What is not proven, as a part of the risk without measures.
            public var gap: Double
        }

        /// One disruption before and after the chosen set.
        public struct Disruption: Codable, Sendable, Equatable {
            /// Its name.
            public var scenario: String
            /// Its weight, all adding up to one.
            public var weight: Double
            /// The loss without measures.
            public var before: Double
            /// The loss with the chosen set.
            public var after: Double
        }

        /// Measures of one kind without a price, weighed by what they take.
        public struct Kind: Codable, Sendable, Equatable {
            /// `stock`, `capacity`, `recovery`, `source` or `supplier`.
            public var kind: String
            /// What its sizes are counted in.
            public var unit: Localized
            /// The best sets by size, ascending.
            public var frontier: [Choice]
            /// Its measures; `cost` is the size.
            public var measures: [Measure]
        }

        /// What was asked to stop, in place of each firm or group by itself.
        public struct Stop: Codable, Sendable, Equatable {
            /// What it was called, as asked.
            public var what: [String]
            /// Days until the recovery begins, of the longest.
            public var days: Double
            /// The largest part of capacity that is lost.
            public var depth: Double
            /// Days of the recovery, of the longest.
            public var recovery: Double
            /// How long it lasts in all, in the network's unit of time.
            public var time: Double
            /// Firms that lose capacity.
            public var firms: Int
            /// Links that carry less.
            public var links: Int
            /// What is assumed to come from abroad.
            public var abroad: [Disrupt.Result.Abroad]
        }

        /// Something odd or missing, with a code.
        public typealias Finding = FirmRisk.Result.Finding
        /// What a package without quantities lacks.
        public typealias Missing = FirmRisk.Result.Missing

        /// The network's name; absent where none was given.
        public var network: String?
        /// How sure the network's numbers are, as it says itself; absent where it does not say.
        public var basis: Basis?
        /// Firms.
        public var firms = 0
        /// The time to recover that stood in where the network gives none.
        public var recovery: Double?
        /// The column that says how likely each firm's stop is; absent for all equally.
        public var likelihood: String?
        /// Whether losses are margins; else units.
        public var hasMargins = false
        /// The expected loss without measures.
        public var risk: Double?
        /// The best set within the budget.
        public var chosen: Choice?
        /// The best sets by budget, ascending.
        public var frontier: [Choice] = []
        /// All measures, in the network's order.
        public var measures: [Measure] = []
        /// The disruptions with a known time to recover.
        public var disruptions: [Disruption] = []
        /// What money a network of money is in; absent for amounts in units.
        public var money: Localized?
        /// What a network of money was read under; empty for a bill of materials.
        public var assumptions: [Reconstruct.Result.Assumption] = []
        /// What was asked to stop; absent where each firm or group stops by itself.
        public var stop: Stop?
        /// Whether the measures were made from the network, which names none.
        public var isGenerated = false
        /// Whether those that stop are groups, `SEGMENT@PLACE`.
        public var isGrouped = false
        /// Kinds of measures for which no cost was given, each for itself: budgets, costs and reductions per cost are in its own unit.
        public var kinds: [Kind] = []
        /// What is odd or missing.
        public var findings: [Finding] = []
        /// What the package lacks, where no network was given.
        public var missing: Missing?
    }
}

extension Mitigate.Result {
    init(missing: Missing) { self.missing = missing }

    /// The answer on a network that lacks something; nothing is weighed.
    init(lacking code: String?, _ network: SupplyNetwork) {
        self.network = network.name
        basis = network.basis
        firms = network.firms.count
        findings = code.map { [Finding($0, network.firms)] } ?? []
    }

    init(_ found: MitigationResult, _ network: SupplyNetwork, _ options: MitigationOptions) {
        self.network = network.name
        basis = network.basis
        firms = network.firms.count
        recovery = options.recovery
        likelihood = options.likelihood
        hasMargins = found.hasMargins
        risk = found.risk
        func choice(_ given: MitigationResult.Choice) -> Choice {
            let reduction = max(0, found.risk - given.risk)
            return Choice(
                budget: given.budget, cost: given.cost,
                measures: given.measures.map { network.measures[$0].id },
                risk: given.risk, reduction: reduction,
                reductionPerCost: given.cost > 0 ? reduction / given.cost : nil, bound: given.bound,
                gap: found.gap(of: given))
        }
        chosen = choice(found.chosen)
        frontier = found.frontier.map(choice)
        measures = zip(network.measures.indices, zip(network.measures, found.worths)).map { place, pair in
            let (measure, worth) = pair
            return Measure(
                id: measure.id, kind: measure.kind.rawValue, firm: measure.firm.map { network.firms[$0] },
                amount: measure.amount, customers: measure.customers.map { network.firms[$0] },
                cost: measure.cost,
                alone: worth.alone, inSet: worth.inSet, chosen: found.chosen.measures.contains(place))
        }
        disruptions = found.disruptions.map {
            Disruption(scenario: $0.scenario, weight: $0.weight, before: $0.before, after: $0.after)
        }
        findings = FirmRisk.Result.merged(
            found.findings.map { Finding($0) } + found.survivalFindings.map { Finding($0) })
    }
}

extension Mitigate.Result {
    /// Says what was asked to stop; findings that speak of firms' own times to recover then say nothing.
    mutating func take(_ asked: StopQuestion?) {
        guard let asked else { return }
        stop = asked.told
        findings.removeAll { ["no-shorter", "no-recovery"].contains($0.code) }
    }
}

extension FirmRisk.Result.Finding {
    init(_ finding: MitigationFinding) {
        switch finding {
        case .capacityUnknown(let measure, let firm): self.init("capacity-unknown", ["\(measure): \(firm)"])
        case .noShorter(let measure, let firm): self.init("no-shorter", ["\(measure): \(firm)"])
        case .useless(let measures): self.init("useless", measures)
        case .leftOut(let scenarios): self.init("left-out", scenarios)
        case .noLikelihood(let firms): self.init("no-likelihood", firms)
        }
    }
}
