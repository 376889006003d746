/// Bytes that can be read in pieces, more than once.
protocol RawInput: AnyObject {
    /// Reads up to `capacity` bytes into `target`; 0 means the end.
    func read(into target: UnsafeMutablePointer<UInt8>, capacity: Int) throws(SheetError) -> Int
    /// Goes to `offset`, counted from 0.
    func seek(to offset: Int) throws(SheetError)
    /// The number of bytes.
    var size: Int { get }
}

/// Bytes in memory; the owner keeps them alive.
final class MemoryInput: RawInput {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var size: Int { bytes.count }

    func read(into target: UnsafeMutablePointer<UInt8>, capacity: Int) -> Int {
        let count = min(capacity, bytes.count - position)
        guard count > 0, let base = bytes.baseAddress else { return 0 }
        UnsafeMutableRawPointer(target).copyMemory(from: base + position, byteCount: count)
        position += count
        return count
    }

    func seek(to offset: Int) { position = max(0, min(offset, bytes.count)) }
}
