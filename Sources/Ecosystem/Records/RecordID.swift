/// The id of a record of one kind, as the data package writes it.
public protocol RecordID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The kind of record that it names.
    static var kind: RecordKind { get }
    /// The id, such as `o.gwm`.
    var text: String { get }
    /// An id from its text.
    init(_ text: String)
}

extension RecordID {
    /// The id as it is written.
    public var description: String { text }
    /// By text.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
    /// Reads a plain string.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }
    /// Writes a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
