import Ecosystem
import Foundation
import Reporting
import Studies
import Synchronization

/// A study that stays inside its work until the test opens the gate, for runs that take long.
struct ProbeStudy: Study {
    struct Result: Codable, Sendable {
        var word: String
    }

    let gate: Gate
    var fault: (any Error)?

    init(_ gate: Gate = Gate(open: true), fault: (any Error)? = nil) {
        self.gate = gate
        self.fault = fault
    }

    var description: StudyDescription {
        StudyDescription(
            id: "probe", version: "1", verb: .see, title: Localized("Probe", "探针"),
            question: Localized("Does it run?", "能运行吗？"),
            parameters: [
                StudyParameter(
                    "word", .text(maximumLength: 400), title: Localized("Word", "词"),
                    help: Localized("Any word.", "任意词。"))
            ],
            methods: [Method(Localized("It waits.", "等待。"))])
    }

    func result(on input: StudyInput) throws -> Result {
        try gate.pass(input)
        if let fault { throw fault }
        return Result(word: input.parameters.text("word") ?? "")
    }

    func draft(of result: Result, on input: StudyInput) -> ReportDraft {
        let word = Localized(same: result.word)
        return ReportDraft(
            title: Localized("Probe", "探针"),
            answer: Localized("The word is \(result.word).", "词为 \(result.word)。"),
            blocks: [
                .table(
                    Table(
                        "words", Localized("Words", "词"),
                        columns: [Table.Column("word", Localized("Word", "词"))], rows: [[.text(word)]])),
                .note(Note(.note, word, word)),
            ], files: [ReportFile(name: "word.json", mediaType: "application/json", bytes: Array("{}".utf8))])
    }
}

/// Keeps a study inside its work until it is opened, or until the study is told to stop.
final class Gate: Sendable {
    private let isOpen: Mutex<Bool>
    private let entries = Mutex(0)

    init(open: Bool = false) { isOpen = Mutex(open) }

    var entered: Int { entries.withLock { $0 } }
    var isPassable: Bool { isOpen.withLock { $0 } }
    func open() { isOpen.withLock { $0 = true } }

    func pass(_ input: StudyInput) throws {
        entries.withLock { $0 += 1 }
        while !isPassable {
            try input.progress.advance(to: 0.5, Localized("half <way>", "一半 <处>"))
            Thread.sleep(forTimeInterval: 0.001)
        }
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
