/// A typed view of a record; it costs nothing to make and reads its model on demand.
public protocol EcosystemRecord: Sendable, Identifiable where ID: RecordID {
    /// The record behind the view.
    var record: Record { get }
    /// A view of a record.
    init(_ record: Record)
}

extension EcosystemRecord {
    /// The record's id.
    public var id: ID { ID(record.id) }
    /// Its best name.
    public var name: Localized { record.name }
    /// Where it comes from.
    public var origin: Origin { record.origin }
}

extension EcosystemModel {
    /// All records of a type in the order of the table.
    public func all<R: EcosystemRecord>(_ type: R.Type) -> [R] { records(of: R.ID.kind).map(R.init) }

    /// The record with this id, `nil` where there is none or it is of another kind.
    public func find<R: EcosystemRecord>(_ id: R.ID, as type: R.Type = R.self) -> R? {
        guard let record = record(id: id.text) else { return nil }
        if record.kind == R.ID.kind { return R(record) }
        // A document and its only paragraph may bear one id.
        return records(of: R.ID.kind, where: "id", is: id.text).first.map(R.init)
    }

    /// Records of a type whose field names this id.
    public func all<R: EcosystemRecord>(_ type: R.Type, where field: FieldName, is id: String) -> [R] {
        records(of: R.ID.kind, where: field, is: id).map(R.init)
    }
}
