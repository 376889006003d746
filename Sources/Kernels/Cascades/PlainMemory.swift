/// Memory for a fixed number of plain values, zeroed at first and freed with its owner.
///
/// Hot loops read it by pointer, without the checks and the reference counts of an array. Who holds one sees to it that
/// two threads never write the same one.
public final class PlainMemory<Element: BitwiseCopyable>: @unchecked Sendable {
    /// The first value.
    public let start: UnsafeMutablePointer<Element>
    /// How many there are.
    public let count: Int

    /// So many values, all zero bits, the first on a boundary of 64 bytes.
    @inlinable
    public init(_ count: Int) {
        self.count = count
        start = ZeroedMemory.allocate(max(1, count) * MemoryLayout<Element>.stride)
            .bindMemory(to: Element.self, capacity: max(1, count))
    }

    /// These values.
    @inlinable
    public convenience init(_ values: [Element]) {
        self.init(values.count)
        for (index, value) in values.enumerated() { start[index] = value }
    }

    deinit {
        ZeroedMemory.free(
            UnsafeMutableRawPointer(start), max(1, count) * MemoryLayout<Element>.stride)
    }

    /// A value, without a check of its place.
    @inlinable @inline(__always)
    public subscript(_ index: Int) -> Element {
        get { start[index] }
        set { start[index] = newValue }
    }
}
