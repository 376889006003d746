#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Memory of zero bytes. A large block comes from the system page by page as it is written, and goes back whole when it is freed.
@usableFromInline
enum ZeroedMemory {
    /// From how many bytes on a block is asked of the system.
    private static let large = 1 << 20

    @usableFromInline
    static func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
        if bytes >= large,
            let found = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            found != MAP_FAILED
        {
            return found
        }
        guard bytes < large else {
            // The system has no more; the ordinary way ends the program with its own words.
            return UnsafeMutableRawPointer.allocate(byteCount: .max, alignment: 64)
        }
        let found = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        found.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        return found
    }

    @usableFromInline
    static func free(_ start: UnsafeMutableRawPointer, _ bytes: Int) {
        guard bytes >= large else { return start.deallocate() }
        munmap(start, bytes)
    }
}
