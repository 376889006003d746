/// What happened or is to happen.
public struct Event: EcosystemRecord {
    /// The type of its id.
    public typealias ID = EventID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Its date, as exact as printed.
    public var date: String? { record.text("date") }
    /// Its end.
    public var endDate: String? { record.text("end_date") }
    /// Its kind.
    public var eventKind: String? { record.text("kind") }
    /// Where.
    public var region: RegionID? { record.text("region_id").map(RegionID.init) }
    /// Ids of what it concerns.
    public var entities: [String] { record.list("entities") }
}
