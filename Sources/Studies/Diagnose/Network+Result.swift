extension Network {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// The network in a few numbers.
        public struct Summary: Codable, Sendable {
            /// Firms, and places that stand for firms that are not named.
            public var members: Int
            /// Of these, firms by name.
            public var firms: Int
            /// Supplier–customer pairs.
            public var links: Int
            /// Members that both buy and sell.
            public var intermediaries: Int
            /// Links as a share of all that are possible.
            @KnownOrNull public var density: Double?
            /// The largest part that hangs together, as a share of members.
            @KnownOrNull public var largestPart: Double?
            /// Members of the core of mutual supply.
            public var core: Int
            /// Members without which their part falls apart.
            public var cutMembers: Int
            /// Links without which their part falls apart.
            public var bridges: Int
            /// Communities.
            public var communities: Int
            /// Their modularity.
            public var modularity: Double
            /// R under random removal.
            @KnownOrNull public var randomRobustness: Double?
            /// R when those with most partners go first.
            @KnownOrNull public var targetedRobustness: Double?
            /// Inputs of customers, a segment each.
            public var inputs: Int
            /// Of these, the share that has one supplier on record.
            @KnownOrNull public var singleSourced: Double?
        }

        /// How the members hang on the core.
        public struct BowTieCounts: Codable, Sendable {
            /// In the core.
            public var core: Int
            /// Suppliers of the core.
            public var upstream: Int
            /// Customers of the core.
            public var downstream: Int
            /// From suppliers to customers past the core.
            public var tubes: Int
            /// Supplied from upstream, leading nowhere.
            public var upstreamTendrils: Int
            /// Supplying downstream only.
            public var downstreamTendrils: Int
            /// None of these.
            public var apart: Int
        }

        /// One member.
        public struct Member: Codable, Sendable {
            /// Its id.
            public var id: String
            /// Whether it is a firm by name.
            public var isFirm: Bool
            /// Its segment or sector.
            @KnownOrNull public var segment: String?
            /// Its region.
            @KnownOrNull public var region: String?
            /// Suppliers on record.
            public var suppliers: Int
            /// Customers on record.
            public var customers: Int
            /// What it buys.
            @KnownOrNull public var purchases: Double?
            /// What it sells.
            @KnownOrNull public var sales: Double?
            /// Importance as a supplier; all sum to 1.
            public var supplierRank: Double
            /// Importance as a customer; all sum to 1.
            public var customerRank: Double
            /// Share of shortest chains that pass.
            public var betweenness: Double
            /// Half the width of its interval; `null` where it is exact.
            @KnownOrNull public var betweennessError: Double?
            /// Wasserman–Faust closeness; `null` in a sample.
            @KnownOrNull public var closeness: Double?
            /// Harmonic closeness.
            public var harmonicCloseness: Double
            /// Half the width of its interval; `null` where it is exact.
            @KnownOrNull public var harmonicError: Double?
            /// Its k-core.
            public var coreNumber: Int
            /// How it hangs on the core.
            public var part: String
            /// Its community, 0 the largest.
            public var community: Int
            /// Whether its part falls apart without it.
            public var isCut: Bool
        }

        /// A community.
        public struct Community: Codable, Sendable {
            /// Its number, 0 the largest.
            public var community: Int
            /// Its members.
            public var size: Int
            /// The first of them by importance as suppliers.
            public var members: [String]
            /// The most frequent segment of its members, and its share of those with one.
            @KnownOrNull public var segment: String?
            /// That share.
            @KnownOrNull public var segmentShare: Double?
            /// The most frequent region.
            @KnownOrNull public var region: String?
            /// Its share of those with one.
            @KnownOrNull public var regionShare: Double?
        }

        /// A removal curve.
        public struct Curve: Codable, Sendable {
            /// Shares of members that are gone.
            public var removed: [Double]
            /// The largest part left, as a share.
            public var largest: [Double]
            /// Its standard deviation between trials.
            @KnownOrNull public var deviation: [Double]?
            /// R.
            @KnownOrNull public var robustness: Double?
        }

        /// The loss of one region.
        public struct RegionLoss: Codable, Sendable {
            /// The region.
            public var region: String
            /// Its members.
            public var members: Int
            /// The largest part left, as a share.
            public var largest: Double
            /// Links left, as a share.
            public var links: Double
            /// Inputs elsewhere that come from here only.
            public var inputsLost: Int
        }

        /// What a network bears.
        public struct Robustness: Codable, Sendable {
            /// By lot.
            public var random: Curve
            /// Most partners first.
            public var byPartners: Curve
            /// Most shortest chains first.
            public var byBetweenness: Curve
            /// Regions one after the other, largest first.
            public var byRegion: Curve
            /// The order of the regions.
            public var regionOrder: [String]
            /// Each region alone.
            public var regions: [RegionLoss]
            /// Members that no single region is on record for.
            public var withoutRegion: Int
        }

        /// A segment's suppliers.
        public struct Segment: Codable, Sendable {
            /// The segment or sector.
            public var id: String
            /// Suppliers on record.
            public var suppliers: Int
            /// Customers on record.
            public var customers: Int
            /// Customers with one supplier of it on record.
            public var singleSourced: Int
            /// The largest supplier.
            public var largest: String
            /// Its share.
            @KnownOrNull public var largestShare: Double?
            /// The Herfindahl–Hirschman index.
            @KnownOrNull public var concentration: Double?
        }

        /// A link that changed.
        public struct LinkChange: Codable, Sendable {
            /// Who supplies.
            public var supplier: String
            /// Who is supplied.
            public var customer: String
            /// Value before.
            @KnownOrNull public var before: Double?
            /// Value after.
            @KnownOrNull public var after: Double?
        }

        /// Two dates.
        public struct Change: Codable, Sendable {
            /// The earlier one in a few numbers.
            public var earlier: Summary
            /// Members at both dates.
            public var stayed: Int
            /// Members only later.
            public var entered: [String]
            /// Members only earlier.
            public var left: [String]
            /// Links at both dates.
            public var kept: Int
            /// Links only later, largest first.
            public var gained: [LinkChange]
            /// Links only earlier, largest first.
            public var lost: [LinkChange]
            /// How many there are of each; the lists hold the first.
            public var gainedCount: Int
            /// Links lost.
            public var lostCount: Int
            /// Kept links as a share of those at either date.
            @KnownOrNull public var jaccard: Double?
            /// Kept links as a share of the earlier ones.
            @KnownOrNull public var persistence: Double?
            /// Spearman's ρ of supplier importance among those that stayed.
            @KnownOrNull public var rankCorrelation: Double?
            /// Adjusted Rand index of their communities.
            @KnownOrNull public var adjustedRand: Double?
            /// Normalized mutual information of their communities.
            @KnownOrNull public var mutualInformation: Double?
        }

        /// Another package.
        public struct Compared: Codable, Sendable {
            /// Its id.
            public var package: String
            /// It in a few numbers.
            public var summary: Summary
        }

        /// A supplier and a customer.
        public struct Pair: Codable, Sendable {
            /// Who supplies.
            public var supplier: String
            /// Who is supplied.
            public var customer: String
        }

        /// `package` or `network`.
        public var source: String
        /// The package's id or the folder's name.
        public var name: String
        /// In a few numbers.
        public var summary: Summary
        /// Supplies on record, of which links are made.
        public var supplies: Int
        /// Whether every supply has a value in one unit.
        public var isValued: Bool
        /// The unit.
        @KnownOrNull public var unit: String?
        /// Planned, possible or ended supplies that are not read.
        public var notActual: Int
        /// Parts that hang together, and how many members each of the larger ones has.
        public var parts: [Int]
        /// How many parts there are.
        public var partCount: Int
        /// How members hang on the core.
        public var bowTie: BowTieCounts
        /// Members without which their part falls apart.
        public var cutMembers: [String]
        /// Links without which their part falls apart; `supplier` is the lower where both supply each other.
        public var bridges: [Pair]
        /// Communities, largest first; at most 100.
        public var communities: [Community]
        /// Whether another round would change none.
        public var communitiesStable: Bool
        /// Do well-connected suppliers supply well-supplied customers?
        @KnownOrNull public var degreeAssortativity: Double?
        /// Does supply stay inside regions?
        @KnownOrNull public var regionAssortativity: Double?
        /// Does supply stay inside segments?
        @KnownOrNull public var segmentAssortativity: Double?
        /// NODF, 0…100.
        @KnownOrNull public var nestedness: Double?
        /// Half the width of its interval; `null` where it is exact.
        @KnownOrNull public var nestednessError: Double?
        /// Whether paths were followed from every member.
        public var pathsExact: Bool
        /// From how many they were.
        public var pathSources: Int
        /// Members by importance as suppliers; at most 2,000.
        public var members: [Member]
        /// What it bears.
        public var robustness: Robustness
        /// Segments that somebody supplies.
        public var segments: [Segment]
        /// Two dates; `null` where one was given.
        @KnownOrNull public var change: Change?
        /// Other packages.
        public var compare: [Compared]
    }
}
