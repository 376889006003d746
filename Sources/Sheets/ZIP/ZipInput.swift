import CMinizip

/// The bytes of an archive for minizip, which reads its directory almost byte by byte: a small buffer stands between it and
/// the file.
final class ZipInput {
    let size: Int
    private let source: any RawInput
    private let owned: UnsafeMutableRawBufferPointer?
    private let capacity = 1 << 14
    private let buffer: UnsafeMutablePointer<UInt8>
    private var bufferStart = 0
    private var bufferCount = 0
    private(set) var position = 0
    private(set) var hasFailed = false

    init(_ source: some RawInput) {
        self.source = source
        owned = nil
        size = source.size
        buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    }

    init(bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        copy.copyBytes(from: bytes)
        owned = copy
        source = MemoryInput(UnsafeRawBufferPointer(copy))
        size = bytes.count
        buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    }

    deinit {
        buffer.deallocate()
        owned?.deallocate()
    }

    func read(into target: UnsafeMutableRawPointer, count: Int) -> Int {
        var done = 0
        while done < count, position < size {
            if position < bufferStart || position >= bufferStart + bufferCount {
                do throws(SheetError) {
                    try source.seek(to: position)
                    bufferStart = position
                    bufferCount = try source.read(into: buffer, capacity: capacity)
                } catch {
                    hasFailed = true
                    bufferCount = 0
                }
                if bufferCount == 0 { break }
            }
            let offset = position - bufferStart
            let piece = min(count - done, bufferCount - offset)
            (target + done).copyMemory(from: buffer + offset, byteCount: piece)
            done += piece
            position += piece
        }
        return done
    }

    /// True where the end record of the directory stands at the very beginning.
    var isEmptyArchive: Bool {
        var start: UInt32 = 0
        position = 0
        let count = withUnsafeMutableBytes(of: &start) { target in
            target.baseAddress.map { read(into: $0, count: target.count) } ?? 0
        }
        position = 0
        return size >= 22 && count == 4 && UInt32(littleEndian: start) == 0x0605_4B50
    }

    /// Moves to `offset` from the start, the current place or the end; false where that lies outside the file.
    func seek(_ offset: UInt64, origin: Int32) -> Bool {
        let base = origin == ZLIB_FILEFUNC_SEEK_CUR ? position : origin == ZLIB_FILEFUNC_SEEK_END ? size : 0
        guard let distance = Int(exactly: offset) else { return false }
        let (target, isOver) = base.addingReportingOverflow(distance)
        guard !isOver, target <= size else { return false }
        position = target
        return true
    }

    /// The functions that minizip calls; `input` must outlive the archive.
    static func functions(for input: ZipInput) -> zlib_filefunc64_def {
        zlib_filefunc64_def(
            zopen64_file: zipInputOpen, zread_file: zipInputRead, zwrite_file: zipInputWrite,
            ztell64_file: zipInputTell, zseek64_file: zipInputSeek, zclose_file: zipInputClose,
            zerror_file: zipInputError, opaque: Unmanaged.passUnretained(input).toOpaque())
    }
}

private func zipInput(_ pointer: UnsafeMutableRawPointer?) -> ZipInput? {
    pointer.map { Unmanaged<ZipInput>.fromOpaque($0).takeUnretainedValue() }
}

private func zipInputOpen(
    _ opaque: UnsafeMutableRawPointer?, _ name: UnsafeRawPointer?, _ mode: Int32
) -> UnsafeMutableRawPointer? { opaque }

private func zipInputRead(
    _ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?,
    _ target: UnsafeMutableRawPointer?,
    _ count: UInt
) -> UInt {
    guard let input = zipInput(opaque), let target else { return 0 }
    return UInt(input.read(into: target, count: Int(clamping: count)))
}

private func zipInputWrite(
    _ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?, _ source: UnsafeRawPointer?,
    _ count: UInt
) -> UInt { 0 }

private func zipInputTell(_ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?) -> UInt64 {
    UInt64(clamping: zipInput(opaque)?.position ?? 0)
}

private func zipInputSeek(
    _ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?, _ offset: UInt64, _ origin: Int32
) -> Int { zipInput(opaque)?.seek(offset, origin: origin) == true ? 0 : -1 }

private func zipInputClose(_ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?) -> Int32 {
    0
}

private func zipInputError(_ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?) -> Int32 {
    zipInput(opaque)?.hasFailed == true ? -1 : 0
}
