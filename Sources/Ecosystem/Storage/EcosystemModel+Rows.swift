extension EcosystemModel {
    /// Calls `body` for every record of a kind with the texts of all its columns, in the order of ``columns(of:)``;
    /// an empty text is "not stated".
    ///
    /// - Complexity: O(cells).
    public func forEachRow(of kind: RecordKind, _ body: ([String]) throws -> Void) rethrows {
        let width = columns(of: kind).count
        let stored = base.count(of: kind)
        let added = overlay.added[kind]?.count ?? 0
        let removed = overlay.removed[kind] ?? []
        var texts = [String](repeating: "", count: width)
        for row in 0..<(stored + added) where removed.isEmpty || !removed.contains(row) {
            let place = RecordReference(kind, row)
            for column in 0..<width { texts[column] = cell(place, column) }
            try body(texts)
        }
    }
}
