/// JSON text under way: compact or indented, keys sorted, numbers in shortest exact form.
struct JSONText {
    let indented: Bool
    private(set) var bytes: [UInt8] = []

    init(indented: Bool) { self.indented = indented }

    mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

    mutating func add(_ other: [UInt8]) { bytes.append(contentsOf: other) }

    /// Begins a line at a depth, where lines are broken.
    mutating func breakLine(_ depth: Int) {
        guard indented else { return }
        bytes.append(0x0A)
        for _ in 0..<2 * depth { bytes.append(0x20) }
    }

    /// What JSON lacks, a number that is not finite, is written as `null`.
    mutating func add(number value: Double) {
        guard value.isFinite else { return add("null") }
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return add(String(whole)) }
        add("\(value)")
    }

    mutating func add(quoted text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: add("\\\"")
            case 0x5C: add("\\\\")
            case 0x0A: add("\\n")
            case 0x0D: add("\\r")
            case 0x09: add("\\t")
            case 0..<0x20: add("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            case 0xA8, 0xA9:
                // U+2028 and U+2029, which end a line in JavaScript.
                guard bytes.suffix(2).elementsEqual([0xE2, 0x80]) else {
                    bytes.append(byte)
                    continue
                }
                bytes.removeLast(2)
                add(byte == 0xA8 ? "\\u2028" : "\\u2029")
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    /// Hands out what there is and begins anew.
    mutating func empty(into sink: ([UInt8]) throws -> Void) rethrows {
        guard !bytes.isEmpty else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
