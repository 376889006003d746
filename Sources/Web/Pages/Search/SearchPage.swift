import Ecosystem
import HTTPTypes
import Reporting
import Store

/// Finds records of a package: results grouped by kind with counts, what was asked marked in them.
///
/// The id of a record leads straight to its page. Where nothing is found, the page says which condition stands in the
/// way and what is found without it.
struct SearchPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    /// Results of a kind on the page of all kinds: of kinds with the words in a name, and of the others.
    private static let overview = (named: 5, other: 3)
    /// How long a reader waits for an index that is being made.
    private static let patience = Duration.seconds(5)

    private var language: Language { call.language }
    private var query: String { call.item("q") ?? "" }

    /// The page, or the way to the record whose id was typed.
    func answer() async throws -> Answer {
        let kind = try askedKind()
        let request = SearchRequest(
            query, kind: kind, limit: kind == nil ? SearchPage.overview.named : SearchIndex.groupLimit,
            language: language)
        guard !request.isTooLong else { return .page(tooLong(), status: .unprocessableContent) }
        guard query.contains(where: { !$0.isWhitespace }) else { return .page(start()) }
        guard let results = try await site.search(package, request, within: SearchPage.patience) else {
            var answer = Answer.page(notYet(), status: .serviceUnavailable)
            answer.headers[.retryAfter] = "2"
            return answer
        }
        if kind == nil, let record = results.exactID, let address = links.address(ofRecord: record.id) {
            return .redirect(to: localized(address))
        }
        return .page(results.total == 0 ? nothing(results) : found(results))
    }

    private func askedKind() throws(WebProblem) -> RecordKind? {
        guard let text = call.item("kind") else { return nil }
        guard let kind = RecordKind(rawValue: text) else {
            let known = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw WebProblem(
                .unprocessableContent, kind: "parameters", Localized("No such kind of record", "没有这类记录"),
                Localized("“\(text)” is none of \(known).", "“\(text)”不在可选值中：\(known)。"))
        }
        return kind
    }

    // MARK: Addresses

    var root: String { "/r/\(WebAddress.encoded(package.id))" }
    var links: PageLinks { PageLinks(package: package.id, run: nil, language: language, site: site) }

    /// The address of a search.
    func address(_ query: String, kind: RecordKind? = nil) -> String {
        var items = [("q", query)]
        if let kind { items.append(("kind", kind.rawValue)) }
        return localized(WebAddress.path("\(root)/search", query: items))
    }

    /// An address that keeps the language which this one asks for.
    private func localized(_ address: String) -> String {
        guard let asked = call.askedLanguage else { return address }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts.first.map(String.init) ?? address
        return head + (head.contains("?") ? "&" : "?") + "lang=\(asked.rawValue)"
            + (parts.count > 1 ? "#" + parts[1] : "")
    }

    // MARK: Pages

    private func frame(_ title: Localized, _ lead: Localized?) -> PageFrame {
        PageFrame(
            site: site, call: call, package: package, title: title, lead: lead,
            crumbs: [(Localized("Home", "首页"), root)])
    }

    private func found(_ results: SearchResults) -> String {
        let all = results.counts.reduce(0) { $0 + $1.count }
        let lead =
            results.kind.map { kind in
                Localized(
                    "\(results.total) \(word(kind, results.total).en), \(all) records of all kinds.",
                    "\(kind.label.zh) \(results.total) 条，各类共 \(all) 条。")
            }
            ?? Localized(
                all == 1 ? "One record." : "\(all) records of \(results.counts.count) kinds.",
                "找到 \(all) 条，分属 \(results.counts.count) 类。")
        return frame(title(results.query), lead).page {
            meant(results)
            kinds(results, all)
            for group in results.groups {
                SearchHits(page: self, group: group, highlighter: results.highlighter)
                    .markup(limit: limit(group, results), isAlone: results.kind != nil)
            }
        }
    }

    private func limit(_ group: SearchResults.Group, _ results: SearchResults) -> Int {
        if results.kind != nil { return SearchIndex.groupLimit }
        return (group.hits.first?.score ?? 0) >= 600 ? SearchPage.overview.named : SearchPage.overview.other
    }

    private func title(_ query: String) -> Localized { Localized("Search: \(query)", "检索：\(query)") }

    /// What a number of records of a kind is called.
    func word(_ kind: RecordKind, _ count: Int) -> Localized { count == 1 ? kind.label : kind.plural }

    private func meant(_ results: SearchResults) -> HTML {
        guard let meant = results.didYouMean else { return .empty }
        return HTML(.p, .class("meant")) {
            Localized("Did you mean ", "是否要找")[language]
            HTML(.a, .href(address(meant, kind: results.kind))) { meant }
            Localized("?", "？")[language]
            if results.total > 0 {
                HTML(.span, .class("muted small")) {
                    Localized(" Records written nearly so are listed below.", "下面列出写法相近的记录。")[language]
                }
            }
        }
    }

    private func kinds(_ results: SearchResults, _ all: Int) -> HTML {
        guard results.counts.count > 1 else { return .empty }
        return HTML(.nav, .class("kinds"), .label(Localized("Kinds of record", "记录类别")[language])) {
            HTML(.ul, .class("key")) {
                HTML(.li) {
                    HTML(.a, .href(address(results.query)), results.kind == nil ? .current("page") : nil) {
                        Localized("All", "全部")[language]
                    }
                    HTML(.b) { "\(all)" }
                }
                for (kind, count) in results.counts {
                    HTML(.li) {
                        HTML(
                            .a, .href(address(results.query, kind: kind)),
                            results.kind == kind ? .current("page") : nil
                        ) {
                            kind.plural.capitalized[language]
                        }
                        HTML(.b) { "\(count)" }
                    }
                }
            }
        }
    }

    private func tooLong() -> String {
        frame(Localized("Search", "检索"), nil).page {
            HTML(.div, .class("note bad"), .role("alert")) {
                HTML(.p) {
                    let count = query.unicodeScalars.count
                    Localized(
                        "The query has \(count) characters; at most \(SearchRequest.longestQuery) are looked for. Leave some words out.",
                        "检索词有 \(count) 个字符，最多 \(SearchRequest.longestQuery) 个。请删去部分词语。")[language]
                }
            }
        }
    }

    private func notYet() -> String {
        var frame = frame(
            title(query), Localized("The index of this package is being made.", "正在建立本数据包的检索索引。"))
        frame.refresh = 2
        return frame.page {
            HTML(.div, .class("acts")) {
                HTML(
                    .a, .class("btn pri"),
                    .href(address(query, kind: call.item("kind").flatMap(RecordKind.init(rawValue:))))
                ) {
                    Localized("Search again", "再次检索")[language]
                }
            }
        }
    }
}
