/// An identifier whose text follows public rules.
///
/// One function, ``read(_:)``, knows the rules; reading, checking and decoding all go through it. Any text is
/// answered, none crashes.
public protocol CheckedIdentifier: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The normal form: plain ASCII, upper case, no blanks.
    var text: String { get }

    /// Reads a text: the identifier, unless it must be refused, and all findings.
    static func read(_ text: String) -> IdentifierReading<Self>
}

extension CheckedIdentifier {
    /// The identifier that a text holds.
    ///
    /// - Throws: `IdentifierProblem` with every finding where one is an error.
    public init(checking text: String) throws(IdentifierProblem) {
        self = try Self.read(text).get()
    }

    /// Everything that is wrong with a text; empty where it is right.
    public static func check(_ text: String) -> [IdentifierFinding] { read(text).findings }

    /// The normal form.
    public var description: String { text }

    /// Alphabetical by normal form.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// Reads one text; a text that is refused is a decoding error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let reading = Self.read(try container.decode(String.self))
        guard let value = reading.value else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: IdentifierProblem(reading.findings).description)
        }
        self = value
    }

    /// Writes the normal form as one text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
