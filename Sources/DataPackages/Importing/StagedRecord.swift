import Ecosystem

/// A record read from an input file, not yet part of the package.
struct StagedRecord: Sendable {
    var kind: RecordKind
    var id: String
    /// What the file says; an empty text is an empty cell.
    var values: [FieldName: String]
    var emptyErases: Bool
    /// Where it stands.
    var table: Int
    var row: Int
    /// Whether the id was made here.
    var isProposed = false
}

/// Where the fields of a staged table stand.
struct StagedTable: Sendable {
    var label: String
    var kind: RecordKind
    /// Position (from 1) and header by field.
    var places: [FieldName: Int]
    var headers: [String]
    /// Columns beyond the schema.
    var extras: [FieldName]
    var headerRow: Int
}
