import Foundation
import Synchronization

/// Whose turn it is to work: a few runs at a time, each for a slice of time while others wait, in turn.
///
/// A run asks with every step of its progress whether its slice is used up. Where it is and somebody waits, the run hands its
/// turn on and stands at the end of the line; all its threads rest until its turn comes again. What it computes does not depend on
/// when it rests. So a short question waits for at most a slice of each run before it, however long those are.
final class RunTurns: Sendable {
    private struct State {
        var free: Int
        /// Runs that wait for a turn, the next one first.
        var line: [Int] = []
        /// Runs that work, and since when.
        var since: [Int: Double] = [:]
        /// Runs that need no turn any more, since they only have to end.
        var released: Set<Int> = []
        var nextNumber = 0
        var isClosed = false

        /// Gives free turns to the first in the line.
        mutating func grant(_ time: Double) {
            while free > 0, !line.isEmpty {
                since[line.removeFirst()] = time
                free -= 1
            }
        }

        func mayGo(_ run: Int) -> Bool { isClosed || since[run] != nil || released.contains(run) }
    }

    private let state: Mutex<State>
    private let changed = NSCondition()
    private let slice: Double
    private let now: @Sendable () -> Double

    /// Turns for so many runs at a time.
    ///
    /// - Parameters:
    ///   - slice: seconds that a run may work while others wait.
    ///   - now: the time in seconds, from any start.
    init(width: Int, slice: Double, now: @escaping @Sendable () -> Double) {
        state = Mutex(State(free: max(1, width)))
        self.slice = slice
        self.now = now
    }

    /// Stands at the end of the line and waits for a turn; returns the run's number.
    func enter() -> Int {
        let time = now()
        let run = change { state -> Int in
            let run = state.nextNumber
            state.nextNumber += 1
            state.line.append(run)
            state.grant(time)
            return run
        }
        wait(run)
        return run
    }

    /// Hands the turn on where its slice is used up and somebody waits, and returns when it has come again.
    ///
    /// Any of the run's threads may ask; all of them rest.
    ///
    /// - Parameter resting: told how many are before it in the line when it begins to rest.
    /// - Returns: whether it rested.
    @discardableResult
    func pass(_ run: Int, resting: (Int) -> Void = { _ in }) -> Bool {
        let time = now()
        let mayGo = state.withLock { state in
            state.mayGo(run) && !(state.since[run].map { time - $0 >= slice && !state.line.isEmpty } ?? false)
        }
        if mayGo { return false }
        let before = change { state -> Int? in
            if let since = state.since[run], time - since >= slice, !state.line.isEmpty {
                state.since[run] = nil
                state.free += 1
                state.line.append(run)
                state.grant(time)
            }
            return state.line.firstIndex(of: run)
        }
        if let before { resting(before) }
        wait(run)
        return true
    }

    /// Ends a run's turn.
    func leave(_ run: Int) {
        let time = now()
        change { state in
            state.line.removeAll { $0 == run }
            state.released.remove(run)
            if state.since.removeValue(forKey: run) != nil { state.free += 1 }
            state.grant(time)
        }
    }

    /// Lets a run that rests go on without a turn, so that it can end.
    func release(_ run: Int) {
        change { state in
            guard state.line.contains(run) else { return }
            state.line.removeAll { $0 == run }
            state.released.insert(run)
        }
    }

    /// Lets everybody go.
    func close() { change { $0.isClosed = true } }

    @discardableResult
    private func change<Value>(_ body: (inout State) -> Value) -> Value {
        changed.lock()
        defer {
            changed.broadcast()
            changed.unlock()
        }
        return state.withLock { body(&$0) }
    }

    private func wait(_ run: Int) {
        changed.lock()
        defer { changed.unlock() }
        while !state.withLock({ $0.mayGo(run) }) { changed.wait() }
    }
}
