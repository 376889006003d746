import Ecosystem
import Reporting

/// What the map shows, as a form that is an address: it works without script.
struct MapForm {
    let contents: MapContents
    let call: Call
    let package: ServedPackage
    let root: String

    private var language: Language { call.language }
    private var question: MapQuestion { contents.question }

    /// The form; on a phone it folds, so that the map is not pushed down.
    var panel: HTML {
        HTML(.details, .class("fold")) {
            HTML(.summary) { Localized("Layers and filters", "图层与筛选")[language] }
            form
        }
    }

    private var form: HTML {
        HTML(.form, .class("form row panel"), .method("get"), .action("\(root)/map")) {
            HTML(.input, .type("hidden"), .name("set"), .value("1"))
            if let asked = call.askedLanguage {
                HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
            }
            HTML(.fieldset, .class("field")) {
                HTML(.legend, .class("lb")) { Localized("Layers", "图层")[language] }
                HTML(.div, .class("checks")) {
                    for layer in MapLayer.allCases { box(layer) }
                }
            }
            choice("region", Localized("Region", "地区"), regions, question.region?.id ?? "")
            choice("stage", Localized("Stage of the chain", "产业链阶段"), stages, question.stage ?? "")
            choice(
                "shade", Localized("Shading", "底色"),
                MapQuestion.Shade.allCases.map { ($0.rawValue, $0.label) }, question.shade.rawValue)
            HTML(.button, .class("btn pri"), .type("submit")) { Localized("Apply", "应用")[language] }
        }
    }

    private func box(_ layer: MapLayer) -> HTML? {
        let count =
            switch layer {
            case .park: contents.parks.count
            case .link: contents.links.count
            default: contents.sites.count { $0.layer == layer }
            }
        // A kind that nothing belongs to is not offered, unless it is what the reader asked for.
        guard count > 0 || !question.layers.contains(layer) || layer == .link else { return nil }
        return HTML(.label) {
            HTML(
                .input, .type("checkbox"), .name("layer"), .value(layer.rawValue),
                question.layers.contains(layer) ? HTML.Attribute("checked", "") : nil)
            if layer != .link { layer.shape.symbol }
            layer.label[language]
            HTML(.span, .class("muted num")) { "\(count)" }
        }
    }

    /// The compared places and the divisions in them.
    private var regions: [(String, Localized)] {
        let model = contents.model
        var options: [(String, Localized)] = [("", Localized("All", "全部"))]
        var offered: Set<String> = []
        for id in model.identity.places {
            guard let place = model.record(id: id.text), offered.insert(place.id).inserted else { continue }
            options.append((place.id, place.name))
            for unit in contents.units.units
            where unit.id != place.id && unit.regionChain.contains(where: { $0.id == place.id })
                && offered.insert(unit.id).inserted
            {
                options.append((unit.id, Localized("\u{2003}" + unit.name.en, "\u{2003}" + unit.name.zh)))
            }
        }
        for unit in contents.units.units where offered.insert(unit.id).inserted {
            options.append((unit.id, unit.name))
        }
        if let region = question.region, offered.insert(region.id).inserted {
            options.append((region.id, region.name))
        }
        return options
    }

    private var stages: [(String, Localized)] {
        [("", Localized("All", "全部"))]
            + Vocabulary.chainStage.terms.map {
                ($0.code, Localized($0.label.en.capitalizedFirst, $0.label.zh))
            }
    }

    private func choice(
        _ name: String, _ label: Localized, _ options: [(value: String, label: Localized)], _ chosen: String
    ) -> HTML {
        HTML(.div, .class("field")) {
            HTML(.label, .for("m-\(name)")) { label[language] }
            HTML(.select, .class("in"), .id("m-\(name)"), .name(name)) {
                for option in options {
                    HTML(
                        .option, .value(option.value),
                        option.value == chosen ? HTML.Attribute("selected", "") : nil
                    ) { option.label[language] }
                }
            }
        }
    }
}
