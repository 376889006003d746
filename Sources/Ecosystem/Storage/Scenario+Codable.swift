extension Scenario {
    private enum Key: String, CodingKey { case title, changes, shocks, seed }

    /// Reads the file form; `changes`, `shocks` and `seed` may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        title = try container.decodeIfPresent(String.self, forKey: .title) ?? ""
        changes = try container.decodeIfPresent([Change].self, forKey: .changes) ?? []
        shocks = try container.decodeIfPresent([Shock].self, forKey: .shocks) ?? []
        seed = try container.decodeIfPresent(UInt64.self, forKey: .seed)
    }

    /// Writes the file form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(title, forKey: .title)
        try container.encode(changes, forKey: .changes)
        if !shocks.isEmpty { try container.encode(shocks, forKey: .shocks) }
        try container.encodeIfPresent(seed, forKey: .seed)
    }
}

extension Scenario.Change: Codable {
    private enum Key: String, CodingKey { case remove, set, add, id, field, fields, value, kind }

    /// Reads `{"remove": ID}`, `{"set": ID, "field": …, "value": …}` (or `"set": true, "id": ID`), and
    /// `{"add": TABLE, "id": ID, "fields": {…}}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func id(_ key: Key) throws -> String {
            if let text = try? container.decode(String.self, forKey: key) { return text }
            return try container.decode(String.self, forKey: .id)
        }
        if container.contains(.remove) {
            self = .remove(id: try id(.remove))
        } else if container.contains(.set) {
            let field = try container.decode(String.self, forKey: .field)
            self = .set(
                id: try id(.set), field: FieldName(rawValue: field),
                value: try Scenario.Change.text(in: container, .value))
        } else if container.contains(.add) {
            let table = try container.decode(String.self, forKey: .add)
            guard let kind = RecordKind(table: table) ?? RecordKind(rawValue: table) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .add, in: container,
                    debugDescription: "“\(table)” is no table; tables are "
                        + RecordKind.allCases.map(\.table).joined(separator: ", "))
            }
            let fields = try container.decodeIfPresent([String: String].self, forKey: .fields) ?? [:]
            self = .add(
                kind, id: try container.decode(String.self, forKey: .id),
                fields: Dictionary(
                    uniqueKeysWithValues: fields.map { (FieldName(rawValue: $0.key), $0.value) }))
        } else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: container.codingPath,
                    debugDescription: "a change needs one of remove, set, add"))
        }
    }

    /// Writes the file form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .remove(let id): try container.encode(id, forKey: .remove)
        case .set(let id, let field, let value):
            try container.encode(id, forKey: .set)
            try container.encode(field.rawValue, forKey: .field)
            try container.encode(value, forKey: .value)
        case .add(let kind, let id, let fields):
            try container.encode(kind.table, forKey: .add)
            try container.encode(id, forKey: .id)
            let texts = Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, $0.value) })
            try container.encode(texts, forKey: .fields)
        }
    }

    /// A value given as text, number or truth value.
    private static func text(in container: KeyedDecodingContainer<Key>, _ key: Key) throws -> String {
        if let text = try? container.decode(String.self, forKey: key) { return text }
        if let whole = try? container.decode(Int.self, forKey: key) { return String(whole) }
        if let number = try? container.decode(Double.self, forKey: key) { return String(number) }
        if let flag = try? container.decode(Bool.self, forKey: key) { return flag ? "yes" : "no" }
        return ""
    }
}
