#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A regular file, read in pieces through its descriptor.
final class FileInput: RawInput {
    let path: String
    let size: Int
    private let descriptor: Int32

    init(path: String) throws(SheetError) {
        self.path = path
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else {
            throw SheetError(
                .unreadable,
                SheetText(en: "cannot be opened (\(systemMessage()))", zh: "无法打开(\(systemMessage()))"),
                advice: SheetText(en: "Check the path and the permissions", zh: "请检查路径和权限"), file: path)
        }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw SheetError(
                .unreadable, SheetText(en: "is not a regular file", zh: "不是普通文件"),
                advice: SheetText(en: "Name a file, not a folder or a pipe", zh: "请指定文件，而不是文件夹或管道"),
                file: path)
        }
        descriptor = opened
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    func read(into target: UnsafeMutablePointer<UInt8>, capacity: Int) throws(SheetError) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, target, capacity)
            #elseif canImport(Musl)
            let count = Musl.read(descriptor, target, capacity)
            #else
            let count = Darwin.read(descriptor, target, capacity)
            #endif
            if count >= 0 { return count }
            if errno == EINTR { continue }
            throw failure()
        }
    }

    func seek(to offset: Int) throws(SheetError) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else { throw failure() }
    }

    private func failure() -> SheetError {
        SheetError(
            .unreadable, SheetText(en: "cannot be read (\(systemMessage()))", zh: "无法读取(\(systemMessage()))"),
            advice: SheetText(en: "Check the disk and try again", zh: "请检查磁盘后重试"), file: path)
    }
}

/// What the operating system says about the last failure.
func systemMessage() -> String {
    let code = errno
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
}
