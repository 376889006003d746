import CMinizip

/// Files packed with gzip (RFC 1952), as statistics are often published: unpacked whole, within a limit.
public enum GzipFile {
    /// Whether bytes begin as a gzip file does.
    public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// The bytes inside; several members one after the other are read as one file.
    ///
    /// - Throws: ``SheetError`` where the file is damaged, ends early or unpacks to more than `limit` bytes.
    public static func unpacked(_ bytes: [UInt8], limit: Int) throws(SheetError) -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, 16 for a gzip head.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw damaged("gzip cannot be started", "无法启动 gzip")
        }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        let failure: SheetError? = input.withUnsafeMutableBufferPointer { (given) -> SheetError? in
            stream.next_in = given.baseAddress
            stream.avail_in = UInt32(clamping: given.count)
            while true {
                let (code, made) = piece.withUnsafeMutableBufferPointer { (room) -> (CInt, Int) in
                    stream.next_out = room.baseAddress
                    stream.avail_out = UInt32(room.count)
                    let code = inflate(&stream, Z_NO_FLUSH)
                    return (code, room.count - Int(stream.avail_out))
                }
                guard output.count + made <= limit else {
                    return SheetError(
                        .tooLarge,
                        SheetText(en: "it unpacks to more than \(limit) bytes", zh: "解压后超过 \(limit) 字节"),
                        advice: SheetText(en: "Split it", zh: "请拆分文件"))
                }
                output += piece[..<made]
                switch code {
                case Z_OK where made > 0 || stream.avail_in > 0: continue
                case Z_STREAM_END:
                    if stream.avail_in == 0 { return nil }
                    guard inflateReset(&stream) == Z_OK else {
                        return damaged("the packed file is damaged", "压缩文件损坏")
                    }
                default: return damaged("the packed file is damaged or ends early", "压缩文件损坏或不完整")
                }
            }
        }
        if let failure { throw failure }
        return output
    }

    private static func damaged(_ en: String, _ zh: String) -> SheetError {
        SheetError(
            .malformed, SheetText(en: en, zh: zh),
            advice: SheetText(en: "Fetch it again or unpack it by hand", zh: "请重新获取或手工解压"))
    }
}
