/// Every distinct text of a model, stored once and named by a number.
///
/// The bytes lie in one array and an open-addressing table finds a text by its hash, so that a million records need
/// no million strings. Number 0 is the empty text, which means "not stated".
public struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    private var slots: [UInt32]
    private var mask: Int

    /// An empty pool with room for about `capacity` distinct texts.
    public init(capacity: Int = 1024) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        mask = size - 1
    }

    /// Distinct texts, the empty one included.
    public var count: Int { ends.count }

    /// The text with this number; the empty text for a number out of range.
    public func text(_ id: UInt32) -> String {
        let range = range(of: id)
        return range.isEmpty ? "" : String(decoding: bytes[range], as: UTF8.self)
    }

    /// Calls `body` with the bytes of a text.
    @inlinable
    public func withBytes<R>(of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: id)])) }
    }

    @usableFromInline var storage: [UInt8] { bytes }

    @usableFromInline func range(of id: UInt32) -> Range<Int> {
        let index = Int(id)
        guard index > 0, index < ends.count else { return 0..<0 }
        return Int(ends[index - 1])..<Int(ends[index])
    }

    /// The number of a text, or `nil` where no record holds it.
    ///
    /// - Complexity: O(length) expected.
    public func find(_ text: some StringProtocol) -> UInt32? {
        var copy = String(text)
        return copy.withUTF8 { find($0) }
    }

    /// The number of a text given as UTF-8.
    public func find(_ text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        if text.isEmpty { return 0 }
        let slot = slot(for: text)
        return slots[slot] == 0 ? nil : slots[slot]
    }

    /// The number of a text, which is added where it is new.
    public mutating func intern(_ text: some StringProtocol) -> UInt32 {
        var copy = String(text)
        return copy.withUTF8 { intern($0) }
    }

    /// The number of a text given as UTF-8, which is added where it is new.
    ///
    /// The pool holds at most 4 GiB of text; beyond that, further new texts read as empty.
    public mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if text.isEmpty { return 0 }
        let slot = slot(for: text)
        if slots[slot] != 0 { return slots[slot] }
        guard let end = UInt32(exactly: bytes.count + text.count) else { return 0 }
        let id = UInt32(truncatingIfNeeded: ends.count)
        bytes.append(contentsOf: text)
        ends.append(end)
        slots[slot] = id
        if ends.count * 10 > slots.count * 7 { grow() }
        return id
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        mask = slots.count - 1
        bytes.withUnsafeBufferPointer { all in
            for id in 1..<ends.count {
                let text = UnsafeBufferPointer(rebasing: all[Int(ends[id - 1])..<Int(ends[id])])
                var slot = Int(truncatingIfNeeded: TextPool.hash(text)) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = UInt32(truncatingIfNeeded: id)
            }
        }
    }

    private func slot(for text: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { all in
            slots.withUnsafeBufferPointer { slots in
                ends.withUnsafeBufferPointer { ends in
                    var slot = Int(truncatingIfNeeded: TextPool.hash(text)) & mask
                    while slots[slot] != 0 {
                        let id = Int(slots[slot])
                        let start = Int(ends[id - 1])
                        if Int(ends[id]) - start == text.count,
                            TextPool.equal(all, start, text)
                        {
                            return slot
                        }
                        slot = (slot + 1) & mask
                    }
                    return slot
                }
            }
        }
    }

    private static func equal(
        _ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        for index in 0..<text.count where all[start + index] != text[index] { return false }
        return true
    }

    /// A fixed hash (eight bytes at a time, multiply and fold), the same on every run.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
        let raw = UnsafeRawBufferPointer(text)
        var index = 0
        while index + 8 <= raw.count {
            hash = fold(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var tail: UInt64 = 0
        while index < raw.count {
            tail = tail << 8 | UInt64(raw[index])
            index += 1
        }
        return fold(hash ^ tail)
    }

    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
