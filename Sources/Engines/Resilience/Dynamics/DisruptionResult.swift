/// What happened on each day, to whom and through whom.
public struct DisruptionResult: Sendable, Equatable {
    /// Why a firm first lost output.
    public enum Cause: UInt8, Sendable, Codable {
        /// It never lost more than the threshold.
        case none
        /// It is one of those that stopped.
        case shock
        /// An input was lacking.
        case input
        /// It was ordered less.
        case orders
    }

    /// What happened to one firm.
    public struct Firm: Sendable, Equatable {
        /// Output per day before.
        public var output = 0.0
        /// Output lost over all days, less what was made up for later.
        public var loss = 0.0
        /// The largest part of its output that was lost on a day, 0…1.
        public var worst = 0.0
        /// The day of the largest loss, from 0.
        public var worstDay: Int32 = -1
        /// The first day on which it lost more than the threshold; −1 for never.
        public var hitDay: Int32 = -1
        /// Why.
        public var cause = Cause.none
        /// The firm through which it was hit; −1 where there is none.
        public var through: Int32 = -1
        /// The sector of the input that was lacking; −1 where none was.
        public var input: Int32 = -1
        /// The way that was closed between the two; −1 where none was.
        public var way: Int32 = -1
    }

    /// How a sector's product ran short.
    public struct Shortage: Sendable, Equatable {
        /// The first day on which a user made less for lack of it; −1 for never.
        public var firstDay: Int32 = -1
        /// The most users that it stopped or slowed on one day.
        public var users = 0
        /// The day of the most users.
        public var worstDay: Int32 = -1
        /// Output that users could not make for lack of it, over all days.
        public var loss = 0.0
    }

    /// Output per day before, of all firms but sources.
    public var before = 0.0
    /// Output of each day, of all firms but sources.
    public var output: [Double] = []
    /// Final demand that was not met on each day.
    public var unmet: [Double] = []
    /// Final demand per day.
    public var demand = 0.0
    /// Firms below their output before by more than the threshold, each day.
    public var firmsHit: [Int] = []
    /// Output of each sector on each day, day by day.
    public var outputOfSector: [Double] = []
    /// Output of each region on each day, day by day; empty where no region is given.
    public var outputOfRegion: [Double] = []
    /// Every firm.
    public var firms: [Firm] = []
    /// Every sector's product.
    public var shortages: [Shortage] = []
    /// Output of each firm on each day, where it was asked for.
    public var dailyOutput: [Double] = []
    /// The part of all orders that each firm delivered on each day, where it was asked for.
    public var dailyService: [Double] = []
    /// The largest difference, as a part of what moved, between deliveries and shipments on a day.
    public var deliveryResidual = 0.0
    /// The largest difference, as a part of the stock, between a day's stock and what came and went.
    public var stockResidual = 0.0
    /// What is odd or missing.
    public var findings: [DisruptionFinding] = []

    /// Output lost over all days, less what was made up for later.
    public var loss: Double { output.reduce(0) { $0 + (before - $1) } }
}

/// Something odd or missing in a network, or in what was asked of it.
public enum DisruptionFinding: Sendable, Equatable {
    /// A shock that stops nobody and closes nothing.
    case touchesNothing(shock: String)
    /// Firms that are hit but have neither supplier nor customer: their loss stays their own.
    case isolated(shock: String, firms: [String])
    /// A part lost outside 0…1 was cut to it.
    case cut(shock: String, depth: Double)
    /// A shock that begins after the last day.
    case afterTheEnd(shock: String)
    /// The last day comes before the recovery is over.
    case endsEarly
    /// Firms whose revenue is not known: their sales in the network, or their purchases where larger, stand in.
    case noRevenue(firms: [String])
    /// Firms whose revenue is below their sales: it counts as equal to them.
    case revenueBelowSales(firms: [String])
    /// Firms without any output: they neither make nor lose anything.
    case noOutput(firms: [String])
    /// Sectors without firm.
    case emptySectors([String])
    /// No matrix of needs was given: every input counts as one that can partly be done without.
    case noNeeds
    /// Final demand below zero in a table counts as zero.
    case negativeDemand(sectors: [String])
    /// A table's sector uses more than its output.
    case moreInputsThanOutput(sectors: [String])
    /// Orders to refill stocks blow all orders up: `peak` times the usual ones on the worst day. The restocking time is short for
    /// so much stock, and what happens after the shock may come from that alone.
    case swings(peak: Double)
}

/// Why a disruption cannot be computed.
public enum DisruptionProblem: Error, Sendable, Equatable {
    /// There is no firm.
    case noFirms
    /// No firm has output.
    case noOutput
    /// A value is negative or no number.
    case negative(column: String, firm: String, value: Double)
    /// A shock names a firm or way that is not there.
    case noPlace(shock: String)
    /// An option that makes no sense, by its name.
    case badOption(String, Double)
    /// The listener said to stop.
    case cancelled
}
