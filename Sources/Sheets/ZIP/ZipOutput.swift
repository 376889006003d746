import CMinizip

/// Where minizip writes an archive: memory or a file that appears when it is complete.
final class ZipOutput {
    private(set) var bytes: [UInt8] = []
    private var position = 0
    private let file: AtomicFile?
    /// The first failure of the file.
    private(set) var failure: SheetError?

    init(_ file: AtomicFile?) { self.file = file }

    func write(_ source: UnsafeRawBufferPointer) -> Int {
        if let file {
            do throws(SheetError) {
                try file.write(source)
            } catch {
                failure = failure ?? error
                return 0
            }
        } else if position == bytes.count {
            bytes.append(contentsOf: source)
        } else {
            for (offset, byte) in source.enumerated() {
                if position + offset < bytes.count {
                    bytes[position + offset] = byte
                } else {
                    bytes.append(byte)
                }
            }
        }
        position += source.count
        return source.count
    }

    var place: Int { position }

    func seek(_ offset: UInt64, origin: Int32) -> Bool {
        guard origin == ZLIB_FILEFUNC_SEEK_SET, let target = Int(exactly: offset) else {
            return origin == ZLIB_FILEFUNC_SEEK_CUR && offset == 0
        }
        guard file != nil || target <= bytes.count else { return false }
        do throws(SheetError) {
            try file?.seek(to: target)
        } catch {
            failure = failure ?? error
            return false
        }
        position = target
        return true
    }

    /// The functions that minizip calls; `output` must outlive the archive.
    static func functions(for output: ZipOutput) -> zlib_filefunc64_def {
        zlib_filefunc64_def(
            zopen64_file: zipOutputOpen, zread_file: zipOutputRead, zwrite_file: zipOutputWrite,
            ztell64_file: zipOutputTell, zseek64_file: zipOutputSeek, zclose_file: zipOutputClose,
            zerror_file: zipOutputError, opaque: Unmanaged.passUnretained(output).toOpaque())
    }
}

private func zipOutput(_ pointer: UnsafeMutableRawPointer?) -> ZipOutput? {
    pointer.map { Unmanaged<ZipOutput>.fromOpaque($0).takeUnretainedValue() }
}

private func zipOutputOpen(
    _ opaque: UnsafeMutableRawPointer?, _ name: UnsafeRawPointer?, _ mode: Int32
) -> UnsafeMutableRawPointer? { opaque }

private func zipOutputRead(
    _ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?,
    _ target: UnsafeMutableRawPointer?,
    _ count: UInt
) -> UInt { 0 }

private func zipOutputWrite(
    _ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?, _ source: UnsafeRawPointer?,
    _ count: UInt
) -> UInt {
    guard let output = zipOutput(opaque), let source else { return 0 }
    return UInt(output.write(UnsafeRawBufferPointer(start: source, count: Int(clamping: count))))
}

private func zipOutputTell(_ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?) -> UInt64 {
    UInt64(clamping: zipOutput(opaque)?.place ?? 0)
}

private func zipOutputSeek(
    _ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?, _ offset: UInt64, _ origin: Int32
) -> Int { zipOutput(opaque)?.seek(offset, origin: origin) == true ? 0 : -1 }

private func zipOutputClose(_ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?) -> Int32 {
    0
}

private func zipOutputError(_ opaque: UnsafeMutableRawPointer?, _ stream: UnsafeMutableRawPointer?) -> Int32 {
    zipOutput(opaque)?.failure == nil ? 0 : -1
}
