/// The header block of one file in a tar archive (POSIX.1-1988 `ustar`), so that any system's tools open a backup.
struct TarHeader: Sendable, Equatable {
    /// Bytes of a block.
    static let blockSize = 512
    /// The largest file that the form can say: eleven octal digits.
    static let sizeLimit = (1 << 33) - 1

    /// The file's path in the archive, parts between slashes.
    let path: String
    /// Its bytes.
    let size: Int

    /// A header; `nil` where the form cannot say path or size.
    init?(path: String, size: Int) {
        guard (1...100).contains(path.utf8.count), (0...TarHeader.sizeLimit).contains(size) else {
            return nil
        }
        self.path = path
        self.size = size
    }

    /// Reads a block; `nil` where it is no header of a plain file as this program writes it.
    init?(block: [UInt8]) {
        guard block.count == TarHeader.blockSize, block[257..<263].elementsEqual("ustar\0".utf8),
            block[156] == 0x30, block[345] == 0,
            let sum = TarHeader.octal(block[148..<156]), sum == TarHeader.checksum(block),
            let size = TarHeader.octal(block[124..<136]),
            let path = String(validating: block[0..<100].prefix { $0 != 0 }, as: UTF8.self)
        else { return nil }
        self.init(path: path, size: size)
    }

    /// The block. Owner and times are left out, so that equal contents make equal archives.
    var block: [UInt8] {
        var block = [UInt8](repeating: 0, count: TarHeader.blockSize)
        func put(_ text: String, at start: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[start + offset] = byte }
        }
        put(path, at: 0)
        put("0000600", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(TarHeader.octal(size, digits: 11), at: 124)
        put("00000000000", at: 136)
        put("0", at: 156)
        put("ustar\0", at: 257)
        put("00", at: 263)
        put(TarHeader.octal(TarHeader.checksum(block), digits: 6), at: 148)
        block[154] = 0
        block[155] = 0x20
        return block
    }

    /// Bytes that fill the last block of a file up.
    var padding: Int { (TarHeader.blockSize - size % TarHeader.blockSize) % TarHeader.blockSize }

    /// The sum of all bytes, those of the checksum read as blanks.
    private static func checksum(_ block: [UInt8]) -> Int {
        block.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 0x20 : Int($1.element)) }
    }

    private static func octal(_ bytes: ArraySlice<UInt8>) -> Int? {
        let text = bytes.prefix { $0 != 0 && $0 != 0x20 }
        guard !text.isEmpty, text.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return text.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    }

    private static func octal(_ value: Int, digits: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
