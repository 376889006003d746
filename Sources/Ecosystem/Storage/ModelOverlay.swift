/// Changes on top of a base: what is removed, set and added.
struct ModelOverlay: Sendable {
    /// Removed rows of the base.
    var removed: [RecordKind: Set<Int>] = [:]
    /// Changed cells: place → column → text.
    var changed: [RecordReference: [Int: String]] = [:]
    /// Added rows, all columns; their row numbers follow the base's.
    var added: [RecordKind: [[String]]] = [:]
    /// Added records by id.
    var addedIDs: [String: RecordReference] = [:]

    /// Whether nothing is changed.
    var isEmpty: Bool { removed.isEmpty && changed.isEmpty && added.isEmpty }

    /// Rows of a kind that are changed or added, ascending; `stored` rows of the base come first.
    func touchedRows(of kind: RecordKind) -> Set<Int> {
        if changed.isEmpty && added.isEmpty { return [] }
        var rows = Set(changed.keys.lazy.filter { $0.kind == kind }.map(\.row))
        for place in addedIDs.values where place.kind == kind { rows.insert(place.row) }
        return rows
    }
}
