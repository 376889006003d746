public import Ecosystem

/// How a region covers one segment, and how that is known.
public struct SegmentCoverage: Sendable {
    /// The segment.
    public let id: SegmentID
    /// The segment that it is part of.
    public let parent: SegmentID?
    /// Its stage.
    public let stage: String?
    /// How far below the top of the tree it stands.
    public let depth: Int
    /// Its class.
    public let grade: CoverageClass
    /// What the class rests on.
    public let rule: CoverageRule
    /// Why the class was given.
    public let reasons: [CoverageReason]
    /// C, 0…1; `nil` where no quantities are known.
    public let quantities: SegmentQuantities?
    /// The unit of the quantities.
    public let unit: String?
    /// Organizations of the region that work in the segment or in a part of it, sorted.
    public let organizations: [OrganizationID]
    /// Groups that these belong to.
    public let independent: Int
    /// Organizations whose only place in the region is planned, or whose activity is, sorted.
    public let planned: [OrganizationID]
    /// Organizations of other regions, as a number.
    public let elsewhere: Int
    /// Statements of documents that the class rests on.
    public let assessments: [AssessmentID]
    /// Statements of documents about the segment in or around the region that the class does not follow.
    public let otherAssessments: [AssessmentID]
    /// Records that could not be used, such as a capacity in another unit.
    public let unusable: [ActivityID]
    /// Where the class comes from.
    public let origin: Origin

    /// C, 0…1; `nil` where no quantities are known.
    public var coverage: Double? { quantities?.coverage }
    /// Whether enough of the segment was surveyed to judge it by quantities.
    public var isSurveyed: Bool { rule == .quantity && grade != .unknown }
}
