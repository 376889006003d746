import Ecosystem
import Reporting
import Studies

/// The first page of a package: its headline figures, who is where along the chain, what can be asked, what needs
/// attention.
struct HomePage {
    let site: Site
    let call: Call
    let package: ServedPackage

    /// A study's answer and what writes it.
    private struct Answer {
        let report: Report
        let renderer: HTMLRenderer
    }

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The page.
    func page() -> String {
        let figures = headline
        let paragraphs = figures.compactMap(\.origin).flatMap(\.paragraphs)
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(package: package.id, run: nil, language: language, site: site),
            sources: SourceDirectory(model, citing: Set(paragraphs)))
        let frame = PageFrame(
            site: site, call: call, package: package, title: model.identity.title,
            lead: Localized(
                "Who is where, what is missing, and the source of every number. What is not known is said to be unknown.",
                "谁在哪里、缺在何处，每个数字点开即见出处；不知道的，写明不知道。"))
        let overview = answer("overview")
        return frame.page {
            if model.identity.isSynthetic, package.stated == nil {
                HTML(.div, .class("note sample hatch")) {
                    Localized("Everything in this package is made up.", "本数据包全部为构造内容。")[language]
                }
            }
            if !figures.isEmpty { renderer.figures(figures) }
            inOneLook(overview)
            verbs
            attention(overview)
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("Look it up", "查阅")[language] }
                HTML(.ul, .class("key")) {
                    for kind in RecordKind.withFolder where model.count(of: kind) > 0 {
                        HTML(.li) {
                            HTML(.a, .href("\(root)/\(kind.listPath)")) { kind.plural.capitalized[language] }
                            " "
                            HTML(.b) { "\(model.count(of: kind))" }
                        }
                    }
                }
                HTML(.p, .class("small")) {
                    HTML(.a, .href("\(root)/sites?kind=port")) { Localized("Ports", "港口")[language] }
                    " · "
                    HTML(.a, .href("\(root)/records")) {
                        Localized("Events, figures and more", "事件、数字等其他记录")[language]
                    }
                    " · "
                    HTML(.a, .href("\(root)/systems")) {
                        Localized("What the documents describe, and where it works", "文献描述的系统与对应功能")[language]
                    }
                    " · "
                    HTML(.a, .href("\(root)/data")) { Localized("Download, cite", "下载与引用")[language] }
                    " · "
                    HTML(.a, .href("\(root)/changes")) { Localized("What changed", "变更")[language] }
                }
            }
        }
    }

    /// The indicators that the package opens with, as printed.
    private var headline: [Figure] {
        model.identity.headline.compactMap { id -> Figure? in
            guard let row = model.record(id: id.text), row.kind == .indicator,
                let number = row.text("value").flatMap(PrintedNumber.init(reading:))
            else { return nil }
            let qualifier = row.text("qualifier").flatMap(Qualifier.init(reading:)) ?? .exactly
            let figure = PrintedFigure(number, UnitOfMeasure(row.text("unit") ?? ""), qualifier)
            return Figure(
                row.name, .text(figure.text), period: Period(reading: row.text("period") ?? "n.d.").cell,
                origin: row.origin, meaning: row.target("indicator_id")?.phrase("definition"))
        }
    }

    /// Who is where along the chain, as a loom, and where on the map.
    private func inOneLook(_ overview: Answer?) -> HTML {
        let loom = firstPicture(of: overview)
        let map = MapFigure(site: site, package: package, language: language).markup
        guard loom != nil || map != nil else { return .empty }
        return HTML(.div, .class("grid sec look")) {
            if let loom {
                HTML(.div, .class(map == nil ? "c12" : "c7")) {
                    loom
                    HTML(.p, .class("small more")) {
                        HTML(.a, .href("\(root)/chain")) {
                            Localized("Segment by segment: the chain diagram", "逐个环节：产业链图谱")[language]
                        }
                    }
                }
            }
            if let map { HTML(.div, .class(loom == nil ? "c12" : "c5")) { map } }
        }
    }

    /// How the region stands among others, and what of its data needs a look: notes, findings of the check and
    /// corrections.
    private func attention(_ overview: Answer?) -> HTML {
        let picture = firstPicture(of: answer("clusters"))
        let chain = answer("chain")?.report
        let found = package.findings.count
        let notes =
            HomePage.notes(of: overview?.report, .warning, .note, .error)
            + HomePage.notes(of: chain, .warning)
            + gaps(of: overview?.report)
        let corrections = model.count(of: .correction)
        let panel = HTML(.div, .class("stack")) {
            if let renderer = overview?.renderer {
                renderer.content(of: notes.prefix(6).map { .note($0) })
            }
            HTML(.p, .class("small")) {
                Localized(
                    "\(found) findings of the check; \(corrections) printed forms read otherwise: ",
                    "检查结果 \(found) 条；文献错印或歧义另有读法 \(corrections) 处：")[language]
                HTML(.a, .href("\(root)/quality")) {
                    Localized("findings, corrections and gaps", "检查结果、校正与缺口")[language]
                }
            }
            HTML(.p, .class("small")) {
                HTML(.a, .href("\(root)/studies/overview")) {
                    Localized("The whole overview", "完整概览")[language]
                }
            }
        }
        return HTML(.section, .class("sec")) {
            HTML(.h2) { Localized("What needs attention", "待关注")[language] }
            HTML(.div, .class("grid")) {
                if let picture { HTML(.div, .class("c7")) { picture } }
                HTML(.div, .class(picture == nil ? "c12" : "c5")) { panel }
            }
        }
    }

    private static func notes(of report: Report?, _ levels: Note.Level...) -> [Note] {
        let notes = (report?.blocks ?? []).compactMap { block -> Note? in
            if case .note(let note) = block, levels.contains(note.level) { note } else { nil }
        }
        return Array(notes.prefix(3))
    }

    /// The largest gaps of the overview: what is missing, in how many cases, and the first of them.
    private func gaps(of report: Report?) -> [Note] {
        guard let table = report?.table("gaps") else { return [] }
        func column(_ id: String) -> Int? { table.columns.firstIndex { $0.id == id } }
        guard let what = column("what") ?? table.columns.indices.first,
            let cases = table.columns.firstIndex(where: { $0.kind == .number }),
            let among = table.columns.lastIndex(where: { $0.kind == .number }), among != cases
        else { return [] }
        let rows = table.rows.compactMap { row -> (note: Note, share: Double)? in
            guard row.count > max(what, among), case .text(let title) = row[what].value,
                case .number(let count) = row[cases].value, case .number(let all) = row[among].value,
                count.value > 0, all.value > 0
            else { return nil }
            let names = row.dropFirst(among + 1).first.flatMap { cell -> Localized? in
                if case .links(let links) = cell.value {
                    Localized.joined(links.prefix(3).map(\.text))
                } else {
                    nil
                }
            }
            let numbers = (NumberWording.text(count), NumberWording.text(all))
            return (
                Note(
                    .gap,
                    title + Localized(": \(numbers.0) of \(numbers.1)", "：\(numbers.1) 中有 \(numbers.0)"),
                    names.map { Localized("\($0.en) and others", "\($0.zh)等") }, origin: row[cases].origin),
                count.value / all.value
            )
        }
        return rows.sorted { $0.share > $1.share }.prefix(3).map(\.note)
    }

    /// A study's answer for this package by its defaults, with what writes it.
    private func answer(_ id: String) -> Answer? {
        guard let study = site.study(id: id), let request = try? RunRequest(study: study, model: model),
            let report = try? site.homeReport(request)
        else { return nil }
        return Answer(
            report: report,
            renderer: HTMLRenderer(
                language: language,
                links: PageLinks(package: package.id, run: request.address, language: language, site: site),
                sources: SourceDirectory(model, citing: report.citedParagraphs),
                outline: site.outlines[package.id]))
    }

    private func firstPicture(of answer: Answer?) -> HTML? {
        guard let answer else { return nil }
        for case .picture(let picture) in answer.report.blocks { return answer.renderer.picture(picture) }
        return nil
    }

    private var verbs: HTML {
        HTML(.section, .class("sec")) {
            HTML(.h2) { Localized("Start with a question", "从一个问题开始")[language] }
            HTML(.p) {
                Localized(
                    "Each question gives the same answer here, on the command line and in the API.",
                    "每个问题在网页、命令行和接口中得到同一份结果。")[language]
            }
            StudyVerbs(studies: site.studies, root: root, language: language).markup
        }
    }
}

/// The studies by what people come for; verbs without studies yet say so.
struct StudyVerbs {
    let studies: [any Study]
    let root: String
    let language: Language

    var markup: HTML {
        HTML(.div, .class("verbs")) {
            for verb in StudyDescription.Verb.allCases {
                let studies = studies.map(\.description).filter { $0.verb == verb }
                HTML(.section, .class("verb"), .id(verb.rawValue)) {
                    HTML(.h3) { verb.label[language] }
                    HTML(.p) { verb.purpose[language] }
                    if studies.isEmpty, verb != .see {
                        HTML(.p, .class("muted")) {
                            Localized("Not yet in this version.", "本版本尚无。")[language]
                        }
                    } else {
                        HTML(.ul) {
                            if verb == .see {
                                HTML(.li) {
                                    HTML(.a, .href("\(root)/map")) { Localized("Map", "产业地图")[language] }
                                }
                                HTML(.li) {
                                    HTML(.a, .href("\(root)/chain")) {
                                        Localized("Chain diagram", "产业链图谱")[language]
                                    }
                                }
                            }
                            if studies.contains(where: { $0.id == StressPage.study }) {
                                HTML(.li) {
                                    HTML(.a, .href("\(root)/stress")) {
                                        StressPage.title[language]
                                    }
                                }
                            }
                            if studies.contains(where: { $0.id == KeystonesPage.study }) {
                                HTML(.li) {
                                    HTML(.a, .href("\(root)/keystones")) { KeystonesPage.title[language] }
                                }
                            }
                            for study in studies {
                                HTML(.li) {
                                    HTML(.a, .href("\(root)/studies/\(study.id)")) { study.title[language] }
                                    " "
                                    HTML(.span, .class("id")) { study.id }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension StudyDescription.Verb {
    /// What people come for, in a few words.
    var purpose: Localized {
        switch self {
        case .see: Localized("who is where, and how they are tied", "谁在哪里，怎样相连")
        case .diagnose: Localized("what is missing, idle or one-sided", "缺什么，闲多少，偏在哪")
        case .stress: Localized("what happens when a link breaks", "断一环，会怎样")
        case .plan: Localized("where to put it, which way to go", "放哪里，走哪条路")
        case .agree: Localized("who gains, and how policies fit", "利益怎么分，政策怎么合")
        case .trade: Localized("needs, capacity, testing, by-products", "需求、产能、检测、副产物")
        }
    }
}

extension Site {
    /// The report of a quick study that pages show in part: from the queue's memory, else computed here and kept.
    func homeReport(_ request: RunRequest) throws -> Report {
        let address = request.address
        if case .done(let report)? = queue.state(of: address) { return report }
        return try queue.answer(request)
    }
}
