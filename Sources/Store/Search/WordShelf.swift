/// The Latin words of a package, to find the one that a mistyped word may have meant.
struct WordShelf: Sendable {
    private var words: [[UInt32]] = []
    private var masks: [UInt64] = []
    private var counts: [Int] = []

    /// The most words that are compared letter by letter for one query word.
    private static let comparisons = 20_000

    /// Adds a word that `count` records hold.
    mutating func add(_ word: String, count: Int) {
        let scalars = word.unicodeScalars.map(\.value)
        guard scalars.count >= 3, scalars.allSatisfy({ SearchText.classOf($0) == .word }),
            !scalars.allSatisfy(SearchText.isDigit)
        else { return }
        words.append(scalars)
        masks.append(EditDistance.mask(scalars))
        counts.append(count)
    }

    /// Words that a mistyped one may have meant, the nearest and most frequent first.
    ///
    /// Words of 4 to 7 letters may differ by one letter, longer ones by two.
    /// - Complexity: O(words) on one mask a word.
    func words(near word: [UInt32], limit: Int) -> [String] {
        let slips = word.count >= 8 ? 2 : word.count >= 4 ? 1 : 0
        guard slips > 0 else { return [] }
        let mask = EditDistance.mask(word)
        var found: [(index: Int, distance: Int)] = []
        var left = WordShelf.comparisons
        for index in words.indices
        where (masks[index] ^ mask).nonzeroBitCount <= 2 * slips
            && abs(words[index].count - word.count) <= slips
        {
            left -= 1
            guard left >= 0 else { break }
            if let distance = EditDistance.between(word[...], words[index][...], atMost: slips) {
                found.append((index, distance))
            }
        }
        found.sort { left, right in
            if left.distance != right.distance { return left.distance < right.distance }
            if counts[left.index] != counts[right.index] { return counts[left.index] > counts[right.index] }
            return left.index < right.index
        }
        return found.prefix(limit).map { SearchText.string(words[$0.index]) }
    }
}
