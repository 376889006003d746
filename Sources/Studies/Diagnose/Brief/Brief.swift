import Ecosystem
import Reporting

/// The office's brief: structure, weak links, use of capacity, what is contested, and what changed since the last one, on one to four
/// pages.
public struct Brief: Study {
    /// The study.
    public init() {}

    /// What it asks.
    public var description: StudyDescription {
        StudyDescription(
            id: "brief", version: "1", verb: .diagnose, title: Localized("Brief of the region", "区域简报"),
            question: Localized(
                "What does the office need to know of the region today, and what has changed since the last brief?",
                "今天办公室需要了解本区域的哪些情况，与上期简报相比有何变化？"),
            parameters: [
                StudyParameter(
                    "date", .text(maximumLength: 10), title: Localized("Date", "日期"),
                    help: Localized(
                        "The date that the brief bears, such as 2026-11-25; events after it are left out. Without it, all events on record.",
                        "简报日期，如 2026-11-25；其后的事件不列入。不填则列全部在录事件。")),
                StudyParameter(
                    "length", .integer(3...40), title: Localized("Lines a section", "每节行数"),
                    help: Localized(
                        "The most lines of a table; 12 keep the brief within four pages.",
                        "每张表最多行数；12 行可使全文不超过四页。"),
                    default: .value("12")),
            ],
            methods: [Brief.method])
    }

    static let method = Method(
        Localized(
            "The brief takes the results of the studies structure, chain, utilization and emerging with their default parameters and shows the "
                + "lines that matter most: missing and weak segments first, contradictions of the documents, what is promoted with nothing "
                + "on record. Changes are those of the records against the package given as comparison, usually the package of the last brief.",
            "简报取用“三次产业结构”“产业链”“产能利用”“重点扶持产业”各研究默认参数的结果，列出最要紧的部分：先缺失与薄弱环节，再文献矛盾，再扶持而无在录机构者。"
                + "变化为与对比数据包（通常是上期简报所用数据包）的记录差异。"),
        limits: Localized(
            "Each line is as sure as the study behind it; the full answer stands there.",
            "各条的可靠程度同其所依据的研究；完整结论见该研究。"))
}
