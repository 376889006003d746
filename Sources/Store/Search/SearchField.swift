import Ecosystem

/// One text of a record as search reads it.
struct SearchField {
    /// How much finding something here says of the record.
    enum Role: Int {
        /// Its own name, in either language.
        case name
        /// Another name: as printed, read backwards.
        case alias
        /// A form that documents print by mistake; it may be half a sentence.
        case misprint
        /// What is said of it.
        case text
        /// Names of other records and words of vocabularies.
        case linked
    }

    /// The field that holds it.
    let name: FieldName
    /// What readers see above the field.
    let label: Localized
    let role: Role
    /// The text in both languages.
    let text: Localized

    /// The forms that differ.
    var forms: [String] { text.en == text.zh ? [text.en] : [text.en, text.zh] }
}

extension SearchField {
    /// Fields that would make every record look alike, or that only a machine reads.
    private static let silent: Set<FieldName> = [
        "basis", "state", "visibility", "home_basis", "parent_basis", "point_basis", "name_confidence",
        "confidence", "origin", "rank", "sources", "figure_ids", "corrects_id", "file_name",
        "source_id",
    ]
    private static let aliases: Set<FieldName> = ["printed_name", "inverse_en", "inverse_zh"]
    /// Phrases and texts that name their record.
    private static let titles: [RecordKind: FieldName] = [
        .problem: "title", .recommendation: "title", .system: "title", .paragraph: "topic",
        .publication: "title", .correction: "printed_form",
    ]

    /// Everything in which a record is looked for, names first.
    static func all(of record: Record) -> [SearchField] { names(of: record) + texts(of: record) }

    /// The names of a record, its own ones first.
    static func names(of record: Record) -> [SearchField] {
        let schema = EcosystemSchema.schema(of: record.kind)
        var names = schema.fields.compactMap { field -> SearchField? in
            guard naming(field, of: record.kind) != nil else { return nil }
            return record.text(field.name).flatMap { read(field, $0, record) }
        }
        if record.kind == .indicator, let definition = record.target("indicator_id") {
            let label = schema.field("indicator_id")?.label ?? RecordKind.indicatorDefinition.label
            names.append(SearchField(name: "indicator_id", label: label, role: .name, text: definition.name))
        }
        return names + misprints(of: record)
    }

    /// What is said of a record, and what it is tied to.
    static func texts(of record: Record) -> [SearchField] {
        EcosystemSchema.schema(of: record.kind).fields.compactMap { field in
            guard !silent.contains(field.name), naming(field, of: record.kind) == nil else { return nil }
            return record.text(field.name).flatMap { read(field, $0, record) }
        }
    }

    /// Whether a field names its record, and how.
    private static func naming(_ field: Field, of kind: RecordKind) -> Role? {
        if aliases.contains(field.name) { return .alias }
        if case .name = field.type { return .name }
        return titles[kind] == field.name ? .name : nil
    }

    private static func read(_ field: Field, _ text: String, _ record: Record) -> SearchField? {
        func made(_ role: Role, _ text: Localized) -> SearchField {
            SearchField(name: field.name, label: field.label, role: role, text: text)
        }
        let naming = naming(field, of: record.kind)
        switch field.type {
        case .id, .longitude, .latitude, .unit, .qualifier, .boolean: return nil
        case .name, .text: return made(naming ?? .text, Localized(same: text))
        case .phrase: return made(naming ?? .text, record.model.phrase(text))
        case .phrases:
            return made(.text, Localized.joined(record.phrases(field.name), Localized("; ", "；")))
        case .code(let vocabulary): return made(.linked, vocabulary.label(text))
        case .codes(let vocabulary):
            return made(.linked, Localized.joined(record.list(field.name).map { vocabulary.label($0) }))
        case .reference, .references:
            if record.kind == .indicator, field.name == "indicator_id" { return nil }
            let names = record.list(field.name).compactMap { record.model.record(id: $0) }.flatMap { target in
                let full = target.fullName
                return full == target.name || full.en == target.id ? [target.name] : [target.name, full]
            }
            return names.isEmpty ? nil : made(.linked, Localized.joined(names))
        default: return made(.text, Localized(same: text))
        }
    }

    /// Forms under which documents print the record by mistake, from the corrections that concern it.
    private static func misprints(of record: Record) -> [SearchField] {
        guard RecordKind.entities.contains(record.kind) || record.kind == .indicatorDefinition else {
            return []
        }
        let label = EcosystemSchema.schema(of: .correction).field("printed_form")?.label
        return record.model.records(of: .correction, where: "concerns", is: record.id).compactMap { row in
            row.text("printed_form").map { text in
                SearchField(
                    name: "printed_form", label: label ?? RecordKind.correction.label, role: .misprint,
                    text: Localized(same: text))
            }
        }
    }

    /// Identifiers of a record under public numberings, such as a Unified Social Credit Code.
    static func codes(of record: Record) -> [(field: FieldName, text: String)] {
        EcosystemSchema.schema(of: record.kind).fields.compactMap { field in
            guard case .identifier = field.type, let text = record.text(field.name) else { return nil }
            return (field.name, text)
        }
    }
}
