public import Ecosystem

extension Regionalize {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// The national table.
        public var table: Table
        /// The method of the region's numbers.
        public var method: String
        /// δ; `null` where the method has none.
        @KnownOrNull public var delta: Double?
        /// One entry a region, in the file's order; empty where the table's folder holds no `regional_output.csv`.
        public var regions: [Region]
        /// The region that is told sector by sector and written as files; `null` where there is none.
        @KnownOrNull public var told: String?
        /// What is odd about the national table.
        public var findings: [InterIndustry.Oddity]
    }

    /// The national table.
    public struct Table: Codable, Sendable {
        /// The name under which it was given.
        public var name: String
        /// How many sectors it has.
        public var sectors: Int
        /// All output, in its money.
        public var output: Double
        /// Whether it tells exports and imports, which CHARM needs.
        public var tellsTrade: Bool
        /// How its numbers are known; `null` where it does not say.
        @KnownOrNull public var basis: Basis?
    }

    /// A region's estimate.
    public struct Region: Codable, Sendable {
        /// Its name.
        public var region: String
        /// Its output, in the table's money.
        public var output: Double
        /// Its part of the nation's output.
        public var share: Double
        /// λ; `null` where the method has none.
        @KnownOrNull public var sizeFactor: Double?
        /// What part of the inputs of its sectors it supplies itself, imports from abroad left out of both but for CHARM;
        /// `null` where its sectors buy nothing or there is no estimate.
        @KnownOrNull public var localShare: Double?
        /// In the table's order; empty where there is no estimate.
        public var sectors: [Sector]
        /// Every method beside each other.
        public var methods: [MethodAnswer]
        /// What stands against the estimate, or says how it was treated.
        public var findings: [Finding]
    }

    /// A sector of a region.
    public struct Sector: Codable, Sendable {
        /// Its label.
        public var sector: String
        /// Its output in the region.
        public var output: Double
        /// SLQ; `null` where the nation makes nothing.
        @KnownOrNull public var quotient: Double?
        /// What it buys in the region for a unit of output.
        public var localInputs: Double
        /// What the nation's sector buys at home for a unit of output (for CHARM with imports).
        public var nationalInputs: Double
        /// Output of all sectors of the region for a unit of its final demand; `null` for a sector that the region lacks, and
        /// where the estimate is not productive.
        @KnownOrNull public var multiplier: Double?
        /// The same in the nation, as the table stands.
        public var nationalMultiplier: Double
        /// What it buys elsewhere, in the table's money.
        public var boughtElsewhere: Double
        /// What the region's sectors buy of its output.
        public var soldToSectors: Double
        /// What is left of its output for final use and for sale elsewhere.
        public var left: Double
        /// e^r of CHARM; `null` for the other methods.
        @KnownOrNull public var exports: Double?
        /// m^r of CHARM.
        @KnownOrNull public var imports: Double?
        /// h of CHARM.
        @KnownOrNull public var crossHauling: Double?
    }

    /// What a method says of the region as a whole.
    public struct MethodAnswer: Codable, Sendable {
        /// The method.
        public var method: String
        /// What part of its inputs the region supplies itself; `null` where the method gives no answer.
        @KnownOrNull public var localShare: Double?
        /// The mean multiplier of the sectors that it has, by output.
        @KnownOrNull public var multiplier: Double?
        /// How many sectors would sell more to the region's sectors than they make.
        @KnownOrNull public var oversold: Int?
        /// Why there is no answer; `null` where there is one.
        @KnownOrNull public var problem: Localized?
    }

    /// Something about a region's estimate.
    public struct Finding: Codable, Sendable {
        /// What.
        public enum Kind: String, Codable, Sendable {
            /// There is no estimate; the words say why.
            case noEstimate
            /// Sectors would sell more to the region's sectors than they make.
            case oversold
            /// The region would supply a larger part of its inputs than the nation does.
            case aboveNation
            /// The region lacks sectors that the nation has.
            case lacking
            /// The estimate has no multipliers, because its sectors would use more of their own products than they make.
            case notProductive
        }

        /// What.
        public var kind: Kind
        /// The sectors.
        public var sectors: [String]
        /// The number that is furthest off.
        @KnownOrNull public var worst: Double?
        /// In words.
        public var words: Localized
    }
}
