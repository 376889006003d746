import HTTPTypes
import Testing

@testable import Web

struct `Headers of every answer` {
    @Test(arguments: [
        ("/", 303), ("/r/beijing-tianjin-hebei", 200), ("/r/nowhere", 404), ("/%", 400),
        ("/r/six-clusters/", 308),
        ("/assets/icon.svg", 200), ("/api/v1/packages", 200),
        ("/api/v1/nothing", 404),
        ("/api/v1/openapi.json", 200), ("/r/six-clusters/studies/clusters", 200),
        ("/r/six-clusters/data", 200),
        ("/r/six-clusters/studies/overview?region=x", 422), ("/r/six-clusters/runs/x/events", 404),
        ("/r/six-clusters?theme=dark", 303),
    ])
    func `nothing is loaded from elsewhere, framed, sniffed or leaked`(target: String, status: Int)
        async throws
    {
        let reply = try await TestSites.visitor.fresh().get(target)
        #expect(reply.status == status)
        let policy = reply.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.hasPrefix("default-src 'none'; "))
        for wrong in ["unsafe", "*", "http:", "https:"] { #expect(!policy.contains(wrong)) }
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
        for (name, value) in [
            ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ] {
            #expect(HTTPField.Name(name).flatMap { reply.headers[$0] } == value)
        }
        #expect(reply.headers[.cacheControl] != nil)
        #expect(reply.headers[.server] == nil)
    }

    @Test func `an error tells the language that it is written in`() async throws {
        let reply = try await TestSites.visitor.fresh().get(
            "/api/v1/nothing", headers: ["Accept-Language": "en"])
        #expect(reply.headers[.contentLanguage] == "en")
        #expect(reply.headers[.vary] == "Accept-Language")
    }
}
