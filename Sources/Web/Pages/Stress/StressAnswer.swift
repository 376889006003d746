import Ecosystem
import Reporting
import Studies

/// The answer: how much is lost and when, where, who is hit, what runs dry, what the data cannot say.
struct StressAnswer {
    let page: StressPage
    let report: Report
    let address: String

    private var language: Language { page.language }

    private var links: PageLinks {
        var links = PageLinks(
            package: page.package.id, run: address, language: language, site: page.site)
        links.moment = PageLinks.Moment(
            page.call, action: page.path, items: page.question.items.filter { $0.0 != "day" })
        return links
    }

    /// Blocks that the page lays out itself, or leaves to the study's page.
    private static let placed: Set<String> = [
        "loss-curve", "region-days", "hits", "dry", "dry-bands", "region-map", "shocks",
    ]

    var markup: HTML {
        let renderer = HTMLRenderer(
            language: language, links: links,
            sources: SourceDirectory(page.model, citing: report.citedParagraphs),
            outline: page.site.outlines[page.package.id])
        return HTML(.section, .class("sec stack"), .id("result"), .label(Localized("Answer", "结果")[language]))
        {
            renderer.notices(of: report, isLabelled: page.package.stated != nil)
            ReportConditions(
                report: report, package: page.package, item: page.call.item("scenario"), language: language,
                links: links
            ).markup
            if report.table("loss-curve") == nil {
                renderer.content(of: report)
            } else {
                figures(renderer)
                HTML(.div, .class("grid")) {
                    HTML(.div, .class("c7 stack")) {
                        picture("loss-curve", renderer)
                        if hasMap { dry(renderer) }
                    }
                    HTML(.div, .class("c5")) { hasMap ? picture("region-days", renderer) : dry(renderer) }
                }
                StressHits(page: page, report: report, links: links).markup
                HTML(.div, .class("grid sec")) {
                    HTML(.div, .class("c7 stack")) {
                        if let named = report.table("named") { renderer.table(named) }
                        renderer.content(of: notes)
                    }
                    HTML(.div, .class("c5 stack")) {
                        StressActions(page: page, report: report, address: address).markup
                        Reproduction(
                            report: report, address: address, call: page.call, package: page.package
                        ).panel
                    }
                }
                HTML(.details, .class("fold sec")) {
                    HTML(.summary) { Localized("In detail", "详细结果")[language] }
                    HTML(.h2) { Localized("In detail", "详细结果")[language] }
                    renderer.content(of: rest)
                    HTML(.p) {
                        HTML(.a, .href(page.studyPath), HTML.Attribute("rel", "nofollow")) {
                            Localized(
                                "The whole answer with every table and parameter", "完整结果与全部表格、参数")[language]
                        }
                    }
                }
                renderer.cited(report)
            }
        }
    }

    /// Whether places are told that a map can show.
    private var hasMap: Bool { report.table("region-days") != nil }

    private func dry(_ renderer: HTMLRenderer) -> HTML {
        (report.table("dry-bands") ?? report.table("dry")).map { renderer.table($0) } ?? .empty
    }

    private func figures(_ renderer: HTMLRenderer) -> HTML {
        for case .figures(let figures) in report.blocks { return renderer.figures(figures) }
        return .empty
    }

    private func picture(_ id: String, _ renderer: HTMLRenderer) -> HTML {
        for case .picture(let picture) in report.blocks where picture.table.id == id {
            return renderer.picture(picture)
        }
        return .empty
    }

    private var notes: [Block] {
        report.blocks.filter { block in
            if case .note(let note) = block { note.level != .synthetic } else { false }
        }
    }

    /// What has no place of its own above.
    private var rest: [Block] {
        report.blocks.filter { block in
            switch block {
            case .table(let table): !Self.placed.contains(table.id) && table.id != "named"
            case .picture(let picture):
                !Self.placed.contains(picture.table.id)
                    && !(hasMap && picture.table.id == "regions-by-week")
            case .method: true
            case .note, .figures, .heading: false
            }
        }
    }
}
