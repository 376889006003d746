/// A site: where an organization does something.
public struct Site: EcosystemRecord {
    /// The type of its id.
    public typealias ID = SiteID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Who is there.
    public var organization: OrganizationID? { record.text("organization_id").map(OrganizationID.init) }
    /// Where it is.
    public var region: RegionID? { record.text("region_id").map(RegionID.init) }
    /// The park that hosts it.
    public var park: ParkID? { record.text("park_id").map(ParkID.init) }
    /// What is done there.
    public var functions: [String] { record.list("functions") }
    /// What a source says about it.
    public var status: String? { record.text("status") }
    /// Degrees east, WGS-84.
    public var longitude: Double? { record.number("lon") }
    /// Degrees north, WGS-84.
    public var latitude: Double? { record.number("lat") }
}
