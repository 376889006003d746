import Ecosystem

/// The distinct origins of a row of a table, each with the titles of the columns that it stands behind.
struct RowOrigins {
    /// One origin.
    struct Entry {
        /// The origin.
        var origin: Origin
        /// The columns that rest on it, by position.
        var columns: [Int]
    }

    /// In the order of the columns.
    private(set) var entries: [Entry] = []

    init(_ row: [Cell], of table: Table) {
        for (index, cell) in row.enumerated().prefix(table.columns.count) {
            guard let origin = cell.origin else { continue }
            if let known = entries.firstIndex(where: { $0.origin == origin }) {
                entries[known].columns.append(index)
            } else {
                entries.append(Entry(origin: origin, columns: [index]))
            }
        }
    }

    /// The origin with the weakest basis; of equal ones the first.
    var weakest: Origin? {
        entries.map(\.origin).reduce(nil) { found, next in
            guard let found else { return next }
            return next.basis > found.basis ? next : found
        }
    }

    /// All cited paragraphs, sorted.
    var paragraphs: [String] { Set(entries.flatMap(\.origin.paragraphs)).sorted() }
}
