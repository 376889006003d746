import Ecosystem
import Reporting
import Studies

/// What could be done about it, as questions to other studies, and the notifications to partners.
struct StressActions {
    let page: StressPage
    let report: Report
    let address: String

    private var language: Language { page.language }

    /// Segments that run dry, the first ones first, that the package knows.
    private var dry: [Record] {
        let segments = (report.result["segments"]?.items ?? []).compactMap { value -> (Int, Record)? in
            guard let day = value["dryDay"]?.count, let id = value["sector"]?.text,
                let record = page.model.record(id: id), record.kind == .segment
            else { return nil }
            return (day, record)
        }
        return segments.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
    }

    private var questions: [FurtherQuestion] {
        let candidates =
            page.site.study(id: "candidates") == nil
            ? []
            : dry.prefix(3).map { segment in
                FurtherQuestion(
                    title: Localized("Who else could make \(segment.name.en)", "还有谁能供\(segment.name.zh)"),
                    words: Localized("it runs dry first", "最先断供的环节"),
                    path: WebAddress.path(
                        "\(page.root)/studies/candidates", query: [("segment", segment.id)]))
            }
        return candidates
            + FurtherQuestion.protecting(
                page.site.packages.companions.id(beside: page.package) ?? page.package.id, on: page.site,
                against: stop)
    }

    /// What stops, for the study of measures: empty where that cannot say it, as for several shocks of different lengths, or for a named firm,
    /// of which one reconstructed network says nothing.
    private var stop: [(String, String)] {
        let shocks = report.result["shocks"]?.items ?? []
        let names = shocks.compactMap { $0["what"]?.text }
        guard let first = shocks.first, names.count == shocks.count else { return [] }
        var items = [("what", names.joined(separator: "; "))]
        for (key, parameter) in [("days", "days"), ("depth", "depth"), ("recovery", "back-in")] {
            guard let value = first[key],
                shocks.allSatisfy({ $0[key] == value && $0["start"] == first["start"] })
            else { return [] }
            switch value {
            case .integer(let whole): items.append((parameter, String(whole)))
            case .number(let number): items.append((parameter, "\(number)"))
            default: return []
            }
        }
        guard names.allSatisfy({ page.choices[$0]?.kind != .named }) else { return [] }
        if let imports = page.question.given["imports"] { items.append(("imports", imports)) }
        return items
    }

    var markup: HTML {
        FurtherQuestion.panel(
            Localized("What could be done", "可以做什么"), questions, then: notices, language: language)
    }

    /// The notifications of CX-0146, or what is needed for them.
    private var notices: HTML {
        let files = report.files.filter { $0.name.hasSuffix(".json") }
        guard !files.isEmpty else {
            return HTML(.b) { Localized("Tell the partners (CX-0146)", "通知合作方（CX-0146）")[language] }
                + HTML(.p) {
                    Localized(
                        "Notifications are made for firms of your own network whose sites have numbers (bpns in firms.csv), once day 0 has a date.",
                        "针对自有网络中有站点编号（firms.csv 的 bpns）的企业生成，需填写首日日期。")[language]
                }
        }
        return HTML(.b) {
            Localized(
                "\(files.count) notifications (CX-0146) to partners", "给合作方的 \(files.count) 份通知（CX-0146）")[
                    language]
        }
            + HTML(.p) {
                for file in files.prefix(Reproduction.shown) {
                    HTML(.a, .href(Reproduction.address(of: file, run: run)), .class("id line")) { file.name }
                    " "
                }
            }
            + HTML(.p) {
                HTML(
                    .a,
                    .href(
                        WebAddress.path(
                            "\(run)/report", query: [("format", "csv"), ("lang", language.rawValue)]))
                ) {
                    Localized(
                        "All in the CSV archive of this answer, folder files/", "全部见本结果 CSV 压缩包的 files/ 文件夹")[
                            language]
                }
            }
    }

    private var run: String { "\(page.root)/runs/\(WebAddress.encoded(address))" }
}
