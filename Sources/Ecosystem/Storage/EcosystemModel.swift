/// What is known of an ecosystem: immutable, shared freely between threads.
///
/// A model is a base (the tables of a data package) and a small overlay of changes. Copying costs nothing, and a
/// scenario costs in proportion to its changes.
public struct EcosystemModel: Sendable {
    let base: PackageTables
    var overlay: ModelOverlay

    init(base: PackageTables, overlay: ModelOverlay = ModelOverlay()) {
        self.base = base
        self.overlay = overlay
    }

    /// What the package says about itself.
    public var identity: PackageIdentity { base.identity }

    /// Records of a kind, removed ones left out, added ones at the end.
    public func count(of kind: RecordKind) -> Int {
        base.count(of: kind) - (overlay.removed[kind]?.count ?? 0)
            + (overlay.added[kind]?.count ?? 0)
    }

    /// All records, of every kind.
    public var recordCount: Int { RecordKind.allCases.reduce(0) { $0 + count(of: $1) } }

    /// The records of a kind in the order of the table.
    ///
    /// - Complexity: O(n).
    public func records(of kind: RecordKind) -> [Record] {
        let stored = base.count(of: kind)
        let removed = overlay.removed[kind] ?? []
        var result: [Record] = []
        result.reserveCapacity(count(of: kind))
        for row in 0..<stored where !removed.contains(row) {
            result.append(Record(model: self, reference: RecordReference(kind, row)))
        }
        for row in 0..<(overlay.added[kind]?.count ?? 0) where !removed.contains(stored + row) {
            result.append(Record(model: self, reference: RecordReference(kind, stored + row)))
        }
        return result
    }

    /// The record with an id, of whatever kind.
    ///
    /// - Complexity: O(1) expected.
    public func record(id: String) -> Record? {
        if let added = overlay.addedIDs[id] { return Record(model: self, reference: added) }
        guard let number = base.pool.find(id), number != 0, let place = base.reference(id: number),
            overlay.removed[place.kind]?.contains(place.row) != true
        else { return nil }
        return Record(model: self, reference: place)
    }

    /// The columns of a kind: the schema's fields, then what the package has beyond them.
    public func columns(of kind: RecordKind) -> [FieldName] {
        base.tables[kind]?.columns ?? EcosystemSchema.schema(of: kind).fields.map(\.name)
    }

    /// The records of a kind whose field names this id, in the order of the table.
    ///
    /// List fields count where any of their ids is this one.
    /// - Complexity: O(log n + answers) after a first use, which is O(n log n).
    public func records(of kind: RecordKind, where field: FieldName, is id: String) -> [Record] {
        guard let column = columns(of: kind).firstIndex(of: field) else { return [] }
        let isList = EcosystemSchema.schema(of: kind).field(field)?.type.isList ?? false
        var rows: [Int] = []
        if let number = base.pool.find(id), number != 0 {
            rows = base.rows(of: kind, column: column, isList: isList, pointingTo: number)
        }
        let touched = overlay.touchedRows(of: kind)
        if !touched.isEmpty || overlay.removed[kind]?.isEmpty == false {
            let removed = overlay.removed[kind] ?? []
            rows = rows.filter { !removed.contains($0) && !touched.contains($0) }
            for row in touched where !removed.contains(row) {
                let text = cell(RecordReference(kind, row), column)
                let holds = isList ? Record.split(text).contains(id) : text == id
                if holds { rows.append(row) }
            }
            rows.sort()
        }
        return rows.map { Record(model: self, reference: RecordReference(kind, $0)) }
    }

    /// The text of a cell; empty where nothing is stated.
    func cell(_ place: RecordReference, _ column: Int) -> String {
        let stored = base.count(of: place.kind)
        if place.row >= stored {
            let rows = overlay.added[place.kind] ?? []
            let index = place.row - stored
            guard index < rows.count, column < rows[index].count else { return "" }
            return rows[index][column]
        }
        if !overlay.changed.isEmpty, let change = overlay.changed[place]?[column] { return change }
        return base.text(place, column)
    }
}
