import Ecosystem
import Reporting
import Testing

@testable import Web

@Suite struct `The operation searchRecords` {
    private let root = "/api/v1/packages/\(TestSites.region)/search"
    private let visitor = TestSites.visitor.fresh()

    private func search(_ items: [(String, String)]) async throws -> Reply {
        try await visitor.get(WebAddress.path(root, query: items))
    }

    @Test func `answers as its description says`() async throws {
        let document = try await visitor.get("/api/v1/openapi.json").json
        let check = SchemaCheck(document)
        let operation = document["paths"]?["/api/v1/packages/{package}/search"]?["get"]
        #expect(operation?["operationId"]?.string == "searchRecords")
        let examples =
            operation?["parameters"]?.list.first { $0["name"]?.string == "q" }?["schema"]?["examples"]?.list
            ?? []
        #expect(examples.count == 4)
        for query in examples.compactMap(\.string) + ["", "tianjn park", "zzzzqqqq", "\"*"] {
            let reply = try await search([("q", query)])
            #expect(reply.status == 200 && reply.type == "application/json")
            #expect(check.problems(of: reply.json, named: "SearchResults").isEmpty, "\(query)")
        }
        for query in examples.compactMap(\.string) {
            #expect((try await search([("q", query)]).json["total"]?.whole ?? 0) > 0, "\(query)")
        }
    }

    @Test func `finds the same as the page, best first, as many of a kind as asked`() async throws {
        let value = try await search([("q", "天津港"), ("limit", "2")]).json
        let groups = value["groups"]?.list ?? []
        #expect(value["total"]?.whole == groups.reduce(0) { $0 + ($1["count"]?.whole ?? 0) })
        #expect(value["query"]?.string == "天津港" && value["didYouMean"] == .null)
        for group in groups {
            let results = group["results"]?.list ?? []
            #expect(results.count == min(2, group["count"]?.whole ?? 0))
            #expect(results.allSatisfy { $0["kind"] == group["kind"] })
        }
        let first = groups.first?["results"]?.list.first
        #expect(first?["id"]?.string == "o.tjport" && first?["name"]?["zh"]?.string == "天津港")
        let one = try await search([("q", "天津港"), ("kind", "park")]).json
        #expect(one["groups"]?.list.count == 1 && one["groups"]?.list.first?["kind"]?.string == "park")
    }

    @Test func `names what was meant`() async throws {
        #expect(try await search([("q", "Beijng Hyundai")]).json["didYouMean"]?.string == "Beijing Hyundai")
    }

    @Test func `refuses what it cannot use and names it`() async throws {
        let wrong: [(String, String)] = [
            ("q", String(repeating: "a", count: 201)), ("kind", "planet"), ("limit", "0"), ("limit", "201"),
            ("limit", "x"),
        ]
        for (name, value) in wrong {
            let reply = try await search([(name, value)])
            #expect(reply.status == 422 && reply.type == "application/problem+json")
            #expect(reply.json["errors"]?.list.first?["parameter"]?.string == name)
        }
        #expect(try await visitor.get("/api/v1/packages/nowhere/search?q=a").status == 404)
    }
}
