/// Every distinct text of a model, stored once and named by a number.
///
/// The bytes lie in one array and an open-addressing table finds a text by its hash, so that a million records need
/// no million strings. Number 0 is the empty text, which means "not stated".
public struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Number in the low half, 0 for a free slot; hash in the high half, so that a search seldom looks at other texts.
    private var slots: [UInt64]
    private var mask: Int
    /// Keeps the reading ahead from being left out as useless; says nothing.
    private var readAhead: UInt64 = 0

    /// An empty pool with room for about `capacity` distinct texts.
    public init(capacity: Int = 1024) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
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
        let held = slots[slot(for: text, TextPool.hash(text))]
        return held == 0 ? nil : UInt32(truncatingIfNeeded: held)
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
        text.isEmpty ? 0 : intern(text, TextPool.hash(text))
    }

    private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32 {
        let slot = slot(for: text, hash)
        if slots[slot] != 0 { return UInt32(truncatingIfNeeded: slots[slot]) }
        guard let end = UInt32(exactly: bytes.count + text.count) else { return 0 }
        let id = UInt32(truncatingIfNeeded: ends.count)
        bytes.append(contentsOf: text)
        ends.append(end)
        slots[slot] = hash & TextPool.tagMask | UInt64(id)
        if ends.count * 10 > slots.count * 7 { grow() }
        return id
    }

    /// The numbers of many texts at once, new ones added: text n lies between `ends[n - 1]` (0 for the first) and
    /// `ends[n]` of `texts`.
    ///
    /// In a large pool every text is at a far place of memory; here the places of several are asked for together, which
    /// takes a fraction of the time of one after the other.
    public mutating func intern(
        texts: UnsafePointer<UInt8>, ends textEnds: UnsafeBufferPointer<UInt32>,
        into numbers: UnsafeMutablePointer<UInt32>
    ) {
        let group = 64
        var next = 0
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: group) { hashes in
            while next < textEnds.count {
                let last = min(next + group, textEnds.count)
                var touched: UInt64 = 0
                for index in next..<last {
                    let start = index == 0 ? 0 : Int(textEnds[index - 1])
                    hashes[index - next] = TextPool.hash(
                        UnsafeBufferPointer(start: texts + start, count: Int(textEnds[index]) - start))
                }
                touch(hashes.baseAddress, last - next, &touched)
                readAhead &+= touched
                for index in next..<last {
                    let start = index == 0 ? 0 : Int(textEnds[index - 1])
                    let text = UnsafeBufferPointer(start: texts + start, count: Int(textEnds[index]) - start)
                    numbers[index] = text.isEmpty ? 0 : intern(text, hashes[index - next])
                }
                next = last
            }
        }
    }

    /// Reads the slots of several hashes and the ends of the texts that they name, so that they are near when needed.
    private func touch(_ hashes: UnsafePointer<UInt64>?, _ count: Int, _ sum: inout UInt64) {
        guard let hashes else { return }
        slots.withUnsafeBufferPointer { slots in
            ends.withUnsafeBufferPointer { ends in
                for index in 0..<count { sum &+= slots[Int(truncatingIfNeeded: hashes[index] >> 32) & mask] }
                for index in 0..<count {
                    let held = slots[Int(truncatingIfNeeded: hashes[index] >> 32) & mask]
                    sum &+= UInt64(ends[Int(truncatingIfNeeded: held & 0xFFFF_FFFF)])
                }
                bytes.withUnsafeBufferPointer { bytes in
                    guard !bytes.isEmpty else { return }
                    for index in 0..<count {
                        let held = slots[Int(truncatingIfNeeded: hashes[index] >> 32) & mask]
                        let end = Int(ends[Int(truncatingIfNeeded: held & 0xFFFF_FFFF)])
                        sum &+= UInt64(bytes[max(0, end - 1)])
                    }
                }
            }
        }
    }

    private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

    private mutating func grow() {
        let size = slots.count * 2
        let mask = size - 1
        // The place of a slot follows from the half of the hash that it holds: no text is looked at.
        slots = [UInt64](unsafeUninitializedCapacity: size) { grown, count in
            grown.initialize(repeating: 0)
            for held in slots where held != 0 {
                var slot = Int(truncatingIfNeeded: held >> 32) & mask
                while grown[slot] != 0 { slot = (slot &+ 1) & mask }
                grown[slot] = held
            }
            count = size
        }
        self.mask = mask
    }

    private func slot(for text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        bytes.withUnsafeBufferPointer { all in
            slots.withUnsafeBufferPointer { slots in
                ends.withUnsafeBufferPointer { ends in
                    let tag = hash >> 32
                    var slot = Int(truncatingIfNeeded: tag) & mask
                    while true {
                        let held = slots[slot]
                        if held == 0 { return slot }
                        if held >> 32 == tag {
                            let id = Int(truncatingIfNeeded: held & 0xFFFF_FFFF)
                            let start = Int(ends[id - 1])
                            if Int(ends[id]) - start == text.count, TextPool.equal(all, start, text) {
                                return slot
                            }
                        }
                        slot = (slot &+ 1) & mask
                    }
                }
            }
        }
    }

    private static func equal(
        _ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let left = UnsafeRawBufferPointer(all)
        let right = UnsafeRawBufferPointer(text)
        var index = 0
        while index &+ 8 <= right.count {
            if left.loadUnaligned(fromByteOffset: start &+ index, as: UInt64.self)
                != right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            {
                return false
            }
            index &+= 8
        }
        while index < right.count {
            if all[start &+ index] != text[index] { return false }
            index &+= 1
        }
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
