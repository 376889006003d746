import Ecosystem
import Reporting

/// What stands beside an answer for those who take it along: how it is cited, addresses of its pictures for other pages,
/// and another answer to compare with.
struct Sharing {
    let report: Report
    let address: String
    let call: Call
    let package: ServedPackage
    let site: Site

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// The panels.
    var panels: HTML {
        HTML([
            Citation(report, run: address, call: call, package: package)
                .panel(language, file: "\(root)/runs/\(address)/citation"),
            comparing, embedding,
        ])
    }

    private var comparing: HTML {
        HTML(.section, .class("panel"), .id("compare")) {
            HTML(.h2) { Localized("Compare", "对比")[language] }
            HTML(.form, .class("form"), .method("get"), .action("\(root)/compare")) {
                HTML(.input, .type("hidden"), .name("a"), .value(address))
                HTML(.div, .class("field")) {
                    HTML(.label, .for("s-other")) {
                        Localized("Permanent address of another answer", "另一个结果的永久地址")[language]
                    }
                    HTML(
                        .input, .id("s-other"), .name("b"), .class("in"), .flag("required"),
                        HTML.Attribute("maxlength", "300"))
                }
                HTML(.div, .class("acts")) {
                    HTML(.button, .class("btn"), .type("submit")) {
                        Localized("Put side by side", "并排对比")[language]
                    }
                }
            }
        }
    }

    private var embedding: HTML {
        let figures = report.blocks.compactMap { block -> Table? in
            switch block {
            case .picture(let picture): picture.table
            case .table(let table): table
            case .heading, .figures, .note, .method: nil
            }
        }
        // What is private is framed nowhere.
        guard !figures.isEmpty, package.own == nil else { return .empty }
        return HTML(.section, .class("panel"), .id("embed")) {
            HTML(.h2) { Localized("Embed", "嵌入其他网页")[language] }
            HTML(.p) {
                Localized(
                    "A picture or table as a page of its own, which any other page may frame.",
                    "单张图或表的独立页面，任何网页都可嵌入。")[
                        language]
            }
            for figure in figures {
                HTML(.details) {
                    HTML(.summary) { figure.title[language] }
                    HTML(.p, .class("small")) {
                        HTML(.a, .href(embedPath(figure.id))) {
                            Localized("Open it alone", "单独打开")[language]
                        }
                    }
                    HTML(.pre, .class("cmd"), HTML.Attribute("tabindex", "0")) {
                        HTML(.code) { code(figure) }
                    }
                }
            }
        }
    }

    private func embedPath(_ id: String) -> String {
        WebAddress.path(
            EmbedPage.path(package: package.id, run: address, figure: id),
            query: [("lang", language.rawValue)])
    }

    /// The element for another page; it is shown as text.
    private func code(_ figure: Table) -> String {
        let title = figure.title[language].replacing("\"", with: "”")
        return
            "<iframe src=\"\(call.whole(embedPath(figure.id)))\" title=\"\(title)\" width=\"100%\" height=\"520\" "
            + "loading=\"lazy\" referrerpolicy=\"no-referrer\"></iframe>"
    }
}
