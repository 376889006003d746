import Ecosystem
import HTTPTypes
import Reporting
import Studies
import Testing

@testable import Web

/// Texts that would become script, markup or another address where a page forgot to escape them.
enum Hostile {
    static let texts = [
        "<script>alert(1)</script>", "\"><script src=//evil.test></script>", "'><img src=x onerror=alert(1)>",
        "</title><svg onload=alert(1)>", "javascript:alert(1)", "\" onmouseover=\"alert(1)",
        "' style='x' a='",
        "</script><b>", "<!--", "]]>", "&lt;b&gt;", "{{7*7}}", "//evil.test/a", "\u{202E}gnp.exe<i>",
        "%3Cscript%3E", "a\u{0085}<b>",
    ]

    /// What is wrong with a page that had to show such a text: it must be as sound as any other page.
    static func problems(_ reply: Reply) -> [String] {
        var problems: [String] = []
        if reply.status >= 500 { problems.append("status \(reply.status)") }
        if reply.headers[.contentSecurityPolicy] != SecurityHeaders.contentSecurityPolicy {
            problems.append("content policy \(reply.headers[.contentSecurityPolicy] ?? "none")")
        }
        for line in reply.headers where line.value.contains("<") || line.value.contains("evil.test") {
            problems.append("header \(line.name) \(line.value)")
        }
        if reply.isPage { problems += PageReading(reply.text).problems }
        if reply.type.hasPrefix("text/html"), reply.text.contains("<script>") {
            problems.append("a script of others")
        }
        return problems
    }
}

@Suite(.serialized, .timeLimit(.minutes(10)))
struct `Hostile input comes back as text` {
    private let visitor = TestSites.visitor.fresh()
    private let home = "/r/\(TestSites.region)"

    @Test(arguments: Hostile.texts)
    func `in every variable of every path`(text: String) async throws {
        let hostile = WebAddress.encoded(text)
        for endpoint in TestSites.site.endpoints where endpoint.path.contains("{") {
            let path = endpoint.path.split(separator: "/").map { part -> String in
                switch part {
                case "{package}": TestSites.region
                case let part where part.hasPrefix("{"): hostile
                default: String(part)
                }
            }.joined(separator: "/")
            // Once with a package that exists, where something else of the address can be hostile, once with none.
            var targets = ["/" + path.replacing(TestSites.region, with: hostile)]
            if path.contains(hostile) { targets.append("/\(path)?lang=en") }
            for target in targets {
                let reply = try await visitor.send(endpoint.method, target)
                #expect(Hostile.problems(reply) == [], "\(endpoint.method.rawValue) \(target)")
            }
        }
        #expect(Hostile.problems(try await visitor.get("/\(hostile)")) == [])
    }

    @Test(arguments: Hostile.texts)
    func `in parameters of every study, shown again in its form`(text: String) async throws {
        let hostile = WebAddress.encoded(text)
        for study in StudyCatalogue.all {
            let names = study.description.parameters.map(\.id)
            let query = names.map { "\($0)=\(hostile)" } + ["\(hostile)=\(hostile)"]
            let reply = try await visitor.get("\(home)/studies/\(study.id)?\(query.joined(separator: "&"))")
            #expect(reply.status == 422)
            #expect(Hostile.problems(reply) == [], "\(study.id)")
            let problem = try await visitor.get(
                "/api/v1/packages/\(TestSites.region)/studies/\(study.id)/report?\(query.joined(separator: "&"))"
            )
            #expect(problem.status == 422)
            #expect(problem.type == "application/problem+json")
        }
    }

    @Test(arguments: Hostile.texts)
    func `in items that belong to the page`(text: String) async throws {
        let hostile = WebAddress.encoded(text)
        let names = [
            "lang", "theme", "format", "page", "run", "q", "kind", "sort", "order", "limit", hostile,
        ]
        let query = names.map { "\($0)=\(hostile)" }.joined(separator: "&")
        for path in [
            "/r/six-clusters/studies", "/r/six-clusters/organizations", "/r/six-clusters/search", "/nowhere",
        ] {
            let reply = try await visitor.get("\(path)?\(query)")
            #expect(Hostile.problems(reply) == [], "\(path)")
        }
        let own = [
            "region", "root", "track", "park", "level", "scenario", "study", "record", "field", "value",
            "title", "a", "b", "with", "against", "kind", "q", "f.\(hostile)",
        ]
        let items = own.map { "\($0)=\(hostile)" }.joined(separator: "&")
        for path in [
            "chain", "scenario", "scenario/ask", "compare", "changes", "beside", "data", "terms", "map",
        ] {
            let reply = try await visitor.get("/r/six-clusters/\(path)?set=1&\(items)")
            #expect(Hostile.problems(reply) == [], "\(path)")
        }
        for step in ["title", "set", "add", "remove", "drop"] {
            let reply = try await visitor.follow(
                "/r/six-clusters/scenario?do=\(step)&title=\(hostile)&kind=event")
            #expect(Hostile.problems(reply) == [], "\(step)")
        }
        let scenario = JSONValue.object([
            "title": .string(text),
            "changes": .array([
                .object(["set": .string("o.faw"), "field": .string("note"), "value": .string(text)]),
                .object([
                    "add": .string("events"), "id": .string(text), "fields": .object(["note": .string(text)]),
                ]),
            ]),
        ])
        let edited = try await visitor.get(
            "/r/six-clusters/scenario?scenario=\(WebAddress.encoded(scenario.text()))")
        #expect(Hostile.problems(edited) == [])
        let compared = try await visitor.get("/r/six-clusters/studies/clusters?compare=\(hostile)")
        #expect(compared.status == 404)
        #expect(Hostile.problems(compared) == [])
    }

    @Test(arguments: Hostile.texts)
    func `in headers and cookies`(text: String) async throws {
        let names = [
            "Accept-Language", "Referer", "Host", "X-Forwarded-Host", "X-Forwarded-Proto", "User-Agent",
            "Origin",
        ]
        var headers = Dictionary(uniqueKeysWithValues: names.map { ($0, text) })
        headers["Cookie"] = ["jingwei-visit", "jingwei-theme", "jingwei-lang"].map { "\($0)=\(text)" }
            .joined(separator: "; ")
        for path in ["/r/six-clusters/studies", "/nowhere", "/%", "/r/six-clusters?theme=dark"] {
            let reply = try await visitor.fresh().get(path, headers: headers)
            #expect(Hostile.problems(reply) == [], "\(path)")
        }
    }

    @Test(arguments: Hostile.texts)
    func `in an answer: a parameter, a scenario's title, every file of the report`(text: String) async throws
    {
        let site = TestSites.small(studies: [ProbeStudy()], limits: { $0.pageWait = .seconds(30) })
        let visitor = Visitor(site)
        let page = try await visitor.get("/r/small/studies/probe?word=\(WebAddress.encoded(text))")
        #expect(page.status == 200)
        #expect(Hostile.problems(page) == [])
        let body = JSONValue.object([
            "study": .string("probe"), "parameters": .object(["word": .string(text)]),
            "scenario": .object(["title": .string(text)]),
        ])
        let started = try await visitor.post("/api/v1/packages/small/runs", json: body.text())
        #expect(started.status == 202)
        #expect(started.json["parameters"]?["word"] == .string(text))
        let address = started.json["address"]?.string ?? ""
        _ = await site.settled(address, within: .seconds(30))
        let run = try await visitor.get("/r/small/runs/\(address)")
        #expect(run.status == 200)
        #expect(Hostile.problems(run) == [])
        let file = try await visitor.get("/r/small/runs/\(address)/report?format=html")
        #expect(file.headers[.contentDisposition]?.hasPrefix("attachment; ") == true)
        #expect(!file.text.contains("<script"))
        #expect(PageReading(file.text).faults == [])
        #expect(try await visitor.get("/r/small/runs/\(address)/report").json["scenario"] == .string(text))
        site.queue.close()
    }
}
