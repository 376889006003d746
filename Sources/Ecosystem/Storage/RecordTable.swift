/// One table of a model, column by column; each cell is the number of a text in the pool.
struct RecordTable: Sendable {
    /// The kind of record.
    let kind: RecordKind
    /// Column names: the schema's fields first, then what the package has beyond them.
    let columns: [FieldName]
    /// Column-major cells: `cells[column][row]`.
    var cells: [[UInt32]]
    private let indexes: [FieldName: Int]

    /// An empty table; `extra` columns are kept behind the schema's own.
    init(_ kind: RecordKind, extra: [FieldName] = []) {
        self.kind = kind
        columns = EcosystemSchema.schema(of: kind).fields.map(\.name) + extra
        cells = [[UInt32]](repeating: [], count: columns.count)
        var indexes: [FieldName: Int] = [:]
        for (index, name) in columns.enumerated() where indexes[name] == nil { indexes[name] = index }
        self.indexes = indexes
    }

    /// Rows in the table.
    var count: Int { cells.first?.count ?? 0 }

    /// The position of a column.
    func index(of name: FieldName) -> Int? { indexes[name] }
}
