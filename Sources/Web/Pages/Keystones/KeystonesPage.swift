import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// The keystone page: who carries the risk of a region, by segment and place, through customers or through suppliers.
///
/// The answer is that of the study `systemic-risk`, by way of the run queue. On a package without a network it is asked of many
/// reconstructed ones from the first, so that it has bands and no network alone speaks; on a network, with the ways of the gravest loss.
struct KeystonesPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let study: any Study
    /// The network that the study computes with; `nil` where the package has none.
    let supplied: ComputingInput?

    /// The study that it asks.
    static let study = "systemic-risk"
    static let title = Localized("Keystones", "关键企业")

    /// - Throws: ``WebProblem`` where this site does not ask the study; ``StudyProblem`` where numbers are asked that are not there.
    init(site: Site, call: Call, package: ServedPackage) throws {
        guard let study = site.study(id: KeystonesPage.study) else {
            throw WebProblem.notFound(Localized("The study of systemic risk is not served.", "未提供系统性风险研究。"))
        }
        self.site = site
        self.call = call
        self.package = package
        self.study = study
        supplied = try package.input(for: study.description, asked: call.item("supplied"))
    }

    var language: Language { call.language }
    var root: String { "/r/\(WebAddress.encoded(package.id))" }
    var path: String { "\(root)/keystones" }

    /// Whether the answer rests on many reconstructed networks.
    var asksMany: Bool { supplied == nil && CompanionPackage.isPossible(for: package.model) }

    /// What the study is asked: the reader's values, and what the page asks of itself.
    var given: [String: String] {
        var values = call.questionItems.filter { !$0.value.isEmpty }
        if asksMany {
            values["samples"] = values["samples"] ?? String(site.limits.networks)
        } else if supplied != nil {
            values["pair"] = values["pair"] ?? FirmRisk.gravest
        }
        return values
    }

    /// The page of the study with the same question.
    var studyPath: String {
        let kept = ["supplied", "scenario", "lang"].compactMap { name in call.item(name).map { (name, $0) } }
        return WebAddress.path(
            "\(root)/studies/\(study.id)",
            query: given.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + kept)
    }

    /// The page, with the answer or how far it is.
    func answer() async throws -> Answer {
        let request: RunRequest
        do {
            request = try RunRequest(
                study: study, model: package.model,
                scenario: try ScenarioQuestion.read(call, package, site.store)?.scenario, supplied: supplied,
                given: given)
        } catch {
            return .page(page(problem: error), status: .unprocessableContent)
        }
        switch try await site.asked(request) {
        case .answered(let report, let address): return .page(page(report, at: address))
        case .refused(let problem): return .page(page(problem: problem), status: .unprocessableContent)
        case .running(let address, let state):
            return .page(page(waitingFor: address, state), status: .accepted)
        }
    }

    // MARK: Pages

    private func frame(_ lead: Localized, refresh: Int? = nil) -> PageFrame {
        PageFrame(
            site: site, call: call, package: package, title: Self.title, lead: lead,
            verb: .stress,
            crumbs: [
                (Localized("Home", "首页"), root), (StudyDescription.Verb.stress.label, "\(root)/stress"),
            ], refresh: refresh)
    }

    private func page(problem: StudyProblem) -> String {
        frame(study.description.question).page {
            HTML(.div, .class("note bad"), .role("alert")) {
                HTML(.b) { Localized("The question cannot be asked as it stands.", "问题无法这样提出。")[language] }
                HTML(.ul) {
                    for detail in problem.details { HTML(.li) { detail.message[language] } }
                }
            }
            KeystoneForm(page: self, problem: problem).markup
            KeystoneWays(page: self, report: nil).markup
        }
    }

    private func page(waitingFor address: String, _ state: RunState?) -> String {
        let (fraction, step) = state?.progress ?? (0, Localized("waiting", "等待"))
        let items = call.query.filter { $0.name != "lang" || call.askedLanguage != nil }
        return frame(study.description.question, refresh: 5).page {
            if asksMany {
                HTML(.p) {
                    Localized(
                        "No document says who supplies whom for how much. So the question is put to \(given["samples"] ?? "") networks of "
                            + "made-up firms that fit what is known; the answer is kept for everybody.",
                        "没有文献记载企业间的供应数量，因此向 \(given["samples"] ?? "") 个符合已知信息的合成企业网络提问；结果会保留，供所有人查看。")[
                            language]
                }
            }
            RunProgress(
                run: "\(root)/runs/\(WebAddress.encoded(address))",
                page: WebAddress.path(path, query: items.map { ($0.name, $0.value) }), call: call
            ).panel(fraction, step)
        }
    }

    private func page(_ report: Report, at address: String) -> String {
        frame(report.answer).page {
            KeystoneAnswer(page: self, report: report, address: address).markup
        }
    }
}
