/// How long demand can be met when firms stop, and what is lost until they are back.
public struct SurvivalResult: Sendable, Equatable {
    /// One disruption.
    public struct Disruption: Sendable, Equatable {
        /// Its name; the firm's id where one firm stops alone.
        public var scenario: String
        /// The firm that stops alone, as its place in the network; `nil` for a scenario of the network's own.
        public var firm: Int?
        /// How long all demand is still met; infinite where it is met without end.
        public var survival: Double
        /// Until when the slowest of its firms has recovered; `nil` where that is not known.
        public var recovery: Double?
        /// The margin that is lost until then (units, where no margins are given); `nil` where the time is not known.
        public var loss: Double?
        /// Units of demand that are not met until then.
        public var lostUnits: Double?
        /// Whether demand fails before recovery; `nil` where that is not known.
        public var isExposed: Bool?
        /// The loss as a part of the largest loss of all: the risk exposure index.
        public var exposureIndex: Double?
        /// Firms with a demand that are short first, as places; empty where none is.
        public var shortFirst: [Int]
        /// Firms with a demand that lose something until recovery, the largest loss first.
        public var hits: [Hit]
    }

    /// What one product loses.
    public struct Hit: Sendable, Equatable {
        /// The firm with the demand, as its place in the network.
        public var firm: Int
        /// Units that are not delivered.
        public var units: Double
        /// Their margin.
        public var loss: Double
    }

    /// In the order of the scenarios, or of the firms.
    public var disruptions: [Disruption]
    /// How many disruptions there are in all; more than ``disruptions`` in a part.
    public var scenarioCount: Int
    /// Whether each firm stops alone, because the network has no scenarios.
    public var isEveryFirmAlone: Bool
    /// How long all demand is met when nothing stops.
    public var undisturbed: Double
    /// Whether margins were given.
    public var hasMargins: Bool
    /// How many disruptions needed the whole model.
    public var wholeModels: Int
    /// What is odd or missing.
    public var findings: [SurvivalFinding]

    /// Places of exposed disruptions, the largest loss first.
    public var exposed: [Int] {
        disruptions.indices.filter { disruptions[$0].isExposed == true }.sorted {
            (-(disruptions[$0].loss ?? 0), $0) < (-(disruptions[$1].loss ?? 0), $1)
        }
    }
}
