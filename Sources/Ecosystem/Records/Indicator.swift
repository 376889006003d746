/// One figure: printed, counted, derived or corrected.
public struct Indicator: EcosystemRecord {
    /// The type of its id.
    public typealias ID = IndicatorID
    /// The record behind the view.
    public let record: Record
    /// A view of a record.
    public init(_ record: Record) { self.record = record }

    /// Id of what it describes.
    public var entity: String { record.text("entity_id") ?? "" }
    /// What it measures.
    public var definition: IndicatorDefinitionID { IndicatorDefinitionID(record.text("indicator_id") ?? "") }
    /// Its period as printed; `n.d.` is "not printed".
    public var period: String? { record.text("period") }
    /// Its comparison sign.
    public var qualifier: String? { record.text("qualifier") }
    /// Its value in `unit`.
    public var value: Double? { record.number("value") }
    /// Its value as printed.
    public var valueText: String? { record.text("value") }
    /// Its unit.
    public var unit: String? { record.text("unit") }
    /// As printed, counted, derived or corrected.
    public var status: String? { record.text("status") }
    /// The printed figure that it corrects.
    public var corrects: IndicatorID? { record.text("corrects_id").map(IndicatorID.init) }
}
