import Ecosystem
import Foundation
import Kernels
import Synchronization

/// Asks the same of many reconstructed networks, side by side.
enum SampleSweep {
    /// What each sample of a range says, in their order; the first failure ends all.
    ///
    /// `body` is called on several threads at once, and the answer is the same for any number of them.
    static func each<Answer: Sendable>(
        _ range: Range<Int>, _ progress: StudyProgress, _ body: @escaping @Sendable (Int) throws -> Answer
    ) throws -> [Answer] {
        let found = Mutex([Answer?](repeating: nil, count: range.count))
        let failure = Mutex<(any Error)?>(nil)
        let done = Mutex(0)
        let queue = WorkQueue(count: range.count)
        let threads = min(range.count, ProcessInfo.processInfo.activeProcessorCount)
        WorkQueue.run(threads: max(1, threads)) { _ in
            while let places = queue.take() {
                for place in places {
                    do {
                        let answer = try body(range.lowerBound + place)
                        found.withLock { $0[place] = answer }
                        let count = done.withLock { count in
                            count += 1
                            return count
                        }
                        try progress.advance(
                            to: Double(count) / Double(range.count),
                            Localized("network \(count) of \(range.count)", "第 \(count)/\(range.count) 个网络"))
                    } catch {
                        failure.withLock { $0 = $0 ?? error }
                        queue.stop()
                    }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        return found.withLock { $0.compactMap(\.self) }
    }
}
