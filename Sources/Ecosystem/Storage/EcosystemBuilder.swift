/// Collects records and makes a model of them.
///
/// The builder accepts whatever it is given; judging it is the work of `check`. Cells are texts as the package
/// writes them, an empty one meaning "not stated".
public struct EcosystemBuilder: Sendable {
    private var identity: PackageIdentity
    private var pool: TextPool
    private var tables: [RecordKind: RecordTable] = [:]

    /// A builder for a package; `capacity` is the expected number of distinct texts.
    public init(_ identity: PackageIdentity, capacity: Int = 4096) {
        self.identity = identity
        pool = TextPool(capacity: capacity)
    }

    /// Prepares the table of a kind; `extra` names columns beyond the schema, which are kept.
    public mutating func table(_ kind: RecordKind, extra: [FieldName] = []) {
        guard tables[kind] == nil else { return }
        tables[kind] = RecordTable(kind, extra: extra)
    }

    /// The position of a column in the table of a kind, for ``add(_:bytes:)``.
    public func column(_ kind: RecordKind, _ name: FieldName) -> Int? { tables[kind]?.index(of: name) }

    /// Adds a record given by field names.
    public mutating func add(_ kind: RecordKind, _ fields: [FieldName: String]) {
        table(kind)
        guard let columns = tables[kind]?.columns else { return }
        for (index, name) in columns.enumerated() {
            let number = fields[name].map { pool.intern($0) } ?? 0
            tables[kind]?.cells[index].append(number)
        }
    }

    /// Adds a record given by the texts of all columns of its table, in their order; missing ones are "not stated".
    public mutating func add(_ kind: RecordKind, row: [String]) {
        table(kind)
        guard let width = tables[kind]?.columns.count else { return }
        for index in 0..<width {
            let number = index < row.count ? pool.intern(row[index]) : 0
            tables[kind]?.cells[index].append(number)
        }
    }

    /// Appends one column of a batch of rows, as numbers from ``intern(_:)``; all columns of a table must get the
    /// same number of rows, missing ones are filled with "not stated" by ``build()``.
    public mutating func append(_ kind: RecordKind, column: Int, _ number: UInt32) {
        tables[kind]?.cells[column].append(number)
    }

    /// Appends a batch of rows, column by column; all columns of the table are given, each with `rows` numbers.
    public mutating func append(_ kind: RecordKind, columns: [[UInt32]], rows: Int) {
        table(kind)
        guard let width = tables[kind]?.columns.count, width == columns.count else { return }
        for (index, column) in columns.enumerated() where column.count == rows {
            tables[kind]?.cells[index].append(contentsOf: column)
        }
    }

    /// The numbers of many texts at once; see ``TextPool/intern(texts:ends:into:)``.
    public mutating func intern(
        texts: UnsafePointer<UInt8>, ends: UnsafeBufferPointer<UInt32>,
        into numbers: UnsafeMutablePointer<UInt32>
    ) {
        pool.intern(texts: texts, ends: ends, into: numbers)
    }

    /// The number of a text, for ``append(_:column:_:)``.
    public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 { pool.intern(text) }

    /// Makes the model; columns that got fewer rows than the longest are filled up.
    public consuming func build() -> EcosystemModel {
        for (kind, table) in tables {
            let rows = table.cells.map(\.count).max() ?? 0
            for column in table.cells.indices where table.cells[column].count < rows {
                let missing = rows - table.cells[column].count
                tables[kind]?.cells[column].append(contentsOf: repeatElement(0, count: missing))
            }
        }
        return EcosystemModel(base: PackageTables(identity: identity, pool: pool, tables: tables))
    }
}
