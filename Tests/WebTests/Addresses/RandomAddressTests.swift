import HTTPTypes
import Kernels
import Reporting
import Testing

@testable import Web

/// Addresses that nobody would write: none makes the site fail.
struct `Random addresses` {
    private static let words = [
        "", "r", "api", "v1", "packages", "studies", "runs", "records", "organizations", "segments",
        "regions", "sources",
        "data", "report", "events", "tables", "findings", "cancel", "assets", "page.js", "chain", "overview",
        "local-content",
        "beijing-tianjin-hebei", "six-clusters", "o.gwm", "r.tj", "s000", "sg.sys.seat", "openapi.json", "..",
        ".", "%2e%2e",
        "%00", "%ff", "%", "%zz", "京津冀", "%E4%BA%AC", "<script>", "'", "\"", "\\", "{package}", ":", "*",
        "**", "🚗", "a+b",
        "0123456789abcdef01234567", " ", "\u{202E}", "a;b=c", "~", "@", "[]", "|", "\u{FFFD}", "search",
        "all",
    ]
    private static let items = [
        "lang", "theme", "region", "product", "segment", "compare", "format", "limit", "offset", "kind",
        "page", "run", "q",
        "token", "", "%", "entity", "track", "a[]", "京", "sort", "order", "top", "depth", "direction",
    ]
    private static let values = [
        "", "zh", "en", "dark", "0", "-1", "1", "99999999999999999999", "1e309", "nan", "r.tj", "o.gwm",
        "pdf", "json", "null",
        "<b>", "%", "%ff", "%00", "six-clusters", "京津冀", "yes", "a b", "a+b", "\u{0}", "\u{7F}", "true",
        "organization",
    ]

    @Test func `none is answered with a failure`() async throws {
        var random = SeededGenerator(seed: 20_260_101)
        let visitor = TestSites.visitor.fresh()
        let methods: [HTTPRequest.Method] = [
            .get, .get, .get, .get, .head, .post, .put, .delete, .options, .patch,
        ]
        for _ in 0..<500 {
            let target = target(&random)
            let method = methods[Int.random(in: methods.indices, using: &random)]
            let body = method == .post ? Array("{\"study\": \"\(word(Self.values, &random))\"}".utf8) : []
            let type = ["application/json", "text/plain", "application/x-www-form-urlencoded", ""]
                .randomElement(using: &random)
            let reply = try await visitor.send(
                method, target, headers: ["Content-Type": type ?? ""], body: body)
            #expect(reply.status < 500, "\(method.rawValue) \(target)")
            #expect(reply.headers[.contentSecurityPolicy] != nil, "\(target)")
            if reply.isPage, method != .head { #expect(PageReading(reply.text).problems == [], "\(target)") }
        }
    }

    private func word(_ words: [String], _ random: inout SeededGenerator) -> String {
        words[Int.random(in: words.indices, using: &random)]
    }

    private func target(_ random: inout SeededGenerator) -> String {
        var path = ""
        // Half of the addresses begin as real ones do, so that they reach further.
        switch Int.random(in: 0..<4, using: &random) {
        case 0: path = "/r/\(TestSites.region)"
        case 1: path = "/api/v1/packages/\(TestSites.clusters)"
        default: break
        }
        for _ in 0..<Int.random(in: 0..<4, using: &random) { path += "/" + word(Self.words, &random) }
        var query: [String] = []
        for _ in 0..<Int.random(in: 0..<4, using: &random) {
            query.append(word(Self.items, &random) + "=" + word(Self.values, &random))
        }
        return (path.isEmpty ? "/" : path) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}
