/// One record of a model, read field by field.
public struct Record: Sendable {
    /// The model that holds it.
    public let model: EcosystemModel
    /// Its place there.
    public let reference: RecordReference

    /// Its kind.
    public var kind: RecordKind { reference.kind }
    /// Its id.
    public var id: String { model.cell(reference, 0) }

    /// The text of a field as the package holds it; `nil` where nothing is stated or the kind has no such field.
    public func text(_ field: FieldName) -> String? {
        let column: Int?
        if let table = model.base.tables[kind] {
            column = table.index(of: field)
        } else {
            column = EcosystemSchema.schema(of: kind).index(of: field)
        }
        guard let column else { return nil }
        let text = model.cell(reference, column)
        return text.isEmpty ? nil : text
    }

    /// The values of a list field, trimmed, empty ones left out.
    public func list(_ field: FieldName) -> [String] { Record.split(text(field) ?? "") }

    /// A number; `nil` where nothing is stated or the text is no finite number.
    public func number(_ field: FieldName) -> Double? {
        guard let text = text(field), let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// A whole number.
    public func integer(_ field: FieldName) -> Int? { text(field).flatMap { Int($0) } }

    /// `true` for `yes`, `false` for `no`, `nil` where nothing is stated.
    public func boolean(_ field: FieldName) -> Bool? {
        switch text(field) {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    /// The words for the code of a vocabulary field.
    public func label(_ field: FieldName) -> Localized? {
        guard let code = text(field) else { return nil }
        switch EcosystemSchema.schema(of: kind).field(field)?.type {
        case .code(let vocabulary): return vocabulary.label(code)
        default: return Localized(same: code)
        }
    }

    /// A phrase in both languages; where the translation is missing both sides hold the text that there is.
    public func phrase(_ field: FieldName) -> Localized? { text(field).map { model.phrase($0) } }

    /// The phrases of a list field in both languages.
    public func phrases(_ field: FieldName) -> [Localized] { list(field).map { model.phrase($0) } }

    /// The record that a reference field names; `nil` where nothing is stated or nothing has that id.
    public func target(_ field: FieldName) -> Record? { text(field).flatMap { model.record(id: $0) } }

    /// Where the record comes from.
    public var origin: Origin {
        Origin(
            basis: text("basis").flatMap(Basis.init(rawValue:)) ?? .general,
            state: text("state").flatMap(FactState.init(rawValue:)) ?? .actual,
            paragraphs: list("sources"), records: [id], note: phrase("note"))
    }

    /// Who may see it; `public` where nothing is marked.
    public var visibility: Visibility { text("visibility").flatMap(Visibility.init(rawValue:)) ?? .public }

    /// The best name of the record in both languages: short name, name, title, label, or its id.
    public var name: Localized {
        func both(_ en: FieldName, _ zh: FieldName) -> Localized? { Localized(en: text(en), zh: text(zh)) }
        switch kind {
        case .organization: return both("short_en", "short_zh") ?? fullName
        case .source, .event: return both("title_en", "title_zh") ?? Localized(same: id)
        case .predicate: return both("label_en", "label_zh") ?? Localized(same: id)
        case .byproductFlow: return both("material_en", "material_zh") ?? Localized(same: id)
        case .problem, .recommendation, .system: return phrase("title") ?? Localized(same: id)
        case .paragraph: return phrase("topic") ?? Localized(same: id)
        case .publication: return Localized(same: text("title") ?? id)
        case .indicator:
            // Not by its best name: in a broken package an indicator may name itself.
            return target("indicator_id")?.fullName ?? Localized(same: id)
        case .correction: return Localized(same: text("printed_form") ?? id)
        default: return fullName
        }
    }

    /// The full name in both languages, or the id.
    public var fullName: Localized {
        Localized(en: text("name_en"), zh: text("name_zh")) ?? Localized(same: id)
    }

    /// Splits a list field at `;`, trims spaces, drops empty parts.
    static func split(_ text: String) -> [String] {
        text.split(separator: ";").compactMap { part in
            var trimmed = part[...]
            while trimmed.first == " " { trimmed.removeFirst() }
            while trimmed.last == " " { trimmed.removeLast() }
            return trimmed.isEmpty ? nil : String(trimmed)
        }
    }
}
