import Foundation
import HTTPTypes
import Reporting
import Studies
import Synchronization
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `A run that takes long` {
    private let gate = Gate()
    private let site: Site
    private let visitor: Visitor

    init() {
        site = TestSites.small(studies: [ProbeStudy(gate)])
        visitor = Visitor(site)
    }

    /// Asks, and returns the address of the run's page.
    private func ask(_ word: String = "x") async throws -> String {
        let reply = try await visitor.get("/r/small/studies/probe?word=\(word)&lang=en")
        #expect(reply.status == 303)
        let gate = gate
        #expect(await until { gate.entered > 0 })
        let location = try #require(reply.headers[.location])
        #expect(location.hasSuffix("?lang=en"))
        return String(location.prefix { $0 != "?" })
    }

    private func token(_ page: Reply) -> String {
        PageReading(page.text).tags.first { $0.name == "input" && $0.attributes["name"] == "token" }?
            .attributes["value"] ?? ""
    }

    @Test func `shows its progress, loads itself again without script, and then the answer`() async throws {
        let path = try await ask()
        let site = site
        let address = path.split(separator: "/").last.map(String.init) ?? ""
        #expect(
            await until { if case .working(0.5, _)? = site.queue.state(of: address) { true } else { false } })
        let page = try await visitor.get(path)
        #expect(page.status == 202)
        let reading = PageReading(page.text)
        #expect(reading.problems == [])
        #expect(reading.tags.first { $0.name == "progress" }?.attributes["value"] == "0.5")
        #expect(page.text.contains("half &lt;way&gt;"))
        let refresh = reading.tags.first { $0.name == "meta" && $0.attributes["http-equiv"] == "refresh" }
        #expect(refresh?.attributes["content"] == "5")
        gate.open()
        #expect(await site.settled(address, within: .seconds(30))?.isFinal == true)
        let answer = try await visitor.get(path)
        #expect(answer.status == 200)
        #expect(answer.text.contains("The word is x."))
        site.queue.close()
    }

    @Test func `is cancelled from the page without script, says so, and can be asked again`() async throws {
        let path = try await ask("a b")
        let page = try await visitor.get(path)
        let form = PageReading(page.text).tags.first {
            $0.name == "form" && $0.attributes["method"] == "post"
        }
        #expect(form?.attributes["action"] == "\(path)/cancel")
        let reply = try await visitor.post("\(path)/cancel", form: ["token": token(page)])
        #expect(reply.status == 303)
        #expect(reply.headers[.location] == path)
        let after = try await visitor.get(path)
        #expect(after.status == 410)
        let again = try #require(PageReading(after.text).links.first { $0.contains("/studies/probe?") })
        #expect(again == "/r/small/studies/probe?word=a%20b")
        gate.open()
        let second = try await visitor.get(again)
        #expect(second.status == 303 || second.status == 200)
        let address = path.split(separator: "/").last.map(String.init) ?? ""
        let state = await site.settled(address, within: .seconds(30))
        #expect(state.map { if case .done = $0 { true } else { false } } == true)
        site.queue.close()
    }

    @Test func `tells its progress as events that end with the answer`() async throws {
        let path = try await ask()
        let (gate, site) = (gate, site)
        let reply = try await visitor.send(.get, "\(path)/events") { text in
            if text.contains("event: progress"), text.contains(": still here") { gate.open() }
            return false
        }
        #expect(reply.type == "text/event-stream")
        #expect(reply.headers[.cacheControl] == "no-store")
        let lines = reply.text.components(separatedBy: "\n")
        let steps = lines.filter { $0.hasPrefix("data: {\"fraction\"") }
        #expect(steps.contains("data: {\"fraction\":0.5,\"step\":\"half <way>\"}"))
        #expect(reply.text.hasSuffix("event: end\ndata: {}\n\n"))
        #expect(await until { site.queue.listeners == 0 })
        site.queue.close()
    }

    @Test func `a run that waits says how many are before it`() async throws {
        let single = RunQueue(width: 1, now: { 0 })
        let site = TestSites.small(studies: [ProbeStudy(gate)], queue: single)
        let visitor = Visitor(site)
        _ = try await visitor.get("/r/small/studies/probe?word=1")
        let gate = gate
        #expect(await until { gate.entered == 1 })
        let second = try await visitor.get("/r/small/studies/probe?word=2&lang=en")
        let path = try #require(second.headers[.location])
        #expect(try await visitor.get(path).text.contains("waiting, 0 before it"))
        let address = path.split(separator: "/").last?.prefix { $0 != "?" } ?? ""
        let run = try await visitor.get("/api/v1/packages/small/runs/\(address)").json
        #expect(run["state"] == .string("waiting"))
        #expect(run["ahead"] == .integer(0))
        single.close()
    }

    @Test func `a reader who goes away is no longer told`() async throws {
        let path = try await ask()
        let site = site
        let reply = try await visitor.send(.get, "\(path)/events") { $0.contains(": still here") }
        #expect(!reply.text.contains("event: end"))
        #expect(await until { site.queue.listeners == 0 })
        site.queue.close()
    }

    @Test func `a head of its events begins nothing`() async throws {
        let path = try await ask()
        let reply = try await visitor.send(.head, "\(path)/events")
        #expect(reply.status == 200)
        #expect(reply.bytes.isEmpty)
        #expect(site.queue.listeners == 0)
        site.queue.close()
    }

    @Test func `in the API it goes on behind its address, has no report yet, and can be stopped`()
        async throws
    {
        let asked = try await visitor.get("/api/v1/packages/small/studies/probe/report?word=x&lang=en")
        #expect(asked.status == 202)
        let path = try #require(asked.headers[.location])
        let gate = gate
        #expect(await until { gate.entered == 1 })
        let run = try await visitor.get(path)
        #expect(run.json["state"] == .string("working"))
        #expect(run.json["study"] == .string("probe"))
        let early = try await visitor.get("\(path)/report")
        #expect(early.status == 409)
        #expect(early.headers[.retryAfter] == "5")
        let stopped = try await visitor.send(.post, "\(path)/cancel")
        #expect(stopped.status == 200)
        #expect(stopped.json["state"] == .string("cancelled"))
        #expect(try await visitor.get("\(path)/report").status == 410)
        #expect(try await visitor.send(.post, "/api/v1/packages/small/runs/x/cancel").status == 404)
        site.queue.close()
    }

    @Test func `too many of them are refused with the time to wait`() async throws {
        let queue = RunQueue(width: 1, waitingLimit: 1, now: { 0 })
        let site = TestSites.small(studies: [ProbeStudy(gate)], queue: queue)
        let visitor = Visitor(site)
        _ = try await visitor.get("/r/small/studies/probe?word=1")
        let gate = gate
        #expect(await until { gate.entered == 1 })
        _ = try await visitor.get("/r/small/studies/probe?word=2")
        let page = try await visitor.get("/r/small/studies/probe?word=3")
        #expect(page.status == 503)
        #expect(page.headers[.retryAfter] == "60")
        #expect(PageReading(page.text).problems == [])
        let problem = try await visitor.get("/api/v1/packages/small/studies/probe/report?word=3")
        #expect(problem.status == 503)
        #expect(problem.json["type"] == .string("urn:jingwei:problem:busy"))
        queue.close()
    }

    @Test func `a site that stops ends the streams of its readers`() async throws {
        let path = try await ask()
        let site = site
        let reply = try await visitor.send(.get, "\(path)/events") { text in
            if text.contains("event: progress") { site.queue.close() }
            return false
        }
        #expect(reply.text.hasSuffix("event: end\ndata: {}\n\n"))
    }
}
