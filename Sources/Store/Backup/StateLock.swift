import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Says that a process works on the state folder: many may share it, and a restore has it alone.
///
/// The lock is the system's, on the file `lock` of the folder, and ends with the process whatever happens to it.
final class StateLock: Sendable {
    private let descriptor: Mutex<Int32>

    /// Takes the lock.
    ///
    /// - Throws: ``StoreError`` where another process holds it otherwise, or the folder may not be written.
    init(folder: String, isExclusive: Bool) throws(StoreError) {
        let path = folder + "/lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let why = String(cString: strerror(errno))
            throw StoreError(
                "the state folder \(folder) cannot be used: \(path) cannot be opened (\(why)); check its permissions, "
                    + "or name another with --state",
                "状态文件夹 \(folder) 无法使用：不能打开 \(path)（\(why)）；请检查权限，或用 --state 另行指定")
        }
        guard flock(file, (isExclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
            close(file)
            throw isExclusive
                ? StoreError(
                    "the state folder \(folder) is in use by a running program; stop it first",
                    "状态文件夹 \(folder) 正被运行中的程序使用；请先停止该程序")
                : StoreError(
                    "the state folder \(folder) is being restored; wait until that is done",
                    "状态文件夹 \(folder) 正在恢复；请等待完成")
        }
        descriptor = Mutex(file)
    }

    /// Gives it back.
    func release() {
        descriptor.withLock { file in
            if file >= 0 { close(file) }
            file = -1
        }
    }

    deinit { release() }
}
