#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Distinct byte strings, numbered from 0 in the order of their arrival.
///
/// Strings are either inserted one by one, or appended first and indexed together: the second way lets the processor
/// wait for many places of memory at once. A slot holds the number and 32 bits of the hash, so that a search that finds
/// nothing seldom touches the bytes. Nothing but bytes, ends and slots is kept: about 16 bytes and the text a string.
final class ByteTable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var bytesCapacity: Int
    private var bytesUsed = 0
    /// `ends[n]` is where string n − 1 ends and string n begins; `ends[0]` is 0.
    private var ends: UnsafeMutablePointer<UInt32>
    private var endsCapacity: Int
    /// Number + 1 in the low half, hash in the high half; 0 is free.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var slotsUsed = 0
    private(set) var count = 0
    /// How many strings the slots know.
    private(set) var indexedCount = 0

    /// An empty table with room for some strings; memory that is not filled is not used.
    init(capacity: Int = 32) {
        var size = 64
        while size * 3 < capacity * 4 { size *= 2 }
        bytesCapacity = max(512, capacity * 16)
        bytes = Self.allocate(bytesCapacity)
        endsCapacity = max(64, capacity)
        ends = Self.allocate(endsCapacity + 1)
        ends[0] = 0
        slots = Self.allocate(size)
        slots.initialize(repeating: 0, count: size)
        mask = size - 1
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
        slots.deallocate()
    }

    /// Makes room for texts of so many bytes, at most 64 MiB ahead. Memory that is not filled is not used, while growing
    /// step by step would need the old and the new place at once.
    func reserve(bytes: Int, strings: Int) {
        guard count == 0 else { return }
        let wanted = min(bytes, 1 << 26)
        if wanted > bytesCapacity {
            self.bytes.deallocate()
            self.bytes = Self.allocate(wanted)
            bytesCapacity = wanted
        }
        let places = min(strings, 1 << 24)
        if places > endsCapacity {
            ends.deallocate()
            ends = Self.allocate(places + 1)
            ends[0] = 0
            endsCapacity = places
        }
    }

    /// Memory for `count` values; large pieces on large pages, because they are read here and there.
    private static func allocate<T: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<T> {
        let size = count * MemoryLayout<T>.stride
        guard size >= 1 << 22 else { return .allocate(capacity: count) }
        let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 1 << 21)
        #if os(Linux)
        madvise(piece, size, Int32(14))  // MADV_HUGEPAGE; a refusal does no harm
        #endif
        return piece.bindMemory(to: T.self, capacity: count)
    }

    /// The bytes of a number; valid until the next insertion.
    @inline(__always)
    func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        guard number >= 0, number < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = Int(ends[number])
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[number &+ 1]) &- start)
    }

    func string(_ number: Int) -> String { String(decoding: text(number), as: UTF8.self) }

    /// The number of a string that is indexed; −1 where it is not held.
    @inline(__always)
    func find(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        view.find(text)
    }

    func find(_ text: String) -> Int {
        var copy = text
        return copy.withUTF8 { find($0) }
    }

    /// The number of a string, which is added and indexed where it is new; −1 where 4 GiB are full.
    @inline(__always)
    func insert(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = Self.hash(text)
        let slot = slot(text, hash)
        let held = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF)
        if held != 0 { return (held &- 1, false) }
        let number = append(text)
        guard number >= 0 else { return (-1, false) }
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: number &+ 1)
        slotsUsed &+= 1
        indexedCount = count
        if slotsUsed &* 4 > (mask &+ 1) &* 3 { growSlots(to: (mask &+ 1) &* 2) }
        return (number, true)
    }

    @discardableResult
    func insert(_ text: String) -> Int {
        var copy = text
        return copy.withUTF8 { insert($0).number }
    }

    /// Adds a string without looking whether it is held; ``index(_:)`` makes it known. −1 where 4 GiB are full.
    @inline(__always)
    func append(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let end = bytesUsed &+ text.count
        if end > bytesCapacity || count == endsCapacity {
            guard end < Int(UInt32.max), count < Int(UInt32.max) - 2 else { return -1 }
            growTexts(to: end)
        }
        if let base = text.baseAddress { (bytes + bytesUsed).update(from: base, count: text.count) }
        bytesUsed = end
        count &+= 1
        ends[count] = UInt32(truncatingIfNeeded: end)
        return count &- 1
    }

    /// Makes the appended strings known; calls `isHeld` with the numbers of each one that is held already, and of the
    /// string that holds its place.
    func index(_ isHeld: (_ new: Int, _ first: Int) -> Void) {
        var size = mask + 1
        while (slotsUsed + count - indexedCount) * 4 > size * 3 { size *= 2 }
        if size > mask + 1 { growSlots(to: size) }
        while indexedCount < count {
            let number = indexedCount
            let text = text(number)
            let hash = Self.hash(text)
            let slot = slot(text, hash)
            let held = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF)
            indexedCount &+= 1
            if held == 0 {
                slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: number &+ 1)
                slotsUsed &+= 1
            } else {
                isHeld(number, held - 1)
            }
        }
    }

    /// Forgets appended strings that were never indexed.
    func removeAll() {
        guard slotsUsed == 0 else { return }
        count = 0
        indexedCount = 0
        bytesUsed = 0
    }

    /// Calls `body` with all texts one behind the other, and where each of them ends.
    func withTexts(_ body: (UnsafePointer<UInt8>, UnsafeBufferPointer<UInt32>) -> Void) {
        body(UnsafePointer(bytes), UnsafeBufferPointer(start: ends + 1, count: count))
    }

    @inline(never)
    private func growTexts(to end: Int) {
        if end > bytesCapacity {
            // A half more at a time: doubling would double the peak of a large table.
            let capacity = max(end, bytesCapacity + bytesCapacity / 2)
            let grown: UnsafeMutablePointer<UInt8> = Self.allocate(capacity)
            grown.update(from: bytes, count: bytesUsed)
            bytes.deallocate()
            bytes = grown
            bytesCapacity = capacity
        }
        if count == endsCapacity {
            let capacity = endsCapacity + endsCapacity / 2
            let grown: UnsafeMutablePointer<UInt32> = Self.allocate(capacity + 1)
            grown.update(from: ends, count: count + 1)
            ends.deallocate()
            ends = grown
            endsCapacity = capacity
        }
    }

    @inline(never)
    private func growSlots(to size: Int) {
        let grown: UnsafeMutablePointer<UInt64> = Self.allocate(size)
        grown.initialize(repeating: 0, count: size)
        for old in 0...mask where slots[old] != 0 {
            // The slot is chosen by the upper half of the hash, which it holds.
            var slot = Int(truncatingIfNeeded: slots[old] >> 32) & (size - 1)
            while grown[slot] != 0 { slot = (slot &+ 1) & (size - 1) }
            grown[slot] = slots[old]
        }
        slots.deallocate()
        slots = grown
        mask = size - 1
    }

    @inline(__always)
    private func slot(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int { view.slot(text, hash) }

    /// The table as it is now, without its owner; valid until the next insertion and as long as the table lives.
    @inline(__always)
    var view: View { View(bytes: bytes, ends: ends, slots: slots, mask: mask) }

    /// Plain pointers into a table, for the inner loop.
    struct View: BitwiseCopyable {
        let bytes: UnsafeMutablePointer<UInt8>
        let ends: UnsafeMutablePointer<UInt32>
        let slots: UnsafeMutablePointer<UInt64>
        let mask: Int

        /// The number of a string that is indexed; −1 where it is not held.
        @inline(__always)
        func find(_ text: UnsafeBufferPointer<UInt8>) -> Int {
            Int(truncatingIfNeeded: slots[slot(text, ByteTable.hash(text))] & 0xFFFF_FFFF) &- 1
        }

        @inline(__always)
        func slot(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
            let tag = hash >> 32
            var slot = Int(truncatingIfNeeded: tag) & mask
            while true {
                let held = slots[slot]
                if held == 0 { return slot }
                if held >> 32 == tag {
                    let number = Int(held & 0xFFFF_FFFF) &- 1
                    let start = Int(ends[number])
                    let own = UnsafeBufferPointer(
                        start: bytes + start, count: Int(ends[number &+ 1]) &- start)
                    if ByteTable.equal(own, text) { return slot }
                }
                slot = (slot &+ 1) & mask
            }
        }
    }

    @inline(__always)
    static func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = left.count
        guard count == right.count else { return false }
        let a = UnsafeRawBufferPointer(left)
        let b = UnsafeRawBufferPointer(right)
        var index = 0
        while index &+ 8 <= count {
            if a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                != b.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            {
                return false
            }
            index &+= 8
        }
        while index < count {
            if left[index] != right[index] { return false }
            index &+= 1
        }
        return true
    }

    /// Eight bytes at a time, multiplied and folded; the same on every run.
    @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.count)
        let raw = UnsafeRawBufferPointer(text)
        let count = raw.count
        var index = 0
        while index &+ 8 <= count {
            hash = fold(
                hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index &+= 8
        }
        var tail: UInt64 = 0
        while index < count {
            tail = tail &<< 8 | UInt64(raw[index])
            index &+= 1
        }
        return fold(hash ^ tail)
    }

    @inline(__always)
    private static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
