import Ecosystem
import Foundation
import Reporting
import Studies
import Synchronization

/// A study that does what a test says, and counts how often it was run.
struct ProbeStudy: Study {
    struct Result: Codable, Sendable {
        var word: String
        var isPartial: Bool
    }

    let runs = Counter()
    let work: @Sendable (StudyInput) throws -> Void
    var isPartial = false

    init(isPartial: Bool = false, work: @escaping @Sendable (StudyInput) throws -> Void = { _ in }) {
        self.isPartial = isPartial
        self.work = work
    }

    var description: StudyDescription {
        StudyDescription(
            id: "probe", version: "1", verb: .see, title: Localized("Probe", "探针"),
            question: Localized("Does it run?", "能运行吗？"),
            parameters: [
                StudyParameter(
                    "word", .text(maximumLength: 100), title: Localized("Word", "词"),
                    help: Localized("Any word.", "任意词。"))
            ], methods: [])
    }

    func result(on input: StudyInput) throws -> Result {
        runs.add()
        try work(input)
        return Result(word: input.parameters.text("word") ?? "", isPartial: isPartial)
    }

    func draft(of result: Result, on input: StudyInput) -> ReportDraft {
        ReportDraft(
            title: Localized("Probe", "探针"), answer: Localized(same: result.word), blocks: [],
            isPartial: result.isPartial)
    }

    /// The question with this word.
    func asking(
        _ word: String, of package: String = "probe-package", scenario: Scenario? = nil
    ) throws -> RunRequest {
        try RunRequest(
            study: self, model: .named(package), scenario: scenario, given: ["word": word])
    }
}

extension EcosystemModel {
    /// A model with nothing but its id.
    static func named(_ id: String) -> EcosystemModel {
        EcosystemBuilder(PackageIdentity(id: id, title: Localized(same: id))).build()
    }
}

/// Counts, from any thread.
final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

/// Keeps a study inside its work until the test opens it, or until the study is told to stop.
final class Gate: Sendable {
    private let isOpen = Mutex(false)
    let entered = Counter()

    var isPassable: Bool { isOpen.withLock { $0 } }

    func open() { isOpen.withLock { $0 = true } }

    /// Waits; throws where the run shall stop.
    func pass(_ input: StudyInput) throws {
        entered.add()
        while !isPassable {
            try input.progress.advance(to: 0.5, Localized("half", "一半"))
            Thread.sleep(forTimeInterval: 0.001)
        }
    }
}

/// Keeps reports in memory.
final class MemoryArchive: RunArchive {
    private let reports = Mutex<[String: Report]>([:])
    var addresses: [String] { reports.withLock { $0.keys.sorted() } }
    func report(at address: String) -> Report? { reports.withLock { $0[address] } }
    func keep(_ report: Report, at address: String) { reports.withLock { $0[address] = report } }
}

extension RunState {
    /// The case in a word, for comparing.
    var word: String {
        switch self {
        case .waiting: "waiting"
        case .working: "working"
        case .done: "done"
        case .failed: "failed"
        case .broken: "broken"
        case .cancelled: "cancelled"
        }
    }
}

extension RunQueue {
    /// The final state of an address, waited for.
    func end(of address: String) async -> RunState? {
        var last: RunState?
        for await state in states(of: address) { last = state }
        return last
    }
}

/// Waits until something holds; gives up after minutes, so that a broken program fails instead of hanging, and a busy
/// machine does not.
func until(_ holds: @escaping @Sendable () -> Bool) async -> Bool {
    for _ in 0..<60_000 {
        if holds() { return true }
        try? await Task.sleep(for: .milliseconds(1))
    }
    return holds()
}
