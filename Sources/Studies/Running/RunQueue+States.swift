import Synchronization

extension RunQueue {
    /// A run that waits for a thread.
    struct Job: Sendable {
        /// The number of its entry; an entry that was replaced has another one.
        let number: Int
        let address: String
        let request: RunRequest
    }

    /// What is known of an address.
    struct Entry {
        let number: Int
        let question: RunQuestion
        var state: RunState
        /// Its place among those that take turns, once it has begun.
        var turn: Int?
        var listeners: [Int: AsyncStream<RunState>.Continuation] = [:]
    }

    /// News of a run, and who is to hear it.
    struct News {
        var state: RunState
        var listeners: [AsyncStream<RunState>.Continuation]
    }

    /// What the threads share.
    ///
    /// Nobody is told while it is locked: a listener that is told takes the lock of its task, and a task that is cancelled holds that lock
    /// while its listener is forgotten here.
    struct Shared {
        var entries: [String: Entry] = [:]
        var waiting: [Job] = []
        /// Addresses of final entries, the oldest first.
        var finished: [String] = []
        var nextNumber = 0
        var isClosed = false

        /// The next job, begun in a turn; those behind it move up, which is the news.
        mutating func takeNext(_ turn: Int) -> (job: Job, news: [News]) {
            let job = waiting.removeFirst()
            var news: [News] = []
            if entries[job.address]?.number == job.number { entries[job.address]?.turn = turn }
            for (ahead, other) in waiting.enumerated() {
                guard let entry = entries[other.address], entry.number == other.number else { continue }
                entries[other.address]?.state = .waiting(ahead: ahead)
                news.append(News(state: .waiting(ahead: ahead), listeners: Array(entry.listeners.values)))
            }
            return (job, news)
        }

        /// Changes an entry that is not final and still has this number.
        ///
        /// - Returns: the news; `nil` where nothing was changed.
        mutating func update(_ address: String, _ number: Int, to state: RunState, kept: Int) -> News? {
            guard var entry = entries[address], entry.number == number, !entry.state.isFinal else {
                return nil
            }
            entry.state = state
            let news = News(state: state, listeners: Array(entry.listeners.values))
            if state.isFinal {
                entry.listeners = [:]
                finished.append(address)
            }
            entries[address] = entry
            forgetOldest(kept: kept)
            return news
        }

        /// Drops the oldest finished entries beyond the limit.
        mutating func forgetOldest(kept: Int) {
            while finished.count > kept { entries[finished.removeFirst()] = nil }
        }
    }

    /// Changes what is shared and tells the news of it, one change after the other, so that all hear them in order.
    @discardableResult
    func tell<Told>(_ change: (inout Shared) -> (told: Told, news: [News])) -> Told {
        telling.withLock { _ in
            let (told, news) = shared.withLock { change(&$0) }
            for one in news {
                for listener in one.listeners {
                    listener.yield(one.state)
                    if one.state.isFinal { listener.finish() }
                }
            }
            return told
        }
    }

    /// States of an address from now on, the present one first; ends after a final one.
    ///
    /// A listener that is slow misses states between, never the last one.
    public func states(of address: String) -> AsyncStream<RunState> {
        let (stream, continuation) = AsyncStream<RunState>.makeStream(bufferingPolicy: .bufferingNewest(16))
        let known = shared.withLock { shared -> RunState? in
            guard let entry = shared.entries[address] else { return nil }
            guard !entry.state.isFinal else { return entry.state }
            let number = shared.nextNumber
            shared.nextNumber += 1
            continuation.yield(entry.state)
            continuation.onTermination = { [weak self] _ in self?.forget(listener: number, of: address) }
            shared.entries[address]?.listeners[number] = continuation
            return entry.state
        }
        if known?.isFinal != false {
            if let state = known ?? state(of: address) { continuation.yield(state) }
            continuation.finish()
        }
        return stream
    }

    /// Listeners that wait for news of runs.
    public var listeners: Int {
        shared.withLock { $0.entries.values.reduce(0) { $0 + $1.listeners.count } }
    }

    private func forget(listener: Int, of address: String) {
        let gone = shared.withLock { $0.entries[address]?.listeners.removeValue(forKey: listener) }
        _ = gone
    }
}
