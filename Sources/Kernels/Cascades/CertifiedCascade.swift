import Synchronization

/// Losses of shocks with a certified bound of the error each, fast enough for every node of a million.
///
/// It asks that a node's denominator is at least its size; where it is more on the way of every loss, losses die out and the
/// bounds close. Where they do not close, the estimate says so.
public final class CertifiedCascade: Sendable {
    /// How exact an answer has to be.
    public enum Goal: Sendable, Equatable {
        /// Off by at most this.
        case absolute(Double)
        /// Off by at most this part of the loss itself.
        case relative(Double)
    }

    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let poolPotentials = PoolPotentials()
    private let weights: PlainMemory<Double>
    private let goal: Goal

    /// Potentials of a network made ready: some dozens of sweeps over its links.
    ///
    /// - Parameters:
    ///   - weights: one weight a node, adding up to one.
    ///   - threads: threads to use; two at most find work.
    public init(_ rows: CascadeRows, weights: [Double], goal: Goal, threads: Int = 1) {
        self.rows = rows
        self.weights = PlainMemory(weights)
        self.goal = goal
        switch goal {
        case .absolute(let tolerance):
            potentials = CascadePotentials(
                rows, weights: self.weights, tolerance: min(tolerance, 1e-5), precision: 0.02 * tolerance,
                relative: nil, threads: threads)
        case .relative(let part):
            potentials = CascadePotentials(
                rows, weights: self.weights, tolerance: 1e-5, precision: 0, relative: 0.02 * part,
                threads: threads)
        }
    }

    /// Whether losses die out upstream, so that bounds can close at all.
    public var isBounded: Bool { potentials.isUpstreamBounded }

    /// What every shock leaves, in the order of the shocks; `nil` where `progress` said to stop.
    ///
    /// - Parameters:
    ///   - threads: threads to use; the result is the same for any number.
    ///   - progress: told now and then how many are done; returns whether to go on.
    public func estimates(
        of shocks: [CascadeShock], threads: Int = 1,
        progress: @escaping @Sendable (Int) -> Bool = { _ in true }
    ) -> [CascadeEstimate]? {
        estimates(count: shocks.count, threads: threads, progress: progress) { shocks[$0] }
    }

    /// The same for shocks that are made when their turn comes.
    public func estimates(
        count: Int, threads: Int = 1, progress: @escaping @Sendable (Int) -> Bool = { _ in true },
        shock: @escaping @Sendable (Int) -> CascadeShock
    ) -> [CascadeEstimate]? {
        let found = PlainMemory<CascadeEstimate>(count)
        let done = Atomic<Int>(0)
        let queue = WorkQueue(count: count, block: 16)
        WorkQueue.run(threads: min(threads, max(1, (count + 15) / 16))) { _ in
            let cascade = PrunedCascade(
                self.rows, self.potentials, self.poolPotentials, weights: self.weights)
            while let piece = queue.take() {
                for number in piece {
                    let shock = shock(number)
                    found[number] = cascade.estimate(shock, tolerance: self.tolerance(shock))
                }
                if !progress(done.wrappingAdd(piece.count, ordering: .relaxed).newValue) { queue.stop() }
            }
        }
        return queue.wasStopped ? nil : (0..<count).map { found[$0] }
    }

    /// What a shock may be off, from a lower bound of its loss where the goal is relative.
    private func tolerance(_ shock: CascadeShock) -> Double {
        switch goal {
        case .absolute(let tolerance): return tolerance
        case .relative(let part):
            var least = 0.0
            for (place, node) in shock.nodes.enumerated() {
                let node = Int(node)
                let own = weights[node] * max(shock.downstream[place], shock.upstream[place])
                // The loss upstream is mass / visits to itself, and no more than `reach` of those.
                let up =
                    potentials.isUpstreamBounded
                    ? potentials.mass[node] / max(1, potentials.reach[node]) * shock.upstream[place] : 0
                least = shock.nodes.count == 1 ? max(own, up) : least + own
            }
            return max(part * least, 1e-16)
        }
    }
}
