/// All names of a package in the form in which they are compared, sorted, so that equal, beginning and nearly equal
/// names are found at once.
///
/// Characters of all names lie in one array; a name is a range in it.
struct NameShelf: Sendable {
    private var scalars: [UInt32] = []
    private var ends: [Int32] = [0]
    private var masks: [UInt64] = []
    /// The record of each name, as a row of the index.
    private(set) var rows: [Int32] = []
    /// Whether a name is only another form of the record's name.
    private(set) var areAliases: [Bool] = []
    /// Names from first to last in the order of their characters, then of their rows.
    private var sorted: [Int32] = []
    /// The first name of each row.
    private var starts: [Int32] = []

    /// Names longer than this are kept up to here.
    static let longest = 400
    /// The most names that are compared letter by letter for one query.
    private static let comparisons = 20_000

    /// Adds a name; rows must come in ascending order.
    mutating func add(_ text: String, row: Int, isAlias: Bool) {
        let compact = SearchText.compact(text).prefix(NameShelf.longest)
        guard !compact.isEmpty else { return }
        while starts.count <= row { starts.append(Int32(rows.count)) }
        for name in Int(starts[row])..<rows.count where self[name] == compact { return }
        scalars += compact
        ends.append(Int32(scalars.count))
        masks.append(EditDistance.mask(compact))
        rows.append(Int32(row))
        areAliases.append(isAlias)
    }

    /// Sorts what was added.
    mutating func close(rowCount: Int) {
        while starts.count <= rowCount { starts.append(Int32(rows.count)) }
        sorted = (0..<Int32(rows.count)).sorted { left, right in
            let a = self[Int(left)]
            let b = self[Int(right)]
            return a == b ? left < right : a.lexicographicallyPrecedes(b)
        }
    }

    subscript(name: Int) -> ArraySlice<UInt32> { scalars[Int(ends[name])..<Int(ends[name + 1])] }

    /// The names of a row.
    func names(ofRow row: Int) -> Range<Int> {
        row + 1 < starts.count ? Int(starts[row])..<Int(starts[row + 1]) : 0..<0
    }

    /// Names that begin with a text, shortest and equal ones first; at most `limit`.
    func names(beginningWith text: [UInt32], limit: Int) -> ArraySlice<Int32> {
        guard !text.isEmpty else { return [] }
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if self[Int(sorted[middle])].lexicographicallyPrecedes(text) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var end = low
        while end < sorted.count, end - low < limit, self[Int(sorted[end])].starts(with: text) { end += 1 }
        return sorted[low..<end]
    }

    /// Names that differ from a text as a whole by a slip or two, with the number of slips.
    ///
    /// Latin names of 4 to 7 letters may differ by one, longer ones by two; Chinese names of three characters or more by
    /// one.
    /// - Complexity: O(names) on one word a name, then letter by letter for at most 20,000 of the rest.
    func names(near text: [UInt32]) -> [(name: Int, distance: Int)] {
        guard text.count >= 2 else { return [] }
        let mask = EditDistance.mask(text)
        var found: [(name: Int, distance: Int)] = []
        var left = NameShelf.comparisons
        for name in masks.indices where (masks[name] ^ mask).nonzeroBitCount <= 4 {
            let length = Int(ends[name + 1] - ends[name])
            guard abs(length - text.count) <= 2 else { continue }
            let limit = NameShelf.slips(self[name])
            guard limit > 0, (masks[name] ^ mask).nonzeroBitCount <= 2 * limit else { continue }
            left -= 1
            guard left >= 0 else { break }
            if let distance = EditDistance.between(text[...], self[name], atMost: limit) {
                found.append((name, distance))
            }
        }
        return found
    }

    /// How many slips a name forgives.
    static func slips(_ name: ArraySlice<UInt32>) -> Int {
        if name.contains(where: { SearchText.classOf($0) == .ideograph }) { return name.count >= 3 ? 1 : 0 }
        return name.count >= 8 ? 2 : name.count >= 4 ? 1 : 0
    }

    /// Stretches of Chinese names that a run of characters may have meant, the most frequent first.
    func stretches(near run: [UInt32], limit: Int) -> [[UInt32]] {
        guard run.count >= 3 else { return [] }
        let mask = EditDistance.mask(run)
        var counts: [[UInt32]: Int] = [:]
        var left = NameShelf.comparisons / 4
        for name in masks.indices where (mask & ~masks[name]).nonzeroBitCount <= 1 {
            left -= 1
            guard left >= 0 else { break }
            let text = self[name]
            if let range = EditDistance.window(of: run, in: text) {
                counts[Array(text[range]), default: 0] += 1
            }
        }
        let ranked = counts.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            if left.key.count != right.key.count { return left.key.count > right.key.count }
            return left.key.lexicographicallyPrecedes(right.key)
        }
        return ranked.prefix(limit).map(\.key)
    }
}
