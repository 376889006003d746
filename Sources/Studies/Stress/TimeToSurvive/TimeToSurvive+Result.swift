public import Ecosystem
import Kernels
import Resilience

extension TimeToSurvive {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// One disruption.
        public struct Disruption: Codable, Sendable, Equatable {
            /// Its name; the firm's id where one firm stops alone.
            public var scenario: String
            /// The firm's sector, where one firm stops alone.
            public var sector: String?
            /// How long all demand is met; absent where it is met without end.
            public var tts: Double?
            /// Whether demand is met without end.
            public var endless: Bool
            /// Until when the slowest of its firms has recovered; absent where that is not known.
            public var ttr: Double?
            /// The margin that is lost until then; units where no margins are given; absent where `ttr` is.
            public var loss: Double?
            /// Units of demand that are missed until then.
            public var lostUnits: Double?
            /// Whether demand fails before recovery; absent where `ttr` is.
            public var exposed: Bool?
            /// The risk exposure index: the loss over the largest loss.
            public var rei: Double?
            /// Firms with a demand that are short first.
            public var shortFirst: [String]
            /// Firms with a demand that lose something, the largest loss first, at most twenty.
            public var hits: [Hit]
            /// How many firms with a demand lose something.
            public var hitCount: Int
            /// What is paid to the firm, where one firm stops alone and the network says so.
            public var spend: Double?
        }

        /// What one firm with a demand loses.
        public struct Hit: Codable, Sendable, Equatable {
            /// The firm.
            public var firm: String
            /// Units that are not delivered.
            public var units: Double
            /// Their margin.
            public var loss: Double
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
        /// Links between them.
        public var links = 0
        /// Firms with a demand.
        public var products = 0
        /// `day`, `week` or `month`.
        public var unit = "week"
        /// The time to recover that stood in where the network gives none.
        public var recovery: Double?
        /// Whether each firm stops alone.
        public var everyFirmAlone = false
        /// How many disruptions there are in all.
        public var scenarioCount = 0
        /// Which part of them this is, where it is a part; indices and order then hold within it.
        public var shard: StudyShard?
        /// How long all demand is met when nothing stops; absent where it is met without end.
        public var undisturbed: Double?
        /// Whether losses are margins; else units.
        public var hasMargins = false
        /// The disruptions, in the order of the network.
        public var disruptions: [Disruption] = []
        /// Scenarios that are exposed, the largest loss first.
        public var exposed: [String] = []
        /// Spearman's ρ of the column `spend` and the loss, over firms with both; absent where there is no such column.
        public var spendCorrelation: Double?
        /// What money a network of money is in; absent for amounts in units.
        public var money: Localized?
        /// What a network of money was read under; empty for a bill of materials.
        public var assumptions: [Reconstruct.Result.Assumption] = []
        /// Whether those that stop are groups, `SEGMENT@PLACE`.
        public var isGrouped = false
        /// What many reconstructed networks say, where they were asked for.
        public var bands: Bands?
        /// What is odd or missing.
        public var findings: [Finding] = []
        /// What the package lacks, where no network was given.
        public var missing: Missing?
    }
}

extension TimeToSurvive.Result {
    init(missing: Missing) { self.missing = missing }

    /// The answer on a network that does not say how much is wanted.
    init(noDemand network: SupplyNetwork) {
        self.network = network.name
        basis = network.basis
        firms = network.firms.count
        links = network.values.count
        findings = [Finding("no-demand", network.firms)]
    }

    init(
        _ found: SurvivalResult, _ network: SupplyNetwork, recovery: Double?, unit: String,
        shard: SystemicRiskOptions.Shard? = nil
    ) {
        self.network = network.name
        basis = network.basis
        firms = network.firms.count
        links = network.values.count
        products = network.column("demand")?.count { ($0 ?? 0) > 0 } ?? 0
        self.unit = unit
        self.recovery = recovery
        everyFirmAlone = found.isEveryFirmAlone
        undisturbed = found.undisturbed.isFinite ? found.undisturbed : nil
        hasMargins = found.hasMargins
        let spend = network.column("spend")
        disruptions = found.disruptions.map { disruption in
            Disruption(
                scenario: disruption.scenario,
                sector: disruption.firm.map { network.sectors[Int(network.sectorOfFirm[$0])] },
                tts: disruption.survival.isFinite ? disruption.survival : nil,
                endless: !disruption.survival.isFinite, ttr: disruption.recovery, loss: disruption.loss,
                lostUnits: disruption.lostUnits, exposed: disruption.isExposed, rei: disruption.exposureIndex,
                shortFirst: disruption.shortFirst.map { network.firms[$0] },
                hits: disruption.hits.prefix(20).map {
                    Hit(firm: network.firms[$0.firm], units: $0.units, loss: $0.loss)
                }, hitCount: disruption.hits.count,
                spend: disruption.firm.flatMap { spend?[$0] ?? nil })
        }
        scenarioCount = found.scenarioCount
        self.shard = shard.map { StudyShard(index: $0.index, count: $0.count) }
        rank()
        findings = FirmRisk.Result.merged(found.findings.map { Finding($0) })
    }
}

extension TimeToSurvive.Result {
    /// What depends on all disruptions together: exposure indices, the exposed in order, what spend tells.
    mutating func rank() {
        let worst = disruptions.compactMap(\.loss).max() ?? 0
        for place in disruptions.indices {
            disruptions[place].rei = disruptions[place].loss.map { worst > 0 ? $0 / worst : 0 }
        }
        exposed = disruptions.indices.filter { disruptions[$0].exposed == true }.sorted { left, right in
            (-(disruptions[left].loss ?? 0), left) < (-(disruptions[right].loss ?? 0), right)
        }.map { disruptions[$0].scenario }
        let pairs = disruptions.compactMap { disruption -> (Double, Double)? in
            guard let money = disruption.spend, let loss = disruption.loss else { return nil }
            return (money, loss)
        }
        spendCorrelation = RankCorrelation.spearman(pairs.map(\.0), pairs.map(\.1))
    }
}

extension FirmRisk.Result.Finding {
    init(_ finding: SurvivalFinding) {
        switch finding {
        case .noStock(let firms): self.init("no-stock", firms)
        case .noCapacity(let firms): self.init("no-capacity", firms)
        case .noRecovery(let firms): self.init("no-recovery", firms)
        case .noMargins: self.init("no-margins", [], count: 1)
        case .noNeed(let links): self.init("no-need", [], count: links)
        case .unused(let firms): self.init("unused", firms)
        case .partOfUnknown(let scenario, let firm): self.init("part-of-unknown", ["\(scenario): \(firm)"])
        case .repeated(let scenario, let firm): self.init("repeated", ["\(scenario): \(firm)"])
        case .shortAnyway: self.init("short-anyway", [], count: 1)
        }
    }
}
