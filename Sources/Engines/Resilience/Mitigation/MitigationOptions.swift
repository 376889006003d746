/// How the best measures are looked for.
public struct MitigationOptions: Sendable, Hashable {
    /// The version of the rules; a change of rule or default changes it.
    public static let version = "1"

    /// What may be spent; `nil` for half of what all measures cost.
    public var budget: Double?
    /// How many steps the frontier has from nothing to all measures.
    public var steps = 12
    /// The proof of a set may end where no other can be better by more than this part of the risk without measures.
    public var gap = 1e-6
    /// The search of one budget ends after so many rounds at the latest; the gap then says how far it got.
    public var maximumRounds = 200
    /// The time to recover of firms for which the network gives none.
    public var recovery: Double?
    /// The column that says how likely each firm's stop is, against the others; `nil` for all equally.
    public var likelihood: String?
    /// What stops, each of them a disruption, in place of the network's scenarios and of each firm alone; empty for these. A faster
    /// recovery then shortens how long a firm is out of such a stop.
    public var stops: [SurvivalStop] = []
    /// Threads to use; the answer is the same for any number.
    public var threads = 1
    /// Told how many of how many budgets are done; returns whether to go on.
    public var progress = SystemicRiskOptions.Progress()

    /// The defaults.
    public init() {}
}

/// Why measures cannot be weighed.
public enum MitigationProblem: Error, Sendable, Equatable {
    /// The network cannot be asked for times to survive.
    case survival(SurvivalProblem)
    /// The network has no measures.
    case noMeasures
    /// No disruption has a known time to recover.
    case noRecovery
    /// A customer takes nothing of the material that it would newly be supplied with, and the measure does not say how much.
    case noNeed(measure: String, customer: String)
    /// The firms have no such column, or it has a negative number or none above 0.
    case badLikelihood(String)
    /// A budget that is negative.
    case badBudget(Double)
}

/// Something odd about measures.
public enum MitigationFinding: Sendable, Equatable {
    /// More capacity for a firm whose capacity is not given changes nothing.
    case capacityUnknown(measure: String, firm: String)
    /// A recovery that is no shorter than it is anyway.
    case noShorter(measure: String, firm: String)
    /// Measures that lessen no loss, whatever else is done.
    case useless(measures: [String])
    /// Firms whose stop has no known time to recover: their losses are left out of the risk.
    case leftOut(scenarios: [String])
    /// Firms without a likelihood: they count as never stopping.
    case noLikelihood(firms: [String])
}
