/// A segment of the chain.
public struct Segment: EcosystemRecord {
    /// The type of its id.
    public typealias ID = SegmentID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// The segment that it is part of.
    public var parent: SegmentID? { record.text("parent_id").map(SegmentID.init) }
    /// Its stage, upstream to recycling.
    public var stage: String? { record.text("stage") }
    /// Whether it belongs to the automotive chain.
    public var isAutomotive: Bool { record.boolean("automotive") == true }
}
