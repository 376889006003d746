/// What a cascade leaves, each loss with how far it may be off.
public struct CascadeEstimate: Sendable, Equatable, BitwiseCopyable {
    /// Σ weight · max(loss downstream, loss upstream).
    public var total = 0.0
    /// Σ weight · loss downstream.
    public var downstream = 0.0
    /// Σ weight · loss upstream.
    public var upstream = 0.0
    /// None of the three is off by more than this. Where no bound could be proven, what is left up to 1.
    public var bound = 0.0
    /// Whether the bound was proven to be what was asked for.
    public var isCertified = true
    /// How often the cascade was followed further until the bound held.
    public var passes = 1

    /// No loss.
    public init() {}
}

/// The losses of shocks, followed only as far as a certified bound of the error needs. One instance serves one thread.
final class PrunedCascade {
    private static let attempts = 12

    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let weights: PlainMemory<Double>
    private let down: PrunedDownstream
    private lazy var up = PrunedUpstream(rows, potentials, weights: weights)
    private lazy var spread = PrunedSpread(rows, potentials, weights: weights)

    init(_ rows: CascadeRows, _ potentials: CascadePotentials, weights: PlainMemory<Double>) {
        self.rows = rows
        self.potentials = potentials
        self.weights = weights
        down = PrunedDownstream(rows, potentials)
    }

    /// What a shock leaves; exact methods for one node where they hold, following the cascade itself for all else.
    func estimate(_ shock: CascadeShock, tolerance: Double) -> CascadeEstimate {
        down.reset()
        for (place, node) in shock.nodes.enumerated() { down.shock(Int(node), shock.downstream[place]) }
        var estimate = CascadeEstimate()
        let lacking = settle(tolerance, &estimate)
        for place in 0..<down.damagedCount {
            let node = Int(down.damaged[place])
            estimate.downstream += weights[node] * down.loss[node]
        }
        if shock.nodes.count == 1, potentials.isUpstreamBounded {
            alone(Int(shock.nodes[0]), part: shock.upstream[0], lacking, tolerance, &estimate)
        } else {
            together(shock, lacking, tolerance, &estimate)
        }
        estimate.isCertified = estimate.bound <= tolerance
        estimate.bound = min(estimate.bound, max(0, 1 - estimate.total) + 1e-12)
        return estimate
    }

    /// Follows the loss downstream until what is left out is small enough; the bound of it.
    private func settle(_ tolerance: Double, _ estimate: inout CascadeEstimate) -> Double {
        var threshold = 0.02 * tolerance
        down.settle(threshold: threshold)
        var lacking = down.bound(tolerance: tolerance)
        while lacking > tolerance, estimate.passes < Self.attempts, threshold > 1e-15 {
            estimate.passes += 1
            threshold *= lacking.isFinite ? min(0.25, 0.5 * tolerance / lacking) : 0.05
            down.settle(threshold: threshold)
            lacking = down.bound(tolerance: tolerance)
        }
        return lacking
    }

    private func alone(
        _ node: Int, part: Double, _ lacking: Double, _ tolerance: Double, _ estimate: inout CascadeEstimate
    ) {
        let mass = potentials.mass[node] * part
        let slack = potentials.massError(node) * part
        let goal = max(tolerance - slack, 0.1 * tolerance)
        var returns = PrunedUpstream.Returns(known: 0, open: 0, threshold: nil)
        if part > 0 {
            returns = up.returns(of: node, tolerance: 0.8 * goal / part)
        }
        var overlap = overlap(node, part, returns.threshold)
        while mass * returns.open + overlap.open > goal, (returns.threshold ?? 1) > 1e-15,
            estimate.passes < 3 * Self.attempts
        {
            estimate.passes += 1
            returns = up.tighten(threshold: (returns.threshold ?? 0.04) / 4)
            overlap = self.overlap(node, part, returns.threshold)
        }
        estimate.upstream = mass * (1 - returns.known)
        estimate.total = estimate.upstream + overlap.excess
        estimate.bound = max(mass * returns.open + overlap.open, lacking) + slack
    }

    /// Σ w · (loss downstream − loss upstream) where that is positive, and how far it may be too large.
    private func overlap(_ cause: Int, _ part: Double, _ threshold: Double?) -> (excess: Double, open: Double)
    {
        var excess = 0.0
        var open = 0.0
        for place in 0..<down.damagedCount {
            let node = Int(down.damaged[place])
            let below = node == cause ? part : part * (threshold == nil ? 0 : up.hit(node))
            let above = down.loss[node] - below
            guard above > 0 else { continue }
            excess += weights[node] * above
            if node == cause { continue }
            if let threshold {
                open += weights[node] * min(above, part * threshold * (potentials.reach[node] - 1))
            } else {
                open += min(weights[node] * above, part * potentials.mass[cause])
            }
        }
        if threshold != nil, open > 0 { open = min(open, part * up.missingMass()) }
        return (excess, open)
    }

    private func together(
        _ shock: CascadeShock, _ lacking: Double, _ tolerance: Double, _ estimate: inout CascadeEstimate
    ) {
        spread.reset()
        for (place, node) in shock.nodes.enumerated() { spread.shock(Int(node), shock.upstream[place]) }
        let limit = 2_000 * max(1, rows.suppliers.count)
        let room = max(tolerance - (lacking.isFinite ? lacking : 0), 0.2 * tolerance)
        var threshold = room / Double(max(1, rows.nodeCount))
        var open = spread.settle(threshold: threshold, limit: limit)
        while open > room, threshold > 1e-18, estimate.passes < 3 * Self.attempts {
            estimate.passes += 1
            threshold *= 0.1
            open = spread.settle(threshold: threshold, limit: limit)
        }
        for place in 0..<spread.hitCount {
            let node = Int(spread.hit[place])
            estimate.upstream += weights[node] * spread.loss[node]
            estimate.total += weights[node] * max(spread.loss[node], down.loss[node])
        }
        for place in 0..<down.damagedCount {
            let node = Int(down.damaged[place])
            if spread.loss[node] == 0 { estimate.total += weights[node] * down.loss[node] }
        }
        estimate.bound = potentials.isUpstreamBounded ? lacking + open : .infinity
    }
}
