public import Ecosystem

extension Roles {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// The region that the places are compared with: the benchmark of every quotient.
        public var benchmark: RegionID?
        /// Sites in place in the whole region.
        public var benchmarkSites: Int
        /// One profile a place, in the package's order.
        public var places: [Profile]
        /// Industries by place, planned and recorded; pairs with neither are left out.
        public var matrix: [Pair]
        /// Policies for the whole region that name segments: they plan for no single place.
        public var regionWide: [PolicyID]
        /// Profiles of other packages.
        public var compare: [Compared]
    }

    /// What one place does.
    public struct Profile: Codable, Sendable {
        /// The place.
        public var place: RegionID
        /// Its role in the documents' words.
        public var role: Localized?
        /// Segments that a document calls its specialty.
        public var specialties: [SegmentID]
        /// Segments in which a document says that it leads.
        public var strong: [SegmentID]
        /// Segments in which a document says that it is weak or lacks something.
        public var weak: [SegmentID]
        /// Its advantages and constraints in the documents.
        public var advantages: [AdvantageID]
        /// Sites that are in place.
        public var sites: Int
        /// Functions of its sites, most sites first; functions without a site on record are left out.
        public var functions: [Part]
        /// Stages in which its organizations work, upstream first.
        public var stages: [Part]
    }

    /// One function or stage of a place.
    public struct Part: Codable, Sendable {
        /// The code of the function or stage.
        public var code: String
        /// Sites with the function, or organizations in the stage.
        public var count: Int
        /// Part of all that the place has, 0…1.
        public var share: Double
        /// Part in the whole region, 0…1.
        public var benchmarkShare: Double
        /// Share over benchmark share: 1 is the region's, 2 is twice that.
        public var locationQuotient: Double
    }

    /// One industry in one place.
    public struct Pair: Codable, Sendable {
        /// How plan and record differ.
        public enum Difference: String, Codable, Sendable, CaseIterable {
            /// Planned and on record.
            case plannedAndRecorded
            /// Planned; nothing is on record.
            case plannedNotRecorded
            /// On record; no plan names it.
            case recordedNotPlanned
            /// On record; a plan names a wider segment.
            case recordedUnderWiderPlan
            /// A policy limits it; neither planned nor on record.
            case limited
        }
        /// The segment.
        public var segment: SegmentID
        /// The place.
        public var place: RegionID
        /// Ids of the policies, relations, activities and sites that plan it.
        public var plannedBy: [String]
        /// Policies that limit it.
        public var limitedBy: [PolicyID]
        /// Organizations in the place that work in it or in a part of it.
        public var recordedBy: [OrganizationID]
        /// Relations by which a park or region there hosts it or a part of it.
        public var hostedBy: [RelationID]
        /// Sites there whose function says it.
        public var sites: [SiteID]
        /// How plan and record differ.
        public var difference: Difference
    }

    /// Another package.
    public struct Compared: Codable, Sendable {
        /// Its id.
        public var package: String
        /// Its places.
        public var places: [Profile]
    }

    /// Counts, compares with the whole region, and sets plans beside records.
    public func result(on input: StudyInput) throws -> Result {
        let region = input.parameters.text("region").map(RegionID.init)
        let profiles = Profiles(input.model, region: region)
        try input.progress.advance(to: 0.4, Localized("profiles", "分工画像"))
        let plans = PlannedAndRecorded(input.model, profiles.presence)
        return Result(
            benchmark: profiles.tree.region, benchmarkSites: profiles.sitesInRegion.count,
            places: profiles.all(), matrix: plans.pairs(), regionWide: plans.regionWide,
            compare: input.others.map {
                Compared(package: $0.identity.id, places: Profiles($0, region: nil).all())
            })
    }
}
