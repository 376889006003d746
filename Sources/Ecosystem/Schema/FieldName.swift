/// The name of a field, the same in the data package, the command line and the API.
public struct FieldName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// The column's header.
    public let rawValue: String

    /// A name from its text.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A name written in code.
    public init(stringLiteral value: String) { rawValue = value }
    /// The column's header.
    public var description: String { rawValue }
}
