import DataPackages
import Ecosystem
import Foundation
import Studies
import Synchronization

/// A bar on standard error for work that takes longer than two seconds; silent where that is no terminal.
///
/// A thread of its own draws it, so that a step that tells nothing for long is seen too.
final class ProgressBar: Sendable {
    private struct Shown {
        var fraction = 0.0
        var step = Localized("starting", "开始")
        var isDrawn = false
        var isOver = false
    }

    private let language: Language
    private let write: @Sendable (String) -> Void
    private let shown = Mutex(Shown())

    /// A bar that appears after a while, and is drawn anew twice a second.
    init(
        language: Language, after wait: Duration = .seconds(2), isTerminal: Bool = Console.isTerminal,
        write: @escaping @Sendable (String) -> Void = { Console.sketch($0) }
    ) {
        self.language = language
        self.write = write
        guard isTerminal else { return }
        let start = ContinuousClock.now + wait
        // The thread keeps no bar alive: it ends when the bar is cleared or gone.
        Thread.detachNewThread { [weak self] in
            while self?.beat(draws: ContinuousClock.now >= start) == true {
                Thread.sleep(forTimeInterval: ContinuousClock.now >= start ? 0.5 : 0.05)
            }
        }
    }

    /// How far the work is, 0…1, and in which step.
    func tell(_ fraction: Double, _ step: Localized) {
        shown.withLock { ($0.fraction, $0.step) = (min(max(fraction, 0), 1), step) }
    }

    /// Takes the bar away for good.
    func clear() {
        shown.withLock { state in
            if state.isDrawn { write("\r\u{1B}[K") }
            (state.isDrawn, state.isOver) = (false, true)
        }
    }

    /// Draws the bar if it is time; whether it goes on.
    private func beat(draws: Bool) -> Bool {
        shown.withLock { state in
            guard draws, !state.isOver else { return !state.isOver }
            state.isDrawn = true
            write("\r" + Self.line(state.fraction, state.step[language]) + "\u{1B}[K")
            return true
        }
    }

    /// The line that shows a part of 0…1.
    static func line(_ fraction: Double, _ step: String) -> String {
        let filled = Int(fraction * 30)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        return "[\(bar)] \(Int(fraction * 100)) %  \(step)"
    }
}

extension ProgressBar {
    /// Shows the reading of a package as a stretch of the bar.
    func reading(_ stretch: ClosedRange<Double> = 0...1) -> ReadingProgress {
        ReadingProgress { part, file in
            self.tell(
                stretch.lowerBound + part * (stretch.upperBound - stretch.lowerBound),
                Localized("reading \(file)", "读取 \(file)"))
        }
    }

    /// Shows the progress of a study.
    var asking: StudyProgress {
        StudyProgress { fraction, step in
            self.tell(fraction, step)
            return true
        }
    }
}
