import Ecosystem

/// Finds the field that a header means: by name, by its Chinese or English label, by an alias.
struct HeaderIndex: Sendable {
    private let exact: [String: Int]
    private let folded: [String: Int]

    /// The headers of one kind of record; where two fields claim a text, names come before labels before aliases,
    /// and earlier fields before later ones.
    init(_ schema: RecordSchema) {
        var exact: [String: Int] = [:]
        var folded: [String: Int] = [:]
        func claim(_ text: String, _ index: Int) {
            let key = HeaderText.normalized(text)
            if !key.isEmpty, folded[key] == nil { folded[key] = index }
        }
        for (index, field) in schema.fields.enumerated() {
            exact[field.name.rawValue] = index
            claim(field.name.rawValue, index)
        }
        for (index, field) in schema.fields.enumerated() {
            claim(field.label.en, index)
            claim(field.label.zh, index)
        }
        for (index, field) in schema.fields.enumerated() {
            for alias in field.aliases { claim(alias, index) }
        }
        self.exact = exact
        self.folded = folded
    }

    /// The headers of every kind, worked out once.
    static let all: [RecordKind: HeaderIndex] = Dictionary(
        uniqueKeysWithValues: EcosystemSchema.all.map { ($0.kind, HeaderIndex($0)) })

    /// The headers of a kind.
    static func of(_ schema: RecordSchema) -> HeaderIndex { all[schema.kind] ?? HeaderIndex(schema) }

    /// The position of the field in its schema; `nil` for a header that nothing knows.
    func field(_ header: String) -> Int? { exact[header] ?? folded[HeaderText.normalized(header)] }
}
