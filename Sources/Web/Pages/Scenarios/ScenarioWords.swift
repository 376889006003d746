import Ecosystem
import Reporting

/// The changes of a scenario in words, each with links to what it changes.
struct ScenarioWords {
    let model: EcosystemModel
    let links: PageLinks
    let language: Language

    /// One change as words and links.
    func markup(of change: Scenario.Change) -> HTML {
        switch change {
        case .remove(let id):
            HTML([
                HTML(text: Localized("Take away ", "移除 ")[language]), name(id),
                HTML(text: Localized(", with what cannot stand without it", "，连同离开它就不成立的记录")[language]),
            ])
        case .set(let id, let field, let value):
            HTML([
                name(id), HTML(text: " · "), HTML(text: label(of: field, id)[language]), HTML(text: ": "),
                old(id, field), HTML(text: " → "), HTML(.b) { shown(value, field, id) },
            ])
        case .add(let kind, let id, let fields):
            HTML([
                HTML(
                    text: Localized("Add \(kind.label.withArticle) ", "添加\(kind.label.zh) ")[language]),
                HTML(.span, .class("id")) { id },
                HTML(text: Localized(": ", "：")[language]),
                HTML(
                    text: fields.sorted { $0.key.rawValue < $1.key.rawValue }.map { name, value in
                        let label = EcosystemSchema.schema(of: kind).field(name)?.label
                        return "\((label ?? Localized(same: name.rawValue))[language]) = \(value)"
                    }.joined(separator: language == .zh ? "；" : "; ")),
            ])
        }
    }

    private func name(_ id: String) -> HTML {
        guard let record = model.record(id: id) else { return HTML(.span, .class("id")) { id } }
        return HTML(.a, .href(links.address(of: record.kind, id: id) ?? "#")) { record.heading[language] }
            + HTML(text: " ") + HTML(.span, .class("id")) { id }
    }

    private func label(of field: FieldName, _ id: String) -> Localized {
        model.record(id: id).flatMap { EcosystemSchema.schema(of: $0.kind).field(field)?.label }
            ?? Localized(same: field.rawValue)
    }

    private func old(_ id: String, _ field: FieldName) -> HTML {
        guard let text = model.record(id: id)?.text(field) else {
            return HTML(.span, .class("na")) { Localized("not stated", "未说明")[language] }
        }
        return HTML(.s, .class("was")) { shown(text, field, id) }
    }

    /// A value in words: names for ids and codes, each with what stands in the file.
    private func shown(_ value: String, _ field: FieldName, _ id: String) -> String {
        guard !value.isEmpty else { return Localized("not stated", "未说明")[language] }
        let type = model.record(id: id).flatMap { EcosystemSchema.schema(of: $0.kind).field(field)?.type }
        switch type {
        case .code(let vocabulary): return vocabulary.label(value)[language]
        case .reference: return model.record(id: value).map { $0.name[language] } ?? value
        default: return value
        }
    }
}
