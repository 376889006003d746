import Dispatch
import Ecosystem
import Foundation
#if os(Linux)
import Glibc
#endif
public import Reporting
import Synchronization

/// Runs studies on threads of its own, a few at a time, so that no page waits for a run.
///
/// Equal questions share one run, and its report is kept: in memory for the latest, and in the archive for all.
/// A partial report is given to who asked and is not kept: the next one who asks starts the run anew.
///
/// A run that has worked for a slice of time gives way to those that wait, and goes on in turn: a short question waits for a slice
/// of each run before it, not for their ends. Answers do not depend on it.
public final class RunQueue: Sendable {
    let shared = Mutex(Shared())
    /// Held while news are told, and never asked for by who holds ``shared``.
    let telling = Mutex(())
    let archive: (any RunArchive)?
    private let work = DispatchSemaphore(value: 0)
    private let turns: RunTurns
    private let threads: Int
    private let kept: Int
    private let waitingLimit: Int
    private let onFailure: @Sendable (RunQuestion, any Error) -> Void

    /// A queue.
    ///
    /// - Parameters:
    ///   - width: runs that work at a time; cores − 1, at least one, where it is `nil`.
    ///   - begun: further runs that may rest in the middle of their work, which hold their memory.
    ///   - slice: how long a run works while others wait.
    ///   - kept: finished runs kept in memory.
    ///   - waitingLimit: runs that may wait; further ones are refused.
    ///   - archive: where reports outlive the process.
    ///   - onFailure: told of a study that failed with an error of its own, for the log.
    ///   - now: the time in seconds, from any start; the clock of the machine where it is `nil`.
    public init(
        width: Int? = nil, begun: Int = 3, slice: Duration = .seconds(1), kept: Int = 256,
        waitingLimit: Int = 64, archive: (any RunArchive)? = nil,
        onFailure: @escaping @Sendable (RunQuestion, any Error) -> Void = { _, _ in },
        now: (@Sendable () -> Double)? = nil
    ) {
        self.archive = archive
        let width = max(1, width ?? ProcessInfo.processInfo.activeProcessorCount - 1)
        turns = RunTurns(
            width: width, slice: slice / .seconds(1), now: now ?? { ProcessInfo.processInfo.systemUptime })
        threads = width + max(0, begun)
        self.kept = max(1, kept)
        self.waitingLimit = max(1, waitingLimit)
        self.onFailure = onFailure
        for number in 0..<threads {
            let thread = Thread { [weak self, work, turns] in
                RunQueue.standBack()
                while true {
                    work.wait()
                    let turn = turns.enter()
                    defer { turns.leave(turn) }
                    guard let self, self.runNext(turn) else { return }
                }
            }
            thread.name = "run \(number + 1)"
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    deinit { for _ in 0..<threads { work.signal() } }

    /// Asks a question; returns the permanent address of its answer at once.
    ///
    /// - Throws: ``RunRefusal`` where too many runs wait or the queue is closed.
    public func submit(_ request: RunRequest) throws(RunRefusal) -> String {
        let address = request.address
        if state(of: address)?.isShared == true { return address }
        let refusal = shared.withLock { shared -> RunRefusal? in
            if shared.isClosed { return .closed }
            if let entry = shared.entries[address], entry.state.isShared { return nil }
            guard shared.waiting.count < waitingLimit else { return .full(waiting: waitingLimit) }
            let number = shared.nextNumber
            shared.nextNumber += 1
            shared.finished.removeAll { $0 == address }
            shared.entries[address] = Entry(
                number: number, question: RunQuestion(request), state: .waiting(ahead: shared.waiting.count))
            shared.waiting.append(Job(number: number, address: address, request: request))
            work.signal()
            return nil
        }
        if let refusal { throw refusal }
        return address
    }

    /// Answers a quick question on the caller's thread and keeps the report, for pages that show parts of it.
    ///
    /// - Throws: what the study throws.
    public func answer(_ request: RunRequest) throws -> Report {
        let report = try request.study.report(on: request.input)
        guard !report.isPartial else { return report }
        let address = request.address
        archive?.keep(report, at: address)
        remember(report, at: address)
        return report
    }

    /// The state of an address, from memory or the archive; `nil` where nothing is known of it.
    public func state(of address: String) -> RunState? {
        if let state = shared.withLock({ $0.entries[address]?.state }) { return state }
        guard let report = archive?.report(at: address) else { return nil }
        remember(report, at: address)
        return .done(report)
    }

    /// What was asked under an address; `nil` where nothing is known of it.
    public func question(of address: String) -> RunQuestion? {
        if let question = shared.withLock({ $0.entries[address]?.question }) { return question }
        return archive?.report(at: address).map { RunQuestion($0) }
    }

    /// Stops a run; one that is final stays as it is.
    ///
    /// A study that works learns of it when it next tells its progress, and its report is thrown away.
    public func cancel(_ address: String) {
        let (number, turn) = shared.withLock { shared -> (Int?, Int?) in
            shared.waiting.removeAll { $0.address == address }
            return (shared.entries[address]?.number, shared.entries[address]?.turn)
        }
        if let number { update(address, number, to: .cancelled) }
        // One that rests goes on, so that it learns of it and ends.
        if let turn { turns.release(turn) }
    }

    /// Runs that work or wait.
    public var pending: Int { shared.withLock { $0.entries.values.filter { !$0.state.isFinal }.count } }

    /// Stops everything; nothing starts any more, and further questions are refused.
    public func close() {
        let open = shared.withLock { shared in
            shared.isClosed = true
            shared.waiting = []
            return shared.entries.filter { !$0.value.state.isFinal }.map { ($0.key, $0.value.number) }
        }
        for (address, number) in open { update(address, number, to: .cancelled) }
        turns.close()
        for _ in 0..<threads { work.signal() }
    }

    // MARK: The threads

    /// Lets the pages' threads go first where a run would take the core they need.
    ///
    /// On Linux a thread has its own place in the order, and threads that a run starts take it over.
    private static func standBack() {
        #if os(Linux)
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        #endif
    }

    /// Takes the next job and runs it; returns whether the thread goes on.
    private func runNext(_ turn: Int) -> Bool {
        enum Next {
            case job(Job)
            case nothing
            case end
        }
        let next: Next = tell { shared in
            if shared.isClosed { return (.end, []) }
            guard !shared.waiting.isEmpty else { return (.nothing, []) }
            let (job, news) = shared.takeNext(turn)
            return (.job(job), news)
        }
        switch next {
        case .end: return false
        case .nothing: return true
        case .job(let job):
            run(job, turn)
            return true
        }
    }

    private func run(_ job: Job, _ turn: Int) {
        func tell(_ state: RunState) { update(job.address, job.number, to: state) }
        var input = job.request.input
        input.progress = StudyProgress { [weak self, turns] fraction, step in
            func tell(_ step: Localized) -> Bool {
                self?.update(job.address, job.number, to: .working(fraction: fraction, step: step)) ?? false
            }
            guard tell(step) else { return false }
            let rested = turns.pass(turn) { ahead in _ = tell(RunState.resting(ahead: ahead, step)) }
            return rested ? tell(step) : true
        }
        do {
            try input.progress.advance(to: 0, Localized("starting", "开始"))
            let report = try job.request.study.report(on: input)
            // Kept before it is told, so that who hears of it finds it; a cancelled run keeps nothing.
            if !report.isPartial, isCurrent(job) { archive?.keep(report, at: job.address) }
            tell(.done(report))
        } catch let problem as StudyProblem {
            tell(.failed(problem))
        } catch is StudyCancelled {
            tell(.cancelled)
        } catch {
            onFailure(RunQuestion(job.request), error)
            tell(.broken)
        }
    }

    private func isCurrent(_ job: Job) -> Bool {
        shared.withLock { shared in
            shared.entries[job.address].map { $0.number == job.number && !$0.state.isFinal } ?? false
        }
    }

    // MARK: What is known of runs

    /// Changes a run that is not final and tells its listeners; returns whether the run shall go on.
    @discardableResult
    private func update(_ address: String, _ number: Int, to state: RunState) -> Bool {
        let isChanged = tell { shared in
            let news = shared.update(address, number, to: state, kept: kept)
            return (news != nil, news.map { [$0] } ?? [])
        }
        return isChanged && !state.isFinal
    }

    /// Keeps a finished report in memory where nothing newer is known.
    private func remember(_ report: Report, at address: String) {
        shared.withLock { shared in
            guard shared.entries[address] == nil else { return }
            let number = shared.nextNumber
            shared.nextNumber += 1
            shared.entries[address] = Entry(
                number: number, question: RunQuestion(report), state: .done(report))
            shared.finished.append(address)
            shared.forgetOldest(kept: kept)
        }
    }
}
