/// What is lost in each scenario, and what the network does not say.
public struct SystemicRiskResult: Sendable, Equatable {
    /// One scenario's loss, in parts of all that is weighed.
    public struct Loss: Sendable, Equatable {
        /// Its name; the firm's id where one firm fails alone.
        public var scenario: String
        /// The firm that fails alone, as its place in the network; `nil` for a scenario of the network's own.
        public var firm: Int?
        /// Σ weight · max(loss downstream, loss upstream): the economic systemic risk index.
        public var index: Double
        /// Σ weight · loss downstream: customers that lack inputs.
        public var downstream: Double
        /// Σ weight · loss upstream: suppliers that lack orders.
        public var upstream: Double
        /// What the firms that fail lose themselves, a part of the index.
        public var own: Double
        /// Peer mode: rounds until the iteration ended; open mode: how often the cascade was followed further.
        public var iterations: Int
        /// Peer mode: the largest growth of a loss in the last round; open mode: as ``errorBound``.
        public var residual: Double
        /// None of the three is off by more than this, rounding of about 1e-12 aside. In peer mode against the same
        /// iteration done exactly, in open mode against the true loss.
        public var errorBound: Double
        /// Whether ``errorBound`` is what was asked for. Where it is not, it is what is left up to a total loss.
        public var isCertified: Bool
    }

    /// In the order of the scenarios, or of the firms.
    public var losses: [Loss]
    /// How many scenarios there are in all; more than ``losses`` in a shard.
    public var scenarioCount: Int
    /// Whether each firm fails alone, because the network has no scenarios.
    public var isEveryFirmAlone: Bool
    /// The column that losses were weighed by; `nil` for sales in the network.
    public var weight: String?
    /// What is odd or missing.
    public var findings: [SystemicRiskFinding]
}

/// Something odd or missing in a network, or in what was asked of it.
public enum SystemicRiskFinding: Sendable, Equatable {
    /// Firms without supplier and customer: their failure harms nobody else.
    case isolated(firms: [String])
    /// Firms without a supplier in the network: nothing reaches them from upstream.
    case noSupplier(count: Int)
    /// Firms without a customer in the network: their failure harms no customer.
    case noCustomer(count: Int)
    /// Sectors without firm.
    case emptySectors([String])
    /// No matrix of needs was given: every input counts as one that can be partly done without.
    case noNeeds
    /// Firms whose revenue is not known: their sales in the network stand in, so that they sell nothing to final demand.
    case noRevenue(firms: [String])
    /// Firms whose revenue is below their sales: it counts as equal to them in open mode.
    case revenueBelowSales(firms: [String])
    /// Firms without a value in the column of weights: they weigh nothing.
    case noWeight(column: String, firms: [String])
    /// A scenario whose loss is 0 everywhere, or that hits firms without links only.
    case touchesNothing(scenario: String)
    /// A loss outside 0…1 was cut to it.
    case cut(scenario: String, firm: String, loss: Double)
    /// A firm stands more than once in a scenario: its largest loss counts.
    case repeated(scenario: String, firm: String)
    /// Losses of some firms go round without end, since nothing on their way is sold to final demand: no bound can be proven.
    case noLeak
    /// Scenarios whose error could not be proven to be within the tolerance.
    case notCertified(count: Int)
    /// Scenarios whose iteration was ended by the limit of rounds.
    case notConverged(count: Int)
}

/// Why systemic risk cannot be computed.
public enum SystemicRiskProblem: Error, Sendable, Equatable {
    /// There is no firm.
    case noFirms
    /// Open mode needs final demand: on a closed network every loss goes round until nothing is left.
    case openNeedsFinalDemand
    /// The firms have no such column.
    case noColumn(String)
    /// A revenue or weight is negative.
    case negative(column: String, firm: String, value: Double)
    /// All weights are 0.
    case noWeights(String)
    /// A tolerance that is not above 0, or a relative one in peer mode.
    case badTolerance(Double)
    /// A relative tolerance in peer mode, whose tolerance is a rule of when to stop.
    case relativeInPeerMode
    /// The listener said to stop.
    case cancelled
}
