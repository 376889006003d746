import Ecosystem
import Reporting
import Studies

/// What the chain page shows, as a form that is an address: it works without script.
struct ChainForm {
    let call: Call
    let package: ServedPackage
    let question: ChainQuestion
    let study: StudyDescription
    let root: String

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }

    /// The form; on a phone it folds, so that the chain is not pushed down.
    var panel: HTML {
        HTML(.details, .class("fold")) {
            HTML(.summary) { Localized("Place, track and level", "地区、路线与层级")[language] }
            HTML(.form, .class("form row panel"), .method("get"), .action("\(root)/chain")) {
                HTML(.input, .type("hidden"), .name("set"), .value("1"))
                if let asked = call.askedLanguage {
                    HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
                }
                select(
                    "region", Localized("Place", "地区"), places,
                    question.given["region"] ?? model.identity.homeRegion?.text ?? "")
                select("root", Localized("Segment", "环节"), roots, question.given["root"] ?? "")
                HTML(.div, .class("field")) {
                    HTML(.label, .for("c-track")) { Localized("Technology track", "技术路线")[language] }
                    HTML(
                        .input, .id("c-track"), .name("track"), .class("in"),
                        HTML.Attribute("maxlength", "200"), .value(question.given["track"] ?? ""),
                        HTML.Attribute("placeholder", Localized("hydrogen, fuel cell", "氢，燃料电池")[language]))
                }
                select(
                    "level", Localized("Level", "层级"),
                    [
                        ("all", Localized("segments and parts", "环节与细分")),
                        ("top", Localized("segments only", "只到环节")),
                    ], question.showsParts ? "all" : "top")
                HTML(.div, .class("checks")) {
                    box("unknown", Localized("Show unknown", "显示未知"), question.showsUnknown)
                    box("ties", Localized("Show supply ties", "显示供应联系"), question.showsTies)
                    box(
                        "adjacent", Localized("Adjacent industries", "相邻产业"),
                        question.given["adjacent"] == "yes")
                }
                HTML(.button, .class("btn pri"), .type("submit")) { Localized("Apply", "应用")[language] }
            }
        }
    }

    /// The home region and the places that are compared.
    private var places: [(String, Localized)] {
        var ids = [model.identity.homeRegion?.text].compactMap { $0 } + model.identity.places.map(\.text)
        if let asked = question.given["region"], !ids.contains(asked) { ids.append(asked) }
        let known = ids.compactMap { id in model.record(id: id).map { (id, $0.name) } }
        return known.isEmpty ? [("", Localized("all places", "所有地区"))] : known
    }

    /// The whole tree and the segments at its top.
    private var roots: [(String, Localized)] {
        var found = model.records(of: .segment).filter { $0.text("parent_id") == nil }
        if let asked = question.given["root"].flatMap({ model.record(id: $0) }),
            !found.contains(where: { $0.id == asked.id })
        {
            found.append(asked)
        }
        return [("", Localized("all", "全部"))] + found.map { ($0.id, $0.name) }
    }

    private func select(
        _ name: String, _ label: Localized, _ options: [(String, Localized)], _ chosen: String
    ) -> HTML {
        HTML(.div, .class("field")) {
            HTML(.label, .for("c-\(name)")) { label[language] }
            HTML(.select, .id("c-\(name)"), .name(name), .class("in")) {
                for option in options {
                    HTML(.option, .value(option.0), .flag("selected", option.0 == chosen)) {
                        option.1[language]
                    }
                }
            }
        }
    }

    private func box(_ name: String, _ label: Localized, _ isOn: Bool) -> HTML {
        HTML(.label) {
            HTML(.input, .type("checkbox"), .name(name), .value("yes"), .flag("checked", isOn))
            label[language]
        }
    }
}
