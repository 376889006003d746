import Ecosystem
import Reporting
import Store
import Studies

/// The part of the stress page that says what stops, how long and how deep: a search, a list, a map, and ready-made starts.
/// Every choice is a link, so that it works without script.
struct StressPicker {
    let page: StressPage
    /// What the search of the package finds for the words that are looked for.
    let found: SearchResults?
    /// The scenario whose shocks are asked; `nil` for none.
    let scenario: Scenario?

    private var language: Language { page.language }
    private var question: StressQuestion { page.question }
    private var choices: StressChoices { page.choices }

    /// Parameters that stand open; all others fold.
    private static let open = ["days", "depth", "start", "recovery"]

    var markup: HTML {
        HTML(.section, .class("picker"), .id("pick"), .label(Localized("What stops", "停摆对象")[language])) {
            if question.chosen.isEmpty, scenario == nil { starts }
            let map = StressMap(page: page).markup
            if map.isEmpty {
                HTML(.div, .class("stack")) {
                    searchPanel
                    chosenPanel
                }
            } else {
                HTML(.div, .class("grid")) {
                    HTML(.div, .class("c7 stack")) {
                        searchPanel
                        chosenPanel
                    }
                    HTML(.div, .class("c5 stack")) { map }
                }
            }
        }
    }

    /// What is asked in a few words.
    var asked: StressAsked { StressAsked(page: page, scenario: scenario) }

    /// The picker behind one line that says what is asked; open while something is looked for.
    var folded: HTML {
        HTML(.details, .class("asked"), .flag("open", !question.words.isEmpty)) {
            HTML(.summary) {
                HTML(.b) { asked.what[language] }
                HTML(.span, .class("muted")) { asked.how[language] }
                HTML(.span, .class("to")) { Localized("Change the question", "更改问题")[language] }
            }
            markup
        }
    }

    // MARK: Ready-made

    private var starts: HTML {
        let fitting = StressStart.all.filter { choices[$0.what] != nil }
        guard !fitting.isEmpty else { return .empty }
        return HTML(.ul, .class("starts")) {
            for start in fitting {
                HTML(.li, .class("panel")) {
                    // A form, so that nobody who only follows links starts so much work.
                    HTML(.form, .method("get"), .action(page.path)) {
                        HTML(.b) { start.title[language] }
                        HTML(.p) { start.words[language] }
                        for item in items(of: start) {
                            HTML(.input, .type("hidden"), .name(item.0), .value(item.1))
                        }
                        HTML(.button, .class("btn"), .type("submit")) {
                            Localized("Run it", "推演")[language]
                            HTML(.span, .class("vh")) { " " + start.title[language] }
                        }
                    }
                }
            }
        }
    }

    private func items(of start: StressStart) -> [(String, String)] {
        var items = [("what", start.what), ("days", start.days), ("recovery", start.recovery)]
        if let imports = start.imports { items.append(("imports", imports)) }
        if page.asksMany { items.append(("samples", String(page.site.limits.networks))) }
        if let asked = page.call.askedLanguage { items.append(("lang", asked.rawValue)) }
        return items
    }

    // MARK: What is chosen, and how

    private var chosenPanel: HTML {
        HTML(.section, .class("panel")) {
            HTML(.h2) { Localized("What stops", "停摆对象")[language] }
            if question.chosen.isEmpty {
                if let scenario { shocks(of: scenario) }
                HTML(.p, .class("muted")) {
                    scenario == nil
                        ? Localized(
                            "Nothing yet: search, click on the map, or take a ready-made start.",
                            "尚未选择：可检索、点地图或用现成情景。")[
                                language]
                        : Localized(
                            "These are the shocks of the scenario, each with its own length; length and depth below do not apply.",
                            "以上为情景中的冲击，各有时长；下方时长与深度不适用。")[language]
                }
            } else {
                HTML(.ul, .class("stops")) { for value in question.chosen { item(value) } }
            }
            form
        }
    }

    private func shocks(of scenario: Scenario) -> HTML {
        HTML(.ul, .class("stops")) {
            for shock in scenario.shocks {
                HTML(.li) {
                    HTML(.b) { (choices[shock.what]?.name ?? Localized(same: shock.what))[language] }
                    HTML(.span, .class("small")) {
                        let days = NumberWording.digits(shock.days, decimals: 0)
                        let start = NumberWording.digits(shock.start, decimals: 0)
                        let depth = NumberWording.digits(shock.depth * 100, decimals: 0)
                        Localized(
                            "from day \(start) for \(days) days, \(depth) %",
                            "自第 \(start) 天起 \(days) 天，\(depth)%")[
                                language]
                    }
                }
            }
        }
    }

    private func item(_ value: String) -> HTML {
        let choice = choices[value]
        return HTML(.li) {
            HTML(.span, .class("tag")) {
                (choice.map { kindWord($0.kind) } ?? Localized("as typed", "自行输入"))[language]
            }
            HTML(.b) { (choice?.name ?? Localized(same: value))[language] }
            HTML(.span, .class("id")) { value }
            HTML(.a, .href(question.removing(value, choice)), HTML.Attribute("rel", "nofollow")) {
                Localized("take out", "移除")[language]
                HTML(.span, .class("vh")) { " " + (choice?.name ?? Localized(same: value))[language] }
            }
        }
    }

    private func kindWord(_ kind: DisruptChoice.Kind) -> Localized {
        switch kind {
        case .region: Localized("place", "地区")
        case .sector: Localized("segment", "环节")
        case .way: Localized("way", "通道")
        case .abroad: Localized("import", "进口")
        case .named: Localized("organization", "机构")
        case .firm: Localized("firm", "企业")
        }
    }

    private var form: HTML {
        let description = page.study.description
        var values = page.given
        values["what"] = nil
        let fields = StudyForm(
            description: description, package: page.package, site: page.site, action: page.path,
            values: values,
            compared: [], problem: nil, language: language)
        let hidden = Set(
            StressPicker.open + ["what"] + (hasCases && question.chosen.isEmpty ? [] : ["case"])
                + (page.supplied == nil ? ["period", "jobs"] : ["samples", "seed", "assumptions"]))
        return HTML(.form, .class("form"), .method("get"), .action(page.path)) {
            if let what = StressQuestion.text(question.chosen) {
                HTML(.input, .type("hidden"), .name("what"), .value(what))
            }
            for name in ["scenario", "supplied"] {
                if let value = page.call.item(name) {
                    HTML(.input, .type("hidden"), .name(name), .value(value))
                }
            }
            if let asked = page.call.askedLanguage {
                HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
            }
            HTML(.div, .class("fields")) {
                for id in StressPicker.open {
                    if let parameter = description.parameters.first(where: { $0.id == id }) {
                        fields.field(parameter)
                    }
                }
            }
            if let imports = question.given["imports"] {
                HTML(.p, .class("note")) {
                    Localized("Assumed of imports: ", "关于进口的假设：")[language]
                    HTML(.b) { assumed(imports)[language] }
                    Localized(
                        ". Not on record for these firms; change it under assumptions.",
                        "。这些企业没有记录，可在“假设”中修改。")[
                            language]
                }
            }
            HTML(.details, .class("deep"), .flag("open", isDeepAsked)) {
                HTML(.summary) { Localized("Assumptions and further parameters", "假设与其他参数")[language] }
                HTML(.div, .class("two")) {
                    for parameter in description.parameters where !hidden.contains(parameter.id) {
                        fields.field(parameter)
                    }
                }
            }
            if page.asksMany, question.given["samples"] == nil {
                HTML(.p, .class("hint small muted")) {
                    Localized(
                        "Asked of \(page.site.limits.networks) reconstructed networks of made-up firms, so that the answer has bands; this takes some seconds.",
                        "将询问 \(page.site.limits.networks) 个合成企业重建网络，结果带区间；需要数秒。")[language]
                }
            }
            HTML(.div, .class("acts")) {
                HTML(.button, .class("btn pri"), .type("submit")) { Localized("Run", "推演")[language] }
                HTML(.a, .class("btn"), .href(page.path)) { Localized("Start anew", "重新开始")[language] }
                if let several = severalPath {
                    HTML(.a, .class("btn"), .href(several)) {
                        Localized("A length of its own for each", "各自设定时长")[language]
                    }
                }
                HTML(.a, .class("btn"), .href(page.studyPath), HTML.Attribute("rel", "nofollow")) {
                    Localized("All parameters", "全部参数")[language]
                }
            }
        }
    }

    /// What is assumed of imports in words: names for ids.
    private func assumed(_ imports: String) -> Localized {
        let parts = imports.split(separator: ";").map { part -> Localized in
            let sides = part.split(separator: "=", maxSplits: 1).map { String($0.drop { $0 == " " }) }
            guard sides.count == 2 else { return Localized(same: String(part)) }
            let ends = sides[1].split(separator: "@", maxSplits: 1).map(String.init)
            let share = Double(ends[0]).map { NumberWording.digits($0 * 100, decimals: 0) + " %" } ?? ends[0]
            let what =
                sides[0] == "*" ? Localized("all inputs", "全部投入") : page.name(of: sides[0])
            let way = ends.count == 2 ? page.name(of: ends[1]) : nil
            return Localized(
                "\(share) of \(what.en)" + (way.map { " by way of \($0.en)" } ?? ""),
                "\(what.zh)的 \(share.replacing(" ", with: ""))" + (way.map { "，经\($0.zh)" } ?? ""))
        }
        return Localized(parts.map(\.en).joined(separator: "; "), parts.map(\.zh).joined(separator: "；"))
    }

    private var hasCases: Bool {
        if case .network(let network)? = page.supplied { !network.shocks.isEmpty } else { false }
    }

    private var isDeepAsked: Bool {
        question.given.keys.contains { !StressPicker.open.contains($0) && $0 != "imports" && $0 != "samples" }
    }

    /// The scenario editor with what is chosen, where each shock has its own start, length and depth.
    private var severalPath: String? {
        let values = page.given
        func number(_ name: String, _ other: Double) -> Double { values[name].flatMap(Double.init) ?? other }
        guard !question.chosen.isEmpty else { return nil }
        let scenario = Scenario(
            title: "",
            shocks: question.chosen.map {
                .init(
                    what: $0, start: number("start", 0), days: number("days", 56), depth: number("depth", 1),
                    recovery: number("recovery", 14))
            })
        return ScenarioQuestion.item(for: scenario).map { item in
            WebAddress.path(
                "\(page.root)/scenario", query: [("scenario", item), ("study", page.study.id)])
        }
    }

    // MARK: Search

    private var searchPanel: HTML {
        HTML(.section, .class("panel"), .id("find")) {
            HTML(.h2) { Localized("Find what stops", "查找停摆对象")[language] }
            HTML(.form, .class("form row"), .method("get"), .action(page.path + "#find")) {
                for (name, value) in question.items {
                    HTML(.input, .type("hidden"), .name(name), .value(value))
                }
                HTML(.div, .class("field")) {
                    HTML(.label, .for("x-q")) {
                        Localized("Place, segment, port or firm", "地区、环节、港口或企业")[language]
                    }
                    HTML(
                        .input, .id("x-q"), .name("q"), .type("search"), .class("in"), .value(question.words),
                        HTML.Attribute("maxlength", "200"), HTML.Attribute("autocomplete", "off"))
                }
                HTML(.button, .class("btn"), .type("submit")) { Localized("Find", "查找")[language] }
            }
            if !question.words.isEmpty { results }
            if question.words.isEmpty { browse }
        }
    }

    private var results: HTML {
        let groups = choices.fitting(question.words, found: found)
        guard !groups.isEmpty else {
            let near = choices.nearest(to: question.words)
            return HTML(.div, .class("offers")) {
                HTML(.p, .class("muted")) {
                    Localized(
                        "Nothing that can stop here is called “\(question.words)”.",
                        "没有名为“\(question.words)”的可选对象。")[language]
                }
                if !near.isEmpty {
                    HTML(.h3) { Localized("Nearest", "最接近")[language] }
                    list(near)
                }
            }
        }
        return HTML(.div, .class("offers")) {
            for group in groups {
                HTML(.div) {
                    HTML(.h3) {
                        group.kind.label[language] + " "
                        HTML(.span, .class("num")) { "\(group.count)" }
                    }
                    list(group.choices)
                }
            }
        }
    }

    /// What can be picked without a search: places, segments and ways.
    private var browse: HTML {
        HTML(.details, .class("deep")) {
            HTML(.summary) { Localized("Lists of all that can stop", "全部可选对象")[language] }
            HTML(.div, .class("offers")) {
                for kind in [DisruptChoice.Kind.region, .sector, .way] {
                    let some = choices.all.filter { $0.kind == kind }.prefix(200)
                    if !some.isEmpty {
                        HTML(.div) {
                            HTML(.h3) { kind.label[language] }
                            list(Array(some))
                        }
                    }
                }
            }
        }
    }

    private func list(_ some: [DisruptChoice]) -> HTML {
        HTML(.ul) {
            for choice in some {
                HTML(.li) {
                    if question.chosen.contains(choice.value) {
                        HTML(.span, .class("btn"), HTML.Attribute("aria-disabled", "true")) {
                            "✓ " + choice.name[language]
                        }
                    } else {
                        HTML(
                            .a, .class("btn"), .href(question.adding(choice)),
                            HTML.Attribute("rel", "nofollow")
                        ) { "+ " + choice.name[language] }
                    }
                }
            }
        }
    }
}
