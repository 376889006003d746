import DataPackages
import HTTPTypes
import Ecosystem
import Reporting
import Studies

/// A study: its question, its form, and the answer for the parameters in the address.
///
/// The address is the question: without parameters, the defaults are asked. An answer that takes longer than a
/// moment gets a page of its own with progress.
struct StudyPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let study: any Study

    private var language: Language { call.language }
    private var description: StudyDescription { study.description }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var path: String { "\(root)/studies/\(description.id)" }

    /// Answers the question, or shows what is wrong with it.
    func answer() async throws -> Answer {
        let others = try compared()
        let given = call.questionItems
        let request: RunRequest
        do {
            request = try RunRequest(
                study: study, model: package.model, others: others,
                scenario: try ScenarioQuestion.read(call, package, site.store)?.scenario,
                supplied: try package.input(for: description, asked: call.item("supplied")), given: given)
        } catch {
            return .page(page(problem: error, values: given), status: .unprocessableContent)
        }
        let language = call.askedLanguage.map { [("lang", $0.rawValue)] } ?? []
        if let against = call.item("against") {
            let address = try site.queue.submit(request)
            return .redirect(
                to: WebAddress.path("\(root)/compare", query: [("a", against), ("b", address)] + language))
        }
        switch try await site.asked(request) {
        case .answered(let report, let address):
            return .page(page(report: report, address: address, values: request.input.parameters.texts))
        case .refused(let problem):
            return .page(page(problem: problem, values: given), status: .unprocessableContent)
        case .running(let address, _):
            return .redirect(to: WebAddress.path("\(root)/runs/\(address)", query: language))
        }
    }

    /// Packages named by `compare`.
    private func compared() throws(WebProblem) -> [EcosystemModel] {
        var models: [EcosystemModel] = []
        for item in call.query where item.name == "compare" && !item.value.isEmpty {
            guard let other = site.packages.listed[item.value] else {
                throw .notFound(
                    Localized("No data package is called “\(item.value)”.", "没有名为“\(item.value)”的数据包。"))
            }
            if other.id != package.id { models.append(other.model) }
        }
        return models
    }

    /// The frame of this study's pages.
    func frame(title: Localized? = nil, lead: Localized? = nil, feed: MonitorFeed.Link? = nil) -> PageFrame {
        PageFrame(
            site: site, call: call, package: package, title: title ?? description.title,
            lead: lead ?? description.question, verb: description.verb,
            crumbs: [
                (Localized("Home", "首页"), root),
                (description.verb.label, site.path(of: description.verb, root)),
            ], feed: feed.map { ($0.title, $0.path) })
    }

    /// The page with an answer.
    func page(report: Report, address: String, values: [String: String]) -> String {
        var links = PageLinks(package: package.id, run: address, language: language, site: site)
        links.moment = PageLinks.Moment(call)
        let renderer = HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(package.model, citing: report.citedParagraphs),
            outline: site.outlines[package.id])
        let feed = MonitorFeed.Link(report, call: call, package: package)
        return frame(title: report.title, lead: report.answer, feed: feed).page {
            HTML(.div, .class("grid")) {
                HTML(.div, .class("c8 stack")) {
                    pictorial(values)
                    companionOffer
                    ReportConditions(
                        report: report, package: package, item: scenarioItem(of: report), language: language,
                        links: PageLinks(package: package.id, run: address, language: language, site: site)
                    ).markup
                    renderer.notices(of: report, isLabelled: package.stated != nil)
                    renderer.content(of: report)
                    next(values)
                    renderer.cited(report)
                }
                HTML(.div, .class("c4 stack")) {
                    form(
                        values: values, supplied: report.supplied?.kind, problem: nil,
                        scenario: scenarioItem(of: report), against: address)
                    feed?.panel ?? .empty
                    Reproduction(report: report, address: address, call: call, package: package).panel
                    Sharing(
                        report: report, address: address, call: call, package: package, site: site
                    ).panels
                }
            }
        }
    }

    /// The way to the page that is made for this question, with what is asked: for disruptions the one on which what stops is
    /// picked on a map, for systemic risk the keystones.
    private func pictorial(_ values: [String: String]) -> HTML {
        let (page, words): (String, Localized)
        switch description.id {
        case StressPage.study:
            (page, words) = ("stress", Localized("Pick what stops on a map, or by search", "在地图上或用检索选择停摆对象"))
        case KeystonesPage.study:
            (page, words) = ("keystones", Localized("The page of keystones for this question", "本问题的关键企业页面"))
        default: return .empty
        }
        let asked = description.parameters.compactMap { parameter -> (String, String)? in
            guard let value = values[parameter.id], !value.isEmpty,
                value != parameter.defaultText(for: package.model)
            else { return nil }
            return (parameter.id, value)
        }
        let items =
            asked
            + call.query.filter { ["lang", "scenario", "supplied"].contains($0.name) }.map {
                ($0.name, $0.value)
            }
        return HTML(.p) {
            HTML(
                .a, .href(WebAddress.path("\(root)/\(page)", query: items)), HTML.Attribute("rel", "nofollow")
            ) { words[language] }
        }
    }

    /// What to ask after this answer.
    private func next(_ values: [String: String]) -> HTML {
        let questions = FollowingStudies.questions(
            after: description, values: values, of: package, on: site)
        return questions.isEmpty
            ? .empty : FurtherQuestion.panel(FurtherQuestion.next, questions, language: language)
    }

    /// Where a study takes a network and the package has none: the way to the companion that has one.
    private var companionOffer: HTML {
        guard description.takes.contains(.network), package.supplied[.network] == nil,
            let companion = site.packages.companions.id(beside: package)
        else { return .empty }
        return HTML(.div, .class("note")) {
            Localized(
                "This package has no quantities of supply between firms. Its reconstructed companion has, between made-up firms that fit what is known: ",
                "此数据包没有企业间供应的数量。其重建数据包含有与已知信息相符的合成企业间数量：")[language]
            HTML(.a, .href("/r/\(WebAddress.encoded(companion))/studies/\(description.id)")) {
                Localized("ask it there", "在重建数据包中提问")[language]
            }
            if description.parameters.contains(where: { $0.id == "samples" }), call.item("samples") == nil {
                // A button, so that nobody who only follows links starts so much work.
                HTML(.form, .method("get"), .action(path)) {
                    HTML(.input, .type("hidden"), .name("samples"), .value(String(site.limits.networks)))
                    if let asked = call.askedLanguage {
                        HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
                    }
                    HTML(.button, .class("btn"), .type("submit")) {
                        Localized(
                            "Ask \(site.limits.networks) such networks at once",
                            "同时询问 \(site.limits.networks) 个这样的网络")[language]
                    }
                }
            }
        }
    }

    /// The page that says what is wrong with the question.
    private func page(problem: StudyProblem, values: [String: String]) -> String {
        frame().page {
            HTML(.div, .class("note bad"), .role("alert")) {
                HTML(.b) { Localized("The question cannot be asked as it stands.", "问题无法这样提出。")[language] }
                HTML(.ul) {
                    for detail in problem.details {
                        HTML(.li) {
                            if let parameter = detail.parameter,
                                description.parameters.contains(where: { $0.id == parameter })
                            {
                                HTML(.a, .href("#p-\(parameter)")) { detail.message[language] }
                            } else {
                                detail.message[language]
                            }
                        }
                    }
                }
            }
            HTML(.div, .class("grid sec")) {
                HTML(.div, .class("c8")) {
                    form(
                        values: values, supplied: nil, problem: problem, scenario: call.item("scenario"),
                        against: nil)
                }
            }
        }
    }

    /// What an address carries for the scenario of a report; `nil` where none was applied or it has to be saved first.
    private func scenarioItem(of report: Report) -> String? {
        guard let applied = report.applied else { return nil }
        return call.item("scenario") ?? ScenarioQuestion.item(for: applied)
    }

    private func form(
        values: [String: String], supplied: ComputingInput.Kind?, problem: StudyProblem?, scenario: String?,
        against: String?
    ) -> HTML {
        StudyForm(
            description: description, package: package, site: site, action: path, values: values,
            compared: call.query.filter { $0.name == "compare" }.map(\.value), scenario: scenario,
            against: against, problem: problem, language: language,
            suggestions: { [study, package] parameter in
                let kind = supplied ?? description.takes.first { package.supplied[$0] != nil }
                return study.suggestions(
                    for: parameter, on: package.model, supplied: kind.flatMap { package.supplied[$0]?.input })
            }, supplied: supplied
        ).panel
    }
}
