import HTTPTypes
import Reporting
import Testing

@testable import Web

struct `Cookies and choices` {
    private let home = "/r/\(TestSites.region)"
    private func visitor() -> Visitor { TestSites.visitor.fresh() }

    @Test(arguments: ["/", "/r/beijing-tianjin-hebei", "/r/beijing-tianjin-hebei/studies/chain", "/nowhere"])
    func `a theme in the address is kept for a year and leaves the address`(path: String) async throws {
        let visitor = visitor()
        let reply = try await visitor.get("\(path)?a=1&theme=dark&b=%C3%A9")
        #expect(reply.status == 303)
        #expect(reply.headers[.location] == "\(path)?a=1&b=%C3%A9")
        let cookie = try #require(reply.cookies["jingwei-theme"])
        #expect(cookie.value == "dark")
        #expect(cookie.attributes.contains("SameSite=Lax"))
        #expect(cookie.attributes.contains("Path=/"))
        #expect(cookie.attributes.contains("Max-Age=31536000"))
        let page = try await visitor.follow(path)
        #expect(page.text.contains("data-theme=\"dark\""))
    }

    @Test func `a theme that is none changes nothing`() async throws {
        let reply = try await visitor().get("\(home)?theme=%3Cb%3E")
        #expect(reply.status == 200)
        #expect(reply.cookies["jingwei-theme"] == nil)
    }

    @Test func `a redirect never leads to another host`() async throws {
        for path in ["//evil.test/a", "//evil.test", "/\\evil.test", "///evil.test//a/"] {
            let reply = try await visitor().get("\(path)?theme=dark")
            let location = try #require(reply.headers[.location])
            #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.hasPrefix("/\\"))
        }
    }

    @Test func `a language in the address is answered in it and kept`() async throws {
        let visitor = visitor()
        let first = try await visitor.get("\(home)?lang=en")
        #expect(first.status == 200)
        #expect(first.cookies["jingwei-lang"]?.value == "en")
        #expect(first.headers[.contentLanguage] == "en")
        #expect(PageReading(first.text).tags.first { $0.name == "html" }?.attributes["lang"] == "en")
        let second = try await visitor.get(home)
        #expect(second.headers[.contentLanguage] == "en")
        #expect(second.cookies["jingwei-lang"] == nil)
        let third = try await visitor.get("\(home)?lang=zh")
        #expect(third.headers[.contentLanguage] == "zh-CN")
        #expect(visitor.cookies["jingwei-lang"] == "zh")
    }

    @Test func `a language survives the way from the first address to the home`() async throws {
        let page = try await visitor().follow("/?lang=en")
        #expect(page.status == 200)
        #expect(page.headers[.contentLanguage] == "en")
    }

    @Test(arguments: [
        ("en-GB,en;q=0.9,zh;q=0.8", "en"), ("zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"), ("fr", "zh-CN"),
        ("", "zh-CN"),
        ("fr, en;q=0.2", "en"), ("en;q=0, zh;q=0.1", "zh-CN"), ("en;q=nan, zh;q=x", "zh-CN"),
        (";;,,=,q", "zh-CN"),
    ])
    func `without a choice the browser's languages decide`(header: String, language: String) async throws {
        let reply = try await visitor().get(home, headers: ["Accept-Language": header])
        #expect(reply.headers[.contentLanguage] == language)
    }

    @Test func `pages are asked for again and kept apart by cookie and language`() async throws {
        for path in [home, "\(home)/studies", "/nowhere"] {
            let reply = try await visitor().get(path)
            #expect(reply.headers[.cacheControl] == "no-cache")
            #expect(reply.headers[.vary] == "Cookie, Accept-Language")
        }
    }

    @Test func `the first page sets a visit that scripts and other sites cannot use`() async throws {
        let visitor = visitor()
        let reply = try await visitor.get(home)
        let cookie = try #require(reply.cookies["jingwei-visit"])
        #expect(cookie.value.count == 32)
        #expect(cookie.attributes.contains("HttpOnly"))
        #expect(cookie.attributes.contains("SameSite=Strict"))
        #expect(try await visitor.get(home).cookies["jingwei-visit"] == nil)
        #expect(try await visitor.fresh().get(home).cookies["jingwei-visit"]?.value != cookie.value)
    }

    @Test func `a visit that was not made here is replaced`() async throws {
        for value in ["x", String(repeating: "z", count: 32), "<script>", String(repeating: "A", count: 32)] {
            let reply = try await visitor().get(home, headers: ["Cookie": "jingwei-visit=\(value)"])
            #expect(reply.cookies["jingwei-visit"] != nil)
        }
    }

    @Test func `the API and the files set no cookies`() async throws {
        for path in ["/api/v1/packages?lang=en", "/api/v1/nothing?lang=en", "/assets/icon.svg"] {
            #expect(try await visitor().get(path).cookies.isEmpty)
        }
    }
}
