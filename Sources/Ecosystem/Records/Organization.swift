/// An organization: a firm, university, alliance, government body.
public struct Organization: EcosystemRecord {
    /// The type of its id.
    public typealias ID = OrganizationID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Its kind, a term of the vocabulary of kinds.
    public var organizationKind: String? { record.text("kind") }
    /// Where it is at home.
    public var home: RegionID? { record.text("home_region").map(RegionID.init) }
    /// The organization above it.
    public var parent: OrganizationID? { record.text("parent_id").map(OrganizationID.init) }
    /// The label that a document prints.
    public var printedName: String? { record.text("printed_name") }
}
