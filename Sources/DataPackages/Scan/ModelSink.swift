import Ecosystem
import Sheets

/// Puts the records of a scan into a model, a batch of rows at a time: the texts of a batch are copied together and get
/// their numbers together.
final class ModelSink {
    private var builder: EcosystemBuilder?
    private var kind = RecordKind.source
    /// While a batch is filled, a cell is the position of its text in the batch, counted from 1; 0 is an empty cell.
    private var columns: UnsafeMutablePointer<UInt32>
    private var columnCount = 0
    private var rows = 0
    private let texts = ByteTable()
    /// The last text of each column of the file: bases, codes and sources come in runs.
    private var last: UnsafeMutablePointer<Int32>
    private static let batch = 2_048

    init() {
        columns = .allocate(capacity: 1)
        last = .allocate(capacity: 1)
    }

    deinit {
        columns.deallocate()
        last.deallocate()
    }

    /// Begins a package.
    func begin(_ identity: PackageIdentity) { builder = EcosystemBuilder(identity) }

    /// Begins a table.
    func begin(_ kind: RecordKind, map: HeaderMap) {
        self.kind = kind
        builder?.table(kind, extra: map.extras)
        columnCount = EcosystemSchema.schema(of: kind).fields.count + map.extras.count
        columns.deallocate()
        columns = .allocate(capacity: columnCount * Self.batch)
        columns.initialize(repeating: 0, count: columnCount * Self.batch)
        last.deallocate()
        last = .allocate(capacity: max(1, map.columns.count))
        last.initialize(repeating: -1, count: max(1, map.columns.count))
        rows = 0
        width = map.columns.count
    }

    private var width = 0

    /// Adds a record; `places` says for each column of the file where it goes.
    func add(_ record: borrowing CSVRecord, places: UnsafeMutablePointer<Int>, width: Int) {
        let count = min(width, record.count)
        var position = 0
        while position < count {
            let place = places[position]
            let cell = record[position]
            if place >= 0, !cell.isEmpty {
                let held = last[position]
                if held >= 0, ByteTable.equal(texts.text(Int(held)), cell) {
                    columns[place &* Self.batch &+ rows] = UInt32(bitPattern: held &+ 1)
                } else {
                    let number = Int32(truncatingIfNeeded: texts.append(cell))
                    last[position] = number
                    columns[place &* Self.batch &+ rows] = UInt32(bitPattern: number &+ 1)
                }
            }
            position &+= 1
        }
        rows += 1
        if rows == Self.batch { flush() }
    }

    /// Ends a table.
    func end() { flush() }

    private func flush() {
        guard rows > 0 else { return }
        let count = texts.count
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 1) { numbers in
            guard let base = numbers.baseAddress else { return }
            base[0] = 0
            texts.withTexts { bytes, ends in builder?.intern(texts: bytes, ends: ends, into: base + 1) }
            var batch: [[UInt32]] = []
            batch.reserveCapacity(columnCount)
            for column in 0..<columnCount {
                let cells = columns + column * Self.batch
                batch.append(
                    [UInt32](unsafeUninitializedCapacity: rows) { filled, filledCount in
                        for row in 0..<rows { filled[row] = base[Int(cells[row])] }
                        filledCount = rows
                    })
            }
            builder?.append(kind, columns: batch, rows: rows)
        }
        columns.update(repeating: 0, count: columnCount * Self.batch)
        last.update(repeating: -1, count: max(1, width))
        texts.removeAll()
        rows = 0
    }

    /// The model of everything that was added.
    func model() -> EcosystemModel? {
        guard let builder = builder.take() else { return nil }
        return builder.build()
    }
}
