import HTTPTypes
import Reporting
import Testing

@testable import Web

struct `Addresses and methods` {
    private let visitor = TestSites.visitor.fresh()
    private let home = "/r/\(TestSites.region)"

    @Test(arguments: [
        "/r/beijing-tianjin-hebei", "/api/v1/packages", "/assets/icon.svg", "/api/v1/openapi.json",
    ])
    func `another method is answered 405 with those that are taken`(path: String) async throws {
        for method in [HTTPRequest.Method.put, .patch, .delete, .trace, .init("BREW")].compactMap({ $0 }) {
            let reply = try await visitor.send(method, path)
            #expect(reply.status == 405)
            #expect(reply.headers[.allow] == "GET, HEAD, OPTIONS")
            if path.hasPrefix("/api/") {
                #expect(reply.type == "application/problem+json")
                #expect(reply.json["status"] == .integer(405))
            } else {
                #expect(PageReading(reply.text).problems.isEmpty)
            }
        }
    }

    @Test func `an address with several methods names them all`() async throws {
        let reply = try await visitor.send(.delete, "/api/v1/packages/\(TestSites.region)/runs")
        #expect(reply.status == 405)
        #expect(reply.headers[.allow] == "POST, OPTIONS")
    }

    @Test func `options are told without a body`() async throws {
        let reply = try await visitor.send(.options, home)
        #expect(reply.status == 204)
        #expect(reply.headers[.allow] == "GET, HEAD, OPTIONS")
        #expect(reply.bytes.isEmpty)
        #expect(try await visitor.send(.options, "/nowhere").status == 404)
        #expect(try await visitor.send(.options, "*").status == 404)
    }

    @Test(arguments: [
        "/", "/r/beijing-tianjin-hebei", "/api/v1/packages", "/api/v1/nothing", "/nowhere",
        "/assets/icon.svg", "/r/beijing-tianjin-hebei/data",
    ])
    func `the head is that of the answer, without its body`(path: String) async throws {
        let whole = try await visitor.get(path)
        let head = try await visitor.send(.head, path)
        #expect(head.status == whole.status)
        #expect(head.headers[.contentType] == whole.headers[.contentType])
        #expect(head.headers[.contentLength] == whole.headers[.contentLength])
        #expect(whole.headers[.contentLength] == String(whole.bytes.count))
        #expect(head.headers[.contentSecurityPolicy] != nil)
        #expect(head.bytes.isEmpty)
    }

    @Test func `a page with empty parts in its address leads to the address without`() async throws {
        for path in ["\(home)/", "/\(home)", "/r//\(TestSites.region)", "//r///\(TestSites.region)//"] {
            let reply = try await visitor.get(path + "?a=b+c")
            #expect(reply.status == 308)
            #expect(reply.headers[.location] == "\(home)?a=b%20c")
        }
        #expect(try await visitor.get("//nowhere").status == 404)
        #expect(try await visitor.get("/api/v1//packages").status == 404)
        #expect(try await visitor.send(.post, "\(home)//").status == 404)
    }

    @Test func `variables of the path are decoded exactly once`() async throws {
        let plain = try await visitor.get("\(home)/organizations/o.gwm?lang=en")
        let encoded = try await visitor.get("\(home)/organizations/o%2Egwm?lang=en")
        #expect(plain.status == 200)
        #expect(encoded.status == 200)
        #expect(PageReading(plain.text).text(of: "title") == PageReading(encoded.text).text(of: "title"))
        #expect(try await visitor.get("\(home)/organizations/o%252Egwm").status == 404)
        #expect(
            try await visitor.get("/api/v1/packages/\(TestSites.region)/records/o%2Egwm").json["id"]
                == .string("o.gwm"))
    }

    @Test(arguments: [
        "/%", "/r/%FF", "/r/%00", "/r/a%0d%0aSet-Cookie:x", "/r/beijing-tianjin-hebei?q=%",
        "/api/v1/packages/%C3",
        "/api/v1/packages?lang=%FF",
    ])
    func `an address that cannot be read is answered 400`(target: String) async throws {
        let reply = try await visitor.get(target)
        #expect(reply.status == 400)
        if target.hasPrefix("/api/") {
            #expect(reply.json["status"] == .integer(400))
        } else {
            #expect(PageReading(reply.text).problems.isEmpty)
        }
    }

    @Test(arguments: [
        "/..", "/r/..", "/r/../..", "/r/%2e%2e/%2e%2e/etc/passwd", "/r/..%2F..%2Fetc",
        "/assets/../Package.swift",
        "/assets/..%2f..%2fPackage.swift", "/r/beijing-tianjin-hebei/..", "/api/v1/packages/../..", "/r/京",
        "/r/%F0%9F%92%A9", "/api/v1/packages/%2e%2e/findings", "/api/v2/packages", "/r",
    ])
    func `a way out of the site leads nowhere`(target: String) async throws {
        #expect(try await visitor.get(target).status == 404)
    }

    @Test func `an address that is too long is answered 414`() async throws {
        let long = String(repeating: "a", count: 9000)
        #expect(try await visitor.get("/r/\(long)").status == 414)
        #expect(try await visitor.get("\(home)?q=\(long)").status == 414)
        let problem = try await visitor.get("/api/v1/packages?q=\(long)")
        #expect(problem.status == 414)
        #expect(problem.type == "application/problem+json")
    }

    @Test func `a body over the limit is refused, said or not`() async throws {
        let path = "/api/v1/packages/\(TestSites.region)/runs"
        let large = String(repeating: " ", count: Site.runRequestLimit + 1)
        #expect(try await visitor.post(path, json: large).status == 413)
        #expect(
            try await visitor.post(path, json: "{}", headers: ["Content-Length": "99999999"]).status == 413)
        #expect(try await visitor.post(path, json: "{}", headers: ["Content-Length": "many"]).status == 400)
    }
}
