/// A JSON value with a fixed order of keys.
public enum JSONValue: Sendable, Equatable {
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
    /// Keys and values; written in the order of the keys' code points.
    case object([String: JSONValue])

    /// The value under a key of an object.
    public subscript(key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The value at an index of a list.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let items) = self, items.indices.contains(index) { items[index] } else { nil }
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
        case .object(let members): try container.encode(members)
        }
    }
}

extension JSONValue {
    /// Compact or indented JSON text: keys sorted, numbers in shortest exact form, no value that JSON lacks
    /// (a number that is not finite is written as `null`).
    public func text(indented: Bool = false) -> String {
        var out = ""
        write(to: &out, indented: indented, depth: 0)
        return out
    }

    private func write(to out: inout String, indented: Bool, depth: Int) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let value): out += JSONValue.digits(value)
        case .string(let value): JSONValue.quote(value, to: &out)
        case .array(let items):
            JSONValue.list("[", "]", items.count, &out, indented, depth) { index, out in
                items[index].write(to: &out, indented: indented, depth: depth + 1)
            }
        case .object(let members):
            let keys = members.keys.sorted()
            JSONValue.list("{", "}", keys.count, &out, indented, depth) { index, out in
                JSONValue.quote(keys[index], to: &out)
                out += indented ? ": " : ":"
                (members[keys[index]] ?? .null).write(to: &out, indented: indented, depth: depth + 1)
            }
        }
    }

    private static func list(
        _ open: String, _ close: String, _ count: Int, _ out: inout String, _ indented: Bool, _ depth: Int,
        _ item: (Int, inout String) -> Void
    ) {
        out += open
        for index in 0..<count {
            if index > 0 { out += "," }
            if indented { out += "\n" + String(repeating: "  ", count: depth + 1) }
            item(index, &out)
        }
        if indented, count > 0 { out += "\n" + String(repeating: "  ", count: depth) }
        out += close
    }

    private static func digits(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
        return "\(value)"
    }

    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
