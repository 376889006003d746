public import Ecosystem

extension Overlap {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One of the two, as it is on record.
        public struct Side: Codable, Sendable {
            /// The park, or the row of the matrix.
            public var id: String
            /// Its region.
            @KnownOrNull public var region: RegionID?
            /// Its kind.
            @KnownOrNull public var kind: String?
            /// What it is for.
            public var focus: [Localized]
            /// Functions of its sites.
            public var functions: [String]
            /// What it handles, word by word.
            public var cargo: [String]
            /// Its segments.
            public var segments: [SegmentID]
            /// Its sites.
            public var sites: [SiteID]
            /// Anchor organizations.
            public var anchors: [OrganizationID]
            /// Figures that describe it or its sites.
            public var figures: [IndicatorID]
            /// Where it is.
            @KnownOrNull public var point: GeoPoint?
        }

        /// What both have, and what only one has.
        public struct Sharing: Codable, Sendable {
            /// `functions`, `cargo`, `focus`, `segments`, `partners` or `policies`.
            public var aspect: String
            /// Both.
            public var both: [String]
            /// Only the first.
            public var onlyFirst: [String]
            /// Only the second.
            public var onlySecond: [String]
            /// The part that both have, 0…1; `null` where neither has any.
            @KnownOrNull public var overlap: Double?
        }

        /// A place around the two.
        public struct Place: Codable, Sendable {
            /// The site.
            public var site: SiteID
            /// Kilometres to the first.
            public var toFirst: Double
            /// Kilometres to the second.
            public var toSecond: Double
            /// The chance that it goes to the first.
            public var shareOfFirst: Double
            /// Whether it is contested.
            public var isContested: Bool
        }

        /// The hinterland by distance.
        public struct Hinterland: Codable, Sendable {
            /// Kilometres between the two.
            public var apart: Double
            /// The places.
            public var places: [Place]
            /// Places nearer to the first.
            public var nearerFirst: Int
            /// Places nearer to the second.
            public var nearerSecond: Int
            /// Contested places.
            public var contested: Int
            /// How far it is shared, 0…1.
            @KnownOrNull public var overlap: Double?
        }

        /// What documents say of the two.
        public struct Stated: Codable, Sendable {
            /// That they, or their regions, compete.
            public var competes: [RelationID]
            /// That they cooperate or complement each other.
            public var cooperates: [RelationID]
            /// Links between them.
            public var links: [LogisticsLinkID]
            /// Problems of both.
            public var problems: [ProblemID]
        }

        /// Shares of a matrix.
        public struct Shares: Codable, Sendable {
            /// `cargo` or `from`.
            public var group: String
            /// Columns that both have a number in.
            public var columns: [String]
            /// Shares of the first.
            public var first: [Double]
            /// Shares of the second.
            public var second: [Double]
            /// Columns with a number missing.
            public var missing: Int
            /// Cosine.
            public var cosine: Double
            /// Common part.
            public var commonPart: Double
            /// Difference.
            public var difference: Double
        }

        /// How the two stand to each other.
        public enum Pattern: String, Codable, Sendable, CaseIterable {
            /// Alike, with a shared hinterland.
            case rivals
            /// Different, with a shared hinterland.
            case partners
            /// Alike, with different hinterlands.
            case parallel
            /// Neither.
            case separate
            /// Not enough is on record.
            case unknown
        }

        /// `package` or `matrix`.
        public var source: String
        /// The first; `null` where there are no two.
        @KnownOrNull public var first: Side?
        /// The second.
        @KnownOrNull public var second: Side?
        /// Aspect by aspect.
        public var sharing: [Sharing]
        /// Similarity, 0…1: of features on record, or of cargo shares.
        @KnownOrNull public var similarity: Double?
        /// Shared hinterland, 0…1: by distance, or of shares.
        @KnownOrNull public var sharedHinterland: Double?
        /// How they stand.
        public var pattern: Pattern
        /// By distance; `null` where one has no point.
        @KnownOrNull public var hinterland: Hinterland?
        /// What documents say.
        public var stated: Stated
        /// Shares of the matrix.
        public var shares: [Shares]
        /// The pattern of the same question in other packages.
        public var compare: [Compared]
    }

    /// Another package.
    public struct Compared: Codable, Sendable {
        /// Its id.
        public var package: String
        /// Its first two ports or parks.
        public var parks: [ParkID]
        /// Their similarity.
        @KnownOrNull public var similarity: Double?
        /// Their shared hinterland.
        @KnownOrNull public var sharedHinterland: Double?
        /// How they stand.
        public var pattern: Result.Pattern
    }
}
