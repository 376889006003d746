import Ecosystem

/// Finds what a mistyped word may have meant.
enum NearestText {
    /// The code of a vocabulary that is most like a word, or whose label in either language it is.
    static func term(_ word: String, in vocabulary: Vocabulary) -> String? {
        let folded = HeaderText.normalized(word)
        for term in vocabulary.terms {
            if HeaderText.normalized(term.code) == folded || HeaderText.normalized(term.label.en) == folded
                || HeaderText.normalized(term.label.zh) == folded
            {
                return term.code
            }
        }
        let wanted = Array(word.lowercased().utf8.prefix(60))
        var best: (distance: Int, code: String)?
        for term in vocabulary.terms {
            let limit = (best?.distance ?? max(2, wanted.count / 3) + 1) - 1
            guard limit >= 0 else { break }
            if let found = distance(wanted, Array(term.code.utf8), atMost: limit) {
                best = (found, term.code)
            }
        }
        return best?.code
    }

    /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other,
    /// or `nil` where there are more than `limit`.
    ///
    /// Only a band of the table is computed (Ukkonen).
    static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
        right.withUnsafeBufferPointer { distance(left, $0, atMost: limit) }
    }

    static func distance(_ left: [UInt8], _ right: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        let far = limit + 1
        var before = [Int](repeating: far, count: right.count + 1)
        var above = [Int](repeating: far, count: right.count + 1)
        var row = above
        for j in 0...right.count { above[j] = min(j, far) }
        for i in 0..<left.count {
            let first = max(0, i - limit)
            let last = min(right.count - 1, i + limit)
            row[first] = first == 0 ? min(i + 1, far) : far
            var least = row[first]
            if first <= last {
                for j in first...last {
                    var value = above[j] + (left[i] == right[j] ? 0 : 1)
                    if j < i + limit { value = min(value, above[j + 1] + 1) }
                    value = min(value, row[j] + 1)
                    if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                        value = min(value, before[j - 1] + 1)
                    }
                    row[j + 1] = min(value, far)
                    least = min(least, row[j + 1])
                }
            }
            if last + 2 <= right.count { row[last + 2] = far }
            if least > limit { return nil }
            (before, above, row) = (above, row, before)
        }
        return above[right.count] <= limit ? above[right.count] : nil
    }
}
