import Ecosystem
import Reporting
import Studies

/// What follows from knowing the keystones, as questions to other pages.
struct KeystoneWays {
    let page: KeystonesPage
    let report: Report?

    private var language: Language { page.language }

    /// What costs most when it stops: the gravest segments of bands, or the gravest firm of a network, that can be asked about.
    private var gravest: [(name: Localized, what: String)] {
        if let bands = report?.result["bands"], case .array(let segments)? = bands["segments"] {
            let known = segments.compactMap { value -> (Double, String)? in
                guard case .string(let id)? = value["id"], case .number(let mean)? = value["mean"]?["middle"]
                else { return nil }
                return (mean, id)
            }.sorted { ($1.0, $0.1) < ($0.0, $1.1) }
            return known.prefix(2).compactMap { _, id in
                page.package.model.record(id: id).map { ($0.name, "sector:" + id) }
            }
        }
        guard case .string(let firm)? = report?.result["pair"]?["from"] else { return [] }
        let name = page.package.model.record(id: firm)?.name ?? Localized(same: firm)
        return [(name, "firm:" + firm)]
    }

    private var ways: [FurtherQuestion] {
        let site = page.site
        let companion = site.packages.companions.id(beside: page.package)
        var ways: [FurtherQuestion] = []
        if site.study(id: StressPage.study) != nil {
            ways += gravest.map { name, what in
                FurtherQuestion(
                    title: Localized("What happens day by day if \(name.en) stops", "\(name.zh)停摆后逐日会怎样"),
                    words: Localized(
                        "with stocks, time and recovery, which this page leaves out", "考虑库存、时间与恢复，本页均未计入"),
                    path: WebAddress.path("\(page.root)/stress", query: [("what", what)]))
            }
        }
        if let companion {
            ways.append(
                FurtherQuestion(
                    title: Localized("One such network, firm by firm", "逐家查看其中一个网络"),
                    words: Localized(
                        "the reconstructed companion: pick a pair and see through whom a loss travels",
                        "重建数据包：可选一对企业，查看损失经由谁传导"),
                    path: "/r/\(WebAddress.encoded(companion))/keystones"))
        }
        return ways + FurtherQuestion.protecting(companion ?? page.package.id, on: site)
    }

    var markup: HTML {
        FurtherQuestion.panel(FurtherQuestion.next, ways, language: language)
    }
}
