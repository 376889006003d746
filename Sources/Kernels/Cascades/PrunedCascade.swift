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
    /// The largest network in which a loss is proven by following it everywhere, where potentials prove nothing.
    private static let largestProven = 200_000

    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let weights: PlainMemory<Double>
    /// Links to read at most for one shock at one threshold; losses that go round without end are given up there.
    private let limit: Int
    private let down: PrunedDownstream
    private lazy var up = PrunedUpstream(rows, potentials, weights: weights)
    private lazy var events = EventCascade(rows, stop: CascadeStop(change: 0))
    private lazy var spread = PrunedSpread(rows, potentials, weights: weights)

    init(
        _ rows: CascadeRows, _ potentials: CascadePotentials, _ poolPotentials: PoolPotentials,
        weights: PlainMemory<Double>
    ) {
        self.rows = rows
        self.potentials = potentials
        self.weights = weights
        limit = 2_000 * max(1, rows.suppliers.count)
        down = PrunedDownstream(rows, potentials, poolPotentials)
    }

    /// What a shock leaves; exact methods for one node where they hold, following the cascade itself for all else.
    func estimate(_ shock: CascadeShock, tolerance: Double) -> CascadeEstimate {
        down.reset()
        for (place, node) in shock.nodes.enumerated() { down.shock(Int(node), shock.downstream[place]) }
        var estimate = CascadeEstimate()
        var lacking = settle(tolerance, &estimate)
        if lacking > tolerance { lacking = min(lacking, proven(shock, tolerance, &estimate)) }
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
        down.settle(threshold: threshold, limit: limit)
        var lacking = down.bound(tolerance: tolerance)
        var unknown = 0
        while lacking > tolerance, estimate.passes < Self.attempts, threshold > 1e-15, unknown < 3 {
            estimate.passes += 1
            if !lacking.isFinite { unknown += 1 }
            threshold *= lacking.isFinite ? min(0.25, 0.5 * tolerance / lacking) : 0.05
            down.settle(threshold: threshold, limit: limit)
            lacking = down.bound(tolerance: tolerance)
        }
        return lacking
    }

    /// The same bound from above, where the potentials give none: from losses that are proven to be too large.
    private func proven(_ shock: CascadeShock, _ tolerance: Double, _ estimate: inout CascadeEstimate)
        -> Double
    {
        guard rows.nodeCount <= Self.largestProven else { return .infinity }
        var lift = 0.02 * tolerance
        var bound = Double.infinity
        while estimate.passes < 2 * Self.attempts, lift > 1e-14 {
            estimate.passes += 1
            let isProven = events.upperBound(
                shock, lift: lift, rounds: 200, start: down.loss, nodes: down.damaged,
                count: down.damagedCount)
            guard isProven else { break }
            bound = 0
            for place in 0..<events.hit.count {
                let node = Int(events.hit[place])
                bound += weights[node] * max(0, events.down[node] - down.loss[node])
            }
            if bound <= tolerance { break }
            lift *= min(0.25, 0.5 * tolerance / bound)
        }
        return bound
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
