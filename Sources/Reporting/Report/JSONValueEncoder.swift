import Foundation

/// Makes a ``JSONValue`` of an encodable value without writing and reading text: what `JSONEncoder` would write, read again.
///
/// Whole numbers are integers however they are stored, data is base 64, an address is its text.
final class JSONValueEncoder: Encoder {
    let userInfo: [CodingUserInfoKey: Any] = [:]
    private let parent: JSONValueEncoder?
    private let key: (any CodingKey)?
    private var value: JSONValue?
    fileprivate var members: [String: JSONValue]?
    fileprivate var items: [JSONValue]?
    /// What containers that were handed out write into, and where it belongs in the end.
    private var nested: [(key: String, index: Int, encoder: JSONValueEncoder)] = []

    init(parent: JSONValueEncoder? = nil, key: (any CodingKey)? = nil) {
        self.parent = parent
        self.key = key
    }

    var codingPath: [any CodingKey] {
        (parent?.codingPath ?? []) + (key.map { [$0] } ?? [])
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if members == nil { members = [:] }
        return KeyedEncodingContainer(JSONMembers<Key>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if items == nil { items = [] }
        return JSONItems(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(encoder: self) }

    /// What was encoded; an empty object where nothing was.
    func finished() -> JSONValue {
        for child in nested {
            if items != nil { items?[child.index] = child.encoder.finished() }
            if members != nil { members?[child.key] = child.encoder.finished() }
        }
        if let members { return .object(members) }
        if let items { return .array(items) }
        return value ?? .object([:])
    }

    fileprivate func keep(_ value: JSONValue) { self.value = value }

    /// An encoder for the value of a key, or for the next item of a list.
    fileprivate func child(_ key: any CodingKey) -> JSONValueEncoder {
        let encoder = JSONValueEncoder(parent: self, key: key)
        nested.append((key.stringValue, items?.count ?? 0, encoder))
        items?.append(.null)
        return encoder
    }

    /// Any value as JSON.
    fileprivate func json<T: Encodable>(_ value: T, _ key: (any CodingKey)?) throws -> JSONValue {
        if T.self == String.self, let text = value as? String { return .string(text) }
        if T.self == Double.self, let number = value as? Double { return try json(number: number, key) }
        if T.self == Int.self, let number = value as? Int { return .integer(number) }
        if T.self == URL.self, let address = value as? URL { return .string(address.absoluteString) }
        if T.self == Data.self, let data = value as? Data { return .string(data.base64EncodedString()) }
        if T.self == Decimal.self, let decimal = value as? Decimal {
            return try json(number: NSDecimalNumber(decimal: decimal).doubleValue, key)
        }
        if let rows = value as? any JSONRowList { return .rows(rows.jsonRows) }
        let encoder = JSONValueEncoder(parent: self, key: key)
        try value.encode(to: encoder)
        return encoder.finished()
    }

    fileprivate func json(number: Double, _ key: (any CodingKey)?) throws -> JSONValue {
        if let whole = Int(exactly: number) { return .integer(whole) }
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number,
                EncodingError.Context(
                    codingPath: codingPath + (key.map { [$0] } ?? []),
                    debugDescription: "Unable to encode Double.\(number) directly in JSON."))
        }
        return .number(number)
    }

    /// In single precision the shortest digits count, not the nearest number in double precision.
    fileprivate func json(number: Float, _ key: (any CodingKey)?) throws -> JSONValue {
        try json(number: number.isFinite ? Double("\(number)") ?? Double(number) : Double(number), key)
    }

    fileprivate func json(integer: some BinaryInteger) -> JSONValue {
        Int(exactly: integer).map { .integer($0) } ?? .number(Double(integer))
    }
}

/// A place in a list, as a key.
private struct ItemKey: CodingKey {
    let index: Int
    var stringValue: String { "Index \(index)" }
    var intValue: Int? { index }
    init(_ index: Int) { self.index = index }
    init?(stringValue: String) { nil }
    init?(intValue: Int) { index = intValue }
}

/// The key of what a type inherits.
private struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }
    init() {}
    init?(stringValue: String) {}
    init?(intValue: Int) { nil }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    private func put(_ value: JSONValue, _ key: Key) { encoder.members?[key.stringValue] = value }

    mutating func encodeNil(forKey key: Key) { put(.null, key) }
    mutating func encode(_ value: Bool, forKey key: Key) { put(.bool(value), key) }
    mutating func encode(_ value: String, forKey key: Key) { put(.string(value), key) }
    mutating func encode(_ value: Double, forKey key: Key) throws {
        put(try encoder.json(number: value, key), key)
    }
    mutating func encode(_ value: Float, forKey key: Key) throws {
        put(try encoder.json(number: value, key), key)
    }
    mutating func encode(_ value: Int, forKey key: Key) { put(.integer(value), key) }
    mutating func encode(_ value: Int8, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: Int16, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: Int32, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: Int64, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: UInt, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: UInt8, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: UInt16, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: UInt32, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode(_ value: UInt64, forKey key: Key) { put(encoder.json(integer: value), key) }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        put(try encoder.json(value, key), key)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder.child(key).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder.child(key).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { encoder.child(SuperKey()) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { encoder.child(key) }
}

private struct JSONItems: UnkeyedEncodingContainer {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { encoder.items?.count ?? 0 }

    mutating func encodeNil() { encoder.items?.append(.null) }
    mutating func encode<T: Encodable>(_ value: T) throws {
        let value = try encoder.json(value, ItemKey(count))
        encoder.items?.append(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        encoder.child(ItemKey(count)).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        encoder.child(ItemKey(count)).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { encoder.child(ItemKey(count)) }
}

private struct JSONSingle: SingleValueEncodingContainer {
    let encoder: JSONValueEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    mutating func encodeNil() { encoder.keep(.null) }
    mutating func encode(_ value: Bool) { encoder.keep(.bool(value)) }
    mutating func encode(_ value: String) { encoder.keep(.string(value)) }
    mutating func encode(_ value: Double) throws { encoder.keep(try encoder.json(number: value, nil)) }
    mutating func encode(_ value: Float) throws { encoder.keep(try encoder.json(number: value, nil)) }
    mutating func encode(_ value: Int) { encoder.keep(.integer(value)) }
    mutating func encode(_ value: Int8) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: Int16) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: Int32) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: Int64) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: UInt) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: UInt8) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: UInt16) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: UInt32) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode(_ value: UInt64) { encoder.keep(encoder.json(integer: value)) }
    mutating func encode<T: Encodable>(_ value: T) throws { encoder.keep(try encoder.json(value, nil)) }
}
