/// Tar archives that no backup would write.
enum HandmadeTar {
    /// An archive of these files.
    static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        files.flatMap { header($0.name, $0.bytes.count) + padded($0.bytes) }
            + [UInt8](repeating: 0, count: 1024)
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }

    private static func header(_ name: String, _ size: Int) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at start: Int) {
            for (offset, byte) in text.utf8.enumerated() { block[start + offset] = byte }
        }
        func octal(_ value: Int, _ digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: digits - text.utf8.count) + text
        }
        put(name, at: 0)
        put("0000600", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(size, 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(block.reduce(0) { $0 + Int($1) }, 6), at: 148)
        block[154] = 0
        return block
    }
}
