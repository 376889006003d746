/// How times to survive and to recover are computed.
public struct SurvivalOptions: Sendable, Hashable {
    /// The version of the rules; a change of rule or default changes it.
    public static let version = "1"

    /// The time to recover of firms for which the network gives none, in the network's unit of time; `nil` where it is not known.
    public var recovery: Double?
    /// What stops, each of them a disruption, in place of the network's scenarios and of each firm alone; empty for these.
    public var stops: [SurvivalStop] = []
    /// Threads to use; the answer is the same for any number.
    public var threads = 1
    /// Whether only what a disruption reaches is solved anew; the answers are the same, later.
    public var isLocal = true
    /// Which part of the disruptions: part `index` of `count`, from 1. Exposure indices are then parts of the largest loss in it.
    public var shard: SystemicRiskOptions.Shard?
    /// Told how many of how many disruptions are done; returns whether to go on.
    public var progress = SystemicRiskOptions.Progress()

    /// The defaults.
    public init() {}
}

/// Why times to survive cannot be computed.
public enum SurvivalProblem: Error, Sendable, Equatable {
    /// There is no firm.
    case noFirms
    /// The firms have no column `demand`, or none of them has a demand.
    case noDemand
    /// A number is negative or none.
    case negative(column: String, firm: String, value: Double)
    /// A link's need is negative or none.
    case badLink(supplier: String, customer: String, value: Double)
    /// Some firms with a demand have a margin and these have none.
    case noMargin(firms: [String])
    /// A time to recover that is not above 0.
    case badRecovery(Double)
    /// A stop whose time is not above 0, or that names a firm or a link which the network does not have.
    case badStop(String)
    /// The solver is not there or gave up.
    case solver(String)
    /// The listener said to stop.
    case cancelled
}

/// Something odd or missing in a network, or in what was asked of it.
public enum SurvivalFinding: Sendable, Equatable {
    /// Firms whose stock is not given: they count as having none.
    case noStock(firms: [String])
    /// Firms whose capacity is not given: they count as able to make any amount.
    case noCapacity(firms: [String])
    /// Firms with neither their own time to recover nor a general one: what is lost until they recover is not known.
    case noRecovery(firms: [String])
    /// No margins are given: lost units are counted, whatever they are worth.
    case noMargins
    /// Links whose need is 0: they limit nothing.
    case noNeed(links: Int)
    /// Firms that take part in no product's supply.
    case unused(firms: [String])
    /// A firm that loses a part of a capacity that is not given, or links of which is not known what they carry: nothing changes.
    case partOfUnknown(scenario: String, firm: String)
    /// A firm stands more than once in a scenario: its largest loss counts.
    case repeated(scenario: String, firm: String)
    /// Demand cannot be met without end even with all firms at work.
    case shortAnyway
}
