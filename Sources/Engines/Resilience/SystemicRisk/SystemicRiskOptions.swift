/// How systemic risk is computed.
public struct SystemicRiskOptions: Sendable, Hashable {
    /// The version of the rules; a change of rule or default changes it.
    public static let version = "1"

    /// Which of the two forms of the index.
    public enum Mode: String, Sendable, Codable, CaseIterable {
        /// As published and as the published programs compute it, with their rule of when to stop.
        case peer
        /// Well posed: final demand takes a part of every loss, and every value has a proven bound of its error.
        case open
    }

    /// What is sold to others than the firms of the network.
    public enum FinalDemand: String, Sendable, Codable, CaseIterable {
        /// Nothing: sales in the network are all there is.
        case none
        /// The column `revenue` less the sales in the network.
        case revenue
    }

    /// How exact an answer has to be.
    public enum Tolerance: Sendable, Hashable {
        /// Peer mode: the iteration ends when no firm's loss grew by more; open mode: no value is off by more.
        case absolute(Double)
        /// Open mode only: no value is off by more than this part of itself.
        case relative(Double)
    }

    /// Which form of the index.
    public var mode = Mode.open
    /// What is sold to final demand.
    public var finalDemand = FinalDemand.revenue
    /// How exact; `nil` for 1e-2 in peer mode and 1e-6 in open mode.
    public var tolerance: Tolerance?
    /// Peer mode: how far values may be off those of the full iteration, whose number of rounds is met all the same; 0 for
    /// the full iteration, `nil` for it up to ``largestInFull`` firms and 1e-6 beyond.
    public var peerError: Double?
    /// The largest network whose iterations are followed in full where nothing else is asked.
    public static let largestInFull = 20_000
    /// Whether firms of one sector stand in for each other as far as their output goes.
    public var isReplaceable = true
    /// The column of the firms that losses are weighed by; `nil` for revenue, or for sales without final demand.
    public var weight: String?
    /// The iteration ends after so many rounds at the latest.
    public var maximumRounds = 100_000
    /// Threads to use; the answer is the same for any number.
    public var threads = 1
    /// Which part of the scenarios: part `index` of `count`, from 1.
    public var shard: Shard?
    /// Told how many of how many scenarios are done; returns whether to go on.
    public var progress = Progress()

    /// A part of the scenarios.
    public struct Shard: Sendable, Hashable, Codable {
        /// From 1.
        public var index: Int
        /// How many parts there are.
        public var count: Int

        /// A part; `nil` where it is not among them.
        public init?(index: Int, count: Int) {
            guard count >= 1, (1...count).contains(index) else { return nil }
            self.index = index
            self.count = count
        }

        /// Which of `total` things are in this part; the parts are side by side and differ by one at most.
        public func range(of total: Int) -> Range<Int> {
            (index - 1) * total / count..<index * total / count
        }
    }

    /// Where progress is told.
    public struct Progress: Sendable, Hashable {
        let tell: @Sendable (Int, Int) -> Bool

        /// Progress that nobody hears of.
        public init() { tell = { _, _ in true } }

        /// Told scenarios done and scenarios in all; returns whether to go on.
        public init(_ tell: @escaping @Sendable (Int, Int) -> Bool) { self.tell = tell }

        /// A listener is no part of the question.
        public static func == (left: Progress, right: Progress) -> Bool { true }

        /// Adds nothing.
        public func hash(into hasher: inout Hasher) {}
    }

    /// The defaults.
    public init() {}
}
