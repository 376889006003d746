/// A value of a result that others rely on: its key is always there, `null` where nothing is known.
@propertyWrapper
public struct KnownOrNull<Value: Codable & Sendable>: Codable, Sendable {
    /// The value, `nil` where nothing is known.
    public var wrappedValue: Value?

    /// A value.
    public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    /// Reads the value or `null`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }

    /// Writes the value or `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

extension KeyedDecodingContainer {
    /// A key that is missing is read as `null`.
    public func decode<Value>(
        _ type: KnownOrNull<Value>.Type, forKey key: Key
    ) throws -> KnownOrNull<Value> {
        try decodeIfPresent(type, forKey: key) ?? KnownOrNull(wrappedValue: nil)
    }
}
