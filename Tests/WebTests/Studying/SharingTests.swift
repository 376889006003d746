import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Answers that are taken along` {
    private let visitor = TestSites.visitor.fresh()
    private let root = "/r/\(TestSites.region)"

    private func run(_ query: String) async throws -> String {
        let text = try await visitor.get("\(root)/studies/\(query)").text
        let mark = try #require(text.range(of: "/runs/"))
        return String(text[mark.upperBound...].prefix(24))
    }

    @Test(arguments: ["loom", "segments"])
    func `a figure alone may be framed by any page, and no other page may`(figure: String) async throws {
        let run = try await run("chain")
        let fresh = visitor.fresh()
        let reply = try await fresh.get(
            "/embed\(root)/runs/\(run)/\(figure)?lang=en&theme=dark",
            headers: ["Cookie": "jingwei-theme=light; jingwei-lang=zh"])
        #expect(reply.status == 200)
        let page = PageReading(reply.text)
        #expect(page.problems == [])
        let policy = reply.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("frame-ancestors *") && policy.contains("form-action 'none'"))
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'"))
        #expect(HTTPField.Name("X-Frame-Options").flatMap { reply.headers[$0] } == nil)
        // It sets nothing, holds no form, and tells its language and theme by the address alone.
        #expect(reply.cookies.isEmpty && !page.tags.contains { $0.name == "form" })
        #expect(page.tags.first { $0.name == "html" }?.attributes["lang"] == "en")
        #expect(page.tags.first { $0.name == "html" }?.attributes["data-theme"] == "dark")
        #expect(page.tags.first { $0.name == "base" }?.attributes == ["target": "_blank"])
        for target in [
            "/embed\(root)/runs/\(run)/nothing", "/embed\(root)/runs/0000/loom",
            "/embed/r/none/runs/\(run)/loom",
            "/embed", "/embed\(root)/runs/\(run)/..%2f..%2fdata",
        ] {
            let closed = try await fresh.get(target)
            #expect(closed.status == 404, "\(target)")
            #expect(closed.headers[.contentSecurityPolicy] == SecurityHeaders.contentSecurityPolicy)
            #expect(HTTPField.Name("X-Frame-Options").flatMap { closed.headers[$0] } == "DENY")
        }
    }

    @Test func `an answer is cited with versions, fingerprint and address`() async throws {
        let run = try await run("overview")
        let reply = try await visitor.get("\(root)/runs/\(run)/citation?lang=en")
        #expect(reply.status == 200 && reply.type.hasPrefix("application/x-bibtex"))
        let model = try #require(TestSites.shipped.first { $0.id == TestSites.region }).model
        for part in [
            "@misc{jingwei-overview-", "http://site.test\(root)/runs/\(run)", model.fingerprint,
            "beijing-tianjin-hebei", model.identity.version,
        ] { #expect(reply.text.contains(part), "\(part)") }
        let package = try await visitor.get("\(root)/citation")
        #expect(package.text.contains("http://site.test\(root)/data"))
        #expect(try await visitor.get("\(root)/runs/0000/citation").status == 404)
    }

    @Test func `nothing in a title is a command of BibTeX`() {
        let text = "a {b} \\c & 50% #1 _x $y ~ ^\n"
        let escaped = Citation.escaped(text)
        #expect(
            escaped
                == "a \\{b\\} \\textbackslash{}c \\& 50\\% \\#1 \\_x \\$y \\textasciitilde{} \\textasciicircum{} "
        )
    }

    @Test(arguments: [
        ("site.test", nil, "http://site.test"), ("site.test:8080", "https", "https://site.test:8080"),
        ("[::1]:80", "gopher", "http://[::1]:80"),
    ])
    func `host and scheme are read strictly`(host: String, scheme: String?, origin: String) {
        #expect(Call.origin(host: host, scheme: scheme) == origin)
        for hostile in ["a b", "a\"b", "a<b", "a/b", "", "ä.test", String(repeating: "a", count: 300)] {
            #expect(Call.origin(host: hostile, scheme: nil) == nil)
        }
    }

    @Test func `two answers stand side by side, by address or link`() async throws {
        let (first, second) = (try await run("chain"), try await run("chain?root=sg.veh"))
        let path = "\(root)/compare?lang=en&a=\(first)&b="
        let reply = try await visitor.get(
            path + WebAddress.encoded("https://else.where/r/x/runs/\(second)?lang=zh"))
        #expect(reply.status == 200 && PageReading(reply.text).problems == [])
        #expect(reply.text.contains("Parameter root") && reply.text.contains("t-rows-segments"))
        let same = try await visitor.get(path + first)
        #expect(same.status == 200 && same.text.contains("the same in every figure and table"))
        #expect(try await visitor.get(path + "nothing").status == 404)
        #expect(try await visitor.get("\(root)/compare").status == 200)
        // Ask and compare in one step.
        let asked = try await visitor.get("\(root)/studies/chain?root=sg.veh&against=\(first)")
        #expect(asked.headers[.location] == "\(root)/compare?a=\(first)&b=\(second)")
        let json = try await visitor.get(
            "/api/v1/packages/\(TestSites.region)/runs/\(first)/compare/\(second)"
        ).json
        #expect(json["same"] == .bool(false) && json["blocks"]?.list.isEmpty == false)
        // Each table is a file, with every row that differs.
        let files = "\(root)/compare/tables"
        #expect(reply.text.contains("\(files)/rows-segments?"))
        let file = try await visitor.get("\(files)/rows-segments?a=\(first)&b=\(second)&format=json&lang=en")
        #expect(file.status == 200 && file.json["blocks"]?.list.first?["id"] == .string("rows-segments"))
        #expect(try await visitor.get("\(files)/nothing?a=\(first)&b=\(second)").status == 404)
        #expect(try await visitor.get("\(files)/rows-segments?a=\(first)").status == 404)
        #expect(try await visitor.get("\(files)/rows-segments?a=\(first)&b=nothing").status == 404)
    }

    @Test func `answers of two packages are compared without links that lead nowhere`() async throws {
        let first = try await run("overview")
        let text = try await visitor.get("/r/\(TestSites.clusters)/studies/overview").text
        let mark = try #require(text.range(of: "/runs/"))
        let second = String(text[mark.upperBound...].prefix(24))
        let reply = try await visitor.get("\(root)/compare?a=\(first)&b=\(second)")
        #expect(reply.status == 200 && PageReading(reply.text).problems == [])
    }

    @Test func `pictures of networks are GraphML`() async throws {
        let run = try await run("chain")
        let reply = try await visitor.get("\(root)/runs/\(run)/tables/ties?format=graphml")
        #expect(reply.status == 200 && reply.type == "application/graphml+xml")
        #expect(reply.text.contains("<graphml") && reply.text.contains("sg.sys.battery"))
        #expect(try await visitor.get("\(root)/runs/\(run)/tables/ties?format=geojson").status == 422)
        #expect(try await visitor.get("\(root)/runs/\(run)/tables/segments?format=graphml").status == 422)
    }
}
