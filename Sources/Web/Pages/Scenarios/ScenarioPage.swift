import Ecosystem
import HTTPTypes
import Reporting
import Store
import Studies

/// Edits a scenario: what is changed, a record to change next found by search, a record to add, the text as JSON; then
/// asks a study with it, or saves it. It works without script: every step is an address.
struct ScenarioPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    var language: Language { call.language }
    var model: EcosystemModel { package.model }
    var root: String { "/r/\(WebAddress.encoded(package.id))" }
    var path: String { "\(root)/scenario" }
    var links: PageLinks { PageLinks(package: package.id, run: nil, language: language, site: site) }

    /// What the page shows.
    struct State {
        var scenario = Scenario(title: "")
        /// The item of the address that carries it; `nil` where it has to be saved first.
        var item: String?
        /// The saved scenario that it is, where it is one.
        var saved: SavedScenario?
        var problem: StudyProblem?
    }

    /// The page, or the way to the scenario after the step that the address takes.
    func answer() async throws -> Answer {
        var state = State()
        do throws(StudyProblem) {
            if let question = try ScenarioQuestion.read(call, package, site.store) {
                state.scenario = question.scenario
                state.item = question.item
                if !question.item.hasPrefix("{") { state.saved = site.store?.scenario(id: question.item) }
            }
            if let next = try ScenarioChange.applied(call, to: state.scenario, of: model) {
                guard let item = ScenarioQuestion.item(for: next) else { throw ScenarioPage.tooLong }
                return .redirect(to: address(next.isBlank && next.title.isEmpty ? nil : item))
            }
        } catch {
            state.problem = error
        }
        let html = try await page(state)
        return .page(html, status: state.problem == nil ? .ok : .unprocessableContent)
    }

    static let tooLong = StudyProblem(
        Localized(
            "the scenario has become too long for an address; save it, or run it from the command line",
            "情景过长，无法放入地址；请先保存，或用命令行运行"), parameter: "scenario")

    /// The address of this page with a scenario, for the same study.
    func address(_ item: String?, _ more: [(String, String)] = []) -> String {
        var query: [(String, String)] = []
        if let item { query.append(("scenario", item)) }
        if let study = call.item("study") { query.append(("study", study)) }
        return WebAddress.path(path, query: query + more)
    }

    private func page(_ state: State) async throws -> String {
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Try a change", "试一个情景"),
            lead: Localized(
                "Take a record away, change a field, add a record; then ask a study what becomes of it. Nothing on record is touched.",
                "去掉一条记录、改一个字段或添一条记录，再问研究会怎样。现有记录不会被改动。"),
            crumbs: [(Localized("Home", "首页"), root), (Localized("Studies", "全部研究"), "\(root)/studies")])
        let finder = try await ScenarioFinder(page: self, state: state).markup()
        return frame.page {
            if let problem = state.problem {
                HTML(.div, .class("note bad"), .role("alert")) {
                    for detail in problem.details { HTML(.p) { detail.message[language] } }
                }
            }
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c8 stack")) {
                    changes(state)
                    finder
                    addition(state)
                    text(state)
                }
                HTML(.div, .class("c4 stack")) {
                    ask(state)
                    keep(state)
                }
            }
        }
    }

    // MARK: What is changed

    private func changes(_ state: State) -> HTML {
        let words = ScenarioWords(model: model, links: links, language: language)
        let problems = state.scenario.problems(on: model)
        return HTML(.section, .class("panel"), .id("changes")) {
            HTML(.h2) { Localized("What is changed", "改了什么")[language] }
            HTML(.form, .class("form row"), .method("get"), .action(path)) {
                hidden(state, step: "title")
                HTML(.div, .class("field")) {
                    HTML(.label, .for("s-title")) { Localized("Title", "名称")[language] }
                    HTML(
                        .input, .id("s-title"), .name("title"), .class("in"), .value(state.scenario.title),
                        HTML.Attribute("maxlength", "200"))
                }
                HTML(.button, .class("btn"), .type("submit")) { Localized("Name it", "命名")[language] }
            }
            if state.scenario.changes.isEmpty {
                HTML(.p, .class("muted")) {
                    Localized("Nothing yet: find a record below.", "还没有修改：请在下方查找记录。")[language]
                }
            } else {
                HTML(.ol, .class("finds changes")) {
                    for (index, change) in state.scenario.changes.enumerated() {
                        HTML(.li) {
                            HTML(.span, .class("num")) { "\(index + 1)" }
                            HTML(.div) {
                                HTML(.p) { words.markup(of: change) }
                                if let problem = problems[index + 1] {
                                    HTML(.p, .class("err")) { problem[language] }
                                }
                                if let item = state.item {
                                    HTML(
                                        .a, .class("small"),
                                        .href(address(item, [("do", "drop"), ("n", "\(index + 1)")]))
                                    ) {
                                        Localized("Drop change \(index + 1)", "撤销第 \(index + 1) 项")[language]
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if !state.scenario.shocks.isEmpty {
                HTML(.p, .class("small")) {
                    Localized(
                        "\(state.scenario.shocks.count) shocks, in the text below",
                        "冲击 \(state.scenario.shocks.count) 项，见下方文本")[language]
                }
            }
        }
    }

    /// Hidden fields that carry the scenario and the step.
    func hidden(_ state: State, step: String) -> HTML {
        HTML([
            state.item.map { HTML(.input, .type("hidden"), .name("scenario"), .value($0)) } ?? .empty,
            call.item("study").map { HTML(.input, .type("hidden"), .name("study"), .value($0)) } ?? .empty,
            call.askedLanguage.map { HTML(.input, .type("hidden"), .name("lang"), .value($0.rawValue)) }
                ?? .empty,
            step.isEmpty ? .empty : HTML(.input, .type("hidden"), .name("do"), .value(step)),
        ])
    }

    // MARK: Another record, the text

    /// Kinds that a scenario adds: entities and what is said of them.
    private static let addable: [RecordKind] = [
        .organization, .site, .activity, .relation, .park, .product, .component, .logisticsLink,
        .byproductFlow,
        .relocation, .indicator, .policy, .region, .segment,
    ]

    private func addition(_ state: State) -> HTML {
        let kind = call.item("kind").flatMap(RecordKind.init(rawValue:))
        return HTML(.section, .class("panel"), .id("add")) {
            HTML(.h2) { Localized("Add a record", "添加一条记录")[language] }
            HTML(.form, .class("form row"), .method("get"), .action(path + "#add")) {
                hidden(state, step: "")
                HTML(.div, .class("field")) {
                    HTML(.label, .for("s-kind")) { Localized("Kind", "类别")[language] }
                    HTML(.select, .id("s-kind"), .name("kind"), .class("in")) {
                        for other in ScenarioPage.addable {
                            HTML(.option, .value(other.rawValue), .flag("selected", other == kind)) {
                                other.label.capitalized[language]
                            }
                        }
                    }
                }
                HTML(.button, .class("btn"), .type("submit")) {
                    Localized("Show its fields", "显示字段")[language]
                }
            }
            if let kind {
                HTML(.form, .class("form"), .method("get"), .action(path)) {
                    hidden(state, step: "add")
                    HTML(.input, .type("hidden"), .name("kind"), .value(kind.rawValue))
                    field("record", Localized("Id", "编号"), isRequired: true)
                    for field in EcosystemSchema.schema(of: kind).fields where field.name != "id" {
                        self.field("f." + field.name.rawValue, field.label, isRequired: field.isRequired)
                    }
                    HTML(.div, .class("acts")) {
                        HTML(.button, .class("btn pri"), .type("submit")) {
                            Localized("Add it", "添加")[language]
                        }
                    }
                }
            }
        }
    }

    private func field(_ name: String, _ label: Localized, isRequired: Bool) -> HTML {
        HTML(.div, .class("field")) {
            HTML(.label, .for("s-" + name)) {
                label[language]
                if isRequired { HTML(.span, .class("muted")) { Localized(" (needed)", "（必填）")[language] } }
            }
            HTML(
                .input, .id("s-" + name), .name(name), .class("in"), .flag("required", isRequired),
                HTML.Attribute("maxlength", "500"))
        }
    }

    private func text(_ state: State) -> HTML {
        let text = (try? JSONValue(encoding: state.scenario))?.text(indented: true) ?? ""
        let shown = state.problem == nil ? text : call.item("scenario") ?? text
        return HTML(.section, .class("panel"), .id("text")) {
            HTML(.h2) { Localized("As text", "文本形式")[language] }
            HTML(.p) {
                Localized(
                    "The same as a file for --scenario on the command line and for the API.",
                    "与命令行 --scenario 和接口所用的文件相同。")[
                        language]
            }
            HTML(.form, .class("form"), .method("get"), .action(path)) {
                call.item("study").map { HTML(.input, .type("hidden"), .name("study"), .value($0)) }
                HTML(.div, .class("field")) {
                    HTML(.label, .for("s-text")) { Localized("Scenario (JSON)", "情景（JSON）")[language] }
                    HTML(
                        .textarea, .id("s-text"), .name("scenario"), .class("in code"),
                        HTML.Attribute("rows", "\(min(24, max(6, shown.split(separator: "\n").count + 1)))"),
                        HTML.Attribute("spellcheck", "false")
                    ) { shown }
                }
                HTML(.div, .class("acts")) {
                    HTML(.button, .class("btn"), .type("submit")) {
                        Localized("Use this text", "采用此文本")[language]
                    }
                }
            }
        }
    }

    // MARK: Asking and keeping

    private func ask(_ state: State) -> HTML {
        HTML(.section, .class("panel"), .id("ask")) {
            HTML(.h2) { Localized("Ask with it", "用它提问")[language] }
            if state.scenario.isBlank || state.item == nil {
                HTML(.p, .class("muted")) { Localized("First change something.", "请先作修改。")[language] }
            } else {
                HTML(.form, .class("form"), .method("get"), .action("\(path)/ask")) {
                    if let item = state.item {
                        HTML(.input, .type("hidden"), .name("scenario"), .value(item))
                    }
                    HTML(.div, .class("field")) {
                        HTML(.label, .for("s-study")) { Localized("Study", "研究")[language] }
                        HTML(.select, .id("s-study"), .name("study"), .class("in")) {
                            for study in site.studies.map(\.description) {
                                HTML(
                                    .option, .value(study.id),
                                    .flag("selected", study.id == call.item("study"))
                                ) { study.title[language] }
                            }
                        }
                    }
                    HTML(.div, .class("acts")) {
                        HTML(.button, .class("btn pri"), .type("submit")) {
                            Localized("Ask", "提问")[language]
                        }
                        HTML(.button, .class("btn"), .type("submit"), .name("against"), .value("record")) {
                            Localized("Ask, beside what is on record", "提问并与现有记录对比")[language]
                        }
                    }
                }
            }
        }
    }

    private func keep(_ state: State) -> HTML {
        guard site.store != nil else { return .empty }
        let own =
            call.owner.flatMap { site.store?.scenarios(of: $0, package: package.model.identity.id) } ?? []
        return HTML(.section, .class("panel"), .id("keep")) {
            HTML(.h2) { Localized("Keep it", "保存")[language] }
            HTML(.p) {
                Localized(
                    "A saved scenario has a private link: who has the link can read it.",
                    "保存后得到一个私密链接：持有链接者可以读取。")[language]
            }
            if !state.scenario.isBlank {
                HTML(.form, .class("acts"), .method("post"), .action("\(path)/save")) {
                    HTML(.input, .type("hidden"), .name("token"), .value(call.formToken))
                    HTML(
                        .input, .type("hidden"), .name("text"),
                        .value(ScenarioQuestion.text(of: state.scenario)))
                    if let saved = state.saved, own.contains(where: { $0.id == saved.id }) {
                        HTML(.input, .type("hidden"), .name("id"), .value(saved.id))
                    }
                    HTML(.button, .class("btn"), .type("submit")) { Localized("Save", "保存")[language] }
                }
            }
            if !own.isEmpty {
                HTML(.h3) { Localized("Saved in this browser", "本浏览器已保存")[language] }
                HTML(.ul, .class("finds")) {
                    for scenario in own {
                        HTML(.li) {
                            HTML(.span)
                            HTML(.div) {
                                HTML(.a, .href(address(scenario.id))) {
                                    scenario.title.isEmpty
                                        ? Localized("without a title", "未命名")[language] : scenario.title
                                }
                                HTML(.form, .method("post"), .action("\(path)/delete")) {
                                    HTML(.input, .type("hidden"), .name("token"), .value(call.formToken))
                                    HTML(.input, .type("hidden"), .name("id"), .value(scenario.id))
                                    HTML(.button, .class("plain"), .type("submit")) {
                                        Localized("Delete", "删除")[language]
                                        HTML(.span, .class("vh")) { " " + scenario.title }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension Scenario {
    /// What is wrong with changes, by their number.
    func problems(on model: EcosystemModel) -> [Int: Localized] {
        guard case .failure(let found) = applied(to: model) else { return [:] }
        return Dictionary(
            found.problems.map { ($0.change, $0.message) }, uniquingKeysWith: { first, _ in first })
    }
}
