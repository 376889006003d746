import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct OwnOperationTests {
    /// What this suite asks, so that the suite of all operations need not.
    static let operations: Set<String> = [
        "createOwnPackage", "getOwnPackage", "deleteOwnPackage", "importTables", "supplyInput", "dropInput",
        "undoImport", "downloadOwnPackage",
    ]

    private let own: OwnSite
    private let visitor: Visitor

    init() throws {
        own = try OwnSite(studies: [TakingStudy(kind: .matrix)])
        visitor = own.visitor
    }

    /// Checks that an answer is one that the operation describes; returns its body as data.
    @discardableResult
    private func expect(_ reply: Reply, of operation: String, status: Int) async throws -> JSONValue {
        let document = try await visitor.get("/api/v1/openapi.json").json
        #expect(reply.status == status, "\(operation): \(reply.text.prefix(300))")
        let described = try #require(OperationReading(document).operation(operation))
        let response = try #require(
            described["responses"]?["\(reply.status)"], "\(operation) \(reply.status)")
        let contents = response["content"]?.members ?? [:]
        if let name = contents[reply.type]?["schema"]?["$ref"]?.string?.split(separator: "/").last {
            #expect(SchemaCheck(document).problems(of: reply.json, named: String(name)) == [])
        }
        return reply.json
    }

    private func make(_ body: String = #"{"title": "Mine", "start": "small"}"#) async throws -> String {
        let made = try await expect(
            visitor.post("/api/v1/own", json: body), of: "createOwnPackage", status: 201)
        return "/api/v1/own/" + (try #require(made["id"]?.string))
    }

    @Test func `every operation answers as described`() async throws {
        let path = try await make()
        let package = try await expect(visitor.get(path), of: "getOwnPackage", status: 200)
        #expect(package["records"] == .integer(2))
        #expect(package["title"]?["en"] == .string("Mine"))
        #expect(try await visitor.get(package["page"]?.string ?? "").status == 200)
        #expect(try await visitor.get(package["api"]?.string ?? "").status == 200)
        let preview = try await expect(
            visitor.post("\(path)/imports?lang=en", file: ("organizations.csv", OwnSite.clean)),
            of: "importTables", status: 200)
        #expect(preview["committed"] == .bool(false))
        #expect(preview["added"] == .integer(1))
        #expect(preview["changes"]?[0]?["row"] == .integer(2))
        let committed = try await expect(
            visitor.post(
                "\(path)/imports?commit=yes&acceptErrors=yes",
                file: ("organizations.csv", OwnSite.organizations)),
            of: "importTables", status: 200)
        #expect(committed["committed"] == .bool(true))
        #expect(committed["version"] == .integer(2))
        let changed = try await expect(visitor.get(path), of: "getOwnPackage", status: 200)
        #expect(changed["records"] == .integer(4))
        let zip = try await visitor.get("\(path)/download")
        #expect(zip.status == 200 && zip.type == "application/zip")
        let input = try await expect(
            visitor.post(
                "\(path)/inputs/matrix", file: ("m.csv", Array("region,a,b\nX,1,2\nY,3,4\n".utf8)),
                method: .put),
            of: "supplyInput", status: 200)
        #expect(input["kept"] == .bool(true))
        let refused = try await expect(
            visitor.post(
                "\(path)/inputs/matrix", file: ("m.csv", Array("region,a\nX,x\n".utf8)), method: .put),
            of: "supplyInput", status: 200)
        #expect(refused["kept"] == .bool(false))
        #expect(refused["findings"]?[0]?["row"] == .integer(2))
        let kept = try await visitor.get(path).json["inputs"]
        #expect(kept?[0]?["fingerprint"] == input["fingerprint"])
        #expect(try await visitor.send(.delete, "\(path)/inputs/matrix").status == 204)
        let back = try await expect(visitor.send(.post, "\(path)/undo"), of: "undoImport", status: 200)
        #expect(back["version"] == .integer(1))
        try await expect(visitor.send(.post, "\(path)/undo"), of: "undoImport", status: 409)
        #expect(try await visitor.send(.delete, path).status == 204)
        try await expect(visitor.get(path), of: "getOwnPackage", status: 404)
        try await expect(visitor.send(.delete, path), of: "deleteOwnPackage", status: 404)
    }

    @Test func `errors are not written unless they are accepted`() async throws {
        let path = try await make()
        let reply = try await visitor.post(
            "\(path)/imports?commit=yes&lang=en", file: ("organizations.csv", OwnSite.organizations))
        #expect(reply.json["committed"] == .bool(false))
        let finding = reply.json["findings"]?.list.first { $0["severity"] == .string("error") }
        #expect(finding?["row"] == .integer(3))
        #expect(finding?["column"] == .string("home_region"))
        #expect(try await visitor.get(path).json["version"] == .integer(1))
    }

    @Test func `a mapping says what columns are`() async throws {
        let path = try await make()
        let table = ("x.csv", Array("厂名\n丁厂\n".utf8))
        let mapped = try await visitor.post(
            "\(path)/imports",
            form: ["mapping": #"{"table": "organizations", "columns": {"厂名": "name_zh"}}"#], file: table)
        #expect(mapped.json["added"] == .integer(1))
        for mapping in ["{", "[]", #"{"table": "cars"}"#, #"{"leaveOut": 1}"#] {
            let reply = try await visitor.post("\(path)/imports", form: ["mapping": mapping], file: table)
            try await expect(reply, of: "importTables", status: 422)
        }
    }

    @Test(arguments: [
        ("", 400), ("[]", 400), (#"{"title": 1}"#, 400), (#"{"titel": ""}"#, 400), (#"{"start": null}"#, 400),
        (#"{"start": "nowhere"}"#, 422), (#"{"start": "../small"}"#, 422),
    ])
    func `a body that cannot be used is refused`(body: String, status: Int) async throws {
        try await expect(visitor.post("/api/v1/own", json: body), of: "createOwnPackage", status: status)
        let long = #"{"title": "\#(String(repeating: "x", count: 201))"}"#
        #expect(try await visitor.post("/api/v1/own", json: long).status == 400)
    }

    @Test func `forms that are none are refused`() async throws {
        let path = try await make()
        #expect(try await visitor.post("\(path)/imports", json: "{}").status == 415)
        #expect(try await visitor.post("\(path)/imports", file: nil).status == 422)
        #expect(
            try await visitor.post("\(path)/imports", form: ["other": "x"], file: ("a.csv", OwnSite.clean))
                .status
                == 400)
        #expect(
            try await visitor.post("\(path)/inputs/cars", file: ("a.csv", []), method: .put).status == 404)
        #expect(try await visitor.get("\(path)/imports").status == 405)
    }
}
