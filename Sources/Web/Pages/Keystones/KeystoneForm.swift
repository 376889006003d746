import Ecosystem
import Reporting
import Studies

/// What readers change most: how many networks or which pair, and what weighs. The study's page has the rest.
struct KeystoneForm {
    let page: KeystonesPage
    var problem: StudyProblem?

    private var language: Language { page.language }

    /// The parameters shown; all others that the address holds are kept.
    private var shown: [String] { page.asksMany ? ["pair", "weight", "samples"] : ["pair", "weight"] }

    var markup: HTML {
        let description = page.study.description
        let form = StudyForm(
            description: description, package: page.package, site: page.site, action: page.path,
            values: page.given, compared: [], problem: problem, language: language,
            suggestions: { parameter in
                page.study.suggestions(for: parameter, on: page.package.model, supplied: page.supplied)
            })
        let hidden =
            page.given.filter { !shown.contains($0.key) }.sorted { $0.key < $1.key }.map {
                ($0.key, $0.value)
            }
            + ["supplied", "scenario"].compactMap { name in page.call.item(name).map { (name, $0) } }
            + (page.call.askedLanguage.map { [("lang", $0.rawValue)] } ?? [])
        return HTML(.section, .class("panel"), .label(Localized("Question", "提问")[language])) {
            HTML(.form, .class("form"), .method("get"), .action(page.path)) {
                for parameter in description.parameters where shown.contains(parameter.id) {
                    form.field(parameter)
                }
                for item in hidden { HTML(.input, .type("hidden"), .name(item.0), .value(item.1)) }
                HTML(.div, .class("acts")) {
                    HTML(.button, .class("btn pri"), .type("submit")) { Localized("Ask", "提问")[language] }
                    HTML(.a, .class("btn"), .href(page.studyPath), HTML.Attribute("rel", "nofollow")) {
                        Localized("All parameters", "全部参数")[language]
                    }
                }
            }
        }
    }
}
