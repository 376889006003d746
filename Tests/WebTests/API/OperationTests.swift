import DataPackages
import HTTPTypes
import Reporting
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Operations of the API` {
    private static let root = "/api/v1/packages"
    private let visitor = TestSites.visitor.fresh()

    /// Checks that an answer is one that the operation describes; returns its body as data.
    @discardableResult
    private func expect(_ reply: Reply, of operation: String, status: Int) async throws -> JSONValue {
        let document = try await TestSites.description.value
        #expect(reply.status == status, "\(operation): \(reply.text.prefix(300))")
        let described = try #require(OperationReading(document).operation(operation))
        let response = try #require(
            described["responses"]?["\(reply.status)"], "\(operation) \(reply.status)")
        let contents = response["content"]?.members ?? [:]
        let content = try #require(contents[reply.type], "\(operation) \(reply.status) \(reply.type)")
        if let name = content["schema"]?["$ref"]?.string?.split(separator: "/").last {
            let problems = SchemaCheck(document).problems(of: reply.json, named: String(name))
            #expect(problems == [], "\(operation) \(reply.status)")
        }
        for name in response["headers"]?.members.keys.sorted() ?? [] {
            let field = try #require(HTTPField.Name(name))
            #expect(reply.headers[field] != nil, "\(operation) \(reply.status) without \(name)")
        }
        return reply.json
    }

    @Test(arguments: [TestSites.region, TestSites.clusters])
    func `every operation answers as described`(package: String) async throws {
        var answered: Set<String> = []
        func get(_ operation: String, _ path: String, status: Int = 200) async throws -> JSONValue {
            answered.insert(operation)
            return try await expect(visitor.get(path), of: operation, status: status)
        }
        let root = "\(Self.root)/\(package)"
        #expect(try await get("listPackages", Self.root).list.count == 2)
        #expect(try await get("getPackage", root)["id"] == .string(package))
        for language in ["zh", "en"] {
            _ = try await get("listFindings", "\(root)/findings?lang=\(language)")
        }
        let studies = try await get("listStudies", "\(root)/studies").list.compactMap { $0["id"]?.string }
        #expect(studies == StudyCatalogue.all.map(\.id))
        for study in studies {
            #expect(try await get("getStudy", "\(root)/studies/\(study)")["id"] == .string(study))
            let reply = try await visitor.get("\(root)/studies/\(study)/report?lang=en")
            answered.insert("askStudy")
            if reply.status != 422 { try await expect(reply, of: "askStudy", status: 200) }
        }
        let started = try await visitor.post(
            "\(root)/runs", json: "{\"study\": \"overview\", \"parameters\": {}}")
        let run = try await expect(started, of: "startRun", status: 202)
        let path = try #require(started.headers[.location])
        #expect(path == "\(root)/runs/\(run["address"]?.string ?? "")")
        answered.insert("startRun")
        #expect(try await get("getRun", path)["state"] != nil)
        _ = await TestSites.site.settled(run["address"]?.string ?? "", within: .seconds(60))
        let stopped = try await visitor.send(.post, "\(path)/cancel")
        #expect(try await expect(stopped, of: "cancelRun", status: 200)["state"] == .string("done"))
        answered.insert("cancelRun")
        for format in ReportFormat.allCases where format != .pdf {
            let reply = try await visitor.get("\(path)/report?format=\(format.rawValue)&lang=en")
            try await expect(reply, of: "getRunReport", status: 200)
            #expect(reply.headers[.contentDisposition]?.hasSuffix(".en.\(format.fileExtension)\"") == true)
        }
        answered.insert("getRunReport")
        _ = try await get("getRunFile", "\(path)/files/none.json", status: 404)
        for kind in ["organization", "paragraph", "indicator"] {
            let page = try await get("listRecords", "\(root)/records?kind=\(kind)&limit=5&offset=1")
            for record in page["records"]?.list ?? [] {
                let id = record["id"]?.string ?? ""
                #expect(try await get("getRecord", "\(root)/records/\(id)")["id"] == .string(id))
            }
        }
        let map = try await visitor.get("\(root)/map.geojson")
        #expect(map.status == 200)
        answered.insert("getMap")
        for format in PackageFiles.formats {
            let file = try await visitor.get("\(root)/export?format=\(format.rawValue)")
            #expect(file.status == 200 && file.type == format.mediaType)
        }
        answered.insert("exportPackage")
        #expect(try await get("citePackage", "\(root)/citation")["package"] == .string(package))
        #expect(try await get("citeRun", "\(path)/citation")["study"] == .string("overview"))
        let address = run["address"]?.string ?? ""
        #expect(try await get("compareRuns", "\(path)/compare/\(address)")["same"] == .bool(true))
        let other = package == TestSites.region ? TestSites.clusters : TestSites.region
        let changes = try await get("listChanges", "\(root)/changes?against=\(other)&limit=5")
        #expect(changes["records"]?.list.count == 5)
        let scenario = try await visitor.post(
            "\(root)/scenario/check",
            json: "{\"title\": \"t\", \"changes\": [{\"remove\": \"x.none\"}, {\"remove\": \"o.faw\"}]}")
        let checked = try await expect(scenario, of: "checkScenario", status: 200)
        #expect(checked["problems"]?.list.compactMap { $0["change"]?.whole } == [1])
        answered.insert("checkScenario")
        let all = OperationReading(try await TestSites.description.value).names.filter {
            $0 != "searchRecords" && !OwnOperationTests.operations.contains($0)
        }
        #expect(Set(all).subtracting(answered) == [])
    }

    @Test func `a file that a study made has an address of its own, on the page and in the API`() async throws
    {
        let site = TestSites.small(studies: [ProbeStudy()])
        let own = Visitor(site)
        let started = try await own.post(
            "\(Self.root)/small/runs", json: "{\"study\": \"probe\", \"parameters\": {\"word\": \"a\"}}")
        let path = try #require(started.headers[.location])
        let address = try #require(path.split(separator: "/").last)
        _ = await site.settled(String(address), within: .seconds(600))
        let page = try await own.get("/r/small/runs/\(address)?lang=en")
        #expect(PageReading(page.text).links.contains("/r/small/runs/\(address)/files/word.json"))
        for root in ["/r/small/runs/\(address)", path] {
            let file = try await own.get("\(root)/files/word.json")
            #expect(file.status == 200 && file.type == "application/json" && file.text == "{}")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"word.json\"")
            #expect(try await own.get("\(root)/files/none.json").status == 404)
        }
        site.queue.close()
    }

    @Test(arguments: [
        "/api/v1/packages/six-clusters/records?kind=region&limit=1000",
        "/api/v1/packages/six-clusters/records",
    ])
    func `every record of a kind is as described`(path: String) async throws {
        for record in try await visitor.get(path).json["records"]?.list ?? [] {
            let id = WebAddress.encoded(record["id"]?.string ?? "")
            try await expect(
                visitor.get("\(Self.root)/six-clusters/records/\(id)"), of: "getRecord", status: 200)
        }
    }

    @Test func `lists are cut as asked and say how long they are`() async throws {
        let all = try await visitor.get("\(Self.root)/six-clusters/records?kind=region&limit=1000").json
        let total = try #require(all["total"]?.whole)
        #expect(all["records"]?.list.count == total)
        let page = try await visitor.get("\(Self.root)/six-clusters/records?kind=region&limit=2&offset=1")
            .json
        #expect(page["records"]?.list == Array((all["records"]?.list ?? [])[1..<3]))
        #expect(
            try await visitor.get("\(Self.root)/six-clusters/records?kind=region&offset=1000000000").json[
                "records"] == .array([]))
    }

    @Test(arguments: [
        ("listFindings", "/six-clusters/findings?lang=fr", 422, "lang"),
        ("listFindings", "/six-clusters/findings?lang=", 422, "lang"),
        ("listFindings", "/six-clusters/findings?lang=zh&lang=en", 422, "lang"),
        ("listRecords", "/six-clusters/records?kind=car", 422, "kind"),
        ("listRecords", "/six-clusters/records?limit=0", 422, "limit"),
        ("listRecords", "/six-clusters/records?limit=+5", 422, "limit"),
        ("listRecords", "/six-clusters/records?limit=1001", 422, "limit"),
        ("listRecords", "/six-clusters/records?offset=-1", 422, "offset"),
        ("listRecords", "/six-clusters/records?offset=99999999999999999999", 422, "offset"),
        ("askStudy", "/six-clusters/studies/overview/report?region=nowhere", 422, "region"),
        ("askStudy", "/six-clusters/studies/overview/report?region=", 422, "region"),
        ("askStudy", "/six-clusters/studies/overview/report?nothing=1", 422, "nothing"),
        ("askStudy", "/six-clusters/studies/overview/report?compare=nowhere", 422, "compare"),
        ("askStudy", "/six-clusters/studies/overview/report?format=pdf", 422, "format"),
    ])
    func `what is wrong with the query is named`(
        operation: String, path: String, status: Int, parameter: String
    ) async throws {
        let reply = try await visitor.get(Self.root + path)
        let problem = try await expect(reply, of: operation, status: status)
        #expect(problem["errors"]?[0]?["parameter"] == .string(parameter))
        #expect(problem["status"] == .integer(status))
    }

    @Test(arguments: [
        ("getPackage", "/nowhere"), ("listFindings", "/nowhere/findings"),
        ("listStudies", "/nowhere/studies"),
        ("getStudy", "/six-clusters/studies/nothing"), ("askStudy", "/six-clusters/studies/nothing/report"),
        ("askStudy", "/nowhere/studies/overview/report"),
        ("getRun", "/six-clusters/runs/0123456789abcdef01234567"),
        ("getRunReport", "/six-clusters/runs/0123456789abcdef01234567/report"),
        ("getRunFile", "/six-clusters/runs/0123456789abcdef01234567/files/a.json"),
        ("getRun", "/six-clusters/runs/x"),
        ("listRecords", "/nowhere/records"), ("getRecord", "/six-clusters/records/nothing"),
    ])
    func `what is not there is answered 404`(operation: String, path: String) async throws {
        let reply = try await visitor.get(Self.root + path)
        #expect(
            try await expect(reply, of: operation, status: 404)["type"]
                == .string("urn:jingwei:problem:not-found"))
    }

    @Test(arguments: [
        ("", 400), ("[]", 400), ("{}", 400), ("{\"study\": 1}", 400), ("{\"study\": \"overview\"", 400),
        ("{\"study\": \"overview\", \"parametrs\": {}}", 400),
        ("{\"study\": \"overview\", \"parameters\": []}", 400),
        ("{\"study\": \"overview\", \"parameters\": {\"region\": null}}", 400),
        ("{\"study\": \"overview\", \"parameters\": {\"region\": [\"r.cn\"]}}", 400),
        ("{\"study\": \"overview\", \"scenario\": 1}", 400),
        ("{\"study\": \"overview\", \"scenario\": {\"title\": 1}}", 400),
        ("{\"study\": \"overview\", \"scenario\": {\"changes\": [{}]}}", 400),
        ("{\"study\": \"overview\", \"scenario\": {\"changes\": [{\"add\": \"cars\", \"id\": \"x\"}]}}", 400),
        ("{\"study\": \"overview\", \"scenario\": {\"seed\": 9223372036854775808}}", 400),
        ("{\"study\": \"overview\", \"scenario\": {\"seed\": -1}}", 400),
        ("{\"study\": \"overview\", \"compare\": \"six-clusters\"}", 400),
        ("{\"study\": \"overview\", \"compare\": [1]}", 400),
        ("{\"study\": \"nothing\"}", 422), ("{\"study\": \"overview\", \"compare\": [\"nowhere\"]}", 422),
        ("{\"study\": \"overview\", \"parameters\": {\"region\": \"nowhere\"}}", 422),
        ("{\"study\": \"overview\", \"parameters\": {\"nothing\": 1.5}}", 422),
        ("{\"study\": \"overview\", \"scenario\": {\"changes\": [{\"remove\": \"nothing\"}]}}", 422),
        (
            "{\"study\": \"overview\", \"scenario\": {\"changes\": [{\"set\": \"r.cn\", \"field\": \"nothing\", \"value\": \"\"}]}}",
            422
        ),
    ])
    func `a body that cannot be used is refused with the reason`(body: String, status: Int) async throws {
        let reply = try await visitor.post("\(Self.root)/six-clusters/runs", json: body)
        let problem = try await expect(reply, of: "startRun", status: status)
        #expect(problem["errors"]?.list.isEmpty == false)
        #expect(problem["detail"]?.string?.isEmpty == false)
    }

    @Test func `a body nested without end is refused, not followed`() async throws {
        for depth in [500, 5000, 200_000] {
            let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            for body in [nested, "{\"study\": \"overview\", \"scenario\": \(nested)}"] {
                #expect(try await visitor.post("\(Self.root)/six-clusters/runs", json: body).status == 400)
            }
        }
    }

    @Test func `numbers and truth values are taken as parameters`() async throws {
        let site = TestSites.small(studies: [ProbeStudy()])
        let visitor = Visitor(site)
        for (value, word) in [("5", "5"), ("2.5", "2.5"), ("true", "yes"), ("\"a\"", "a")] {
            let reply = try await visitor.post(
                "/api/v1/packages/small/runs",
                json: "{\"study\": \"probe\", \"parameters\": {\"word\": \(value)}}")
            #expect(reply.status == 202)
            #expect(reply.json["parameters"]?["word"] == .string(word))
        }
        site.queue.close()
    }

    @Test func `packages are compared in a query as in a body`() async throws {
        let asked = try await visitor.get(
            "\(Self.root)/\(TestSites.region)/studies/overview/report?compare=\(TestSites.clusters)")
        #expect(asked.json["compared"]?[0]?["id"] == .string(TestSites.clusters))
        let started = try await visitor.post(
            "\(Self.root)/\(TestSites.region)/runs",
            json: "{\"study\": \"overview\", \"compare\": [\"\(TestSites.clusters)\"]}")
        let address = try #require(started.json["address"]?.string)
        _ = await TestSites.site.settled(address, within: .seconds(60))
        let report = try await visitor.get("\(Self.root)/\(TestSites.region)/runs/\(address)/report")
        #expect(report.json == asked.json)
    }
}
