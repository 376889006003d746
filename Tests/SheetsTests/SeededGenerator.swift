/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same tests everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }

    /// Text of up to `length` pieces that are awkward for tables.
    mutating func text(_ length: Int) -> String {
        let pieces = [
            "a", "Z", "0", "9", ",", ";", "\t", "\"", "\"\"", "'", "\n", "\r\n", "\r", " ", "=", "+", "-",
            "@", "京", "津冀",
            "＝", "é", "🚗", "<", "&", ">", "]]>", "-12.5", "1e3", "_x000D_", "\u{7F}", "\u{A0}", "true",
        ]
        var result = ""
        for _ in 0..<below(length + 1) { result += pieces[below(pieces.count)] }
        return result
    }

    mutating func table(rows: Int, columns: Int, length: Int = 4) -> [[String]] {
        (0..<rows).map { _ in (0..<columns).map { _ in text(length) } }
    }

    /// `count` bytes, each drawn from all values or, half of the time, from `alphabet`.
    mutating func bytes(_ count: Int, alphabet: [UInt8]) -> [UInt8] {
        (0..<count).map { _ in
            below(2) == 0 ? UInt8(truncatingIfNeeded: next()) : alphabet[below(alphabet.count)]
        }
    }

    /// `bytes` with a few of them changed, taken out, doubled or moved.
    mutating func mutated(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
        var result = bytes
        for _ in 0...below(4) {
            let place = below(result.count)
            switch below(6) {
            case 0 where !result.isEmpty: result[place] = UInt8(truncatingIfNeeded: next())
            case 1 where !result.isEmpty: result[place] = alphabet[below(alphabet.count)]
            case 2 where !result.isEmpty: result.remove(at: place)
            case 3: result.insert(alphabet[below(alphabet.count)], at: min(place, result.count))
            case 4 where !result.isEmpty:
                result.removeSubrange(place..<min(result.count, place + 1 + below(20)))
            default:
                let end = min(result.count, place + below(40))
                if place < end { result.insert(contentsOf: result[place..<end], at: below(result.count)) }
            }
        }
        return result
    }
}
