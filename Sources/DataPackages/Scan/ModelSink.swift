import Ecosystem
import Sheets

/// Puts the records of a scan into a model, a batch of rows at a time.
final class ModelSink {
    private var builder: EcosystemBuilder?
    private var kind = RecordKind.source
    private var columns: [[UInt32]] = []
    private var rows = 0
    private static let batch = 8_192

    /// Begins a package.
    func begin(_ identity: PackageIdentity) { builder = EcosystemBuilder(identity) }

    /// Begins a table.
    func begin(_ kind: RecordKind, map: HeaderMap) {
        self.kind = kind
        builder?.table(kind, extra: map.extras)
        let count = EcosystemSchema.schema(of: kind).fields.count + map.extras.count
        columns = (0..<count).map { _ in
            var column: [UInt32] = []
            column.reserveCapacity(Self.batch)
            return column
        }
        rows = 0
    }

    /// Adds a record; `places` says for each column of the file where it goes.
    func add(_ record: borrowing CSVRecord, places: UnsafeMutablePointer<Int>, width: Int) {
        let count = min(width, record.count)
        for column in columns.indices { columns[column].append(0) }
        for position in 0..<count where places[position] >= 0 {
            let cell = record[position]
            if cell.isEmpty { continue }
            columns[places[position]][rows] = builder?.intern(cell) ?? 0
        }
        rows += 1
        if rows == Self.batch { flush() }
    }

    /// Ends a table.
    func end() { flush() }

    private func flush() {
        guard rows > 0 else { return }
        builder?.append(kind, columns: columns, rows: rows)
        for column in columns.indices { columns[column].removeAll(keepingCapacity: true) }
        rows = 0
    }

    /// The model of everything that was added.
    func model() -> EcosystemModel? {
        guard let builder = builder.take() else { return nil }
        return builder.build()
    }
}
