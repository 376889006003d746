import Ecosystem
import Foundation
import Studies
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `Queue of runs` {
    @Test func `equal questions share one run and different ones do not`() async throws {
        let gate = Gate()
        let study = ProbeStudy { try gate.pass($0) }
        let queue = RunQueue(width: 2)
        defer { queue.close() }
        let first = try queue.submit(study.asking("a"))
        let again = try queue.submit(study.asking("a"))
        let other = try queue.submit(study.asking("b"))
        #expect(first == again)
        #expect(first != other)
        gate.open()
        #expect(await queue.end(of: first)?.word == "done")
        #expect(await queue.end(of: other)?.word == "done")
        _ = try queue.submit(study.asking("a"))
        #expect(await queue.end(of: first)?.word == "done")
        #expect(study.runs.value == 2)
    }

    @Test func `a value that is the default is the same question, however it is written`() throws {
        let model = try OpenPackages.builtIn()
        for study in StudyCatalogue.all {
            let plain = try RunRequest(study: study, model: model).address
            for parameter in study.description.parameters {
                guard let text = parameter.defaultText(for: model) else { continue }
                let given = try RunRequest(study: study, model: model, given: [parameter.id: text]).address
                #expect(given == plain, "\(study.id), \(parameter.id) \(text)")
            }
        }
        let texts = try ["3", "3.0", "3.00"].map {
            try RunRequest(study: Monitor(), model: model, given: ["break-at": $0]).input.parameters.texts[
                "break-at"]
        }
        #expect(texts == ["3", "3", "3"])
    }

    @Test func `progress is heard in order, and the stream ends with the answer`() async throws {
        let start = Gate()
        let study = ProbeStudy { input in
            try start.pass(input)
            for step in 6...9 {
                try input.progress.advance(to: Double(step) / 10, Localized(same: "\(step)"))
            }
        }
        let queue = RunQueue(width: 1, now: { 0 })
        defer { queue.close() }
        let address = try queue.submit(study.asking("a"))
        #expect(await until { start.entered.value == 1 })
        let states = queue.states(of: address)
        start.open()
        var fractions: [Double] = []
        var last: RunState?
        for await state in states {
            if case .working(let fraction, _) = state { fractions.append(fraction) }
            last = state
        }
        #expect(fractions == fractions.sorted())
        #expect(fractions.suffix(4) == [0.6, 0.7, 0.8, 0.9])
        #expect(last?.word == "done")
        #expect(queue.listeners == 0)
    }

    /// A listener's task that is cancelled holds a lock of its own while it is forgotten; one that is told takes it. Held the other way
    /// round, the two wait for each other for ever, and with them everybody who asks.
    @Test func `readers who stop waiting while progress is told hold nobody up`() async throws {
        let gate = Gate()
        let study = ProbeStudy { input in
            while !gate.isPassable {
                try input.progress.advance(to: 0.5, Localized("half", "一半"))
            }
        }
        let queue = RunQueue(width: 1)
        defer { queue.close() }
        let address = try queue.submit(study.asking("a"))
        await withTaskGroup(of: Void.self) { readers in
            for _ in 0..<4 {
                readers.addTask {
                    for _ in 0..<500 {
                        await withTaskGroup(of: Void.self) { group in
                            group.addTask {
                                for await state in queue.states(of: address) where state.isFinal { return }
                            }
                            group.addTask { await Task.yield() }
                            await group.next()
                            group.cancelAll()
                        }
                    }
                }
            }
        }
        gate.open()
        #expect(await queue.end(of: address)?.word == "done")
        #expect(await until { queue.listeners == 0 })
    }

    @Test func `a run that waits can be cancelled and is never started`() async throws {
        let gate = Gate()
        let study = ProbeStudy { try gate.pass($0) }
        let queue = RunQueue(width: 1, now: { 0 })
        defer { queue.close() }
        let first = try queue.submit(study.asking("a"))
        #expect(await until { gate.entered.value == 1 })
        let second = try queue.submit(study.asking("b"))
        let third = try queue.submit(study.asking("c"))
        guard case .waiting(ahead: 1)? = queue.state(of: third) else {
            Issue.record("the third is \(String(describing: queue.state(of: third)))")
            return
        }
        queue.cancel(second)
        #expect(await queue.end(of: second)?.word == "cancelled")
        gate.open()
        #expect(await queue.end(of: first)?.word == "done")
        #expect(await queue.end(of: third)?.word == "done")
        #expect(study.runs.value == 2)
    }

    @Test func `who waits moves up when a run starts`() async throws {
        let gates = [Gate(), Gate()]
        let study = ProbeStudy { input in
            if let number = Int(input.parameters.text("word") ?? ""), gates.indices.contains(number) {
                try gates[number].pass(input)
            }
        }
        let queue = RunQueue(width: 1, now: { 0 })
        defer { queue.close() }
        _ = try queue.submit(study.asking("0"))
        #expect(await until { gates[0].entered.value == 1 })
        _ = try queue.submit(study.asking("1"))
        let last = try queue.submit(study.asking("2"))
        gates[0].open()
        #expect(await until { gates[1].entered.value == 1 })
        guard case .waiting(ahead: 0)? = queue.state(of: last) else {
            Issue.record("the last is \(String(describing: queue.state(of: last)))")
            return
        }
        gates[1].open()
        #expect(await queue.end(of: last)?.word == "done")
    }

    @Test func `a run that works can be cancelled, and its thread takes the next`() async throws {
        let gate = Gate()
        let archive = MemoryArchive()
        let study = ProbeStudy { input in
            if input.parameters.text("word") == "long" { try gate.pass(input) }
        }
        let queue = RunQueue(width: 1, archive: archive, now: { 0 })
        defer { queue.close() }
        let long = try queue.submit(study.asking("long"))
        let short = try queue.submit(study.asking("short"))
        #expect(await until { gate.entered.value == 1 })
        queue.cancel(long)
        #expect(await queue.end(of: long)?.word == "cancelled")
        #expect(await queue.end(of: short)?.word == "done")
        #expect(archive.addresses == [short])
        queue.cancel(short)
        #expect(queue.state(of: short)?.word == "done")
    }

    @Test func `a cancelled question asked again runs anew, untouched by the old run`() async throws {
        // The first run cannot be stopped: it does not tell its progress until the gate is open.
        let (first, second) = (Gate(), Gate())
        let study = ProbeStudy { _ in }
        let runs = study.runs
        let stubborn = ProbeStudy { input in
            runs.add()
            if runs.value == 1 {
                while !first.isPassable { Thread.sleep(forTimeInterval: 0.001) }
                try input.progress.advance(to: 0.9, Localized(same: "old"))
            } else {
                try second.pass(input)
            }
        }
        let queue = RunQueue(width: 2)
        defer { queue.close() }
        let address = try queue.submit(stubborn.asking("a"))
        #expect(await until { runs.value == 1 })
        queue.cancel(address)
        #expect(try queue.submit(stubborn.asking("a")) == address)
        #expect(await until { second.entered.value == 1 })
        first.open()
        var sawOld = false
        let listener = queue.states(of: address)
        second.open()
        for await state in listener {
            if case .working(let fraction, _) = state, fraction == 0.9 { sawOld = true }
        }
        #expect(!sawOld)
        #expect(queue.state(of: address)?.word == "done")
    }

    @Test func `runs beyond the limit of waiting are refused and nothing is lost`() async throws {
        let gate = Gate()
        let study = ProbeStudy { try gate.pass($0) }
        let queue = RunQueue(width: 1, waitingLimit: 2, now: { 0 })
        defer { queue.close() }
        var addresses = [try queue.submit(study.asking("0"))]
        #expect(await until { gate.entered.value == 1 })
        for word in ["1", "2"] { addresses.append(try queue.submit(study.asking(word))) }
        let refused = try study.asking("3")
        #expect(throws: RunRefusal.full(waiting: 2)) { try queue.submit(refused) }
        #expect(queue.state(of: refused.address) == nil)
        #expect(try queue.submit(study.asking("2")) == addresses[2])
        gate.open()
        for address in addresses { #expect(await queue.end(of: address)?.word == "done") }
        #expect(try queue.submit(refused) == refused.address)
        #expect(await queue.end(of: refused.address)?.word == "done")
    }

    @Test func `a listener that goes away is forgotten while the run works`() async throws {
        let gate = Gate()
        let study = ProbeStudy { try gate.pass($0) }
        let queue = RunQueue(width: 1, now: { 0 })
        defer { queue.close() }
        let address = try queue.submit(study.asking("a"))
        let task = Task { for await _ in queue.states(of: address) {} }
        #expect(await until { queue.listeners == 1 })
        task.cancel()
        await task.value
        #expect(await until { queue.listeners == 0 })
        gate.open()
        #expect(await queue.end(of: address)?.word == "done")
    }

    @Test func `closing cancels what waits and works, ends listeners and refuses more`() async throws {
        let gate = Gate()
        let study = ProbeStudy { try gate.pass($0) }
        let queue = RunQueue(width: 1, now: { 0 })
        let working = try queue.submit(study.asking("a"))
        let waiting = try queue.submit(study.asking("b"))
        #expect(await until { gate.entered.value == 1 })
        let listeners = [working, waiting].map { address in Task { await queue.end(of: address) } }
        #expect(await until { queue.listeners == 2 })
        queue.close()
        for listener in listeners { #expect(await listener.value?.word == "cancelled") }
        #expect(queue.pending == 0)
        let late = try study.asking("c")
        #expect(throws: RunRefusal.closed) { try queue.submit(late) }
        #expect(study.runs.value == 1)
    }

    @Test func `no question is lost when many are asked and cancelled at once`() async throws {
        let study = ProbeStudy { try $0.progress.advance(to: 0.5, Localized(same: "half")) }
        let queue = RunQueue(width: 4, kept: 1000, waitingLimit: 1000)
        defer { queue.close() }
        let addresses = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<400 {
                group.addTask {
                    let address = try queue.submit(study.asking("\(number % 200)"))
                    if number % 7 == 0 { queue.cancel(address) }
                    return address
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(addresses.count == 200)
        for address in addresses {
            let word = await queue.end(of: address)?.word
            #expect(word == "done" || word == "cancelled")
        }
        #expect(queue.pending == 0)
        #expect(queue.listeners == 0)
    }
}
