import ChainAnalysis
public import Ecosystem

extension Chain {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// One segment in the region.
        public struct Segment: Codable, Sendable {
            /// Its id.
            public var id: SegmentID
            /// `strong`, `adequate`, `weak`, `missing` or `unknown`.
            public var `class`: String
            /// What the class rests on: `quantity`, `assessment` or `count`.
            public var by: String
            /// C, 0…1; `null` where no quantities are known.
            @KnownOrNull public var coverage: Double?
            /// Organizations of the region that work in it or in a part of it, by id.
            public var organizations: [OrganizationID]
            /// Groups that these belong to.
            public var independent: Int
            /// Why the class was given.
            public var reasons: [String]
            /// The segment that it is part of.
            public var parent: SegmentID?
            /// Its stage.
            public var stage: String?
            /// How far below the top of the tree it stands.
            public var depth: Int
            /// Organizations that are only planned there.
            public var planned: [OrganizationID]
            /// Organizations on record outside the region.
            public var elsewhere: Int
            /// Regions that a document names as where it comes from, without a firm; by id.
            public var places: [RegionID]
            /// Weekly need in `unit`.
            public var need: Double?
            /// Verified weekly capacity in `unit`.
            public var capacity: Double?
            /// The unit of need and capacity.
            public var unit: String?
            /// The Herfindahl–Hirschman index of suppliers, 0…1.
            public var concentration: Double?
            /// The surveyed share, 0…1.
            public var surveyedShare: Double?
            /// Statements of documents that the class rests on.
            public var assessments: [AssessmentID]
            /// Statements about it that the class does not follow.
            public var otherAssessments: [AssessmentID]
            /// How the class is known.
            public var basis: Basis
        }

        /// Segments of one stage.
        public struct Stage: Codable, Sendable {
            /// The stage's code.
            public var stage: String
            /// Segments shown.
            public var segments: Int
            /// Of these with an organization of the region.
            public var recorded: Int
            /// Of these surveyed by quantities.
            public var surveyed: Int
            /// Segments of each class.
            public var classes: [String: Int]
        }

        /// Who does what where: one segment in one place.
        public struct Tier: Codable, Sendable {
            /// The stage's code: the tier, from upstream on.
            public var stage: String
            /// The segment.
            public var segment: SegmentID
            /// The place.
            public var place: RegionID
            /// Organizations there that work in the segment itself, by id.
            public var organizations: [OrganizationID]
            /// What they supply of the segment a year, in `unit`; absent where no value is on record.
            public var value: Double?
            /// The unit of the value.
            public var unit: String?
        }

        /// Supply on record between two segments.
        public struct Tie: Codable, Sendable {
            /// The two segments.
            struct Ends: Hashable {
                var from: SegmentID
                var to: SegmentID
            }

            /// The segment of what is supplied.
            public var from: SegmentID
            /// The main segment of who takes it.
            public var to: SegmentID
            /// The relations, by id.
            public var relations: [RelationID]
            /// Ids of suppliers: organizations, or regions where no firm is named.
            public var suppliers: [String]
            /// Ids of customers: organizations or products.
            public var customers: [String]
        }

        /// One crossing of a place and a stage.
        public struct Crossing: Codable, Sendable {
            /// The place.
            public var place: RegionID
            /// The stage's code.
            public var stage: String
            /// How many organizations.
            public var count: Int
        }

        /// How complete the chain is.
        public struct Completeness: Codable, Sendable {
            /// Segments shown.
            public var total: Int
            /// Surveyed: enough of their quantities is known to judge them.
            public var surveyed: Int
            /// Judged by a document.
            public var assessed: Int
            /// With an organization of the region.
            public var recorded: Int
            /// The mean of C over surveyed segments; absent where there are none.
            public var value: Double?
        }

        /// A park's plan.
        public struct Template: Codable, Sendable {
            /// One module of the plan.
            public struct Module: Codable, Sendable {
                /// Its segment.
                public var segment: SegmentID
                /// `present`, `sitePlanned`, `planned` or `named`.
                public var standing: String
                /// Sites of the park that stand for it.
                public var sites: [SiteID]
            }

            /// The park.
            public var park: ParkID
            /// Its modules.
            public var modules: [Module]
            /// Modules with a site in place.
            public var present: Int
            /// Printed figures about the park.
            public var figures: [IndicatorID]
        }

        /// The answer of another package in short.
        public struct Compared: Codable, Sendable {
            /// The package's id.
            public var package: String
            /// Its home region.
            public var region: RegionID?
            /// How complete its chain is.
            public var completeness: Completeness
            /// Segments of each class.
            public var classes: [String: Int]
        }

        /// Whose chain it is.
        public var region: RegionID?
        /// Segments from upstream to recycling, each above its own parts.
        public var segments: [Segment]
        /// The same by stage.
        public var stages: [Stage]
        /// Segments by place, for tiers.
        public var tiers: [Tier]
        /// Supply on record between the segments shown, upstream first.
        public var ties: [Tie]
        /// Organizations by place and stage.
        public var loom: [Crossing]
        /// How complete the chain is.
        public var completeness: Completeness
        /// Segments of each class.
        public var classes: [String: Int]
        /// The park's plan, where a park was asked for.
        public var template: Template?
        /// Words of the track for which nothing was found.
        public var unknownWords: [String]
        /// Corrections that concern what is shown.
        public var corrections: [CorrectionID]
        /// Other packages, with their home regions and whole trees.
        public var compare: [Compared]
        /// What the answer rests on, kept for its layout and no part of the JSON.
        var survey: Survey?

        private enum CodingKeys: String, CodingKey {
            case region, segments, stages, tiers, ties, loom, completeness, classes, template, unknownWords,
                corrections
            case compare
        }
    }
}
