import CMinizip

/// Writes a ZIP archive: same entries in the same order, same bytes (every entry is dated 1980-01-01, the first day that
/// the format knows).
public final class ZipWriter {
    private let output: ZipOutput
    private let handle: zipFile
    private var isClosed = false
    private var names: Set<String> = []

    private init(_ file: AtomicFile?) throws(SheetError) {
        output = ZipOutput(file)
        var functions = ZipOutput.functions(for: output)
        guard let opened = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions) else {
            throw SheetError(
                .unwritable, SheetText(en: "the archive cannot be begun", zh: "无法创建压缩包"),
                advice: SheetText(en: "Free some memory and try again", zh: "请释放内存后重试"))
        }
        handle = opened
    }

    deinit { if !isClosed { zipClose(handle, nil) } }

    /// The bytes of an archive with the entries that `body` adds.
    public static func bytes(_ body: (ZipWriter) throws -> Void) throws -> [UInt8] {
        let writer = try ZipWriter(nil)
        try body(writer)
        try writer.close()
        return writer.output.bytes
    }

    /// Writes an archive to `path`; the file appears when it is complete. Where `body` throws, the old file stays.
    public static func write(to path: String, _ body: (ZipWriter) throws -> Void) throws {
        let file = try AtomicFile(path: path)
        let writer = try ZipWriter(file)
        try body(writer)
        try writer.close()
        try file.commit()
    }

    /// Adds a file. The name is relative, with `/` between folders, and occurs once.
    public func add(_ name: String, _ bytes: [UInt8]) throws {
        try add(name) { write in try bytes.withUnsafeBytes { try write($0) } }
    }

    /// Adds a file piece by piece: `body` is given the function that takes the pieces. At most 4 GiB.
    public func add(_ name: String, _ body: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws {
        try ZipName.check(name, maximumDepth: 64)
        guard !name.hasSuffix("/"), names.insert(name).inserted else {
            throw SheetError(
                .invalidValue,
                SheetText(en: "the name \(name) is a folder or occurs twice", zh: "名称 \(name) 是文件夹或重复"),
                advice: SheetText(en: "Give every entry its own name", zh: "请为每个条目取不同的名称"))
        }
        var info = zip_fileinfo()
        info.dosDate = 1 << 21 | 1 << 16  // year 0 of the format, month 1, day 1, midnight
        let deflated: Int32 = 8
        let utf8Flag: UInt = 1 << 11
        let status = zipOpenNewFileInZip4_64(
            handle, name, &info, nil, 0, nil, 0, nil, deflated, 6, 0, -15, 8, 0, nil, 0, 0, utf8Flag, 0)
        guard status == ZIP_OK else { throw failure(name) }
        var total = 0
        do {
            try body { piece in
                var rest = piece
                while !rest.isEmpty {
                    let count = min(rest.count, 1 << 24)
                    total += count
                    guard total < 0xFFFF_FFFF,
                        zipWriteInFileInZip(self.handle, rest.baseAddress, UInt32(count)) == ZIP_OK
                    else { throw self.failure(name) }
                    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
                }
            }
        } catch {
            zipCloseFileInZip(handle)
            throw error
        }
        guard zipCloseFileInZip(handle) == ZIP_OK else { throw failure(name) }
    }

    private func close() throws(SheetError) {
        isClosed = true
        guard zipClose(handle, nil) == ZIP_OK else { throw failure(nil) }
    }

    private func failure(_ name: String?) -> SheetError {
        output.failure
            ?? SheetError(
                .unwritable, SheetText(en: "the archive cannot be written", zh: "无法写入压缩包"),
                advice: SheetText(
                    en: "Keep every entry under 4 GiB and check the free space", zh: "每个条目请小于 4 GiB，并检查剩余空间"),
                sheet: name)
    }
}
