import Ecosystem
import Reporting
import Store

/// The part of the scenario editor that finds a record by search and offers to take it away or to set one of its fields.
struct ScenarioFinder {
    let page: ScenarioPage
    let state: ScenarioPage.State

    private var language: Language { page.language }
    private var call: Call { page.call }

    /// Results of a kind at most.
    private static let hitLimit = 6

    /// The search, its results, and the record that was chosen.
    func markup() async throws -> HTML {
        let words = call.item("q") ?? ""
        var results: SearchResults?
        if !words.isEmpty {
            results = try await page.site.search(
                page.package, SearchRequest(words, limit: ScenarioFinder.hitLimit, language: language),
                within: .seconds(5))
        }
        let record = call.item("record").flatMap { page.model.record(id: $0) }
        return HTML(.section, .class("panel"), .id("find")) {
            HTML(.h2) { Localized("Change a record", "修改一条记录")[language] }
            HTML(.form, .class("form row"), .method("get"), .action(page.path + "#find")) {
                page.hidden(state, step: "")
                HTML(.div, .class("field")) {
                    HTML(.label, .for("s-q")) { Localized("Find a record", "查找记录")[language] }
                    HTML(
                        .input, .id("s-q"), .name("q"), .type("search"), .class("in"), .value(words),
                        HTML.Attribute("maxlength", "200"),
                        HTML.Attribute(
                            "placeholder", Localized("firm, site, segment, id", "企业、点位、环节、编号")[language]))
                }
                HTML(.button, .class("btn"), .type("submit")) { Localized("Find", "查找")[language] }
            }
            if let results { list(results) }
            if let record, call.item("do") == nil { chosen(record) }
        }
    }

    private func list(_ results: SearchResults) -> HTML {
        guard !results.groups.isEmpty else {
            return HTML(.p, .class("muted")) { Localized("Nothing is found.", "没有找到。")[language] }
        }
        return HTML(.dl, .class("rows")) {
            for group in results.groups {
                HTML(.dt) { group.kind.plural.capitalized[language] }
                HTML(.dd) {
                    for (index, hit) in group.hits.enumerated() {
                        if index > 0 { language == .zh ? "、" : ", " }
                        HTML(
                            .a,
                            .href(page.address(state.item, [("record", hit.record.id)]) + "#find")
                        ) { hit.record.heading[language] }
                    }
                }
            }
        }
    }

    private func chosen(_ record: Record) -> HTML {
        let schema = EcosystemSchema.schema(of: record.kind)
        let field = call.item("field").flatMap { schema.field(FieldName(rawValue: $0)) }
        return HTML(.div, .class("sec chosen")) {
            HTML(.h3) {
                record.heading[language] + " "
                HTML(.span, .class("id")) { record.id }
            }
            HTML(.div, .class("acts")) {
                HTML(
                    .a, .class("btn"),
                    .href(page.address(state.item, [("do", "remove"), ("record", record.id)]))
                ) { Localized("Take it away", "移除此记录")[language] }
            }
            if let field { form(record, field) }
            HTML(.dl, .class("rows")) {
                for field in schema.fields where field.name != "id" {
                    HTML(.dt) { field.label[language] }
                    HTML(.dd) {
                        if let text = record.text(field.name) {
                            record.cell(field.name).words[language]
                            if case .code = field.type { HTML(.span, .class("id")) { " " + text } }
                        } else {
                            HTML(.span, .class("na")) { Localized("not stated", "未说明")[language] }
                        }
                        " "
                        HTML(
                            .a, .class("small"),
                            .href(
                                page.address(
                                    state.item, [("record", record.id), ("field", field.name.rawValue)])
                                    + "#set")
                        ) {
                            Localized("change", "修改")[language]
                            HTML(.span, .class("vh")) { " " + field.label[language] }
                        }
                    }
                }
            }
        }
    }

    private func form(_ record: Record, _ field: Field) -> HTML {
        let value = record.text(field.name) ?? ""
        return HTML(.form, .class("form row set-one"), .id("set"), .method("get"), .action(page.path)) {
            page.hidden(state, step: "set")
            HTML(.input, .type("hidden"), .name("record"), .value(record.id))
            HTML(.input, .type("hidden"), .name("field"), .value(field.name.rawValue))
            HTML(.div, .class("field")) {
                HTML(.label, .for("s-value")) { field.label[language] }
                control(field, value)
                HTML(.p, .class("hint")) {
                    Localized("Empty means “not stated”.", "留空表示“未说明”。")[language]
                }
            }
            HTML(.button, .class("btn pri"), .type("submit")) { Localized("Set it", "修改")[language] }
        }
    }

    private func control(_ field: Field, _ value: String) -> HTML {
        let common: [HTML.Attribute] = [.id("s-value"), .name("value"), .class("in")]
        func select(_ options: [(String, Localized)]) -> HTML {
            let known = options.contains { $0.0 == value } || value.isEmpty
            return HTML(
                .select, attributes: common,
                content: HTML(.option, .value("")) { Localized("not stated", "未说明")[language] }
                    + (known ? .empty : HTML(.option, .value(value), .flag("selected")) { value })
                    + HTML(
                        options.map { option in
                            HTML(.option, .value(option.0), .flag("selected", option.0 == value)) {
                                option.1[language]
                            }
                        }))
        }
        switch field.type {
        case .code(let vocabulary):
            return select(vocabulary.terms.map { ($0.code, $0.label) })
        case .boolean:
            return select([("yes", Localized("yes", "是")), ("no", Localized("no", "否"))])
        case .number, .integer:
            return HTML(
                .input, attributes: common + [.type("number"), HTML.Attribute("step", "any"), .value(value)])
        default:
            return HTML(.input, attributes: common + [.value(value), HTML.Attribute("maxlength", "1000")])
        }
    }
}

extension Cell {
    /// What the cell says, without links.
    fileprivate var words: Localized {
        switch value {
        case .text(let text), .missing(let text): text
        case .number(let number): Localized(same: NumberWording.text(number))
        case .links(let links): .joined(links.map(\.text))
        }
    }
}
