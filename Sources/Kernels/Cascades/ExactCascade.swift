import Synchronization

/// Cascades of a network followed round by round without any pruning.
public final class ExactCascade: Sendable {
    /// How rounds are computed; all ways give the same number of rounds and, up to rounding, the same losses.
    public enum Method: Sendable {
        /// The whole network for eight shocks at once.
        case lanes
        /// Only what changed, shock by shock.
        case events
        /// By the size of the network.
        case automatic
    }

    private let rows: CascadeRows
    private let weights: [PlainMemory<Double>]

    /// Cascades over links made ready for sweeps.
    ///
    /// - Parameter weights: columns of weights, one value a node, each column adding up to one.
    public init(_ rows: CascadeRows, weights: [[Double]]) {
        self.rows = rows
        self.weights = weights.map { PlainMemory($0) }
    }

    init(_ rows: CascadeRows, weights: [PlainMemory<Double>]) {
        self.rows = rows
        self.weights = weights
    }

    /// What every shock leaves, in the order of the shocks; `nil` where `progress` said to stop.
    ///
    /// - Parameters:
    ///   - threads: threads to use; the result is the same for any number.
    ///   - progress: told after each shock how many are done; returns whether to go on.
    public func losses(
        of shocks: [CascadeShock], stop: CascadeStop, method: Method = .automatic, threads: Int = 1,
        progress: @escaping @Sendable (Int) -> Bool = { _ in true }
    ) -> [CascadeLoss]? {
        let isLaned =
            method == .lanes || (method == .automatic && rows.nodeCount <= 20_000 && shocks.count >= 8)
        let found = Mutex<[CascadeLoss?]>(Array(repeating: nil, count: shocks.count))
        let done = Atomic<Int>(0)
        let queue = WorkQueue(count: shocks.count)
        @Sendable func tell(_ ticket: Int, _ loss: CascadeLoss) -> Bool {
            found.withLock { $0[ticket] = loss }
            if !progress(done.wrappingAdd(1, ordering: .relaxed).newValue) { queue.stop() }
            return !queue.wasStopped
        }
        WorkQueue.run(threads: min(threads, max(1, shocks.count))) { _ in
            if isLaned {
                LaneCascade(self.rows, weights: self.weights, stop: stop).run(
                    next: { queue.take().map { ($0.lowerBound, shocks[$0.lowerBound]) } }, done: tell)
            } else {
                let events = EventCascade(self.rows, stop: stop)
                while let piece = queue.take() {
                    for number in piece {
                        let end = events.run(shocks[number])
                        if !tell(number, self.sums(events, end)) { return }
                    }
                }
            }
        }
        if queue.wasStopped { return nil }
        return found.withLock { $0.compactMap { $0 } }
    }

    private func sums(_ events: EventCascade, _ end: (rounds: Int, change: Double)) -> CascadeLoss {
        var loss = CascadeLoss(
            total: [], downstream: [], upstream: [], rounds: end.rounds, change: end.change)
        for weights in weights {
            var total = CompensatedSum()
            var down = CompensatedSum()
            var up = CompensatedSum()
            for place in 0..<events.hit.count {
                let index = Int(events.hit[place])
                let weight = weights[index]
                total.add(weight * max(events.down[index], events.up[index]))
                down.add(weight * events.down[index])
                up.add(weight * events.up[index])
            }
            loss.total.append(total.value)
            loss.downstream.append(down.value)
            loss.upstream.append(up.value)
        }
        return loss
    }
}
