import FoundationEssentials
import Kernels
import Synchronization

extension JSONValue {
    /// Compact or indented JSON text: keys sorted, numbers in shortest exact form, no value that JSON lacks
    /// (a number that is not finite is written as `null`).
    public func text(indented: Bool = false) -> String {
        var bytes: [UInt8] = []
        add(to: &bytes, indented: indented)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same as UTF-8 with a line end behind it, as in a file.
    public func bytes(indented: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        add(to: &bytes, indented: indented)
        bytes.append(0x0A)
        return bytes
    }

    /// Hands out the bytes of such a file piece by piece.
    ///
    /// Complexity: long lists of rows are written on as many threads as there are cores, and stand in memory a few thousand at a time.
    public func write(indented: Bool = false, to sink: ([UInt8]) throws -> Void) rethrows {
        var text = JSONText(indented: indented)
        try write(to: &text, depth: 0, sink)
        text.add("\n")
        try text.empty(into: sink)
    }

    private func add(to bytes: inout [UInt8], indented: Bool) {
        var text = JSONText(indented: indented)
        write(to: &text, depth: 0) { bytes += $0 }
        bytes += text.bytes
    }

    /// How long a text may get before it is handed out.
    private static let pieceBytes = 1 << 16

    private func write(
        to text: inout JSONText, depth: Int, _ sink: ([UInt8]) throws -> Void
    ) rethrows {
        switch self {
        case .null: text.add("null")
        case .bool(let value): text.add(value ? "true" : "false")
        case .integer(let value): text.add(String(value))
        case .number(let value): text.add(number: value)
        case .string(let value): text.add(quoted: value)
        case .array(let items):
            text.add("[")
            for (index, item) in items.enumerated() {
                if index > 0 { text.add(",") }
                text.breakLine(depth + 1)
                try item.write(to: &text, depth: depth + 1, sink)
            }
            if !items.isEmpty { text.breakLine(depth) }
            text.add("]")
        case .rows(let rows):
            text.add("[")
            try rows.write(to: &text, depth: depth + 1, sink)
            if rows.count > 0 { text.breakLine(depth) }
            text.add("]")
        case .object(let members):
            text.add("{")
            for (index, key) in members.keys.sorted().enumerated() {
                if index > 0 { text.add(",") }
                text.breakLine(depth + 1)
                text.add(quoted: key)
                text.add(text.indented ? ": " : ":")
                try (members[key] ?? .null).write(to: &text, depth: depth + 1, sink)
            }
            if !members.isEmpty { text.breakLine(depth) }
            text.add("}")
        }
        if text.bytes.count >= Self.pieceBytes { try text.empty(into: sink) }
    }
}

extension JSONRows {
    /// How many rows one thread writes at a time.
    private static let block = 1_024

    /// Adds all of them with commas between; long lists side by side, block by block, which gives the same bytes.
    func write(to text: inout JSONText, depth: Int, _ sink: ([UInt8]) throws -> Void) rethrows {
        let threads = ProcessInfo.processInfo.activeProcessorCount
        guard count > 2 * Self.block, threads > 1 else {
            for place in 0..<count {
                add(place, to: &text, depth: depth)
                if text.bytes.count >= 1 << 16 { try text.empty(into: sink) }
            }
            return
        }
        let indented = text.indented
        let blocks = (count + Self.block - 1) / Self.block
        try text.empty(into: sink)
        for first in stride(from: 0, to: blocks, by: 8 * threads) {
            let now = min(8 * threads, blocks - first)
            let made = Mutex([[UInt8]](repeating: [], count: now))
            let queue = WorkQueue(count: now)
            WorkQueue.run(threads: min(threads, now)) { _ in
                while let piece = queue.take() {
                    for number in piece {
                        let start = (first + number) * Self.block
                        var part = JSONText(indented: indented)
                        for place in start..<min(start + Self.block, self.count) {
                            self.add(place, to: &part, depth: depth)
                        }
                        let bytes = part.bytes
                        made.withLock { $0[number] = bytes }
                    }
                }
            }
            for bytes in made.withLock({ $0 }) { try sink(bytes) }
        }
    }

    private func add(_ place: Int, to text: inout JSONText, depth: Int) {
        if place > 0 { text.add(",") }
        text.breakLine(depth)
        write(place, to: &text, depth: depth)
    }
}
