public import Ecosystem

extension Emerging {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One sector in one place.
        public struct Standing: Codable, Sendable {
            /// The place.
            public var place: RegionID
            /// Policies of the place that name the sector.
            public var policies: [PolicyID]
            /// Organizations of the place on record in the sector or inside it.
            public var organizations: Int
            /// What a document says of the sector there: strong, weak or missing; `null` where none does.
            @KnownOrNull public var strength: String?
            /// The assessments that say so.
            public var assessments: [AssessmentID]
        }

        /// One sector that anybody promotes or that is called strong, weak or missing and not promoted.
        public struct Sector: Codable, Sendable {
            /// The segment.
            public var segment: SegmentID
            /// `unique`, `shared`, `region` (only by policies of the whole region) or `none`.
            public var promotion: String
            /// Places that promote it, in the package's order.
            public var promotedBy: [RegionID]
            /// Policies of the whole region that name it.
            public var regionPolicies: [PolicyID]
            /// Its standing place by place.
            public var standings: [Standing]
        }

        /// Two places.
        public struct Pair: Codable, Sendable {
            /// One place.
            public var a: RegionID
            /// The other.
            public var b: RegionID
            /// Sectors that both promote.
            public var common: [SegmentID]
            /// How many sectors either promotes.
            public var either: Int
            /// Common over either, 0…1; `null` where neither promotes any.
            @KnownOrNull public var overlap: Double?
            /// Relations that say the two compete.
            public var rivalries: [RelationID]
        }

        /// Something out of balance.
        public struct Imbalance: Codable, Sendable {
            /// `promoted-without-record`, `promoted-though-weak` or `strong-not-promoted`.
            public var kind: String
            /// The sector.
            public var segment: SegmentID
            /// The place.
            public var place: RegionID
        }

        /// Money that several seek.
        public struct Contest: Codable, Sendable {
            /// The fund.
            public var policy: PolicyID
            /// Organizations that seek it, in the table's order.
            public var claimants: [OrganizationID]
        }

        /// The places in the package's order.
        public var places: [RegionID]
        /// Sectors, shared ones first, then unique, regional, none; each by id.
        public var sectors: [Sector]
        /// Every pair of places.
        public var pairs: [Pair]
        /// What is out of balance.
        public var imbalances: [Imbalance]
        /// Funds that are sought.
        public var contests: [Contest]
    }
}
