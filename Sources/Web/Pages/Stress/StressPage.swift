import Ecosystem
import HTTPTypes
import Reporting
import Store
import Studies

/// The stress page: what stops is picked from a list, by search or on a map; how long and how deep. Once it is asked, the answer
/// comes first and the picker folds above it.
///
/// The answer is that of the study `disrupt`, by way of the run queue. On a package without a network it is asked of many
/// reconstructed ones, so that the first answer has bands.
struct StressPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let study: any Study
    let question: StressQuestion
    let choices: StressChoices
    /// The network, table or nothing that the study computes with.
    let supplied: ComputingInput?

    /// The study that it asks.
    static let study = "disrupt"
    static let title = Localized("Stress test", "压力测试")

    /// - Throws: ``WebProblem`` where this site does not ask the study; ``StudyProblem`` where numbers are asked that are not there.
    init(site: Site, call: Call, package: ServedPackage) throws {
        guard let study = site.study(id: StressPage.study) else {
            throw WebProblem.notFound(Localized("The study of disruptions is not served.", "未提供中断推演研究。"))
        }
        self.site = site
        self.call = call
        self.package = package
        self.study = study
        supplied = try package.input(for: study.description, asked: call.item("supplied"))
        question = StressQuestion(call, path: "/r/\(WebAddress.encoded(package.id))/stress")
        choices = site.stress.choices(of: package, supplied)
    }

    var language: Language { call.language }
    var model: EcosystemModel { package.model }
    var root: String { "/r/\(WebAddress.encoded(package.id))" }
    var path: String { "\(root)/stress" }

    /// The page of the study with the same question.
    var studyPath: String {
        // No number of networks that nobody asked for: who only follows links must not start so much work.
        WebAddress.path("\(root)/studies/\(study.id)", query: question.items.filter { $0.0 != "q" })
    }

    /// The name of a record, or of a way or sector of a network that has none.
    func name(of id: String) -> Localized { model.record(id: id)?.name ?? Localized(same: id) }

    /// Whether the answer rests on many reconstructed networks, which takes a while: somebody has to press the button.
    var asksMany: Bool { supplied == nil && !choices.all.isEmpty }

    /// Whether the address asks for an answer, not only what stops.
    private func isAsked(_ scenario: Scenario?) -> Bool {
        (!question.chosen.isEmpty || scenario?.shocks.isEmpty == false)
            && (!asksMany || question.given["samples"] != nil)
    }

    /// What the study is asked: the reader's values, and many networks where there is none and nobody said how many.
    var given: [String: String] {
        var values = question.given
        values["what"] = StressQuestion.text(question.chosen)
        if asksMany, values["samples"] == nil { values["samples"] = String(site.limits.networks) }
        return values
    }

    /// The page: the picker alone while nothing is chosen, else with the answer or how far it is.
    func answer() async throws -> Answer {
        let found = try await found()
        var picker = StressPicker(page: self, found: found, scenario: nil)
        let request: RunRequest
        do {
            let scenario = try ScenarioQuestion.read(call, package, site.store)
            picker = StressPicker(page: self, found: found, scenario: scenario?.scenario)
            guard isAsked(scenario?.scenario) else {
                return .page(page(picker, problem: nil))
            }
            request = try RunRequest(
                study: study, model: model, scenario: scenario?.scenario, supplied: supplied, given: given)
        } catch {
            return .page(page(picker, problem: error), status: .unprocessableContent)
        }
        switch try await site.asked(request) {
        case .answered(let report, let address): return .page(page(picker, report, at: address))
        case .refused(let problem):
            return .page(page(picker, problem: problem), status: .unprocessableContent)
        case .running(let address, let state):
            return .page(page(picker, waitingFor: address, state), status: .accepted)
        }
    }

    private func found() async throws -> SearchResults? {
        guard !question.words.isEmpty else { return nil }
        return try await site.search(
            package, SearchRequest(question.words, limit: 40, language: language), within: .seconds(5))
    }

    // MARK: Pages

    private func frame(_ lead: Localized, title: Localized? = nil, refresh: Int? = nil) -> PageFrame {
        var crumbs = [(title: Localized("Home", "首页"), path: root)]
        if title != nil { crumbs.append((Self.title, path)) }
        return PageFrame(
            site: site, call: call, package: package, title: title ?? Self.title, lead: lead,
            verb: .stress, crumbs: crumbs, refresh: refresh)
    }

    private var synthetic: HTML {
        guard model.identity.isSynthetic, package.stated == nil else { return .empty }
        return HTML(.div, .class("note sample hatch")) {
            Localized("Everything in this package is made up.", "本数据包全部为构造内容。")[language]
        }
    }

    private func page(_ picker: StressPicker, problem: StudyProblem?) -> String {
        frame(study.description.question).page {
            synthetic
            if let problem { StressProblem(page: self, problem: problem).markup }
            picker.markup
            others
        }
    }

    private func page(_ picker: StressPicker, waitingFor address: String, _ state: RunState?) -> String {
        let (fraction, step) = state?.progress ?? (0, Localized("waiting", "等待"))
        return frame(study.description.question, title: picker.asked.title, refresh: 5).page {
            synthetic
            picker.folded
            HTML(.div, .class("sec"), .id("result")) {
                HTML(.h2) { Localized("The answer is being computed", "正在推演")[language] }
                RunProgress(
                    run: "\(root)/runs/\(WebAddress.encoded(address))",
                    page: WebAddress.path(path, query: question.items), call: call
                ).panel(fraction, step)
            }
        }
    }

    private func page(_ picker: StressPicker, _ report: Report, at address: String) -> String {
        frame(report.answer, title: picker.asked.title).page {
            synthetic
            picker.folded
            StressAnswer(page: self, report: report, address: address).markup
            others
        }
    }

    /// The page of keystones, where this site asks its study.
    private var keystones: [FurtherQuestion] {
        site.study(id: KeystonesPage.study).map { study in
            [
                FurtherQuestion(
                    title: KeystonesPage.title,
                    words: Localized(
                        "Which firms and segments carry the risk of all, and through whom?",
                        "哪些企业、哪些环节承担了整体风险，经由谁传导？"),
                    path: "\(root)/keystones")
            ]
        } ?? []
    }

    /// The other questions of this verb.
    private var others: HTML {
        HTML(.section, .class("sec")) {
            HTML(.h2) { Localized("Other stress questions", "其他压测问题")[language] }
            HTML(.div, .class("panel")) {
                FurtherQuestion.list(
                    keystones
                        + site.studies.map(\.description).filter { $0.verb == .stress && $0.id != study.id }
                        .map {
                            FurtherQuestion(
                                title: $0.title, words: $0.question, path: "\(root)/studies/\($0.id)")
                        }, isFollowed: true, language: language)
            }
        }
    }
}
