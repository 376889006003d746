import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Own data is protected` {
    @Test(arguments: Hostile.texts)
    func `titles, file names, headers and cells come back as text`(text: String) async throws {
        let own = try OwnSite()
        let quoted = "\"\(text.replacing("\"", with: "\"\""))\""
        let table = Array("id,name_zh,\(quoted),basis\no.x,\(quoted),\(quoted),declared\no.y,,,\n".utf8)
        let name = text.replacing("\"", with: "'") + ".csv"
        let root = try await own.make(start: "small", title: text, file: (name, table))
        for language in ["zh", "en"] {
            #expect(Hostile.problems(try await own.visitor.get("\(root)/own?lang=\(language)")) == [])
        }
        _ = try await own.send(root, "mapping", ["t0": "organizations", "t0c2": "note", "t0r": text])
        #expect(Hostile.problems(try await own.visitor.get("\(root)/own")) == [])
        _ = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
        for path in [
            "", "/own", "/organizations", "/organizations/o.x", "/quality", "/data", "/studies/probe",
        ] {
            let reply = try await own.visitor.get(root + path)
            #expect(reply.status == 200, "\(path)")
            #expect(Hostile.problems(reply) == [], "\(path)")
        }
        #expect(Hostile.problems(try await own.visitor.get("/r/small/own")) == [])
        let refused = try await own.upload(root, (name, table), as: "table")
        #expect(refused.status == 422)
        #expect(Hostile.problems(refused) == [])
        #expect(Hostile.problems(try await own.upload(root, (name, table), as: text)) == [])
        #expect(
            Hostile.problems(
                try await own.upload(root, (name, Array("\(quoted),b\n\(quoted),x\n".utf8)), as: "matrix"))
                == [])
    }

    @Test func `a form without its token changes nothing`() async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small", file: ("organizations.csv", OwnSite.clean))
        let forms = ["mapping", "commit", "drop", "undo", "delete", "inputs/matrix/drop"]
        for form in forms {
            let reply = try await own.visitor.post(
                "\(root)/own/\(form)", form: ["version": "1", "sure": "yes", "accept": "yes"])
            #expect(reply.status == 403, "\(form)")
        }
        for path in ["/r/small/own", "\(root)/own/file"] {
            for token in ["", "x"] {
                let reply = try await own.visitor.post(
                    path, form: ["token": token], file: ("organizations.csv", OwnSite.clean))
                #expect(reply.status == 403, "\(path)")
            }
        }
        let token = try await own.token("\(root)/own")
        let foreign = try await own.visitor.post(
            "\(root)/own/file", form: ["token": token], file: ("a.csv", OwnSite.clean),
            headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(foreign.status == 403)
        #expect(own.store.ownPackages(of: own.visitor.cookies["jingwei-own"] ?? "").count == 1)
    }

    @Test func `forms and operations on own data find no other package`() async throws {
        let own = try OwnSite()
        let token = try await own.token("/r/small/own")
        for form in ["mapping", "commit", "drop", "undo", "delete", "inputs/matrix/drop"] {
            let reply = try await own.visitor.post(
                "/r/small/own/\(form)", form: ["token": token, "version": "1", "sure": "yes"])
            #expect(reply.status == 404, "\(form)")
        }
        let reply = try await own.visitor.post(
            "/r/small/own/file", form: ["token": token], file: ("a.csv", OwnSite.clean))
        #expect(reply.status == 404)
        for id in [
            "small", "own-\(String(repeating: "a", count: 32))", "..%2F..%2Fetc", "own-..%2Fjingwei.sqlite",
        ] {
            #expect(try await own.visitor.get("/api/v1/own/\(id)").status == 404, "\(id)")
            #expect(try await own.visitor.send(.delete, "/api/v1/own/\(id)").status == 404, "\(id)")
            #expect(try await own.visitor.get("/r/\(id)/own/download").status == 404, "\(id)")
        }
    }

    @Test(arguments: ["../../etc/passwd", "..\\..\\jingwei.sqlite", "/etc/passwd", "own/../../x.csv"])
    func `a file's name leads nowhere`(name: String) async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small", file: (name, OwnSite.clean))
        _ = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
        let files = try FileManager.default.subpathsOfDirectory(atPath: own.folder)
        let names = Set(files.map { $0.split(separator: "/").last.map(String.init) ?? "" })
        #expect(!names.contains("passwd") && !names.contains("x.csv"))
        #expect(files.filter { $0.hasSuffix(".sqlite") } == ["jingwei.sqlite"])
    }

    @Test func `what is too large is refused before it is read, and nothing is kept`() async throws {
        let own = try OwnSite { $0.uploadBytes = 10_000 }
        let token = try await own.token("/r/small/own")
        let large = [UInt8](repeating: 0x61, count: 80_000)
        let reply = try await own.visitor.post(
            "/r/small/own", form: ["token": token], file: ("a.csv", large))
        #expect(reply.status == 413)
        let lying = try await own.visitor.send(
            .post, "/r/small/own",
            headers: ["Content-Type": "multipart/form-data; boundary=b", "Content-Length": "99999999"])
        #expect(lying.status == 413)
        #expect(own.visitor.cookies["jingwei-own"] == nil)
    }

    @Test func `bombs and files that are none are findings, and nothing is written`() async throws {
        let own = try OwnSite()
        let zeros = [UInt8](repeating: 0x30, count: 8 << 20)
        let bomb = try ZipFile.bytes([("organizations.csv", zeros)])
        #expect(bomb.count < 100_000)
        let cases: [(String, [UInt8])] = [
            ("bomb.zip", bomb), ("bomb.xlsx", bomb), ("cut.zip", Array(bomb.prefix(bomb.count / 2))),
            ("none.zip", Array("no zip".utf8)), ("none.xlsx", [0x50, 0x4B, 3, 4]), ("old.xls", [1, 2, 3]),
            ("program.exe", [0x4D, 0x5A]), ("zero.csv", [0, 0, 0, 0]), ("empty.csv", []),
            ("wide.csv", Array((String(repeating: "a,", count: 5_000) + "a\n").utf8)),
        ]
        for (name, bytes) in cases {
            let root = try await own.make(start: "small", file: (name, bytes))
            let page = try await own.visitor.get("\(root)/own?lang=en")
            #expect(page.status == 200, "\(name)")
            #expect(page.text.contains("error"), "\(name)")
            _ = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
            let package = try await own.package(root)
            #expect(package.model.recordCount == 2, "\(name)")
            for kind in ["matrix", "table", "network"] {
                #expect(try await own.upload(root, (name, bytes), as: kind).status == 422, "\(name) \(kind)")
            }
            _ = try await own.send(root, "delete", ["sure": "yes"])
        }
    }

    @Test func `a client that writes too often is told to wait`() async throws {
        let own = try OwnSite(client: "192.0.2.7") {
            $0.writeBurst = 3
            $0.writesPerSecond = 0.001
        }
        var statuses: [Int] = []
        for _ in 0..<5 {
            statuses.append(try await own.visitor.post("/api/v1/own", json: "{}").status)
        }
        #expect(statuses == [201, 201, 201, 429, 429])
        #expect(try await own.visitor.get("/r/small").status == 200)
    }

    @Test func `every write leaves a line in the audit chain`() async throws {
        let own = try OwnSite()
        let root = try await own.make(start: "small", file: ("organizations.csv", OwnSite.clean))
        _ = try await own.send(root, "mapping", ["t0": "organizations"])
        _ = try await own.send(root, "commit", ["version": "1", "accept": "yes"])
        _ = try await own.upload(root, ("m.csv", Array("region,a,b\nX,1,2\nY,3,4\n".utf8)), as: "matrix")
        _ = try await own.send(root, "inputs/matrix/drop")
        _ = try await own.send(root, "undo", ["version": "2"])
        _ = try await own.send(root, "delete", ["sure": "yes"])
        #expect(
            try own.store.auditLines().map(\.act).reversed() == [
                "own.create", "own.draft", "own.draft", "own.import", "own.input", "own.input.drop",
                "own.undo",
                "own.delete",
            ])
        #expect(try own.store.firstBrokenAuditLine() == nil)
        #expect(try own.store.auditLines().allSatisfy { !"\($0)".contains(root.dropFirst(7)) })
    }

    @Test func `the private cookie is out of scripts' reach and lasts`() async throws {
        let own = try OwnSite()
        let token = try await own.token("/r/small/own")
        let reply = try await own.visitor.post("/r/small/own", form: ["token": token], file: nil)
        let cookie = try #require(reply.cookies["jingwei-own"])
        #expect(PrivateToken.isWellFormed(cookie.value))
        #expect(Set(cookie.attributes).isSuperset(of: ["HttpOnly", "SameSite=Lax", "Path=/"]))
        for text in ["x", "' OR 1=1", String(repeating: "0", count: 33)] {
            let page = try await own.visitor.fresh().get(
                "/r/small/own", headers: ["Cookie": "jingwei-own=\(text)"])
            #expect(page.status == 200)
        }
    }
}
