/// A policy, plan or agreement.
public struct Policy: EcosystemRecord {
    /// The type of its id.
    public typealias ID = PolicyID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Its instrument.
    public var instrument: String? { record.text("instrument") }
    /// Where it applies.
    public var region: RegionID? { record.text("region_id").map(RegionID.init) }
    /// Segments that it concerns.
    public var segments: [SegmentID] { record.list("segments").map(SegmentID.init) }
    /// Its year.
    public var year: Int? { record.integer("year") }
    /// What a source says about it.
    public var status: String? { record.text("status") }
}
