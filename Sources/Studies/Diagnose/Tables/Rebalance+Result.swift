public import Ecosystem

extension Rebalance {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// The name of the table.
        public var table: String
        /// How many sectors it has.
        public var sectors: Int
        /// `ras` or `gras`; `null` where no sums were given.
        @KnownOrNull public var method: String?
        /// What became of it.
        public var status: Status
        /// How many rounds were made.
        public var rounds: Int
        /// Whether final demand was fitted with the flows.
        public var fitsFinalDemand: Bool
        /// What each sector sells: rows.
        public var sales: [Line]
        /// What each sector, and each use where fitted, buys: columns.
        public var purchases: [Line]
        /// The cells that change most, largest first.
        public var changes: [Change]
        /// Why no table can have the sums.
        public var obstacles: [Obstacle]
        /// Sums that were missed, worst first.
        public var misses: [Miss]
        /// What is odd about the table given.
        public var findings: [InterIndustry.Oddity]
    }

    /// What became of the fit.
    public enum Status: String, Codable, Sendable {
        /// Every sum is met.
        case fitted
        /// No table of this pattern has these sums.
        case infeasible
        /// The rounds ran out.
        case notConverged
        /// No sums were given.
        case nothingGiven
    }

    /// A row or column.
    public struct Line: Codable, Sendable {
        /// Its label.
        public var label: String
        /// Its sum in the table given.
        public var before: Double
        /// The sum that it has to have.
        public var wanted: Double
        /// Its sum in the fitted table; `null` where nothing was computed.
        @KnownOrNull public var after: Double?
        /// Its factor; `null` where nothing was computed or the factor is not finite.
        @KnownOrNull public var factor: Double?
    }

    /// A cell.
    public struct Change: Codable, Sendable {
        /// Who sells.
        public var from: String
        /// Who buys.
        public var to: String
        /// The number given.
        public var before: Double
        /// The number fitted.
        public var after: Double
    }

    /// Why sums cannot be met.
    public struct Obstacle: Codable, Sendable {
        /// `sumsDiffer`, `badTotal`, `badEntry`, `nothingToScale`, `wrongSign` or `shape`.
        public var kind: String
        /// The rows and columns that it concerns; empty for the table as a whole.
        public var labels: [String]
        /// In words.
        public var words: Localized
    }

    /// A sum that is missed.
    public struct Miss: Codable, Sendable {
        /// `row` or `column`.
        public var line: String
        /// Its label.
        public var label: String
        /// What it has to be.
        public var wanted: Double
        /// What it is.
        public var found: Double
    }
}
