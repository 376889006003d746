extension JSONValue {
    /// The JSON form of an encodable value; keys are those of the type.
    ///
    /// - Throws: what the value's own encoding throws, such as for a number that is not finite.
    public init(encoding value: some Encodable) throws {
        let encoder = JSONValueEncoder()
        var container = encoder.singleValueContainer()
        try container.encode(value)
        self = encoder.finished()
    }
}
