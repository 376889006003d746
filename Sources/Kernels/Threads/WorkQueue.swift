import Foundation
import Synchronization

/// Pieces of work that threads take one after another until none is left.
///
/// Each piece is done once; which thread does it is left open, so a piece may depend on nothing but its number.
public final class WorkQueue: Sendable {
    private let count: Int
    private let block: Int
    private let next = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)

    /// A queue of pieces 0 ..< `count`, handed out so many at a time.
    public init(count: Int, block: Int = 1) {
        self.count = count
        self.block = max(1, block)
    }

    /// The next pieces; `nil` where there are no more or the work was stopped.
    public func take() -> Range<Int>? {
        if isStopped.load(ordering: .relaxed) { return nil }
        let start = next.wrappingAdd(block, ordering: .relaxed).oldValue
        return start < count ? start..<min(start + block, count) : nil
    }

    /// Hands out nothing any more.
    public func stop() { isStopped.store(true, ordering: .relaxed) }

    /// Whether ``stop()`` was called.
    public var wasStopped: Bool { isStopped.load(ordering: .relaxed) }

    /// Does two things that do not depend on each other, side by side where there are two threads, and returns both.
    ///
    /// - Parameter first: done on the caller's thread.
    public static func both<First: Sendable, Second: Sendable>(
        threads: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        guard threads > 1 else { return (first(), second()) }
        let found = Mutex<(first: First?, second: Second?)>((nil, nil))
        run(threads: 2) { number in
            if number == 0 {
                let value = first()
                found.withLock { $0.first = value }
            } else {
                let value = second()
                found.withLock { $0.second = value }
            }
        }
        let (one, other) = found.withLock { $0 }
        // Both threads have ended, so that both are there.
        return (one ?? first(), other ?? second())
    }

    /// Runs `body` on so many threads, the caller's among them, and returns when all have ended.
    ///
    /// - Parameter body: told the number of its thread, from 0.
    public static func run(threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let ended = DispatchSemaphore(value: 0)
        let others = max(0, threads - 1)
        for number in 0..<others {
            let thread = Thread {
                body(number + 1)
                ended.signal()
            }
            thread.stackSize = 16 << 20
            thread.start()
        }
        body(0)
        for _ in 0..<others { ended.wait() }
    }
}
