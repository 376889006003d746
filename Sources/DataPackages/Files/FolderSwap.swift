#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Exchanges two folders in one step, where the system can.
enum FolderSwap {
    private typealias Rename =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

    /// Exchanges the two names atomically (`renameat2` of Linux); `false` where the system or the file system cannot.
    static func exchange(_ left: String, _ right: String) -> Bool {
        #if os(Linux)
        // The function has no prototype in the imported headers; it is there since glibc 2.28.
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        let rename = unsafeBitCast(symbol, to: Rename.self)
        let exchangeFlag: UInt32 = 2
        return rename(AT_FDCWD, left, AT_FDCWD, right, exchangeFlag) == 0
        #else
        return false
        #endif
    }
}
