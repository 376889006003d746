import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `The same question has the same answer` {
    private let visitor = TestSites.visitor.fresh()

    @Test(arguments: StudyCatalogue.all.map(\.id))
    func `in the API, in a file of the page, and on the command line`(id: String) async throws {
        for package in TestSites.shipped {
            let study = try #require(StudyCatalogue.study(id))
            // What `jingwei run` does for --format json.
            guard let input = try? StudyInput.prepared(for: study.description, model: package.model) else {
                continue
            }
            let report = try? study.report(on: input)
            let asked = try await visitor.get("/api/v1/packages/\(package.id)/studies/\(id)/report")
            guard let report else {
                #expect(asked.status == 422)
                continue
            }
            let bytes = try ReportRenderer.render(
                report, as: .json, language: .en, sources: SourceDirectory(input.model))
            let command = JSONValue(text: String(decoding: bytes, as: UTF8.self))
            #expect(asked.status == 200)
            #expect(asked.json["result"] == command["result"], "\(package.id)")
            for (key, value) in command.members.sorted(by: { $0.key < $1.key }) {
                #expect(asked.json[key] == value, "\(package.id) \(key)")
            }
            let address = try RunRequest(study: study, model: package.model).address
            let file = try await visitor.get("/r/\(package.id)/runs/\(address)/report?format=json")
            // As a plain truth value: a difference of long files is never worth drawing.
            let isSame = file.bytes == bytes
            #expect(isSame, "\(package.id)")
        }
    }

    @Test func `an address is a question: the page of the run shows the answer of the study's page`()
        async throws
    {
        let study = try await visitor.get("/r/\(TestSites.region)/studies/clusters?lang=en")
        let link = try #require(PageReading(study.text).links.first { $0.contains("/runs/") })
        let path = link.split(separator: "/").prefix(4).map { "/" + $0 }.joined()
        let run = try await visitor.get("\(path)?lang=en")
        #expect(run.status == 200)
        #expect(PageReading(run.text).text(of: "h1") == PageReading(study.text).text(of: "h1"))
    }

    @Test func `a run is not shown under another package`() async throws {
        let study = try #require(StudyCatalogue.study("overview"))
        let package = try #require(TestSites.shipped.first { $0.id == TestSites.region })
        let address = try RunRequest(study: study, model: package.model).address
        #expect(
            try await visitor.get("/api/v1/packages/\(TestSites.region)/studies/overview/report").status
                == 200)
        #expect(try await visitor.get("/r/\(TestSites.region)/runs/\(address)").status == 200)
        for path in [
            "/r/six-clusters/runs/\(address)", "/r/six-clusters/runs/\(address)/report",
            "/r/six-clusters/runs/\(address)/events", "/api/v1/packages/six-clusters/runs/\(address)",
        ] {
            #expect(try await visitor.get(path).status == 404)
        }
    }

    @Test func `a run is found again by its address after the store is opened again`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var addresses: [String] = []
        for round in 1...2 {
            let gate = Gate(open: true)
            let store = try Store(folder: folder)
            let site = TestSites.small(
                studies: [ProbeStudy(gate)], store: store, limits: { $0.pageWait = .seconds(30) })
            let visitor = Visitor(site)
            if round == 1 {
                let started = try await visitor.post(
                    "/api/v1/packages/small/runs",
                    json: "{\"study\": \"probe\", \"parameters\": {\"word\": \"kept\"}}")
                addresses.append(try #require(started.json["address"]?.string))
                _ = await site.settled(addresses[0], within: .seconds(30))
            }
            let page = try await visitor.get("/r/small/runs/\(addresses[0])?lang=en")
            #expect(page.status == 200)
            #expect(page.text.contains("The word is kept."))
            #expect(
                try await visitor.get("/api/v1/packages/small/runs/\(addresses[0])").json["state"]
                    == .string("done"))
            #expect(try await visitor.get("/r/small/studies/probe?word=kept").status == 200)
            #expect(gate.entered == (round == 1 ? 1 : 0))
            site.queue.close()
            try store.close()
        }
    }

    @Test func `a scenario changes the address and is named in the answer`() async throws {
        let root = "/api/v1/packages/\(TestSites.region)/runs"
        let plain = try await visitor.post(root, json: "{\"study\": \"overview\"}")
        let changed = try await visitor.post(
            root,
            json:
                "{\"study\": \"overview\", \"scenario\": {\"title\": \"Without GWM\", \"changes\": [{\"remove\": \"o.gwm\"}]}}"
        )
        #expect(changed.status == 202)
        let address = try #require(changed.json["address"]?.string)
        #expect(plain.json["address"] != .string(address))
        _ = await TestSites.site.settled(address, within: .seconds(60))
        let report = try await visitor.get("\(root)/\(address)/report").json
        #expect(report["scenario"] == .string("Without GWM"))
        let page = try await visitor.get("/r/\(TestSites.region)/runs/\(address)?lang=en")
        #expect(page.text.contains("Without GWM"))
    }
}
