/// What a document says of a segment in a region.
public struct Assessment: EcosystemRecord {
    /// The type of its id.
    public typealias ID = AssessmentID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// The segment.
    public var segment: SegmentID? { record.text("segment_id").map(SegmentID.init) }
    /// The region.
    public var region: RegionID? { record.text("region_id").map(RegionID.init) }
    /// strong, weak or missing.
    public var strength: String? { record.text("strength") }
}
