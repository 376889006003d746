import HTTPTypes
import Testing

@testable import Web

struct `Reading an address` {
    private func read(_ path: String, _ query: String? = nil) throws -> RequestTarget {
        try RequestTarget(path: path, query: query)
    }

    @Test func `parts are decoded once and stay parts`() throws {
        let target = try read("/r/a%2Fb/%E4%BA%AC/%2541")
        #expect(target.parts == ["r", "a/b", "京", "%41"])
        #expect(target.path == "/r/a%2Fb/%E4%BA%AC/%2541")
        #expect(target.isCanonical)
    }

    @Test(arguments: [
        ("/", "/", true), ("/a", "/a", true), ("/a/", "/a", false), ("//a", "/a", false),
        ("/a//b", "/a/b", false),
        ("//", "/", false), ("", "/", false), ("a", "/a", false), ("/京", "/%E4%BA%AC", true),
    ])
    func `empty parts are no parts`(path: String, written: String, isCanonical: Bool) throws {
        let target = try read(path)
        #expect(target.path == written)
        #expect(target.isCanonical == isCanonical)
    }

    @Test(arguments: [
        "/%", "/%4", "/%zz", "/%FF", "/%C3", "/%C0%80", "/a%00b", "/%0d%0aX", "/%7F", "/%ED%A0%80",
    ])
    func `a part that is no text is refused`(path: String) {
        let problem = #expect(throws: WebProblem.self) { try read(path) }
        #expect(problem?.status == .badRequest)
    }

    @Test func `query items keep their order, a plus is a space, the rest is decoded once`() throws {
        let target = try read("/", "a=1&b=x+y%2B%26&a=2&empty=&flag&=v&&c=a=b&%E4%BA%AC=%2541")
        #expect(
            target.query.map { "\($0.name)|\($0.value)" } == [
                "a|1", "b|x y+&", "a|2", "empty|", "flag|", "|v", "c|a=b", "京|%41",
            ])
    }

    @Test(arguments: ["a=%", "%=a", "a=%FF", "a=%00", "%00=1", "a=%u0041"])
    func `a query that is no text is refused`(query: String) {
        let problem = #expect(throws: WebProblem.self) { try read("/", query) }
        #expect(problem?.status == .badRequest)
    }

    @Test func `what is too long is refused, what just fits is read`() throws {
        let path = "/" + String(repeating: "a", count: RequestTarget.pathLimit - 1)
        #expect(try read(path).parts.first?.count == RequestTarget.pathLimit - 1)
        #expect(throws: WebProblem.self) { try read(path + "a") }
        let query = String(repeating: "q", count: RequestTarget.queryLimit)
        #expect(try read("/", query).query.count == 1)
        let problem = #expect(throws: WebProblem.self) { try read("/", query + "q") }
        #expect(problem?.status == .uriTooLong)
    }
}

struct `Table of routes` {
    private let table = RouteTable([
        .page("/") { _ in .page("") }, .page("/r/{package}") { _ in .page("") },
        .page("/r/{package}/{list}") { _ in .page("") }, .page("/r/{package}/data") { _ in .page("") },
        .form("/r/{package}/data") { _ in .page("") },
    ])

    @Test func `methods and variables of an address`() throws {
        #expect(table.match([])?.methods == [.get, .head])
        let found = try #require(table.match(["r", "a/b"]))
        #expect(found.variables == ["package": "a/b"])
    }

    @Test func `a fixed part goes before a variable`() {
        #expect(table.match(["r", "p", "data"])?.methods == [.get, .head, .post])
        #expect(table.match(["r", "p", "other"])?.variables == ["package": "p", "list": "other"])
    }

    @Test func `what is not listed is not found`() {
        #expect(table.match(["x"]) == nil)
        #expect(table.match(["r", "p", "data", "more"]) == nil)
    }
}
