/// An archive put together byte by byte, so that tests can damage any field (APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12, 4.3.16).
struct HandmadeZip {
    struct Entry {
        var name: [UInt8]
        var content: [UInt8]
        var flag: UInt16 = 0
        var method: UInt16 = 0
        var crc: UInt32?
        var statedSize: UInt32?
    }

    var entries: [Entry] = []

    mutating func add(
        _ name: String, _ content: [UInt8] = [], flag: UInt16 = 0, method: UInt16 = 0, crc: UInt32? = nil,
        statedSize: UInt32? = nil
    ) {
        entries.append(
            Entry(
                name: Array(name.utf8), content: content, flag: flag, method: method, crc: crc,
                statedSize: statedSize))
    }

    var bytes: [UInt8] {
        var result: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(result.count)
            let crc = entry.crc ?? HandmadeZip.crc32(entry.content)
            let shared =
                word(20) + word(entry.flag) + word(entry.method) + long(1 << 21 | 1 << 16) + long(crc)
                + long(UInt32(entry.content.count)) + long(entry.statedSize ?? UInt32(entry.content.count))
                + word(UInt16(entry.name.count)) + word(0)
            result += long(0x0403_4B50) + shared + entry.name + entry.content
            directory +=
                long(0x0201_4B50) + word(20) + shared + word(0) + word(0) + word(0) + long(0) + long(offset)
                + entry.name
        }
        let start = UInt32(result.count)
        let count = word(UInt16(entries.count))
        return result + directory + long(0x0605_4B50) + word(0) + word(0) + count + count
            + long(UInt32(directory.count)) + long(start) + word(0)
    }

    private func word(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    private func long(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// The checksum of ISO 3309, bit by bit.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
