/// A product, brand or model.
public struct Product: EcosystemRecord {
    /// The type of its id.
    public typealias ID = ProductID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Whose it is.
    public var organization: OrganizationID? { record.text("organization_id").map(OrganizationID.init) }
    /// Its segment.
    public var segment: SegmentID? { record.text("segment_id").map(SegmentID.init) }
    /// Its kind.
    public var productKind: String? { record.text("kind") }
}
