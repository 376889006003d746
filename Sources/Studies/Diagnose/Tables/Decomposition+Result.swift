extension Decomposition {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// The name of the table.
        public var table: String
        /// All output; `null` where no earlier table was given.
        @KnownOrNull public var output: Change?
        /// In the table's order.
        public var sectors: [Sector]
        /// What each use of final demand did to all output, by size.
        public var uses: [Use]
        /// Value added, jobs and other accounts that both tables hold.
        public var accounts: [Account]
        /// What is odd about the later table.
        public var findings: [InterIndustry.Oddity]
        /// What is odd about the earlier one.
        public var earlierFindings: [InterIndustry.Oddity]
    }

    /// A change and its parts.
    public struct Change: Codable, Sendable {
        /// Before.
        public var earlier: Double
        /// Now.
        public var later: Double
        /// Now less before.
        public var change: Double
        /// Because of technique.
        public var technology: Double
        /// Because of final demand.
        public var demand: Double
    }

    /// A sector's output.
    public struct Sector: Codable, Sendable {
        /// Its label.
        public var sector: String
        /// Its output.
        public var output: Change
    }

    /// A use of final demand.
    public struct Use: Codable, Sendable {
        /// Its label.
        public var use: String
        /// What it bought before.
        public var earlier: Double
        /// What it buys now.
        public var later: Double
        /// What its change did to all output.
        public var effect: Double
    }

    /// The parts of an account's change.
    public struct Parts: Codable, Sendable {
        /// Because of its amount for a unit of output.
        public var intensity: Double
        /// Because of technique.
        public var technology: Double
        /// Because of final demand.
        public var demand: Double
    }

    /// An account such as value added or jobs.
    public struct Account: Codable, Sendable {
        /// Its name.
        public var account: String
        /// Before.
        public var earlier: Double
        /// Now.
        public var later: Double
        /// Now less before.
        public var change: Double
        /// The mean over all orders.
        public var exact: Parts
        /// The mean of one order and its reverse.
        public var polar: Parts
    }
}
