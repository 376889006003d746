import Dispatch
import Ecosystem
import Foundation
import Reporting
import Studies
import Synchronization
import Testing

/// A clock that moves when a test says so.
private final class Clock: Sendable {
    private let seconds = Mutex(0.0)
    var now: Double { seconds.withLock { $0 } }
    func add(_ more: Double) { seconds.withLock { $0 += more } }
}

@Suite(.timeLimit(.minutes(10)))
struct `Runs that take turns` {
    /// Works in small steps, a tenth of a second each by the clock, until something holds or it is told to stop.
    private static func work(
        _ input: StudyInput, _ clock: Clock, until holds: () -> Bool
    ) throws {
        for _ in 0..<300_000 where !holds() {
            clock.add(0.1)
            try input.progress.advance(to: 0.5, Localized("half", "一半"))
            Thread.sleep(forTimeInterval: 0.001)
        }
    }

    @Test func `a short question is answered while a long one works, which then goes on`() async throws {
        let clock = Clock()
        let (short, seen) = (Counter(), Counter())
        let study = ProbeStudy { input in
            if input.parameters.text("word") == "long" {
                try Self.work(input, clock) { short.value == 3 }
                if short.value == 3 { seen.add() }
            } else {
                short.add()
            }
        }
        let queue = RunQueue(width: 1, now: { clock.now })
        defer { queue.close() }
        let long = try queue.submit(study.asking("long"))
        #expect(await until { study.runs.value == 1 })
        for word in ["a", "b", "c"] {
            let address = try queue.submit(study.asking(word))
            #expect(await queue.end(of: address)?.word == "done")
        }
        #expect(await queue.end(of: long)?.word == "done")
        #expect(seen.value == 1)
    }

    @Test func `who gives way says so, rests with all its threads, and goes on`() async throws {
        let clock = Clock()
        let gate = Gate()
        let steps = Counter()
        let study = ProbeStudy { input in
            guard input.parameters.text("word") == "long" else { return try gate.pass(input) }
            let failed = Counter()
            DispatchQueue.concurrentPerform(iterations: 2) { _ in
                do {
                    try Self.work(input, clock) {
                        steps.add()
                        return gate.isPassable
                    }
                } catch { failed.add() }
            }
            if failed.value > 0 { throw StudyCancelled() }
        }
        let queue = RunQueue(width: 1, now: { clock.now })
        defer { queue.close() }
        let long = try queue.submit(study.asking("long"))
        #expect(await until { steps.value > 4 })
        let other = try queue.submit(study.asking("other"))
        #expect(await until { gate.entered.value == 1 })
        // Both threads come to rest; from then on nothing of the long run moves.
        var before = -1
        for _ in 0..<1_000 where before != steps.value {
            before = steps.value
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(before == steps.value)
        guard case .working(_, let step)? = queue.state(of: long) else {
            Issue.record("the long run is \(String(describing: queue.state(of: long)))")
            return
        }
        #expect(step.en.contains("gives way") && step.en.contains("half"))
        #expect(step.zh.contains("先行"))
        gate.open()
        #expect(await queue.end(of: other)?.word == "done")
        #expect(await queue.end(of: long)?.word == "done")
        #expect(steps.value > before)
    }

    @Test func `a run that rests can be cancelled and ends before its turn comes`() async throws {
        let clock = Clock()
        let gate = Gate()
        let ended = Counter()
        let study = ProbeStudy { input in
            guard input.parameters.text("word") == "long" else { return try gate.pass(input) }
            defer { ended.add() }
            try Self.work(input, clock) { false }
        }
        let queue = RunQueue(width: 1, now: { clock.now })
        defer { queue.close() }
        let long = try queue.submit(study.asking("long"))
        #expect(await until { study.runs.value == 1 })
        let other = try queue.submit(study.asking("other"))
        #expect(await until { gate.entered.value == 1 })
        queue.cancel(long)
        #expect(await queue.end(of: long)?.word == "cancelled")
        #expect(await until { ended.value == 1 })
        #expect(queue.state(of: other)?.word == "working")
        gate.open()
        #expect(await queue.end(of: other)?.word == "done")
    }

    @Test func `nobody gives way before the slice is used up`() async throws {
        let clock = Clock()
        let (steps, others) = (Counter(), Counter())
        let gate = Gate()
        let study = ProbeStudy { input in
            guard input.parameters.text("word") == "long" else { return others.add() }
            while !gate.isPassable {
                steps.add()
                try input.progress.advance(to: 0.5, Localized("half", "一半"))
                Thread.sleep(forTimeInterval: 0.001)
            }
        }
        let queue = RunQueue(width: 1, slice: .seconds(2), now: { clock.now })
        defer { queue.close() }
        let long = try queue.submit(study.asking("long"))
        #expect(await until { steps.value > 0 })
        let other = try queue.submit(study.asking("other"))
        clock.add(1.9)
        let before = steps.value
        #expect(await until { steps.value > before + 50 })
        #expect(others.value == 0)
        clock.add(0.2)
        #expect(await queue.end(of: other)?.word == "done")
        #expect(queue.state(of: long)?.word == "working")
        gate.open()
        #expect(await queue.end(of: long)?.word == "done")
    }

    @Test func `an answer has the same bytes whether its run gave way or not`() async throws {
        let model = try OpenPackages.builtIn()
        let request = try RunRequest(
            study: FirmRisk(), model: model,
            given: ["samples": "4", "assumptions": "vehicle-firms=10;parts-firms=40;mean-suppliers=4"])
        let alone = try request.study.report(on: request.input)
        let clock = Clock()
        let queue = RunQueue(width: 1, slice: .zero, now: { clock.now })
        defer { queue.close() }
        let gate = Gate()
        let study = ProbeStudy { input in
            try Self.work(input, clock) { gate.isPassable }
        }
        let beside = try queue.submit(study.asking("beside"))
        let address = try queue.submit(request)
        guard case .done(let report)? = await queue.end(of: address) else {
            Issue.record("no answer")
            return
        }
        gate.open()
        #expect(await queue.end(of: beside)?.word == "done")
        let isSame = report == alone
        #expect(isSame)
    }
}
