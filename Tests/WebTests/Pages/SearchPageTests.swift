import Ecosystem
import HTTPTypes
import Reporting
import Testing

@testable import Web

@Suite struct `The search page` {
    private let root = "/r/\(TestSites.region)/search"
    private var visitor: Visitor { TestSites.visitor.fresh() }

    private func search(_ query: String, kind: String? = nil, language: String = "zh") async throws -> Reply {
        var items = [("q", query), ("lang", language)]
        if let kind { items.append(("kind", kind)) }
        return try await visitor.get(WebAddress.path(root, query: items))
    }

    @Test(arguments: [("芯片", "zh", "sg.cmp.chip"), ("chip", "en", "sg.cmp.chip"), ("电池", "en", "o.lishen")])
    func `links to what it finds and marks what was asked`(query: String, language: String, id: String)
        async throws
    {
        let reply = try await search(query, language: language)
        let page = PageReading(reply.text)
        #expect(reply.status == 200 && page.faults.isEmpty, "\(page.faults)")
        #expect(page.links.contains { $0.hasSuffix("/\(id)") })
        let marks = page.tags.filter { $0.name == "mark" }.map { $0.text.lowercased() }
        #expect(!marks.isEmpty && marks.allSatisfy { $0.hasPrefix(query) })
    }

    @Test func `groups by kind, and a kind alone shows what its count says`() async throws {
        let all = PageReading(try await search("天津港").text)
        let counts = all.links.filter { $0.contains("kind=site") }
        #expect(counts.count == 1)
        let one = PageReading(try await visitor.get(try #require(counts.first)).text)
        let hits = one.tags.filter { $0.attributes["class"] == "t" }
        #expect(!hits.isEmpty && hits.allSatisfy { $0.attributes["href"]?.contains("/sites/") == true })
        let count = one.tags.first { $0.attributes["class"] == "num" && $0.name == "small" }?.text
        #expect(count == "\(hits.count)")
    }

    @Test func `an id or a paragraph number leads to its page in the language that was asked`() async throws {
        let paragraph = try await search("S003.STR.P2", language: "en")
        #expect(paragraph.status == 303)
        #expect(paragraph.headers[.location] == "/r/\(TestSites.region)/sources/s003?lang=en#s003.str.p2")
        let organization = try await visitor.get("\(root)?q=o.byd")
        #expect(organization.status == 303)
        #expect(organization.headers[.location] == "/r/\(TestSites.region)/organizations/o.byd")
        #expect(try await visitor.follow("\(root)?q=o.byd").status == 200)
        // Where a kind is asked for, the reader wants the list.
        #expect(try await search("o.byd", kind: "organization").status == 200)
    }

    @Test func `says what it took a mistyped word for`() async throws {
        let page = PageReading(try await search("Beijng Hyundai", language: "en").text)
        #expect(page.tags.contains { $0.attributes["class"] == "meant" && $0.text.hasPrefix("Did you mean") })
        #expect(page.links.contains { $0.contains("q=Beijing%20Hyundai") })
    }

    @Test func `says which condition stands in the way where nothing is found`() async throws {
        let reply = try await search("天津港 qqqqzzzz")
        let page = PageReading(reply.text)
        #expect(reply.status == 200)
        #expect(page.tags.contains { $0.attributes["class"] == "empty" })
        let button = try #require(page.tags.first { $0.attributes["class"] == "btn pri" })
        #expect(button.text.contains("qqqqzzzz"))
        let rest = PageReading(try await visitor.get(button.attributes["href"] ?? "").text)
        let total = button.text.split(separator: "：").last?.prefix { $0.isNumber } ?? "?"
        #expect(rest.tags.contains { $0.attributes["class"] == "lead" && $0.text.contains("找到 \(total) 条") })
    }

    @Test func `without a word it says what can be typed, and every example finds something`() async throws {
        for query in ["", "q=", "q=%20%E3%80%80", "kind="] {
            let page = PageReading(try await visitor.get("\(root)?\(query)").text)
            let examples = page.links.filter { $0.contains("/search?q=") }
            #expect(examples.count >= 4 && page.faults.isEmpty)
            for example in examples {
                let reply = try await visitor.get(example)
                let isFound = reply.status == 303 || !reply.text.contains("class=\"empty\"")
                #expect([200, 303].contains(reply.status) && isFound, "\(example)")
            }
        }
    }

    @Test(arguments: ["zh", "en"])
    func `its field stands in the head of every page, with a label`(language: String) async throws {
        for path in ["", "/studies", "/segments", "/data", "/nothing-here", "/search?q=x"] {
            let address = "/r/\(TestSites.region)\(path)"
            let reply = try await visitor.get(address + (path.contains("?") ? "&" : "?") + "lang=\(language)")
            let page = PageReading(reply.text)
            let form = page.tags.first { $0.attributes["role"] == "search" }
            #expect(form?.attributes["action"] == root && form?.attributes["method"] == "get", "\(path)")
            let label = page.tags.first { $0.name == "label" && $0.attributes["for"] == "q" }
            #expect(label?.text == (language == "zh" ? "检索" : "Search"))
            #expect(page.tags.count { $0.attributes["id"] == "q" } == 1)
        }
    }

    @Test func `keeps what was typed in its field`() async throws {
        let typed = "\"><b>&amp; 'x'"
        let page = PageReading(try await search(typed).text)
        #expect(page.tags.first { $0.attributes["id"] == "q" }?.attributes["value"] == typed)
        #expect(page.faults.isEmpty)
    }

    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "javascript:alert(1)",
        "</title><script>alert(1)</script>", "<svg/onload=alert(1)>", "{{7*7}}", "%3Cscript%3E",
        "\u{202E}<b>", "天津<b>",
        "天津\" onmouseover=\"alert(1)", "&lt;script&gt;", "<mark>天津</mark>", "\r\nSet-Cookie: a=b",
        "天津\u{0}<i>",
    ]

    @Test(arguments: hostile)
    func `takes markup in a query as text`(query: String) async throws {
        for kind in [nil, "person", query] {
            let reply = try await search(query, kind: kind)
            // A NUL is refused before anything reads it.
            #expect([200, 400, 422].contains(reply.status))
            let page = PageReading(reply.text)
            #expect(page.faults.isEmpty, "\(page.faults)")
            #expect(
                page.tags.allSatisfy {
                    $0.name != "script" || $0.attributes["src"]?.hasPrefix("/assets/") == true
                })
            #expect(!page.tags.contains { ["img", "b0", "i"].contains($0.name) })
            #expect(page.tags.allSatisfy { tag in !tag.attributes.keys.contains { $0.hasPrefix("on") } })
            #expect(page.links.allSatisfy { !$0.lowercased().hasPrefix("javascript:") })
            #expect(!reply.headers.contains { $0.value.contains("\n") })
        }
    }

    @Test func `takes markup in names and texts as text`() async throws {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "hostile", title: Localized("Hostile", "恶意"), isSynthetic: true))
        let text = "<script>alert(1)</script> 天津 \"onload=x\""
        builder.add(
            .organization,
            [
                "id": "o.\"><b>", "name_en": text, "name_zh": text, "kind": text, "evidence": text,
                "basis": "stated",
            ])
        let site = Web.Site(packages: [ServedPackage(model: builder.build())])
        for query in ["天津", "script", "alert", "onload", "天沣"] {
            let reply = try await Visitor(site).get(
                WebAddress.path("/r/hostile/search", query: [("q", query)]))
            let page = PageReading(reply.text)
            #expect(reply.status == 200 && page.faults.isEmpty, "\(query)")
            #expect(
                page.tags.allSatisfy {
                    $0.name != "script" || $0.attributes["src"]?.hasPrefix("/assets/") == true
                })
            #expect(page.tags.allSatisfy { $0.attributes["onload"] == nil })
        }
    }

    @Test func `refuses what is too long and kinds that are none, and says so`() async throws {
        let long = try await search(String(repeating: "津", count: 201))
        #expect(long.status == 422 && long.text.contains("201"))
        #expect(try await search(String(repeating: "津", count: 200)).status == 200)
        let kind = try await search("天津", kind: "planet")
        #expect(kind.status == 422 && kind.text.contains("planet") && kind.text.contains("organization"))
    }

    @Test func `answers the same bytes every time`() async throws {
        for query in ["天津", "battery", "tianjn"] {
            let visitor = visitor
            let address = WebAddress.path(root, query: [("q", query), ("lang", "en")])
            let first = try await visitor.get(address)
            #expect(try await visitor.get(address).bytes == first.bytes)
        }
    }
}
