/// Strict validation of UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
enum UTF8Check {
    /// Where validation stopped.
    struct Result {
        /// How many bytes from the start are whole, valid characters.
        var valid: Int
        /// True where the bytes after `valid` are the beginning of a character that the end of the buffer cuts off.
        var isCutOff: Bool
        /// How many characters of three or more bytes were seen.
        var wideCharacters: Int
        /// True where a zero byte was seen.
        var hasNUL: Bool
    }

    /// Validates `count` bytes; O(count), about eight bytes a step in ASCII text.
    static func scan(_ bytes: UnsafePointer<UInt8>, count: Int) -> Result {
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        let raw = UnsafeRawPointer(bytes)
        var result = Result(valid: 0, isCutOff: false, wideCharacters: 0, hasNUL: false)
        var zero: UInt64 = 0
        var i = 0
        var wide = 0
        while i < count {
            if bytes[i] < 0x80 {
                while i &+ 32 <= count {
                    let a = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
                    let b = raw.loadUnaligned(fromByteOffset: i &+ 8, as: UInt64.self)
                    let c = raw.loadUnaligned(fromByteOffset: i &+ 16, as: UInt64.self)
                    let d = raw.loadUnaligned(fromByteOffset: i &+ 24, as: UInt64.self)
                    guard (a | b | c | d) & high == 0 else { break }
                    // A word of ASCII bytes borrows into a high bit exactly where one of them is zero.
                    zero |= (a &- ones) | (b &- ones) | (c &- ones) | (d &- ones)
                    i &+= 32
                }
                while i < count, bytes[i] < 0x80 {
                    if bytes[i] == 0 { zero |= high }
                    i &+= 1
                }
                continue
            }
            // Chinese text: three bytes a character, most often several in a row.
            while i &+ 4 <= count {
                let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt32.self))
                guard word & 0x00C0_C0F0 == 0x0080_80E0 else { break }
                let first = UInt8(truncatingIfNeeded: word)
                let second = UInt8(truncatingIfNeeded: word >> 8)
                if (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) { break }
                wide &+= 1
                i &+= 3
            }
            guard i < count, bytes[i] >= 0x80 else { continue }
            let length = sequenceLength(bytes + i, available: count &- i)
            guard length > 0 else {
                result.isCutOff = length < 0
                break
            }
            if length > 2 { wide &+= 1 }
            i &+= length
        }
        result.valid = i
        result.wideCharacters = wide
        result.hasNUL = zero & high != 0
        return result
    }

    /// The length of the character at `bytes`; 0 where it is invalid, −1 where it is valid so far but cut off.
    static func sequenceLength(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int {
        let first = bytes[0]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if first == 0xE0 { low = 0xA0 }
            if first == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if first == 0xF0 { low = 0x90 }
            if first == 0xF4 { high = 0x8F }
        default: return 0
        }
        for k in 1..<length {
            guard k < available else { return -1 }
            guard bytes[k] >= low, bytes[k] <= high else { return 0 }
            low = 0x80
            high = 0xBF
        }
        return length
    }
}
