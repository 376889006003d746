import CMinizip

/// What a ZIP archive may hold before it is refused.
public struct ZipLimits: Sendable, Equatable {
    /// How many entries.
    public var maximumEntries: Int
    /// The unpacked bytes of one entry.
    public var maximumEntryBytes: Int
    /// The unpacked bytes of all entries together.
    public var maximumTotalBytes: Int
    /// How many times larger than packed an entry above 1 MiB may be.
    public var maximumRatio: Int
    /// How many folders deep a name may go.
    public var maximumDepth: Int

    /// Defaults: 10,000 entries, 1 GiB an entry, 2 GiB in all, 300 times, 16 folders.
    public init(
        maximumEntries: Int = 10_000, maximumEntryBytes: Int = 1 << 30, maximumTotalBytes: Int = 1 << 31,
        maximumRatio: Int = 300, maximumDepth: Int = 16
    ) {
        self.maximumEntries = maximumEntries
        self.maximumEntryBytes = maximumEntryBytes
        self.maximumTotalBytes = maximumTotalBytes
        self.maximumRatio = maximumRatio
        self.maximumDepth = maximumDepth
    }
}

/// Reads a ZIP archive that nobody vouches for.
///
/// The directory is checked before anything is unpacked: encryption, unknown compression, names that leave the folder, names
/// that occur twice, too many entries, sizes and ratios of a bomb are refused. An archive inside the archive is an entry
/// like any other and is never opened. Not safe to share between threads.
public final class ZipReader {
    /// One file of the archive; folders are left out.
    public struct Entry: Sendable, Equatable {
        /// The name with its folders, `/` between them.
        public let name: String
        /// The number of bytes when unpacked, as the directory states it.
        public let size: Int
        /// The number of bytes as packed.
        public let compressedSize: Int

        let directoryOffset: UInt64
        let number: UInt64
    }

    /// The files in the order of the directory.
    public let entries: [Entry]
    /// The limits it was opened with.
    public let limits: ZipLimits

    private let file: String?
    private let input: ZipInput
    /// Nil for an archive without entries, which minizip does not open.
    private let handle: unzFile?

    /// Opens the archive at `path`.
    public convenience init(path: String, limits: ZipLimits = ZipLimits()) throws(SheetError) {
        try self.init(ZipInput(FileInput(path: path)), limits: limits, file: path)
    }

    /// Opens an archive in memory.
    public convenience init(
        bytes: [UInt8], limits: ZipLimits = ZipLimits(), file: String? = nil
    ) throws(SheetError) {
        try self.init(ZipInput(bytes: bytes), limits: limits, file: file)
    }

    private init(_ input: ZipInput, limits: ZipLimits, file: String?) throws(SheetError) {
        self.input = input
        self.limits = limits
        self.file = file
        guard !input.isEmptyArchive else {
            entries = []
            handle = nil
            return
        }
        var functions = ZipInput.functions(for: input)
        guard let opened = unzOpen2_64("", &functions) else {
            throw ZipReader.damaged(file, SheetText(en: "is not a ZIP archive", zh: "不是 ZIP 压缩包"))
        }
        do throws(SheetError) {
            entries = try ZipDirectory.entries(opened, limits: limits, fileSize: input.size)
        } catch {
            unzClose(opened)
            throw error.named(file)
        }
        handle = opened
    }

    deinit { if let handle { unzClose(handle) } }

    /// The entry of this name, exactly.
    public func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

    /// Unpacks an entry piece by piece. That its bytes are whole is known only when all are read: a wrong checksum is
    /// thrown after the last piece.
    public func read(_ entry: Entry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        var position = unz64_file_pos(pos_in_zip_directory: entry.directoryOffset, num_of_file: entry.number)
        guard unzGoToFilePos64(handle, &position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
            throw damage(entry)
        }
        var isOpen = true
        defer { if isOpen { unzCloseCurrentFile(handle) } }
        let capacity = 1 << 16
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
        defer { buffer.deallocate() }
        var total = 0
        while true {
            let count = Int(unzReadCurrentFile(handle, buffer.baseAddress, UInt32(capacity)))
            guard count >= 0 else { throw damage(entry) }
            if count == 0 { break }
            total += count
            guard total <= entry.size else { throw damage(entry) }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        isOpen = false
        guard unzCloseCurrentFile(handle) == UNZ_OK, total == entry.size else { throw damage(entry) }
    }

    /// The whole entry; refused above `limit` bytes.
    public func bytes(of entry: Entry, limit: Int = 1 << 28) throws -> [UInt8] {
        guard entry.size <= limit else {
            throw SheetError(
                .tooLarge,
                SheetText(
                    en: "the entry has \(entry.size) bytes, more than \(limit)",
                    zh: "该条目有 \(entry.size) 字节，超过 \(limit)"),
                advice: SheetText(en: "Split the file", zh: "请拆分文件"), file: file, sheet: entry.name)
        }
        var result: [UInt8] = []
        result.reserveCapacity(entry.size)
        try read(entry) { result.append(contentsOf: $0) }
        return result
    }

    private func damage(_ entry: Entry) -> SheetError {
        var error = ZipReader.damaged(
            file,
            SheetText(
                en: "the packed entry is damaged (wrong checksum or length)", zh: "压缩条目已损坏（校验和或长度不符）"))
        error.sheet = entry.name
        return error
    }

    static func damaged(_ file: String?, _ reason: SheetText) -> SheetError {
        SheetError(
            .malformed, reason,
            advice: SheetText(en: "Save or send the file again", zh: "请重新保存或重新传送文件"), file: file)
    }
}
