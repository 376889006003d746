/// A JSON value with a fixed order of keys.
public enum JSONValue: Sendable {
    /// `null`: not known.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A finite number.
    case number(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// A long list of like objects, each of which is made when it is asked for; equal to the list of the same values.
    case rows(JSONRows)
    /// Keys and values; written in the order of the keys' code points.
    case object([String: JSONValue])

    /// The value under a key of an object.
    public subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The value at an index of a list.
    public subscript(index: Int) -> JSONValue? {
        switch self {
        case .array(let items): items.indices.contains(index) ? items[index] : nil
        case .rows(let rows): (0..<rows.count).contains(index) ? rows[index] : nil
        default: nil
        }
    }

    /// The items of a list; none for what is no list.
    public var items: [JSONValue] {
        switch self {
        case .array(let items): items
        case .rows(let rows): (0..<rows.count).map { rows[$0] }
        default: []
        }
    }
}

extension JSONValue: Equatable {
    /// Whether both are written the same.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.rows(let rows), .rows(let others)):
            rows.count == others.count && (0..<rows.count).allSatisfy { rows[$0] == others[$0] }
        case (.rows(let rows), .array(let items)), (.array(let items), .rows(let rows)):
            rows.count == items.count && items.indices.allSatisfy { rows[$0] == items[$0] }
        default: false
        }
    }
}

extension JSONValue: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        // The commonest first: a decoder tells what a value is not by an error, and errors cost more than values.
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([String: JSONValue].self) {
            self = .object(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else {
            self = .array(try container.decode([JSONValue].self))
        }
    }

    /// Writes the value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let items): try container.encode(items)
        case .rows(let rows):
            var list = encoder.unkeyedContainer()
            for place in 0..<rows.count { try list.encode(rows[place]) }
        case .object(let members): try container.encode(members)
        }
    }
}
