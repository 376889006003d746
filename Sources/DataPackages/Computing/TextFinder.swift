/// Different texts in the order in which they were first seen, found by their bytes as they stand in a file.
///
/// All bytes stand in one store; a text is made only where one is asked for.
struct TextFinder: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private var ends: [UInt32] = []
    /// Places plus one, at what the bytes hash to or next to it; 0 for none. Twice as many as texts at least.
    private var table = [UInt32](repeating: 0, count: 16)

    /// How many there are.
    var count: Int { ends.count }

    /// All texts in their order.
    var texts: [String] { (0..<count).map { text(at: $0) } }

    /// The text at a place.
    func text(at place: Int) -> String { String(decoding: bytes[range(place)], as: UTF8.self) }

    /// The place of a text, which is added where it is new.
    mutating func place(adding text: UnsafeBufferPointer<UInt8>) -> (place: Int32, isNew: Bool) {
        let slot = slot(of: text)
        if table[slot] > 0 { return (Int32(truncatingIfNeeded: table[slot] - 1), false) }
        bytes += text
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        table[slot] = UInt32(truncatingIfNeeded: count)
        if 2 * count > table.count { grow() }
        return (Int32(truncatingIfNeeded: count - 1), true)
    }

    /// The same for a text at hand.
    mutating func place(adding text: String) -> (place: Int32, isNew: Bool) {
        var copy = text
        return copy.withUTF8 { place(adding: $0) }
    }

    /// The place of a text; `nil` where it is not there.
    func place(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let entry = table[slot(of: text)]
        return entry > 0 ? Int32(truncatingIfNeeded: entry - 1) : nil
    }

    /// The same for a text at hand.
    func place(of text: String) -> Int32? {
        var copy = text
        return copy.withUTF8 { place(of: $0) }
    }

    private func range(_ place: Int) -> Range<Int> {
        (place > 0 ? Int(ends[place - 1]) : 0)..<Int(ends[place])
    }

    /// Where a text stands in the table, or would stand.
    private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        // Seeded anew by each process, so that nobody can make texts that all fall on one place.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return bytes.withUnsafeBufferPointer { bytes in
            var slot = hasher.finalize() & (table.count - 1)
            while table[slot] > 0 {
                let found = range(Int(table[slot]) - 1)
                if found.count == text.count {
                    var index = 0
                    while index < text.count, bytes[found.lowerBound + index] == text[index] { index += 1 }
                    if index == text.count { break }
                }
                slot = (slot + 1) & (table.count - 1)
            }
            return slot
        }
    }

    private mutating func grow() {
        table = [UInt32](repeating: 0, count: 2 * table.count)
        let store = bytes
        store.withUnsafeBufferPointer { store in
            for place in 0..<count {
                let slot = slot(of: UnsafeBufferPointer(rebasing: store[range(place)]))
                table[slot] = UInt32(truncatingIfNeeded: place + 1)
            }
        }
    }
}
