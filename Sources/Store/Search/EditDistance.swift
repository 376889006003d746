/// How many letters two texts differ by: insertions, deletions, substitutions and swaps of neighbours (optimal string
/// alignment), computed in a band around the diagonal (Ukkonen 1985).
enum EditDistance {
    /// A set of characters as 64 bits. One edit changes at most two bits, so that most texts are told apart without
    /// being compared.
    static func mask(_ scalars: some Sequence<UInt32>) -> UInt64 {
        var mask: UInt64 = 0
        for value in scalars {
            switch value {
            case 0x61...0x7A: mask |= 1 << UInt64(value - 0x61)
            case 0x30...0x39: mask |= 1 << UInt64(26 + value - 0x30)
            default: mask |= 1 << UInt64(36 + (value &* 0x9E37_79B1 >> 16) % 28)
            }
        }
        return mask
    }

    /// The distance, or `nil` where it is above `limit`.
    static func between(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        let left = Array(left)
        let right = Array(right)
        let far = limit + 1
        var before = [Int](repeating: far, count: right.count + 1)
        var above = (0...right.count).map { min($0, far) }
        var row = [Int](repeating: far, count: right.count + 1)
        for i in left.indices {
            let first = max(0, i - limit)
            let last = min(right.count - 1, i + limit)
            for j in 0...right.count { row[j] = far }
            if first == 0 { row[0] = min(i + 1, far) }
            var least = row[0]
            if first <= last {
                for j in first...last {
                    var value = above[j] + (left[i] == right[j] ? 0 : 1)
                    value = min(value, above[j + 1] + 1, row[j] + 1)
                    if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                        value = min(value, before[j - 1] + 1)
                    }
                    row[j + 1] = min(value, far)
                    least = min(least, row[j + 1])
                }
            }
            if least > limit { return nil }
            (before, above, row) = (above, row, before)
        }
        return above[right.count] <= limit ? above[right.count] : nil
    }

    /// The stretch of a text that a pattern comes nearest to, where one edit at most parts them (Sellers 1980); of equal
    /// ones the first, and of those the one as long as the pattern.
    static func window(of pattern: [UInt32], in text: ArraySlice<UInt32>) -> Range<Int>? {
        guard pattern.count > 2, text.count + 1 >= pattern.count else { return nil }
        for length in [pattern.count, pattern.count + 1, pattern.count - 1] where length <= text.count {
            for start in text.startIndex...(text.endIndex - length)
            where between(pattern[...], text[start..<(start + length)], atMost: 1) != nil {
                return start..<(start + length)
            }
        }
        return nil
    }
}
