import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// One picture or table of an answer as a bare page that other sites may frame.
///
/// It has no form, sets no cookie and knows none; language and theme stand in its address. It is the only page that may
/// be framed.
struct EmbedPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let run: String

    private var language: Language { call.language }
    private var figure: String { call.variables["figure"] ?? "" }

    /// The address of a figure.
    static func path(package: String, run: String, figure: String) -> String {
        "/embed/r/\(WebAddress.encoded(package))/runs/\(WebAddress.encoded(run))/\(WebAddress.encoded(figure))"
    }

    /// The page.
    func answer() throws(WebProblem) -> Answer {
        guard package.own == nil else { throw .noRun(run) }
        let report = try site.report(ofRun: run, in: package)
        let id = figure
        for block in report.blocks {
            switch block {
            case .picture(let picture) where picture.table.id == id:
                return .page(page(report, picture.table) { $0.picture(picture) })
            case .table(let table) where table.id == id:
                return .page(page(report, table) { $0.table(table) })
            default: continue
            }
        }
        throw .notFound(
            Localized("The answer has no picture or table “\(id)”.", "该结果没有名为“\(id)”的图或表。"))
    }

    private func page(_ report: Report, _ table: Table, _ markup: (HTMLRenderer) -> HTML) -> String {
        let paragraphs = Set(table.origins.flatMap(\.paragraphs)).sorted()
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(package: package.id, run: run, language: language, site: site),
            sources: SourceDirectory(package.model, citing: paragraphs), outline: site.outlines[package.id])
        let whole = WebAddress.path(
            "/r/\(WebAddress.encoded(package.id))/runs/\(WebAddress.encoded(run))",
            query: [("lang", language.rawValue)])
        let body = HTML(
            .body, attributes: [.lang(language.tag), .class("embed")],
            content: HTML(.main, .id("main")) {
                HTML(.h1, .class("vh")) { "\(report.title[language]): \(table.title[language])" }
                if report.weakestBasis == .synthetic || package.model.identity.isSynthetic {
                    HTML(.p, .class("note sample")) {
                        Localized("Holds made-up numbers.", "含构造数字。")[language]
                    }
                }
                if let title = report.scenario {
                    HTML(.p, .class("note")) {
                        Localized(
                            "For a scenario\(title.isEmpty ? "" : " “\(title)”"), not for what is on record.",
                            "针对情景\(title.isEmpty ? "" : "“\(title)”")，不是现有记录。")[language]
                    }
                }
                markup(renderer)
                HTML(.p, .class("small muted")) {
                    HTML(.a, .href(whole)) { report.title[language] }
                    " · \(report.package.id) \(report.package.version) · "
                    Localized("Jingwei", "经纬")[language]
                }
            })
        let head = HTML([
            HTML(.meta, HTML.Attribute("charset", "utf-8")),
            HTML(
                .meta, .name("viewport"), HTML.Attribute("content", "width=device-width, initial-scale=1")),
            HTML(.meta, .name("robots"), HTML.Attribute("content", "noindex")),
            HTML(.title) { "\(table.title[language]) · \(report.title[language])" },
            HTML.linksOpenOutside,
            HTML(
                .link, HTML.Attribute("rel", "stylesheet"),
                .href("/assets/\(Assets.styleVersion)/jingwei.css")),
            HTML(.link, HTML.Attribute("rel", "icon"), .href("/assets/icon.svg"), .type("image/svg+xml")),
            PageScripts.head(site.parts),
        ])
        let theme = call.item("theme").flatMap(Theme.init(rawValue:))
        return HTML.document(language.tag, theme: theme?.rawValue, head: head, body: body).source
    }
}
