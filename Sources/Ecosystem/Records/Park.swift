/// A park, zone or port as a place that hosts sites.
public struct Park: EcosystemRecord {
    /// The type of its id.
    public typealias ID = ParkID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// The park that it is part of.
    public var parent: ParkID? { record.text("parent_id").map(ParkID.init) }
    /// Where it is.
    public var region: RegionID? { record.text("region_id").map(RegionID.init) }
    /// Its kind.
    public var parkKind: String? { record.text("kind") }
    /// What it is for.
    public var focus: [Localized] { record.phrases("focus") }
    /// Anchor organizations.
    public var anchors: [OrganizationID] { record.list("anchors").map(OrganizationID.init) }
}
