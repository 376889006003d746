/// Finds texts of a list by their bytes, as they stand in a file, without making a text of what is looked for.
struct TextFinder {
    /// The bytes of all texts one after the other, where each begins, and one entry more.
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Places plus one, at what the bytes hash to or next to it; 0 for none. Twice as many as texts at least.
    private var table: [Int32]

    /// Of equal texts the last is found.
    init(_ texts: [String]) {
        var size = 16
        while size < texts.count * 2 { size *= 2 }
        table = [Int32](repeating: 0, count: size)
        starts.reserveCapacity(texts.count + 1)
        for (place, text) in texts.enumerated() {
            let units = Array(text.utf8)
            bytes += units
            starts.append(bytes.count)
            table[units.withUnsafeBufferPointer { slot(of: $0) }] = Int32(clamping: place + 1)
        }
    }

    /// The place of a text in the list; `nil` where it is not there.
    func place(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let entry = table[slot(of: text)]
        return entry > 0 ? entry - 1 : nil
    }

    /// Where a text stands in the table, or would stand.
    private func slot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        // Seeded anew by each process, so that nobody can make texts that all fall on one place.
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        var slot = hasher.finalize() & (table.count - 1)
        while table[slot] > 0 {
            let place = Int(table[slot]) - 1
            let found = starts[place]..<starts[place + 1]
            if found.count == text.count, zip(found, text).allSatisfy({ bytes[$0] == $1 }) { break }
            slot = (slot + 1) & (table.count - 1)
        }
        return slot
    }
}
