/// The fields of one kind of record, in the order of its table.
public struct RecordSchema: Sendable {
    /// The kind.
    public let kind: RecordKind
    /// Its fields; `id` comes first.
    public let fields: [Field]
    private let indexes: [FieldName: Int]

    /// A schema; every kind of fact gets the provenance fields at its end.
    public init(_ kind: RecordKind, _ fields: [Field], isFact: Bool = true) {
        self.kind = kind
        self.fields = [Field.id] + fields + (isFact ? Field.provenance : [])
        var indexes: [FieldName: Int] = [:]
        for (index, field) in self.fields.enumerated() { indexes[field.name] = index }
        self.indexes = indexes
    }

    /// The position of a field, or `nil` where this kind has none of that name.
    public func index(of name: FieldName) -> Int? { indexes[name] }

    /// The field of that name.
    public func field(_ name: FieldName) -> Field? { indexes[name].map { fields[$0] } }

    /// Whether records of this kind carry basis and sources.
    public var isFact: Bool { indexes["basis"] != nil }
}
