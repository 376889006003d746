import HTTPTypes
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Forms of this site only` {
    /// A site with a run that works, its visitor, the run's address on pages and its form's token.
    private func start() async throws -> (
        gate: Gate, site: Site, visitor: Visitor, path: String, token: String
    ) {
        let gate = Gate()
        let site = TestSites.small(studies: [ProbeStudy(gate)])
        let visitor = Visitor(site)
        let sent = try await visitor.get("/r/small/studies/probe")
        let path = try #require(sent.headers[.location])
        let page = try await visitor.get(path)
        #expect(page.status == 202)
        let field = PageReading(page.text).tags.first {
            $0.name == "input" && $0.attributes["name"] == "token"
        }
        return (gate, site, visitor, path, try #require(field?.attributes["value"]))
    }

    @Test func `the first page that sets the visit already holds the right token`() async throws {
        let (_, site, visitor, path, _) = try await start()
        let stranger = visitor.fresh()
        let page = try await stranger.get(path)
        #expect(page.cookies["jingwei-visit"] != nil)
        let field = PageReading(page.text).tags.first {
            $0.name == "input" && $0.attributes["name"] == "token"
        }
        let token = try #require(field?.attributes["value"])
        let reply = try await stranger.post("\(path)/cancel", form: ["token": token])
        #expect(reply.status == 303)
        #expect(reply.headers[.location] == path)
        site.queue.close()
    }

    @Test func `a form without its token changes nothing`() async throws {
        let (_, site, visitor, path, token) = try await start()
        for form in [
            [:], ["token": ""], ["token": "x"], ["token": String(token.reversed())], ["other": token],
        ] {
            let reply = try await visitor.post("\(path)/cancel", form: form)
            #expect(reply.status == 403)
            #expect(PageReading(reply.text).problems.isEmpty)
        }
        #expect(try await visitor.fresh().post("\(path)/cancel", form: ["token": token]).status == 403)
        #expect(try await visitor.post("\(path)/cancel", json: "{\"token\": \"\(token)\"}").status == 403)
        #expect(try await visitor.get(path).status == 202)
        site.queue.close()
    }

    @Test func `a token is worth nothing for another visit or another program`() {
        let tokens = FormToken(secret: "a")
        #expect(tokens.isValid(tokens.token(for: "v"), for: "v"))
        #expect(!tokens.isValid(tokens.token(for: "v"), for: "w"))
        #expect(!tokens.isValid(FormToken(secret: "b").token(for: "v"), for: "v"))
        #expect(!tokens.isValid("", for: "v"))
        #expect(!tokens.isValid(tokens.token(for: ""), for: ""))
    }

    @Test(arguments: ["cross-site", "same-site", "<b>"])
    func `a page of another site changes nothing, whatever it sends`(origin: String) async throws {
        let (_, site, visitor, path, token) = try await start()
        let headers = ["Sec-Fetch-Site": origin]
        #expect(
            try await visitor.post("\(path)/cancel", form: ["token": token], headers: headers).status == 403)
        let run = path.replacing("/r/small", with: "/api/v1/packages/small")
        #expect(try await visitor.send(.post, "\(run)/cancel", headers: headers).status == 403)
        let ask = try await visitor.post(
            "/api/v1/packages/small/runs", json: "{\"study\": \"probe\"}", headers: headers)
        #expect(ask.status == 403)
        #expect(ask.type == "application/problem+json")
        #expect(try await visitor.get(path).status == 202)
        site.queue.close()
    }

    @Test(arguments: [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "",
    ])
    func `the API takes JSON alone, which no page of another site can send unasked`(type: String) async throws
    {
        let reply = try await TestSites.visitor.fresh().send(
            .post, "/api/v1/packages/six-clusters/runs", headers: ["Content-Type": type],
            body: Array("{\"study\": \"overview\"}".utf8))
        #expect(reply.status == 415)
    }

    @Test func `reading is open to links from anywhere`() async throws {
        let reply = try await TestSites.visitor.fresh().get(
            "/r/six-clusters", headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(reply.status == 200)
    }
}
