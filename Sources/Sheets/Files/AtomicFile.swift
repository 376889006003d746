#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that appears whole or not at all: it is written beside its place and renamed when it is complete and on disk.
///
/// A file that is dropped without ``commit()`` leaves the old one untouched and nothing behind.
public final class AtomicFile {
    private let path: String
    /// Where the bytes are until ``commit()``; a library that writes by name writes here.
    let temporaryPath: String
    private var descriptor: Int32

    /// Opens the temporary file; throws ``SheetError`` where the folder cannot be written.
    public init(path: String) throws(SheetError) {
        self.path = path
        var opened: Int32 = -1
        var candidate = path
        var attempt = 0
        while opened < 0, attempt < 1_000 {
            candidate = "\(path).\(getpid())-\(attempt).part"
            opened = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if opened < 0, errno != EEXIST { break }
            attempt += 1
        }
        temporaryPath = candidate
        descriptor = opened
        guard opened >= 0 else { throw AtomicFile.failure(path) }
    }

    deinit {
        if descriptor >= 0 {
            close(descriptor)
            unlink(temporaryPath)
        }
    }

    /// Appends bytes.
    public func write(_ bytes: UnsafeRawBufferPointer) throws(SheetError) {
        guard var position = bytes.baseAddress else { return }
        var left = bytes.count
        while left > 0 {
            #if canImport(Glibc)
            let count = Glibc.write(descriptor, position, left)
            #elseif canImport(Musl)
            let count = Musl.write(descriptor, position, left)
            #else
            let count = Darwin.write(descriptor, position, left)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw AtomicFile.failure(path) }
            position += count
            left -= count
        }
    }

    /// Appends bytes.
    public func write(_ bytes: [UInt8]) throws(SheetError) {
        let result: Result<Void, SheetError> = bytes.withUnsafeBytes { buffer in
            do throws(SheetError) {
                return .success(try write(buffer))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Goes to `offset`, counted from 0; the next bytes replace what stands there.
    func seek(to offset: Int) throws(SheetError) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw AtomicFile.failure(path) }
    }

    /// Puts the file in its place.
    public func commit() throws(SheetError) {
        guard descriptor >= 0 else { return }
        let isSynced = fsync(descriptor) == 0
        let isClosed = close(descriptor) == 0
        descriptor = -1
        guard isSynced, isClosed, rename(temporaryPath, path) == 0 else {
            let error = AtomicFile.failure(path)
            unlink(temporaryPath)
            throw error
        }
    }

    /// Writes `bytes` to `path` in one go.
    public static func write(_ bytes: [UInt8], to path: String) throws(SheetError) {
        let file = try AtomicFile(path: path)
        try file.write(bytes)
        try file.commit()
    }

    private static func failure(_ path: String) -> SheetError {
        SheetError(
            .unwritable,
            SheetText(en: "cannot be written (\(systemMessage()))", zh: "无法写入(\(systemMessage()))"),
            advice: SheetText(
                en: "Check the folder, its permissions and the free space", zh: "请检查文件夹、权限和剩余空间"), file: path)
    }
}
