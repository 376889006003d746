/// What a document says in words of the course of an indicator.
public struct Claim: EcosystemRecord {
    /// The type of its id.
    public typealias ID = ClaimID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// How a series runs, in the words of a document.
    public enum Course: String, Sendable, Codable, CaseIterable {
        case rises
        case risesEachStep = "rises_each_step"
        case falls
        case fallsEachStep = "falls_each_step"
        case unchanged
        /// Behind another by the size said.
        case behind
    }

    /// The id of what is described.
    public var entity: String? { record.text("entity_id") }
    /// The id of the indicator.
    public var indicator: String? { record.text("indicator_id") }
    /// The course.
    public var course: Course? { record.text("course").flatMap(Course.init(rawValue:)) }
    /// The id of what it is compared with.
    public var than: String? { record.text("than_id") }
    /// The size said, as a number in ``unit``.
    public var value: Double? { record.text("value").flatMap { Double($0) } }
    /// The unit of the size said.
    public var unit: String? { record.text("unit") }
}
