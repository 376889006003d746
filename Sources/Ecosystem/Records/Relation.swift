/// A relation between two entities.
public struct Relation: EcosystemRecord {
    /// The type of its id.
    public typealias ID = RelationID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Id of the subject.
    public var subject: String { record.text("subject_id") ?? "" }
    /// The kind of relation.
    public var predicate: PredicateID { PredicateID(record.text("predicate") ?? "") }
    /// Id of the object.
    public var object: String { record.text("object_id") ?? "" }
    /// Its content, such as what is supplied.
    public var qualifier: Localized? { record.phrase("qualifier") }
    /// The segment that it concerns.
    public var segment: SegmentID? { record.text("segment_id").map(SegmentID.init) }
    /// Value a year in `unit`.
    public var value: Double? { record.number("value") }
}
