import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store
import Studies

/// The monitor of a region as an Atom feed: alerts, breaks of trends, and what changed between the answers that were kept.
///
/// The feed's address is that of the study's page with `/feed` behind it and the same parameters. Asking for it asks the study, so that a
/// reader who comes by regularly keeps an answer for each state of the data.
struct MonitorFeed {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }

    /// The feed.
    func answer() async throws -> Answer {
        let study = try site.study(call)
        guard study.id == Monitor().id else {
            throw WebProblem.notFound(
                Localized(
                    "The study \(study.id) has no feed; monitor has one.", "研究 \(study.id) 没有订阅源；monitor 有。"))
        }
        let request = try RunRequest(study: study, model: package.model, given: call.questionItems)
        let address = try site.queue.submit(request)
        _ = await site.settled(address, within: site.limits.pageWait)
        let report = try site.report(ofRun: address, in: package)
        var history = (site.store?.latestReports(of: study.id, package: report.package.id) ?? []).filter {
            $0.report.parameters == report.parameters && $0.report.compared.isEmpty
                && $0.report.applied == nil
        }
        // The data may have gone back to an earlier state, whose answer was kept long ago: it is the last one again.
        let newest = history.max { $0.time < $1.time }
        if newest?.report.package.fingerprint != report.package.fingerprint {
            let isKept = history.contains { $0.report.package.fingerprint == report.package.fingerprint }
            history.append((isKept ? newest?.time ?? 0 : site.now().timeIntervalSince1970, report))
        }
        let text = feed(report, MonitorNews(history, model: package.model), history.map(\.time).max() ?? 0)
            .text
        var answer = Answer(mediaType: "application/atom+xml; charset=utf-8", body: .bytes(Array(text.utf8)))
        answer.headers[.contentLanguage] = language.tag
        return answer
    }

    private func feed(_ report: Report, _ news: MonitorNews, _ asked: Double) -> AtomFeed {
        let link = Link(values: report.parameters, language: language, package: package)
        let page = call.whole(link.page)
        let own =
            [report.package.id] + report.parameters.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        return AtomFeed(
            id: AtomFeed.urn(["feed"] + own), language: language.tag, title: link.title[language],
            subtitle: report.answer[language], author: Localized("Jingwei", "经纬")[language],
            updated: news.entries.map(\.time).max() ?? asked, address: call.whole(link.path), page: page,
            entries: news.entries.map { entry in
                AtomFeed.Entry(
                    id: AtomFeed.urn(["entry"] + own + [entry.key]), updated: entry.time,
                    title: entry.title[language],
                    summary: entry.text[language], link: page)
            })
    }
}

extension MonitorFeed {
    /// Where a feed is found, and how a page tells of it.
    struct Link {
        let title: Localized
        /// The feed.
        let path: String
        /// The page that it follows.
        let page: String
        private let language: Language
        private let isOwn: Bool
        private let whole: String

        /// The feed for the parameters of a report; `nil` where the study has none, or the answer is not of the package alone.
        init?(_ report: Report, call: Call, package: ServedPackage) {
            guard report.study == Monitor().id, report.compared.isEmpty, report.applied == nil else {
                return nil
            }
            self.init(values: report.parameters, language: call.language, package: package, call: call)
        }

        init(values: [String: String], language: Language, package: ServedPackage, call: Call? = nil) {
            let root = "/r/\(WebAddress.encoded(package.id))/studies/\(Monitor().id)"
            let items =
                values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("lang", language.rawValue)]
            page = WebAddress.path(root, query: items)
            path = WebAddress.path(root + "/feed", query: items)
            whole = call?.whole(path) ?? path
            self.language = language
            isOwn = package.own != nil
            let name =
                values["region"].flatMap { package.model.record(id: $0)?.name }
                ?? package.model.identity.title
            title = Localized("Monitor: \(name.en)", "监测：\(name.zh)")
        }

        /// The panel beside the answer.
        var panel: HTML {
            HTML(.section, .class("panel"), .id("follow")) {
                HTML(.h2) { Localized("Follow", "订阅")[language] }
                HTML(.p) {
                    Localized(
                        "A feed (Atom) of alerts, breaks of trends and changed figures, for any feed reader.",
                        "Atom 订阅源：提醒、趋势断点和变动的数字，任何订阅阅读器均可使用。")[language]
                }
                if isOwn {
                    HTML(.p) {
                        Localized(
                            "Its address holds your private link: give it to no reader that others can see into.",
                            "其地址含有您的私有链接：请勿交给他人可见的阅读器。")[language]
                    }
                }
                HTML(.p) {
                    HTML(.a, .href(path), .type("application/atom+xml")) {
                        Localized("Open the feed", "打开订阅源")[language]
                    }
                }
                HTML(.pre, .class("cmd"), HTML.Attribute("tabindex", "0")) { HTML(.code) { whole } }
            }
        }
    }
}
