/// A stretch of a file as an input of its own.
final class InputPart: RawInput {
    private let file: FileInput
    private let range: Range<Int>
    private var position = 0

    init(_ file: FileInput, _ range: Range<Int>) throws(SheetError) {
        self.file = file
        self.range = range
        try file.seek(to: range.lowerBound)
    }

    var size: Int { range.count }

    func read(into target: UnsafeMutablePointer<UInt8>, capacity: Int) throws(SheetError) -> Int {
        let wanted = min(capacity, range.count - position)
        guard wanted > 0 else { return 0 }
        let count = try file.read(into: target, capacity: wanted)
        position += count
        return count
    }

    func seek(to offset: Int) throws(SheetError) {
        position = max(0, min(offset, range.count))
        try file.seek(to: range.lowerBound + position)
    }
}
