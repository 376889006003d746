/// One record of a CSV file, lent to the caller while the closure runs; its bytes are UTF-8.
///
/// A field is a pointer into the reader's buffer: no text is allocated until ``string(_:)`` asks for it. Pointers must not
/// outlive the closure.
public struct CSVRecord: ~Copyable {
    /// The record's number, counted from 1 with the header as row 1; blank lines count and are not delivered.
    public let row: Int
    /// The line of the file on which the record starts, counted from 1.
    public let line: Int
    /// How many fields it has.
    public let count: Int
    /// True where a ``CSVProblem`` was reported in this record.
    public let isDamaged: Bool

    @usableFromInline let base: UnsafePointer<UInt8>
    /// Start and end of each field, relative to `base`.
    @usableFromInline let bounds: UnsafePointer<UInt32>

    @usableFromInline
    init(
        row: Int, line: Int, count: Int, isDamaged: Bool, base: UnsafePointer<UInt8>,
        bounds: UnsafePointer<UInt32>
    ) {
        self.row = row
        self.line = line
        self.count = count
        self.isDamaged = isDamaged
        self.base = base
        self.bounds = bounds
    }

    /// The bytes of field `index` (from 0), without quotes; empty where the record has no such field.
    @inlinable
    public subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index >= 0, index < count else { return UnsafeBufferPointer(start: base, count: 0) }
        let start = Int(bounds[2 &* index])
        return UnsafeBufferPointer(start: base + start, count: Int(bounds[2 &* index &+ 1]) &- start)
    }

    /// True where field `index` is empty or missing.
    @inlinable
    public func isEmpty(_ index: Int) -> Bool { self[index].isEmpty }

    /// Field `index` as text; empty where it is missing.
    @inlinable
    public func string(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

    /// All fields as text.
    public var strings: [String] { (0..<count).map { string($0) } }
}
