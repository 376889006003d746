import Ecosystem
import Reporting
import Studies

/// The ranked list of who is hit, with the path that the loss took to each; on a phone rows become cards.
struct StressHits {
    let page: StressPage
    let report: Report
    let hits: [StressHit]
    /// Where the tables of the answer can be downloaded.
    let links: PageLinks

    private var language: Language { page.language }

    init(page: StressPage, report: Report, links: PageLinks) {
        self.page = page
        self.report = report
        self.links = links
        hits = StressHit.all(report)
    }

    /// How many rows the page shows.
    private var limit: Int { report.parameters["rows"].flatMap(Int.init) ?? 30 }
    private var shown: ArraySlice<StressHit> { hits.prefix(limit) }
    private var hasBands: Bool { hits.contains { $0.interval != nil } }
    private var hasJobs: Bool { hits.contains { $0.jobDays != nil } }
    private var isMadeUp: Bool { ["synthetic", "estimated"].contains(report.result["basis"]?.text ?? "") }
    private var unit: String {
        report.table("hits")?.columns.first { $0.id == "loss" }?.unit?[language] ?? ""
    }

    var markup: HTML {
        HTML(.section, .class("sec"), .id("hits")) {
            HTML(.h2) { Localized("Who is hit, and through whom", "谁受冲击、经由谁")[language] }
            if hits.isEmpty {
                HTML(.p, .class("muted")) { Localized("Nobody is hit.", "没有企业受冲击。")[language] }
            } else {
                HTML(.p) { note[language] }
                table
                foot
            }
        }
    }

    private var note: Localized {
        let links =
            isMadeUp
            ? Localized(
                "Dotted links are made up or estimated: nothing here is known of a real firm.",
                "虚线联系为合成或估计，并非对真实企业的认知。")
            : Localized("Solid links are those of the network that was given.", "实线为所给网络中的联系。")
        let bands =
            hasBands
            ? Localized(
                " Under the loss stands the middle 90 % of the networks, for the firm of the same segment, place and rank by size.",
                "损失下方为各网络中同环节、同地、同规模位次企业损失的中间 90%。") : Localized("", "")
        return Localized("Ranked by loss. ", "按损失排序。") + links + bands
    }

    private var table: HTML {
        let largest = shown.map(\.loss).max() ?? 0
        return HTML(
            .div, .class("tbl"), .role("region"), .label(Localized("Who is hit", "受冲击企业")[language]),
            HTML.Attribute("tabindex", "0")
        ) {
            HTML(.table, .class("wide cards"), .id("t-hits")) {
                HTML(.caption, .class("vh")) { Localized("Firms that are hit", "受冲击企业")[language] }
                head
                HTML(.tbody) {
                    for (place, hit) in shown.enumerated() { row(place + 1, hit, largest) }
                }
            }
        }
    }

    private var head: HTML {
        HTML(.thead) {
            HTML(.tr) {
                HTML(.th, .scope("col"), .class("n")) { "#" }
                HTML(.th, .scope("col")) { Localized("Firm", "企业")[language] }
                HTML(.th, .scope("col")) { Localized("Place", "地区")[language] }
                HTML(.th, .scope("col"), .class("n")) { Localized("Output lost", "产出损失")[language] }
                HTML(.th, .scope("col")) { HTML(.span, .class("vh")) { Localized("Bar", "条形")[language] } }
                HTML(.th, .scope("col"), .class("n")) { Localized("Worst day", "最差一天")[language] }
                HTML(.th, .scope("col"), .class("n")) { Localized("Hit on day", "受冲击日")[language] }
                HTML(.th, .scope("col")) { Localized("Path and reason", "路径与原因")[language] }
                if hasJobs {
                    HTML(.th, .scope("col"), .class("n")) { Localized("Job-days", "岗位·天")[language] }
                }
            }
            HTML(.tr, .class("u")) {
                HTML(.td) + HTML(.td) + HTML(.td)
                HTML(.td, .class("n")) { unit }
                HTML(.td)
                HTML(.td, .class("n")) { "%" }
                HTML(.td) + HTML(.td)
                if hasJobs { HTML(.td) }
            }
        }
    }

    private func row(_ rank: Int, _ hit: StressHit, _ largest: Double) -> HTML {
        HTML(.tr) {
            HTML(.td, .class("n rk")) { "\(rank)" }
            HTML(.th, .scope("row")) {
                firm(hit.firm)
                HTML(.span, .class("sub")) { page.name(of: hit.sector)[language] }
            }
            HTML(.td, hit.region == nil ? .class("na") : nil, label(Localized("Place", "地区"))) {
                (hit.region.map { page.name(of: $0) } ?? Localized("unknown", "未知"))[language]
            }
            HTML(.td, .class("n"), label(Localized("Lost", "损失"))) {
                money(hit.loss)
                if let interval = hit.interval {
                    HTML(.span, .class("sub")) { "\(money(interval.low))–\(money(interval.high))" }
                }
            }
            HTML(.td, .class("barcell across")) { HTML.bar(largest > 0 ? hit.loss / largest : 0) }
            HTML(.td, .class("n"), label(Localized("Worst day", "最差一天"))) {
                NumberWording.digits(hit.worst * 100, decimals: hit.worst > 0.9995 ? 0 : 1)
                HTML(.span, .class("sub")) {
                    Localized("day \(hit.worstDay)", "第 \(hit.worstDay) 天")[language]
                }
            }
            HTML(.td, .class("n"), label(Localized("Hit on day", "受冲击日"))) { "\(hit.hitDay)" }
            HTML(.td, .class("across")) {
                path(hit)
                if hit.steps.count > 1 || hit.cause != "shock" {
                    HTML(.span, .class("sub")) { why(hit)[language] }
                }
            }
            if hasJobs {
                HTML(.td, .class("n"), label(Localized("Job-days", "岗位·天"))) {
                    hit.jobDays.map { NumberWording.digits($0, decimals: 0) }
                        ?? Localized("unknown", "未知")[language]
                }
            }
        }
    }

    /// The word in front of a value on a card, where the heads of columns are gone.
    private func label(_ words: Localized) -> HTML.Attribute { HTML.Attribute("data-l", words[language]) }

    private func money(_ value: Double) -> String {
        let size = abs(value)
        // So little that no digit would be left.
        if size < 0.000_05 { return size == 0 ? "0" : "<0.0001" }
        return NumberWording.digits(value, decimals: size >= 1_000 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4)
    }

    private func firm(_ id: String) -> HTML {
        guard let record = page.model.record(id: id),
            let address = links.address(of: record.kind, id: record.id)
        else { return HTML(.span, .class("id")) { id } }
        return HTML(.a, .href(address)) { record.name[language] }
    }

    /// From what stopped to the firm itself.
    private func path(_ hit: StressHit) -> HTML {
        guard hit.steps.count > 1 else {
            return HTML(.ol, .class("path")) {
                HTML(.li) {
                    HTML(.span, .class(hit.cause == "shock" ? "struck" : "hit")) {
                        hit.cause == "shock"
                            ? Localized("stops itself", "自身停摆")[language]
                            : page.name(of: hit.sector)[language]
                    }
                }
            }
        }
        let last = hit.steps.count - 1
        return HTML(.ol, .class("path")) {
            for (place, step) in hit.steps.enumerated() {
                HTML(.li, isMadeUp ? .class("est") : nil) {
                    HTML(
                        .span,
                        place == 0 ? .class("struck") : place == last ? .class("hit") : nil,
                        HTML.Attribute("title", step.firm)
                    ) { words(step)[language] }
                }
            }
        }
    }

    private func words(_ step: StressHit.Step) -> Localized {
        Disrupt.words(
            firm: step.firm, sector: step.sector, region: step.region, isMadeUp: isMadeUp, in: page.model)
    }

    private func why(_ hit: StressHit) -> Localized {
        let way =
            hit.way.map { page.name(of: $0) }.map { Localized(", by way of \($0.en)", "，经\($0.zh)") }
            ?? Localized("", "")
        switch hit.cause {
        case "input":
            let input = hit.input.map { page.name(of: $0) } ?? Localized("an input", "投入")
            return Localized("lacks \(input.en)", "缺\(input.zh)") + way
        case "orders": return Localized("is ordered less", "订单减少") + way
        default: return Localized("stops itself", "自身停摆")
        }
    }

    private var foot: HTML {
        HTML(.div, .class("tfoot")) {
            HTML(.span) {
                shown.count < hits.count
                    ? Localized(
                        "the first \(shown.count) of \(hits.count); the files hold all",
                        "\(hits.count) 家中的前 \(shown.count) 家，文件含全部")[
                            language]
                    : Localized("\(hits.count) firms", "\(hits.count) 家")[language]
            }
            HTML(.nav, .label(Localized("Downloads", "下载")[language])) {
                for format in [ReportFormat.csv, .xlsx, .json] {
                    if let address = links.download(table: "hits", as: format) {
                        HTML(.a, .href(address)) { format.rawValue.uppercased() }
                    }
                }
            }
        }
    }
}
