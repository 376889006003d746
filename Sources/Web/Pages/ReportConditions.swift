import Ecosystem
import Reporting

/// What a reader must know before an answer: that it holds for a scenario, and what it was compared with.
///
/// The form beside the answer asks without the scenario, because no address holds one.
struct ReportConditions {
    let report: Report
    let language: Language

    var markup: HTML {
        HTML([
            report.scenario.map { title in
                let name =
                    title.isEmpty
                    ? Localized("without a title", "未命名") : Localized("“\(title)”", "“\(title)”")
                return note(
                    Localized("Answered for a scenario, ", "以下结果针对情景") + name
                        + Localized(
                            ": not for what is on record. The form asks without it.",
                            "，不是现有记录的情况；右侧表单提问时不含此情景。"))
            } ?? .empty,
            report.compared.isEmpty
                ? .empty
                : note(
                    Localized("Compared with ", "对比：")
                        + Localized.joined(report.compared.map(\.title), Localized(", ", "、"))
                        + Localized(".", "。")),
        ])
    }

    private func note(_ text: Localized) -> HTML {
        HTML(.div, .class("note")) { HTML(.p) { text[language] } }
    }
}
