import CLanes
import Synchronization

/// The published iteration for every node of a large network: the same rounds as in full, losses within a certified bound.
///
/// Scenarios for which no proof closes, and those of several nodes, are followed in full.
public final class PeerCascade: Sendable {
    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let steps: StepPotentials
    private let links: CompactLinks
    private let weights: PlainMemory<Double>
    private let stop: CascadeStop
    private let tolerance: Double
    private let isSubstochastic: Bool

    /// Potentials of a network made ready.
    ///
    /// - Parameters:
    ///   - weights: one weight a node, adding up to one.
    ///   - tolerance: how far losses may be off those of the full iteration.
    public init(_ rows: CascadeRows, weights: [Double], stop: CascadeStop, tolerance: Double) {
        self.rows = rows
        self.weights = PlainMemory(weights)
        self.stop = stop
        self.tolerance = tolerance
        potentials = CascadePotentials(
            rows, weights: self.weights, tolerance: 1e-3 * min(tolerance, 1e-5), precision: 0, relative: nil,
            isDownstreamOnly: true)
        steps = StepPotentials(rows, weights: self.weights, rounds: 24)
        links = CompactLinks(rows)
        var largest = 0.0
        for node in 0..<rows.nodeCount {
            var sum = 0.0
            for place in Int(rows.customerStarts[node])..<Int(rows.customerStarts[node + 1]) {
                sum += rows.customers[place].share
            }
            largest = max(largest, sum)
        }
        isSubstochastic = largest <= 1 + 1e-9
    }

    /// What every shock leaves, with rounds and bound, and how many were followed in full; `nil` where told to stop.
    public func losses(
        count: Int, threads: Int = 1, progress: @escaping @Sendable (Int) -> Bool = { _ in true },
        shock: @escaping @Sendable (Int) -> CascadeShock
    ) -> [PeerLoss]? {
        let found = PlainMemory<PeerLoss>(count)
        let done = Atomic<Int>(0)
        let open = Mutex<[Int]>([])
        let queue = WorkQueue(count: count, block: 16)
        WorkQueue.run(threads: min(threads, max(1, (count + 15) / 16))) { _ in
            let rounds = RoundCascade(
                self.rows, self.potentials, self.steps, self.links, weights: self.weights, stop: self.stop)
            while let piece = queue.take() {
                var finished = 0
                for number in piece {
                    if let loss = self.loss(shock(number), rounds) {
                        found[number] = loss
                        finished += 1
                    } else {
                        open.withLock { $0.append(number) }
                    }
                }
                if !progress(done.wrappingAdd(finished, ordering: .relaxed).newValue) { queue.stop() }
            }
        }
        if queue.wasStopped { return nil }
        let numbers = open.withLock { $0.sorted() }
        let whole = ExactCascade(rows, weights: [weights]).losses(
            of: numbers.map { shock($0) }, stop: stop, method: numbers.count >= 4 ? .lanes : .events,
            threads: threads, progress: { progress(count - numbers.count + $0) })
        guard let whole else { return nil }
        for (number, loss) in zip(numbers, whole) {
            found[number] = PeerLoss(loss)
        }
        return (0..<count).map { found[$0] }
    }

    private func loss(_ shock: CascadeShock, _ rounds: RoundCascade) -> PeerLoss? {
        guard shock.nodes.count == 1, isSubstochastic,
            let answer = rounds.alone(
                Int(shock.nodes[0]), down: shock.downstream[0], up: shock.upstream[0], tolerance: tolerance)
        else { return nil }
        return PeerLoss(
            total: answer.total, downstream: answer.downstream, upstream: answer.upstream,
            bound: answer.bound, rounds: answer.rounds, change: answer.change, isExact: false)
    }
}

/// What the published iteration leaves, with how far it may be off.
public struct PeerLoss: Sendable, Equatable, BitwiseCopyable {
    /// Σ weight · max(loss downstream, loss upstream).
    public var total: Double
    /// Σ weight · loss downstream.
    public var downstream: Double
    /// Σ weight · loss upstream.
    public var upstream: Double
    /// None of the three is off the full iteration by more than this.
    public var bound: Double
    /// Rounds until the end, those of the full iteration.
    public var rounds: Int
    /// The largest growth of a loss in the last round.
    public var change: Double
    /// Whether it was followed in full.
    public var isExact: Bool

    init(
        total: Double, downstream: Double, upstream: Double, bound: Double, rounds: Int, change: Double,
        isExact: Bool
    ) {
        self.total = total
        self.downstream = downstream
        self.upstream = upstream
        self.bound = bound
        self.rounds = rounds
        self.change = change
        self.isExact = isExact
    }

    /// An estimate as such a loss; its passes count as rounds.
    public init(_ estimate: CascadeEstimate) {
        self.init(
            total: estimate.total, downstream: estimate.downstream, upstream: estimate.upstream,
            bound: estimate.bound, rounds: estimate.passes, change: 0, isExact: false)
    }

    /// The losses of the full iteration, by the first column of weights.
    public init(_ loss: CascadeLoss) {
        self.init(
            total: loss.total.first ?? 0, downstream: loss.downstream.first ?? 0,
            upstream: loss.upstream.first ?? 0, bound: 0, rounds: loss.rounds, change: loss.change,
            isExact: true)
    }
}
