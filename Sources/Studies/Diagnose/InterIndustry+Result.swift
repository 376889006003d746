public import Ecosystem

extension InterIndustry {
    /// What the study finds.
    public struct Result: Codable, Sendable {
        /// The table.
        public var table: About
        /// One entry a sector, in the table's order.
        public var sectors: [Sector]
        /// The chains that are told.
        public var chains: [Chain]
        /// What is odd about the table.
        public var findings: [Oddity]
        /// By account and region, for a table of several regions; empty otherwise.
        public var accounts: [Account]
    }

    /// What the table says of itself.
    public struct About: Codable, Sendable {
        /// The name under which it was given.
        public var name: String
        /// Sectors, rows and columns alike.
        public var sectors: Int
        /// Regions in the table's order; empty for a table of one region.
        public var regions: [String]
        /// All output, in the table's money.
        public var output: Double
        /// Whether the table tells imported inputs apart, as a table or an account.
        public var tellsImports: Bool
        /// Whether value added is what is left of output because the table gives none.
        public var valueAddedIsResidual: Bool
        /// How its numbers are known; `null` where it does not say.
        @KnownOrNull public var basis: Basis?
    }

    /// One sector.
    public struct Sector: Codable, Sendable {
        /// Its label.
        public var sector: String
        /// What it makes.
        public var output: Double
        /// Output of all sectors for a unit of final demand for its product.
        public var columnMultiplier: Double
        /// Backward linkage, 1 the mean.
        public var backwardLinkage: Double
        /// Forward linkage by rows of L, 1 the mean.
        public var forwardLinkageLeontief: Double
        /// Forward linkage by rows of G, 1 the mean.
        public var forwardLinkageGhosh: Double
        /// Output lost when it buys nothing from sectors.
        public var extractionLossBackward: Double
        /// Output lost when it sells nothing to sectors.
        public var extractionLossForward: Double
        /// Output lost when it is gone, its own with it.
        public var extractionLossComplete: Double
        /// `key`, `backward`, `forward` or `weak`, by backward and Ghosh's forward linkage.
        public var standing: String
        /// Coefficient of variation of its column of L: high where the pull falls on few sectors.
        @KnownOrNull public var backwardVariation: Double?
        /// The same of its row.
        @KnownOrNull public var forwardVariation: Double?
        /// Value added of all sectors for a unit of final demand.
        public var valueAddedContent: Double
        /// Imports of all sectors for a unit of final demand; `null` where the table does not tell.
        @KnownOrNull public var importContent: Double?
        /// The multiplier with imported inputs as if made at home; `null` where the table has no imported flows, or where
        /// they make it unproductive.
        @KnownOrNull public var techniqueMultiplier: Double?
    }

    /// A sector with a number.
    public struct Tie: Codable, Sendable {
        /// Its label.
        public var sector: String
        /// The amount, in the table's money; for what is pulled, for one unit of final demand.
        public var value: Double
        /// Its part of the whole that it is listed under.
        public var share: Double
    }

    /// The chain of a sector. Lists are the largest, in falling order.
    public struct Chain: Codable, Sendable {
        /// The sector.
        public var sector: String
        /// Its segments in the data package.
        public var segments: [SegmentID]
        /// Who sells to it, home-made; shares of all its inputs, imported ones counted.
        public var suppliers: [Tie]
        /// What it buys abroad, by product; shares as above.
        public var importedInputs: [Tie]
        /// Whom it sells to; shares of its output.
        public var customers: [Tie]
        /// Final uses of its product; shares of its output.
        public var finalUses: [Tie]
        /// Sectors whose output a unit of final demand for its product calls up, itself left out; shares of the whole.
        public var pulls: [Tie]
        /// Sectors whose value added a unit of final demand carries; shares of the unit.
        public var valueAdded: [Tie]
        /// Sectors that lose output when it buys nothing; shares of the whole loss.
        public var losses: [Tie]
        /// How much of its chain lies in its own region; `null` for a table of one region.
        @KnownOrNull public var localization: Localization?
    }

    /// How much of a product's chain lies in a region.
    public struct Localization: Codable, Sendable {
        /// The region.
        public var region: String
        /// Part of direct inputs; `null` where there are none.
        @KnownOrNull public var direct: Double?
        /// Part of all inputs along the chain.
        @KnownOrNull public var total: Double?
        /// Value added for a unit of final demand by region of origin.
        public var valueAdded: [RegionShare]
    }

    /// A region with a number.
    public struct RegionShare: Codable, Sendable {
        /// The region.
        public var region: String
        /// The number.
        public var value: Double
    }

    /// An account such as value added or jobs by region.
    public struct Account: Codable, Sendable {
        /// The account.
        public var account: String
        /// Regions in the table's order.
        public var regions: [RegionAccount]
    }

    /// A region's account.
    public struct RegionAccount: Codable, Sendable {
        /// The region.
        public var region: String
        /// Where it arises.
        public var production: Double
        /// What the region's final demand causes, wherever it arises.
        public var consumption: Double
        /// What its final demand causes in the other regions.
        public var imports: Double
        /// What the others' final demand causes in it.
        public var exports: Double
    }

    /// Something odd about the table.
    public struct Oddity: Codable, Sendable {
        /// What, as the engine names it.
        public var kind: String
        /// `warning` or `note`.
        public var weight: String
        /// The sectors.
        public var sectors: [String]
        /// The number that is furthest off.
        @KnownOrNull public var worst: Double?
    }
}
