import Kernels

/// Changes bytes the way faults and attacks do, by seed.
struct Mutator {
    var generator: SeededGenerator
    private static let tokens: [[UInt8]] =
        [
            "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\u{FEFF}", "{", "}", "[", "]", ":", "null", "true",
            "-", "1e999",
            "9223372036854775808", "-1", "0", "NaN", "\\u0000", "\\ud800", "../../etc/passwd", "http://a/b",
            "'=1+1", "=1+1",
            "id", "name_zh", "编号", "中文名称", "经度", "table", "columns", "changes", "add", "set", "remove", "yes",
            "\u{0}",
            "<", "&amp;", "&#0;", "]]>", "<c r=\"A1\"><v>1</v></c>", "<row r=\"99999999\">", "gcj02",
            "2014-02-30",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x81, 0x30], [0xFE, 0xFF], [0xF4, 0x90, 0x80, 0x80],
        ]

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// A changed copy: mostly one change, seldom up to six.
    mutating func change(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
        var out = bytes
        let changes = 1 + generator.next(below: 1 + generator.next(below: 6))
        for _ in 0..<changes {
            let place = generator.next(below: out.count + 1)
            switch generator.next(below: 9) {
            case 0 where place < out.count: out[place] ^= UInt8(1 << generator.next(below: 8))
            case 1 where place < out.count: out[place] = UInt8(generator.next(below: 256))
            case 2:
                let end = min(out.count, place + generator.next(below: 40))
                out.removeSubrange(place..<end)
            case 3, 4:
                out.insert(contentsOf: Self.tokens[generator.next(below: Self.tokens.count)], at: place)
            case 5 where place < out.count:
                let token = Self.tokens[generator.next(below: Self.tokens.count)]
                out.replaceSubrange(place..<min(out.count, place + token.count), with: token)
            case 6:
                let end = min(out.count, place + generator.next(below: 200))
                out.insert(contentsOf: Array(out[place..<end]), at: place)
            case 7 where !other.isEmpty:
                let from = generator.next(below: other.count)
                let piece = other[from..<min(other.count, from + generator.next(below: 120))]
                out.insert(contentsOf: piece, at: place)
            case 8 where generator.next(below: 4) == 0: out.removeSubrange(place...)
            default: if place < out.count { out.swapAt(place, generator.next(below: out.count)) }
            }
        }
        return out
    }
}
