import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// The chain of a region, upstream to recycling: the answer of the study of the chain, drawn.
struct ChainPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let study: any Study
    let question: ChainQuestion

    /// - Throws: ``WebProblem`` where this site does not ask the study of the chain.
    init(site: Site, call: Call, package: ServedPackage) throws(WebProblem) {
        guard let study = site.study(id: "chain") else {
            throw .notFound(Localized("The study of the chain is not served.", "未提供产业链研究。"))
        }
        self.site = site
        self.call = call
        self.package = package
        self.study = study
        question = ChainQuestion(call)
    }

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var studyPath: String { WebAddress.path("\(root)/studies/chain", query: question.items) }

    /// The page, or what is wrong with the question.
    func answer() async throws -> Answer {
        let request: RunRequest
        do {
            request = try RunRequest(study: study, model: package.model, given: question.given)
        } catch {
            return .page(page(problem: error), status: .unprocessableContent)
        }
        switch try await site.asked(request) {
        case .answered(let report, let address): return .page(page(report, at: address))
        case .refused(let problem): return .page(page(problem: problem), status: .unprocessableContent)
        case .running(let address, _): return .redirect(to: "\(root)/runs/\(address)")
        }
    }

    private func frame(_ lead: Localized) -> PageFrame {
        PageFrame(
            site: site, call: call, package: package, title: Localized("Industrial chain", "产业链图谱"),
            lead: lead, verb: .see,
            crumbs: [
                (Localized("Home", "首页"), root),
                (StudyDescription.Verb.see.label, "\(root)/studies#see"),
            ])
    }

    private var form: HTML {
        ChainForm(
            call: call, package: package, question: question, study: study.description, root: root
        ).panel
    }

    private func page(problem: StudyProblem) -> String {
        frame(study.description.question).page {
            HTML(.div, .class("note bad"), .role("alert")) {
                for detail in problem.details { HTML(.p) { detail.message[language] } }
            }
            form
        }
    }

    private func page(_ report: Report, at address: String) -> String {
        let links = PageLinks(package: package.id, run: address, language: language, site: site)
        let renderer = HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(package.model, citing: report.citedParagraphs),
            outline: site.outlines[package.id])
        let segments = ChainSegments(report, in: package.model)
        let diagram = ChainDiagram(
            segments: segments, question: question, renderer: renderer, links: links, language: language)
        return frame(report.answer).page {
            renderer.notices(of: report)
            form
            HTML(.section, .class("sec stack"), .id("result"), .label(Localized("Chain", "产业链")[language])) {
                ChainLegend(segments: segments, renderer: renderer, language: language).markup
                if segments.all.isEmpty { empty } else { diagram.markup }
                twin(report, renderer)
            }
            parts(of: report, renderer)
            HTML(.section, .class("sec")) {
                HTML(.div, .class("grid")) {
                    HTML(.div, .class("c8 stack")) { renderer.cited(report) }
                    HTML(.div, .class("c4 stack")) {
                        Reproduction(report: report, address: address, call: call, package: package).panel
                    }
                }
            }
        }
    }

    /// The same as a table, folded.
    private func twin(_ report: Report, _ renderer: HTMLRenderer) -> HTML {
        guard let table = report.table("segments") else { return .empty }
        return HTML(.details, .class("twin")) {
            HTML(.summary) { Localized("The same as a table", "数据表")[language] }
            renderer.table(table)
        }
    }

    /// Ties, places and stages, and what to look at; the rest of the answer stands on the study's page.
    private func parts(of report: Report, _ renderer: HTMLRenderer) -> HTML {
        var ties: [Block] = []
        var places: [Block] = []
        var notes: [Block] = []
        for block in report.blocks {
            switch block {
            case .picture(let picture) where picture.table.id == "ties": ties.append(.table(picture.table))
            case .picture, .table:
                if case .table(let table) = block, table.id != "stages" { continue }
                places.append(block)
            case .note, .method: notes.append(block)
            case .figures, .heading: continue
            }
        }
        let whole = HTML(.p) {
            HTML(.a, .href(studyPath)) {
                Localized("The whole answer with every table", "完整结果与全部表格")[language]
            }
        }
        return HTML([
            section(Localized("Supply ties", "供应联系"), ties, renderer),
            section(Localized("Places and stages", "各地与各阶段"), places, renderer),
            section(Localized("What to look at", "待关注"), notes, renderer, whole),
        ])
    }

    private func section(
        _ title: Localized, _ blocks: [Block], _ renderer: HTMLRenderer, _ more: HTML = .empty
    ) -> HTML {
        guard !blocks.isEmpty else { return more }
        return HTML(.section, .class("sec")) {
            HTML(.h2) { title[language] }
            renderer.content(of: blocks)
            more
        }
    }

    private var empty: HTML {
        HTML(.div, .class("empty")) {
            HTML(.p) { Localized("No segment fits.", "没有符合的环节。")[language] }
            HTML(.a, .class("btn"), .href("\(root)/chain")) { Localized("Show all", "全部显示")[language] }
        }
    }
}
