import DataPackages
import Ecosystem
import Foundation
import Synchronization
import Testing

@testable import JingweiCLI

@Suite(.timeLimit(.minutes(5))) struct `The progress bar` {
    /// What was written, in place of a terminal.
    private final class Paper: Sendable {
        private let text = Mutex("")
        var all: String { text.withLock { $0 } }
        func write(_ more: String) { text.withLock { $0 += more } }
    }

    @Test func `is drawn while a step tells nothing, and leaves nothing behind`() async throws {
        let paper = Paper()
        let bar = ProgressBar(language: .en, after: .zero, isTerminal: true) { paper.write($0) }
        bar.tell(0.5, Localized("sorting", "排序"))
        while !paper.all.contains("50 %  sorting") { try await Task.sleep(for: .milliseconds(1)) }
        bar.clear()
        #expect(paper.all.hasSuffix("\r\u{1B}[K"))
        let done = paper.all
        bar.tell(0.9, Localized("more", "更多"))
        bar.clear()
        #expect(paper.all == done)
    }

    @Test func `is silent where standard error is no terminal, and before its time`() {
        let paper = Paper()
        for (wait, isTerminal) in [(Duration.zero, false), (.seconds(3_600), true)] {
            let bar = ProgressBar(language: .zh, after: wait, isTerminal: isTerminal) { paper.write($0) }
            bar.tell(1, Localized("done", "完成"))
            bar.clear()
        }
        #expect(paper.all.isEmpty)
    }

    @Test func `fills from left to right`() {
        #expect(ProgressBar.line(0, "a") == "[" + String(repeating: ".", count: 30) + "] 0 %  a")
        #expect(ProgressBar.line(0.5, "a").hasPrefix("[" + String(repeating: "#", count: 15) + "."))
        #expect(ProgressBar.line(1, "a") == "[" + String(repeating: "#", count: 30) + "] 100 %  a")
    }

    @Test func `follows the reading of a package, table by table, up to the end`() throws {
        let heard = Mutex<[(Double, String)]>([])
        let folder = Command.root.appendingPathComponent("Data/beijing-tianjin-hebei").path
        _ = try PackageCheck.findings(
            folder: folder,
            progress: ReadingProgress { part, file in heard.withLock { $0.append((part, file)) } })
        let parts = heard.withLock { $0.map(\.0) }
        #expect(parts.count > 20)
        #expect(parts == parts.sorted() && parts.first == 0 && parts.allSatisfy { $0 < 1 })
        #expect(Set(heard.withLock { $0.map(\.1) }).count == parts.count)
    }
}
