/// A length in km.
public struct Kilometres: Sendable, Hashable, Comparable, Codable {
    /// The number of km.
    public let value: Double

    /// A length.
    public init(_ value: Double) { self.value = value }

    /// Shorter first.
    public static func < (left: Kilometres, right: Kilometres) -> Bool { left.value < right.value }

    /// The sum of two lengths.
    public static func + (left: Kilometres, right: Kilometres) -> Kilometres {
        Kilometres(left.value + right.value)
    }

    /// Reads a number of km.
    public init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Double.self)
    }

    /// Writes the number of km.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
