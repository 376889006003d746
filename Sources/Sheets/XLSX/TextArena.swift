/// Growing bytes at an address that can be handed out while nothing is appended.
final class TextArena {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity = 1 << 12

    init() { base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity) }

    deinit { base.deallocate() }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        if count + bytes.count > capacity {
            capacity = max(2 * capacity, count + bytes.count)
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            grown.update(from: base, count: count)
            base.deallocate()
            base = grown
        }
        (base + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    /// Forgets what stands at `count` and behind.
    func cut(to count: Int) { self.count = min(self.count, max(0, count)) }

    /// Replaces `_xHHHH_` (ST_Xstring of ECMA-376) from `start` on by the character it stands for; halves of a pair that
    /// stand alone stay as they are written.
    func decodeEscapes(from start: Int) {
        var from = start
        var to = start
        while from < count {
            if base[from] == 0x5F, let unit = escape(at: from) {
                var scalar = UInt32(unit)
                var length = 7
                if unit >= 0xD800, unit < 0xDC00, let low = escape(at: from + 7), low >= 0xDC00, low < 0xE000
                {
                    scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00
                    length = 14
                }
                if let character = Unicode.Scalar(scalar) {
                    for byte in UTF8.encode(character).map(Array.init) ?? [] {
                        base[to] = byte
                        to += 1
                    }
                    from += length
                    continue
                }
            }
            base[to] = base[from]
            to += 1
            from += 1
        }
        count = to
    }

    private func escape(at place: Int) -> UInt16? {
        guard place + 7 <= count, base[place] == 0x5F, base[place + 1] == 0x78, base[place + 6] == 0x5F else {
            return nil
        }
        var value: UInt16 = 0
        for index in 2..<6 {
            let byte = base[place + index]
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
