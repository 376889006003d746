/// An activity that moved or was extended.
public struct Relocation: EcosystemRecord {
    /// The type of its id.
    public typealias ID = RelocationID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Who moved.
    public var organization: OrganizationID? { record.text("organization_id").map(OrganizationID.init) }
    /// From where.
    public var from: RegionID? { record.text("from_region").map(RegionID.init) }
    /// To where.
    public var to: RegionID? { record.text("to_region").map(RegionID.init) }
    /// When it began.
    public var startYear: Int? { record.integer("start_year") }
}
