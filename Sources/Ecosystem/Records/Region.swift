/// A region: administrative division, cluster, zone, sea.
public struct Region: EcosystemRecord {
    /// The type of its id.
    public typealias ID = RegionID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Its level, a term of the vocabulary of levels.
    public var level: String? { record.text("level") }
    /// The region that it is part of.
    public var parent: RegionID? { record.text("parent_id").map(RegionID.init) }
    /// Its GB/T 2260 code.
    public var administrativeCode: String? { record.text("gbt2260") }
    /// Degrees east, WGS-84.
    public var longitude: Double? { record.number("lon") }
    /// Degrees north, WGS-84.
    public var latitude: Double? { record.number("lat") }
    /// Its role as the documents put it.
    public var role: Localized? { record.phrase("role") }
}
