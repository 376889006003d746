import Ecosystem

extension ScanContext {
    /// Judges every reference that was met before its target: now all ids are known.
    func resolvePending() {
        var numbers = [Int32](repeating: -1, count: pendingTexts.count)
        for text in 0..<pendingTexts.count {
            numbers[text] = Int32(truncatingIfNeeded: ids.find(pendingTexts.text(text)))
        }
        var search = NearestID(self)
        for wait in pending {
            let number = numbers[Int(wait.text)]
            let id = pendingTexts.string(Int(wait.text))
            if number < 0 {
                let near = search.nearest(to: id, of: wait.mask)
                report(
                    .error, table: Int(wait.table), row: Int(wait.row), position: Int(wait.position),
                    FindingText.dangling(id, near: near), value: id,
                    expected: wait.mask.isAny ? "id" : wait.mask.kinds.map(\.table).joined(separator: ", "),
                    suggestion: near, recordID: self.id(wait.record))
            } else if !wait.mask.meets(ids.entry(Int(number)).kinds),
                let kind = ids.entry(Int(number)).kinds.kinds.first
            {
                report(
                    .error, table: Int(wait.table), row: Int(wait.row), position: Int(wait.position),
                    FindingText.wrongKind(id, is: kind, expected: wait.mask), value: id,
                    expected: wait.mask.kinds.map(\.table).joined(separator: ", "),
                    recordID: self.id(wait.record))
            }
        }
        pending = []
        for index in links.indices where links[index].parent < 0 {
            let text = Int(~links[index].parent)
            links[index].parent = text < numbers.count ? numbers[text] : -1
        }
        for index in places.indices {
            guard let region = places[index].region, region < 0 else { continue }
            let text = Int(~region)
            places[index].region = text < numbers.count && numbers[text] >= 0 ? numbers[text] : nil
        }
    }
}

/// Searches for the id that a dangling reference may have meant.
private struct NearestID {
    private let context: ScanContext
    private var budget: Int
    private var known: [Key: String?] = [:]
    /// One bit a character class, by id: two ids at a small distance differ in few bits.
    private var signatures: [UInt64] = []

    private struct Key: Hashable {
        let id: String
        let mask: UInt32
    }

    init(_ context: ScanContext) {
        self.context = context
        budget = context.options.suggestionBudget
    }

    /// The nearest id of these kinds; `nil` where none is near. Equal questions are answered once.
    mutating func nearest(to id: String, of mask: KindMask) -> String? {
        let key = Key(id: id, mask: mask.bits)
        if let answer = known[key] { return answer }
        let answer = search(Array(id.utf8.prefix(80)), mask)
        known[key] = answer
        return answer
    }

    private mutating func search(_ wanted: [UInt8], _ mask: KindMask) -> String? {
        guard !wanted.isEmpty else { return nil }
        // In a large register the ids at one letter's distance are tried first: most slips are of that kind.
        if context.ids.count > 20_000, let near = atOneLetter(wanted, mask) { return near }
        guard budget >= context.ids.count else { return nil }
        budget -= context.ids.count
        if signatures.isEmpty {
            signatures.reserveCapacity(context.ids.count)
            for number in 0..<context.ids.count {
                signatures.append(Self.signature(context.ids.bytes(number)))
            }
        }
        let own = wanted.withUnsafeBufferPointer { Self.signature($0) }
        var limit = max(1, min(3, wanted.count / 3))
        var best: Int?
        for number in 0..<signatures.count {
            guard limit >= 0 else { break }
            guard (signatures[number] ^ own).nonzeroBitCount <= 2 * limit,
                mask.meets(context.ids.entry(number).kinds)
            else { continue }
            let text = context.ids.bytes(number)
            guard abs(text.count - wanted.count) <= limit,
                let distance = NearestText.distance(wanted, text, atMost: limit)
            else { continue }
            best = number
            limit = distance - 1
        }
        return best.flatMap { context.ids.text(of: Int32(truncatingIfNeeded: $0)) }
    }

    private static func signature(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var bits: UInt64 = 0
        for byte in text { bits |= 1 << UInt64(byte & 63) }
        return bits
    }

    /// Tries every id at one letter's distance, which needs no walk through all ids.
    private func atOneLetter(_ wanted: [UInt8], _ mask: KindMask) -> String? {
        func held(_ text: [UInt8]) -> String? {
            let number = text.withUnsafeBufferPointer { context.ids.find($0) }
            return number >= 0 && mask.meets(context.ids.entry(number).kinds)
                ? context.ids.text(of: Int32(truncatingIfNeeded: number)) : nil
        }
        let letters = Array("0123456789abcdefghijklmnopqrstuvwxyz._-ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for index in 0...wanted.count {
            if index < wanted.count {
                var shorter = wanted
                shorter.remove(at: index)
                if let found = held(shorter) { return found }
                if index + 1 < wanted.count {
                    var swapped = wanted
                    swapped.swapAt(index, index + 1)
                    if let found = held(swapped) { return found }
                }
                for letter in letters {
                    var other = wanted
                    other[index] = letter
                    if let found = held(other) { return found }
                }
            }
            for letter in letters {
                var longer = wanted
                longer.insert(letter, at: index)
                if let found = held(longer) { return found }
            }
        }
        return nil
    }
}
