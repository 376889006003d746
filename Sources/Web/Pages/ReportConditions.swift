import Ecosystem
import Reporting

/// What a reader must know before an answer: that it holds for a scenario, with its changes, and what it was compared
/// with.
struct ReportConditions {
    let report: Report
    let package: ServedPackage
    /// What an address carries for the scenario; `nil` where none was applied, or it is too long.
    let item: String?
    let language: Language
    let links: PageLinks

    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    var markup: HTML {
        HTML([
            scenario,
            report.compared.isEmpty
                ? .empty
                : HTML(.div, .class("note")) {
                    HTML(.p) {
                        (Localized("Compared with ", "对比：")
                            + Localized.joined(report.compared.map(\.title), Localized(", ", "、"))
                            + Localized(".", "。"))[language]
                    }
                },
        ])
    }

    private var scenario: HTML {
        guard let title = report.scenario else { return .empty }
        let name =
            title.isEmpty ? Localized("without a title", "未命名") : Localized("“\(title)”", "“\(title)”")
        let words = ScenarioWords(model: package.model, links: links, language: language)
        let changes = report.applied?.changes ?? []
        return HTML(.div, .class("note")) {
            HTML(.p) {
                HTML(.b) {
                    (Localized("Answered for a scenario, ", "以下结果针对情景") + name
                        + Localized(": not for what is on record.", "，不是现有记录的情况。"))[language]
                }
            }
            if !changes.isEmpty {
                HTML(.ol, .class("in-note")) {
                    for change in changes.prefix(12) { HTML(.li) { words.markup(of: change) } }
                }
            }
            if changes.count > 12 {
                HTML(.p) { Localized("and \(changes.count - 12) more", "等 \(changes.count) 项")[language] }
            }
            HTML(.p) {
                if let item {
                    HTML(
                        .a,
                        .href(
                            WebAddress.path(
                                "\(root)/scenario", query: [("scenario", item), ("study", report.study)]))
                    ) { Localized("Edit the scenario", "编辑情景")[language] }
                    " · "
                }
                HTML(.a, .href("\(root)/studies/\(WebAddress.encoded(report.study))")) {
                    Localized("What is on record", "现有记录的结果")[language]
                }
            }
        }
    }
}
