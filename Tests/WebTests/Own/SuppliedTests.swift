import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Matrix, table and network of one's own` {
    private static let matrix = Array("region,cars,steel\nX,1,2\nY,3,4\n".utf8)
    private static func network() throws -> [UInt8] {
        try ZipFile.bytes([
            ("net/firms.csv", Array("id,sector\na,s1\nb,s2\n".utf8)),
            ("net/links.csv", Array("supplier,customer,value\na,b,1\n".utf8)),
        ])
    }
    private static func table() throws -> [UInt8] {
        try ZipFile.bytes([
            ("flows.csv", Array(",s1,s2\ns1,1,2\ns2,3,4\n".utf8)),
            ("final_demand.csv", Array(",households\ns1,5\ns2,6\n".utf8)),
        ])
    }

    @Test(arguments: ComputingInput.Kind.allCases)
    func `a study computes with the file that was uploaded`(kind: ComputingInput.Kind) async throws {
        let own = try OwnSite(studies: [TakingStudy(kind: kind)])
        let file: (String, [UInt8]) =
            switch kind {
            case .matrix: ("jobs.csv", Self.matrix)
            case .table: ("mine.zip", try Self.table())
            case .network: ("mine.zip", try Self.network())
            }
        let root = try await own.make(start: "small", file: file, as: kind.rawValue)
        let page = try await own.visitor.get("\(root)/own?lang=en")
        #expect(page.text.contains("\(root)/studies/taking?supplied=\(kind.rawValue)"))
        let name = kind == .matrix ? "jobs.csv" : "mine"
        for query in ["", "&supplied=\(kind.rawValue)"] {
            let answer = try await own.visitor.get("\(root)/studies/taking?lang=en\(query)")
            #expect(answer.text.contains("Given: \(name)."), "\(query)")
            #expect(PageReading(answer.text).problems == [])
        }
        #expect(
            try await own.visitor.get("\(root)/studies/taking?lang=en&supplied=none").text.contains(
                "Given: nothing."))
        let api = "/api/v1/packages\(root.dropFirst(2))"
        let report = try await own.visitor.get("\(api)/studies/taking/report")
        #expect(report.json["supplied"]?["name"] == .string(name))
        let started = try await own.visitor.post(
            "\(api)/runs", json: #"{"study": "taking", "supplied": "\#(kind.rawValue)"}"#)
        let address = try #require(started.json["address"]?.string)
        _ = await own.site.settled(address, within: .seconds(60))
        #expect(try await own.visitor.get("\(root)/runs/\(address)").status == 200)
        #expect(try await own.visitor.get("/r/small/runs/\(address)").status == 404)
        #expect(try await own.send(root, "inputs/\(kind.rawValue)/drop").status == 303)
        #expect(
            try await own.visitor.get("\(root)/studies/taking?lang=en").text.contains("Given: nothing."))
    }

    @Test func `what a folder says of its numbers is kept with them: made-up ones stay marked`() async throws
    {
        let own = try OwnSite(studies: [InterIndustry()])
        let file = try ZipFile.bytes([
            ("t/flows.csv", Array(",s1,s2\ns1,1,2\ns2,3,4\n".utf8)),
            ("t/final_demand.csv", Array(",households\ns1,5\ns2,6\n".utf8)),
            ("t/table.json", Array(#"{"basis": "synthetic", "unit": {"en": "shells", "zh": "贝"}}"#.utf8)),
        ])
        let root = try await own.make(start: "small", file: ("mine.zip", file), as: "table")
        let page = try await own.visitor.get("\(root)/studies/input-output?lang=en")
        #expect(page.text.contains("made up or estimated") && page.text.contains("shells"))
        let alone = try ZipFile.bytes([("table.json", Array("{}".utf8))])
        let token = try await own.token("/r/small/own")
        let refused = try await own.visitor.post(
            "/r/small/own?lang=en", form: ["token": token, "as": "table"], file: ("mine.zip", alone))
        #expect(refused.status == 422 && refused.text.contains("holds no CSV file"))
    }

    @Test func `a file with faults is refused with row and column, and makes no package`() async throws {
        let own = try OwnSite(studies: [TakingStudy(kind: .matrix)])
        let token = try await own.token("/r/small/own")
        let reply = try await own.visitor.post(
            "/r/small/own?lang=en", form: ["token": token, "as": "matrix"],
            file: ("jobs.csv", Array("region,cars\nX,1\nY,many\n".utf8)))
        #expect(reply.status == 422)
        #expect(reply.text.contains("jobs.csv:3:cars"))
        #expect(PageReading(reply.text).problems == [])
        #expect(own.visitor.cookies["jingwei-own"] == nil)
    }

    @Test func `what is not there cannot be asked for`() async throws {
        let own = try OwnSite(studies: [TakingStudy(kind: .matrix)])
        for word in ["matrix", "network", "<b>", "../x"] {
            let encoded = WebAddress.encoded(word)
            let reply = try await own.visitor.get("/r/small/studies/taking?supplied=\(encoded)")
            #expect(reply.status == 422, "\(word)")
            #expect(Hostile.problems(reply) == [], "\(word)")
            #expect(
                try await own.visitor.get("/api/v1/packages/small/studies/taking/report?supplied=\(encoded)")
                    .status == 422)
        }
        #expect(
            try await own.visitor.post(
                "/api/v1/packages/small/runs", json: #"{"study": "taking", "supplied": "matrix"}"#
            ).status == 422)
        #expect(
            try await own.visitor.post(
                "/api/v1/packages/small/runs", json: #"{"study": "taking", "supplied": 1}"#
            ).status == 400)
    }
}
