/// An organization's work in a segment.
public struct Activity: EcosystemRecord {
    /// The type of its id.
    public typealias ID = ActivityID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Who.
    public var organization: OrganizationID? { record.text("organization_id").map(OrganizationID.init) }
    /// In which segment.
    public var segment: SegmentID? { record.text("segment_id").map(SegmentID.init) }
    /// Producer, service, user.
    public var role: String? { record.text("role") }
    /// Main or further activity.
    public var rank: String? { record.text("rank") }
    /// Weekly capacity in `capacity_unit`.
    public var capacity: Double? { record.number("capacity") }
}
