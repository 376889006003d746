import Ecosystem
import Foundation
import Synchronization

/// A bar on standard error for work that takes longer than two seconds; silent where that is no terminal.
final class ProgressBar: Sendable {
    private let start = ContinuousClock.now
    private let language: Language
    private let drawn = Mutex(false)

    init(language: Language) { self.language = language }

    /// Draws the bar for a part of 0…1.
    func draw(_ fraction: Double, _ step: Localized) {
        guard Console.isTerminal, ContinuousClock.now - start > .seconds(2) else { return }
        let filled = Int(fraction * 30)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        let line = "\r[\(bar)] \(Int(fraction * 100)) %  \(step[language])\u{1B}[K"
        drawn.withLock { $0 = true }
        FileHandle.standardError.write(Data(line.utf8))
    }

    /// Takes the bar away.
    func clear() {
        if drawn.withLock({ $0 }) { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
