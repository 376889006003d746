import Foundation
import HTTPTypes
import Reporting
import Testing

@testable import Web

@Suite struct `Scripts of pages` {
    private static let site: Site = {
        var parts = WebParts.none
        parts.charts = WebParts.File(
            bytes: Array("charts".utf8), compressed: [1, 2, 3], version: "0123456789ab")
        return Site(packages: TestSites.shipped, parts: parts)
    }()

    private func addresses(_ page: String) -> [String] {
        PageReading(page).tags.filter { $0.name == "script" }.compactMap { $0.attributes["src"] }
    }

    @Test func `stand under addresses that may be kept for long, and load each other from there`()
        async throws
    {
        let visitor = Visitor(Self.site)
        let page = try await visitor.get("/r/\(TestSites.region)")
        let scripts = addresses(page.text)
        #expect(scripts.count == 3)
        for address in scripts {
            let reply = try await visitor.get(address)
            #expect(reply.status == 200)
            #expect(reply.type == "text/javascript; charset=utf-8")
            #expect(reply.headers[.cacheControl] == "public, max-age=31536000, immutable")
            let folder = address.split(separator: "/").dropLast().joined(separator: "/")
            for match in reply.text.matches(of: /from "\.\/([a-z.]+)"/) {
                #expect(try await visitor.get("/\(folder)/\(match.1)").status == 200, "\(match.1)")
            }
            let hosts = reply.text.matches(of: /https?:\/\/([^\/"]+)/).map { String($0.1) }
            #expect(hosts.allSatisfy { $0 == "www.w3.org" }, "\(hosts)")
        }
    }

    @Test func `come with charts where they are installed, compressed for those who take it`() async throws {
        let visitor = Visitor(Self.site)
        let page = try await visitor.get("/r/\(TestSites.region)")
        let isNamed = page.text.contains("content=\"/assets/0123456789ab/echarts.js\"")
        #expect(isNamed)
        let plain = try await visitor.get("/assets/0123456789ab/echarts.js")
        #expect(plain.text == "charts")
        #expect(plain.headers[.contentEncoding] == nil)
        let packed = try await visitor.get(
            "/assets/0123456789ab/echarts.js", headers: ["Accept-Encoding": "br, gzip;q=0.8"])
        #expect(packed.bytes == [1, 2, 3])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.vary] == "Accept-Encoding")
    }

    @Test func `leave charts out where they are not installed`() async throws {
        let page = try await Visitor(Site(packages: TestSites.shipped, parts: .none)).get(
            "/r/\(TestSites.region)")
        #expect(page.status == 200)
        let isNamed = page.text.contains("jingwei-charts")
        #expect(!isNamed)
    }

    @Test(arguments: [
        ("gzip", true), ("br, GZIP", true), ("*", true), ("gzip;q=0", false), ("br", false), ("", false),
        ("gzip; q=0.5", true), ("gzip;q=0.000", false),
    ])
    func `are sent compressed only to those who say so`(header: String, takes: Bool) {
        #expect(PageScripts.takesGzip(header) == takes)
    }
}
