/// The texts that a workbook's cells refer to by number, in one block of memory.
final class SharedStrings: XMLHandler {
    let arena = TextArena()
    /// Where each text begins; one more entry than texts.
    private(set) var starts: [Int] = [0]
    private var isInText = false
    private var phoneticDepth = 0

    var count: Int { starts.count - 1 }

    /// Start and length of text `index` in the arena; nil where there is none.
    func range(_ index: Int) -> (start: Int, count: Int)? {
        guard index >= 0, index < count else { return nil }
        return (starts[index], starts[index + 1] - starts[index])
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "t" {
            isInText = phoneticDepth == 0
        } else if name == "rPh" {
            phoneticDepth += 1
        }
    }

    func end(_ name: XMLName) {
        if name == "t" {
            isInText = false
        } else if name == "rPh" {
            phoneticDepth -= 1
        } else if name == "si" {
            arena.decodeEscapes(from: starts[starts.count - 1])
            starts.append(arena.count)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { arena.append(bytes) }
    }
}
