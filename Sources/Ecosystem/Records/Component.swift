/// A component of a product, and where it comes from.
public struct Component: EcosystemRecord {
    /// The type of its id.
    public typealias ID = ComponentID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// The product.
    public var product: ProductID? { record.text("product_id").map(ProductID.init) }
    /// Its segment.
    public var segment: SegmentID? { record.text("segment_id").map(SegmentID.init) }
    /// Where it is supplied from.
    public var supplyRegion: RegionID? { record.text("supply_region").map(RegionID.init) }
    /// Who supplies it.
    public var supplier: OrganizationID? { record.text("supplier_id").map(OrganizationID.init) }
    /// Its value in `unit`.
    public var value: Double? { record.number("value") }
    /// The unit of the value.
    public var unit: String? { record.text("unit") }
}
