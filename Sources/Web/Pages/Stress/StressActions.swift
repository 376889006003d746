import Ecosystem
import Reporting
import Studies

/// What could be done about it, as questions to other studies, and the notifications to partners.
struct StressActions {
    let page: StressPage
    let report: Report
    let address: String

    private var language: Language { page.language }

    private struct Way {
        let title: Localized
        let words: Localized
        let path: String
    }

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

    private var ways: [Way] {
        var ways: [Way] = []
        let beside = page.site.packages.companions.id(beside: page.package) ?? page.package.id
        func studies(_ id: String, _ query: [(String, String)] = [], package: String? = nil) -> String? {
            guard page.site.study(id: id) != nil else { return nil }
            return WebAddress.path(
                "/r/\(WebAddress.encoded(package ?? page.package.id))/studies/\(id)", query: query)
        }
        for segment in dry.prefix(3) {
            if let path = studies("candidates", [("segment", segment.id)]) {
                ways.append(
                    Way(
                        title: Localized(
                            "Who else could make \(segment.name.en)", "还有谁能供\(segment.name.zh)"),
                        words: Localized("it runs dry first", "最先断供的环节"), path: path))
            }
        }
        if let path = studies("mitigate", package: beside) {
            ways.append(
                Way(
                    title: Localized("Which measures protect best for the money", "哪些措施最划算"),
                    words: Localized(
                        "stocks, second sources, spare capacity, over all single failures",
                        "库存、第二货源、备用产能，针对各企业单独停产"),
                    path: path))
        }
        if let path = studies("time-to-survive", package: beside) {
            ways.append(
                Way(
                    title: Localized("Who can hold out how long", "各企业能支撑多久"),
                    words: Localized("time to survive against time to recover", "可支撑时间与恢复时间之比"), path: path))
        }
        return ways
    }

    var markup: HTML {
        HTML(.section, .class("panel"), .id("actions")) {
            HTML(.h2) { Localized("What could be done", "可以做什么")[language] }
            HTML(.ul, .class("finds")) {
                for way in ways {
                    HTML(.li) {
                        HTML(.span)
                        HTML(.div) {
                            HTML(.a, .href(way.path)) { way.title[language] }
                            HTML(.p) { way.words[language] }
                        }
                    }
                }
                HTML(.li) {
                    HTML(.span)
                    HTML(.div) { notices }
                }
            }
        }
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
                HTML(
                    .a,
                    .href(
                        WebAddress.path(
                            "\(page.root)/runs/\(WebAddress.encoded(address))/report",
                            query: [("format", "csv"), ("lang", language.rawValue)]))
                ) {
                    Localized(
                        "in the CSV archive of this answer, folder files/", "见本结果 CSV 压缩包的 files/ 文件夹")[
                            language]
                }
            }
    }
}
