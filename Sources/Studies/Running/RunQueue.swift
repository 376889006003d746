import Dispatch
import Ecosystem
import Foundation
public import Reporting
import Synchronization

/// Runs studies on threads of its own, a few at a time, so that no page waits for a run.
///
/// Equal questions share one run, and its report is kept: in memory for the latest, and in the archive for all.
/// A partial report is given to who asked and is not kept.
public final class RunQueue: Sendable {
    private struct Job: Sendable {
        let address: String
        let request: RunRequest
    }

    private struct Entry {
        var state: RunState
        var isCancelled = false
        var listeners: [Int: AsyncStream<RunState>.Continuation] = [:]
    }

    private struct Shared {
        var entries: [String: Entry] = [:]
        var waiting: [Job] = []
        var finished: [String] = []
        var nextListener = 0
        var isClosed = false
    }

    private let shared = Mutex(Shared())
    private let work = DispatchSemaphore(value: 0)
    private let archive: (any RunArchive)?
    private let kept: Int
    private let waitingLimit: Int

    /// A queue.
    ///
    /// - Parameters:
    ///   - width: runs at a time; cores − 1, at least one, where it is `nil`.
    ///   - kept: finished reports kept in memory.
    ///   - waitingLimit: runs that may wait; further ones are refused.
    ///   - archive: where reports outlive the process.
    public init(width: Int? = nil, kept: Int = 256, waitingLimit: Int = 64, archive: (any RunArchive)? = nil)
    {
        self.archive = archive
        self.kept = max(1, kept)
        self.waitingLimit = max(1, waitingLimit)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        for number in 0..<max(1, width ?? cores - 1) {
            let thread = Thread { [weak self, work] in
                while true {
                    work.wait()
                    guard let self, self.runNext() else { return }
                }
            }
            thread.name = "run \(number + 1)"
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    /// Asks a question; returns the permanent address of its answer at once.
    ///
    /// - Throws: ``StudyProblem`` where too many runs wait.
    public func submit(_ request: RunRequest) throws(StudyProblem) -> String {
        let address = request.address
        if state(of: address).map({ if case .cancelled = $0 { false } else { true } }) == true {
            return address
        }
        let isRefused = shared.withLock { shared -> Bool in
            if let entry = shared.entries[address], !entry.isCancelled { return false }
            guard shared.waiting.count < waitingLimit else { return true }
            shared.entries[address] = Entry(state: .waiting(ahead: shared.waiting.count))
            shared.finished.removeAll { $0 == address }
            shared.waiting.append(Job(address: address, request: request))
            work.signal()
            return false
        }
        if isRefused {
            throw StudyProblem(
                Localized(
                    "\(waitingLimit) runs wait already; try again in a minute",
                    "已有 \(waitingLimit) 个运行在排队；请一分钟后再试"))
        }
        return address
    }

    /// Answers a quick question on the caller's thread and keeps the report, for pages that show parts of it.
    ///
    /// - Throws: what the study throws.
    public func answer(_ request: RunRequest) throws -> Report {
        let report = try request.study.report(on: request.input)
        let address = request.address
        guard !report.isPartial else { return report }
        archive?.keep(report, at: address)
        shared.withLock { shared in
            guard shared.entries[address] == nil else { return }
            shared.entries[address] = Entry(state: .done(report))
            shared.finished.append(address)
        }
        return report
    }

    /// The state of an address, from memory or the archive; `nil` where nothing is known of it.
    public func state(of address: String) -> RunState? {
        if let state = shared.withLock({ $0.entries[address]?.state }) { return state }
        guard let report = archive?.report(at: address) else { return nil }
        return .done(report)
    }

    /// States of an address from now on, the present one first; ends after a final one.
    public func states(of address: String) -> AsyncStream<RunState> {
        let (stream, continuation) = AsyncStream<RunState>.makeStream(bufferingPolicy: .bufferingNewest(16))
        let known = shared.withLock { shared -> Bool in
            guard let entry = shared.entries[address] else { return false }
            continuation.yield(entry.state)
            if entry.state.isFinal {
                continuation.finish()
            } else {
                let number = shared.nextListener
                shared.nextListener += 1
                shared.entries[address]?.listeners[number] = continuation
                continuation.onTermination = { [weak self] _ in self?.forget(listener: number, of: address) }
            }
            return true
        }
        if !known {
            if let state = state(of: address) { continuation.yield(state) }
            continuation.finish()
        }
        return stream
    }

    /// Stops a run; one that is done stays done.
    public func cancel(_ address: String) {
        update(address) { entry in
            entry.isCancelled = true
            entry.state = .cancelled
        }
        shared.withLock { $0.waiting.removeAll { $0.address == address } }
    }

    /// Runs that work or wait.
    public var pending: Int { shared.withLock { $0.entries.values.filter { !$0.state.isFinal }.count } }

    /// Stops everything; nothing starts any more.
    public func close() {
        let addresses = shared.withLock { shared in
            shared.isClosed = true
            return shared.entries.filter { !$0.value.state.isFinal }.map(\.key).sorted()
        }
        for address in addresses { cancel(address) }
        for _ in 0..<64 { work.signal() }
    }

    /// Takes the next job and runs it; returns whether the thread goes on.
    private func runNext() -> Bool {
        enum Next {
            case job(Job)
            case nothing
            case end
        }
        let next = shared.withLock { shared -> Next in
            if shared.isClosed { return .end }
            return shared.waiting.isEmpty ? .nothing : .job(shared.waiting.removeFirst())
        }
        switch next {
        case .end: return false
        case .nothing: return true
        case .job(let job):
            run(job)
            return true
        }
    }

    private func run(_ job: Job) {
        var input = job.request.input
        input.progress = StudyProgress { [weak self] fraction, step in
            guard let self else { return false }
            return self.update(job.address) { $0.state = .working(fraction: fraction, step: step) }
        }
        let start = Localized("starting", "开始")
        guard update(job.address, { $0.state = .working(fraction: 0, step: start) }) else { return }
        do {
            let report = try job.request.study.report(on: input)
            if !report.isPartial { archive?.keep(report, at: job.address) }
            update(job.address) { $0.state = .done(report) }
        } catch let problem as StudyProblem {
            update(job.address) { $0.state = .failed(problem) }
        } catch is StudyCancelled {
            update(job.address) { $0.state = .cancelled }
        } catch {
            let message = Localized("the study failed: \(error)", "研究运行失败：\(error)")
            update(job.address) { $0.state = .failed(StudyProblem(message)) }
        }
    }

    /// Changes an entry that is not final and tells its listeners; returns whether the run shall go on.
    @discardableResult
    private func update(_ address: String, _ change: (inout Entry) -> Void) -> Bool {
        shared.withLock { shared in
            guard var entry = shared.entries[address], !entry.state.isFinal else { return false }
            change(&entry)
            let state = entry.state
            for listener in entry.listeners.values { listener.yield(state) }
            if state.isFinal {
                for listener in entry.listeners.values { listener.finish() }
                entry.listeners = [:]
                shared.finished.append(address)
            }
            shared.entries[address] = entry
            while shared.finished.count > kept { shared.entries[shared.finished.removeFirst()] = nil }
            return !entry.isCancelled
        }
    }

    private func forget(listener: Int, of address: String) {
        shared.withLock { shared in _ = shared.entries[address]?.listeners.removeValue(forKey: listener) }
    }
}
