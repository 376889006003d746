import Synchronization

/// The tables of one data package, never changed after they are built; scenarios share it.
final class PackageTables: Sendable {
    let identity: PackageIdentity
    let pool: TextPool
    let tables: [RecordKind: RecordTable]
    /// The cells of each kind, by its order; column by column.
    private let cells: [[[UInt32]]]
    /// Rows of each kind, by its order.
    private let counts: [Int]
    /// `rows[text number]` is the record whose id is that text, packed as kind and row.
    private let rowsByID: [UInt32: UInt64]
    private let reverse = Mutex<[ReverseKey: ReverseIndex]>([:])
    private let storedFingerprint = Mutex<String?>(nil)

    struct ReverseKey: Hashable {
        let kind: RecordKind
        let column: Int
    }

    init(identity: PackageIdentity, pool: TextPool, tables: [RecordKind: RecordTable]) {
        self.identity = identity
        self.pool = pool
        self.tables = tables
        cells = RecordKind.inOrder.map { tables[$0]?.cells ?? [] }
        counts = cells.map { $0.first?.count ?? 0 }
        var rows: [UInt32: UInt64] = [:]
        rows.reserveCapacity(tables.values.reduce(0) { $0 + $1.count })
        for kind in RecordKind.allCases {
            guard let ids = tables[kind]?.cells.first else { continue }
            for (row, id) in ids.enumerated() where id != 0 && rows[id] == nil {
                rows[id] = UInt64(kind.order) << 40 | UInt64(row)
            }
        }
        rowsByID = rows
    }

    /// The record with this id; the first one where a broken package has several.
    func reference(id: UInt32) -> RecordReference? {
        guard let packed = rowsByID[id] else { return nil }
        return RecordReference(RecordKind.inOrder[Int(packed >> 40)], Int(packed & 0xFF_FFFF_FFFF))
    }

    /// Rows of a kind.
    func count(of kind: RecordKind) -> Int { counts[kind.order] }

    /// The text of a stored cell; empty where there is none.
    func text(_ place: RecordReference, _ column: Int) -> String {
        let order = place.kind.order
        guard place.row >= 0, place.row < counts[order], column < cells[order].count else { return "" }
        return pool.text(cells[order][column][place.row])
    }

    /// Rows whose field holds an id, ascending; built on first use and kept.
    func rows(of kind: RecordKind, column: Int, isList: Bool, pointingTo id: UInt32) -> [Int] {
        guard let table = tables[kind], column < table.cells.count else { return [] }
        let key = ReverseKey(kind: kind, column: column)
        let index = reverse.withLock { cache in
            if let found = cache[key] { return found }
            let built = ReverseIndex(table.cells[column], pool: pool, isList: isList)
            cache[key] = built
            return built
        }
        return index.rows(of: id)
    }

    /// The fingerprint, computed on first use and kept.
    func fingerprint(_ compute: () -> String) -> String {
        if let found = storedFingerprint.withLock({ $0 }) { return found }
        let value = compute()
        storedFingerprint.withLock { $0 = value }
        return value
    }
}
