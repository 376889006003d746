/// Distinct byte strings, numbered from 0 in the order of their arrival.
///
/// A slot holds the number and 32 bits of the hash, so that a search that finds nothing seldom touches the bytes.
/// Nothing but bytes, ends and slots is kept: about 13 bytes and the text a string.
final class ByteTable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var bytesCapacity: Int
    private var bytesUsed = 0
    private var ends: UnsafeMutablePointer<UInt32>
    private var endsCapacity: Int
    /// Number + 1 in the low half, hash in the high half; 0 is free.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        bytesCapacity = size * 8
        bytes = .allocate(capacity: bytesCapacity)
        endsCapacity = size
        ends = .allocate(capacity: endsCapacity)
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0, count: size)
        mask = size - 1
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
        slots.deallocate()
    }

    /// The bytes of a number; valid until the next insertion.
    @inline(__always)
    func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        guard number >= 0, number < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = number == 0 ? 0 : Int(ends[number &- 1])
        return UnsafeBufferPointer(start: bytes + start, count: Int(ends[number]) &- start)
    }

    func string(_ number: Int) -> String { String(decoding: text(number), as: UTF8.self) }

    /// The number of a string; −1 where it is not held.
    @inline(__always)
    func find(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(text)
        let slot = slot(text, hash)
        return Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) &- 1
    }

    func find(_ text: String) -> Int {
        var copy = text
        return copy.withUTF8 { find($0) }
    }

    /// The number of a string, which is added where it is new; −1 where 4 GiB are full.
    @inline(__always)
    func insert(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = Self.hash(text)
        let slot = slot(text, hash)
        let held = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF)
        if held != 0 { return (held &- 1, false) }
        return (add(text, hash: hash, slot: slot), true)
    }

    @discardableResult
    func insert(_ text: String) -> Int {
        var copy = text
        return copy.withUTF8 { insert($0).number }
    }

    private func add(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64, slot: Int) -> Int {
        guard let end = UInt32(exactly: bytesUsed + text.count), count < Int(UInt32.max) - 1 else {
            return -1
        }
        if Int(end) > bytesCapacity {
            // A half more at a time: doubling would double the peak of a large table.
            let capacity = max(Int(end), bytesCapacity + bytesCapacity / 2)
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            grown.update(from: bytes, count: bytesUsed)
            bytes.deallocate()
            bytes = grown
            bytesCapacity = capacity
        }
        if count == endsCapacity {
            let capacity = endsCapacity + endsCapacity / 2
            let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
            grown.update(from: ends, count: count)
            ends.deallocate()
            ends = grown
            endsCapacity = capacity
        }
        if let base = text.baseAddress { (bytes + bytesUsed).update(from: base, count: text.count) }
        bytesUsed = Int(end)
        ends[count] = end
        count += 1
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: count)
        if count &* 4 > (mask &+ 1) &* 3 { growSlots() }
        return count - 1
    }

    private func growSlots() {
        let size = (mask + 1) * 2
        let grown = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
        grown.initialize(repeating: 0, count: size)
        for number in 0..<count {
            let hash = Self.hash(text(number))
            var slot = Int(truncatingIfNeeded: hash >> 32) & (size - 1)
            while grown[slot] != 0 { slot = (slot + 1) & (size - 1) }
            grown[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: number + 1)
        }
        slots.deallocate()
        slots = grown
        mask = size - 1
    }

    @inline(__always)
    private func slot(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        let tag = hash >> 32
        var slot = Int(truncatingIfNeeded: tag) & mask
        while true {
            let held = slots[slot]
            if held == 0 { return slot }
            if held >> 32 == tag, Self.equal(self.text(Int(held & 0xFFFF_FFFF) &- 1), text) { return slot }
            slot = (slot &+ 1) & mask
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
