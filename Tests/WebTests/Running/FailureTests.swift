import Ecosystem
import HTTPTypes
import Logging
import Reporting
import Studies
import Synchronization
import Testing

@testable import Web

/// Lines that the program logs.
private final class LogLines: LogHandler, Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    var metadata: Logger.Metadata {
        get { [:] }
        set { _ = newValue }
    }
    var logLevel: Logger.Level {
        get { .trace }
        set { _ = newValue }
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set { _ = newValue }
    }
    func log(event: LogEvent) { kept.withLock { $0.append("\(event.level) \(event.message)") } }
}

private struct SecretFault: Error { let path = "secret-place" }

@Suite(.timeLimit(.minutes(10)))
struct `Failures` {
    @Test func `a study that fails is told to the operator, readers learn no details`() async throws {
        let lines = LogLines()
        let site = Site(
            packages: [ServedPackage(model: SmallPackage.model())],
            studies: [ProbeStudy(fault: SecretFault())], limits: TestSites.patient,
            logger: Logger(label: "test") { _ in lines })
        let visitor = Visitor(site)
        let page = try await visitor.get("/r/small/studies/probe")
        #expect(page.status == 500)
        #expect(PageReading(page.text).problems == [])
        let asked = try await visitor.get("/api/v1/packages/small/studies/probe/report")
        #expect(asked.status == 500)
        #expect(asked.json["type"] == .string("urn:jingwei:problem:failure"))
        let started = try await visitor.post("/api/v1/packages/small/runs", json: "{\"study\": \"probe\"}")
        let path = try #require(started.headers[.location])
        _ = await site.settled(started.json["address"]?.string ?? "", within: .seconds(30))
        let run = try await visitor.get(path)
        #expect(run.status == 200)
        #expect(run.json["state"] == .string("failed"))
        for reply in [page, asked, run] {
            #expect(!reply.text.contains("Secret") && !reply.text.contains("secret"))
        }
        #expect(lines.lines.contains { $0.hasPrefix("error study probe on small failed: SecretFault") })
        site.queue.close()
    }

    @Test func `a question that cannot be answered is the asker's, not a failure`() async throws {
        let problem = StudyProblem(Localized("nothing to count", "无可计数"), parameter: "word")
        let site = Site(
            packages: [ServedPackage(model: SmallPackage.model())], studies: [ProbeStudy(fault: problem)],
            limits: TestSites.patient)
        let visitor = Visitor(site)
        let page = try await visitor.get("/r/small/studies/probe?lang=en")
        #expect(page.status == 422)
        #expect(page.text.contains("nothing to count"))
        let asked = try await visitor.get("/api/v1/packages/small/studies/probe/report?lang=en")
        #expect(asked.status == 422)
        #expect(asked.json["errors"]?[0]?["parameter"] == .string("word"))
        let started = try await visitor.post("/api/v1/packages/small/runs", json: "{\"study\": \"probe\"}")
        let path = try #require(started.headers[.location])
        let run = try await visitor.get("\(path)?lang=en")
        #expect(run.json["state"] == .string("failed"))
        #expect(run.json["errors"]?[0]?["detail"] == .string("nothing to count"))
        site.queue.close()
    }

    @Test func `a file that cannot be made is told without the reason of the machine`() async throws {
        let lines = LogLines()
        let files = ReportFiles(waitingLimit: 1, logger: Logger(label: "test") { _ in lines }) { _, _, _, _ in
            throw PDFProblem.failed(code: 1, output: "secret-place")
        }
        let report = Report(
            study: "probe", version: "1", title: Localized(same: ""), answer: Localized(same: ""),
            package: PackageStamp(id: "p", title: Localized(same: ""), version: "", fingerprint: ""),
            result: .null, blocks: [])
        let problem = await #expect(throws: WebProblem.self) {
            try await files.render(report, as: .pdf, language: .en, sources: SourceDirectory())
        }
        #expect(problem?.status == .serviceUnavailable)
        #expect(problem?.details.contains { $0.message.en.contains("secret") } == false)
        #expect(lines.lines.contains { $0.contains("secret-place") })
    }
}
