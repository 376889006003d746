/// Finds the rows whose field holds a text: pairs of text number and row, sorted.
struct ReverseIndex: Sendable {
    private let pairs: [UInt64]

    /// Indexes one column; a list field is split at `;`, and parts that no record holds as a text of their own are
    /// left out.
    init(_ column: [UInt32], pool: TextPool, isList: Bool) {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(column.count)
        for (row, text) in column.enumerated() where text != 0 {
            if isList {
                for part in pool.text(text).split(separator: ";") {
                    let trimmed = part.drop(while: { $0 == " " })
                    if let id = pool.find(trimmed) { pairs.append(UInt64(id) << 32 | UInt64(row)) }
                }
            } else {
                pairs.append(UInt64(text) << 32 | UInt64(row))
            }
        }
        pairs.sort()
        self.pairs = pairs
    }

    /// Rows that hold the text, ascending, each once.
    func rows(of id: UInt32) -> [Int] {
        let first = UInt64(id) << 32
        var low = 0
        var high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] < first { low = middle + 1 } else { high = middle }
        }
        var rows: [Int] = []
        while low < pairs.count, pairs[low] >> 32 == UInt64(id) {
            let row = Int(pairs[low] & 0xFFFF_FFFF)
            if rows.last != row { rows.append(row) }
            low += 1
        }
        return rows
    }
}
