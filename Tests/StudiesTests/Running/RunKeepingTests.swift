import Ecosystem
import Reporting
import Studies
import Synchronization
import Testing

private struct OwnFault: Error {}

@Suite(.timeLimit(.minutes(10)))
struct `Answers that are kept` {
    @Test func `an archived answer is given without running again`() async throws {
        let archive = MemoryArchive()
        let study = ProbeStudy()
        let first = RunQueue(width: 1, archive: archive)
        let address = try first.submit(study.asking("a"))
        #expect(await first.end(of: address)?.word == "done")
        first.close()
        let second = RunQueue(width: 1, archive: archive)
        defer { second.close() }
        #expect(try second.submit(study.asking("a")) == address)
        guard case .done(let report)? = second.state(of: address) else {
            Issue.record("the answer is not found")
            return
        }
        #expect(report.answer.en == "a")
        #expect(second.question(of: address)?.parameters == ["word": "a"])
        #expect(study.runs.value == 1)
    }

    @Test func `a partial answer is given to who asked, kept nowhere, and computed again`() async throws {
        let archive = MemoryArchive()
        let study = ProbeStudy(isPartial: true)
        let queue = RunQueue(width: 1, archive: archive)
        defer { queue.close() }
        for expected in 1...2 {
            let address = try queue.submit(study.asking("a"))
            #expect(await queue.end(of: address)?.word == "done")
            #expect(study.runs.value == expected)
        }
        #expect(archive.addresses.isEmpty)
    }

    @Test func `only so many answers stay in memory; without an archive the oldest is gone`() async throws {
        let study = ProbeStudy()
        let queue = RunQueue(width: 1, kept: 2)
        defer { queue.close() }
        var addresses: [String] = []
        for word in ["a", "b", "c"] {
            addresses.append(try queue.submit(study.asking(word)))
            _ = await queue.end(of: addresses[addresses.count - 1])
        }
        #expect(addresses.map { queue.state(of: $0)?.word } == [nil, "done", "done"])
    }

    @Test func `a quick answer is computed on the spot, kept, and shared`() throws {
        let archive = MemoryArchive()
        let study = ProbeStudy()
        let queue = RunQueue(width: 1, archive: archive)
        defer { queue.close() }
        let request = try study.asking("a")
        #expect(try queue.answer(request).answer.en == "a")
        #expect(queue.state(of: request.address)?.word == "done")
        #expect(try queue.submit(request) == request.address)
        #expect(archive.addresses == [request.address])
        #expect(study.runs.value == 1)
    }

    @Test func `a question that cannot be asked fails the same for all`() async throws {
        let problem = StudyProblem(Localized("nothing to count", "无可计数"), parameter: "word")
        let study = ProbeStudy { _ in throw problem }
        let queue = RunQueue(width: 1)
        defer { queue.close() }
        for _ in 0..<2 {
            let address = try queue.submit(study.asking("a"))
            guard case .failed(let found)? = await queue.end(of: address) else {
                Issue.record("it did not fail")
                return
            }
            #expect(found == problem)
        }
        #expect(study.runs.value == 1)
    }

    @Test func `a fault of the study is told to the operator, not to readers, and may be tried again`()
        async throws
    {
        let told = Mutex<[String]>([])
        let study = ProbeStudy { _ in throw OwnFault() }
        let queue = RunQueue(width: 1) { question, error in
            told.withLock { $0.append("\(question.study) \(question.package): \(error)") }
        }
        defer { queue.close() }
        for _ in 0..<2 {
            let address = try queue.submit(study.asking("a"))
            #expect(await queue.end(of: address)?.word == "broken")
        }
        #expect(told.withLock { $0 } == Array(repeating: "probe probe-package: OwnFault()", count: 2))
    }
}

struct `Permanent addresses` {
    private let study = ProbeStudy()

    @Test func `the same question has the same address, whoever asks`() throws {
        let address = try study.asking("a").address
        #expect(address == (try ProbeStudy().asking("a").address))
        #expect(address.count == 24)
        #expect(address.allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test func `parameter, package, scenario and seed each change the address`() throws {
        let addresses = [
            try study.asking("a"), try study.asking("b"), try study.asking("a", of: "other"),
            try study.asking("a", scenario: Scenario(title: "")),
            try study.asking("a", scenario: Scenario(title: "none")),
            try study.asking("a", scenario: Scenario(title: "x")),
            try study.asking("a", scenario: Scenario(title: "x", seed: 0)),
            try study.asking("a", scenario: Scenario(title: "x", seed: 1)),
            try study.asking("a", scenario: Scenario(title: "x\nseed 1")),
        ].map(\.address)
        #expect(Set(addresses).count == addresses.count)
    }

    @Test func `a question can be told from its request and from its report`() throws {
        let request = try study.asking("a", scenario: Scenario(title: "x"))
        let report = try request.study.report(on: request.input)
        #expect(RunQuestion(request) == RunQuestion(report))
        #expect(RunQuestion(request).scenario == "x")
    }
}
