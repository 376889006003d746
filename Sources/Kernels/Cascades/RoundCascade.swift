import CLanes

/// The published iteration for one node that fails alone, followed only where it matters: the same number of rounds, and
/// losses within a certified bound of those that the full iteration has in that round.
///
/// Upstream, with ret_s the probability that a walk from k first returns after s steps,
/// Σ w·u(t) = g_t(k) − Σ_{s ≤ t} ret_s g_{t−s}(k) for the full loss of k (the last visit to k, summed over). What is held back
/// is at most a threshold at every node and round, so no loss lacks more than rounds × threshold, nor does the growth of one. Where
/// that leaves open whether a round is the last, and for ret_s, walks are followed from both ends instead (``FirstPassage``).
/// Downstream, Σ w·(what losses lack) is at most what was held back in each round, weighed by `worth`.
final class RoundCascade {
    /// What was found; `nil` fields where the iteration could not be followed with proof.
    struct Answer {
        var total: Double
        var downstream: Double
        var upstream: Double
        var bound: Double
        var rounds: Int
        var change: Double
    }

    /// A loss so far, the part of it that was handed on, and what arrives in this round. Single precision, 16 bytes, so that
    /// a node takes a quarter of a cache line; what rounding adds is in the bound.
    private struct State: BitwiseCopyable {
        var value: Float = 0
        var handed: Float = 0
        var arrived: Float = 0
        var isHit: UInt32 = 0
    }

    /// A node whose loss grew in a round, by about so much.
    private struct Near: BitwiseCopyable {
        var node: UInt32
        var change: Float
    }

    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let steps: StepPotentials
    private let links: CompactLinks
    private let weights: PlainMemory<Double>
    private let stop: CascadeStop
    private let down: RoundDownstream
    private let states: PlainMemory<State>
    private let hit = GrowingList<UInt32>()
    private let touched = GrowingList<UInt32>()
    private var queue = GrowingList<UInt32>()
    private var nextQueue = GrowingList<UInt32>()
    private let returned = GrowingList<Double>()
    /// Nodes whose loss grew in this round by nearly as much as decides about the stop.
    private let near = GrowingList<Near>()
    private let passage: FirstPassage
    /// Links read for the node at hand, those that the next round would read, and how many may be.
    private var work = 0
    private var coming = 0
    private let limit: Int

    init(
        _ rows: CascadeRows, _ potentials: CascadePotentials, _ steps: StepPotentials,
        _ links: CompactLinks, weights: PlainMemory<Double>, stop: CascadeStop
    ) {
        self.rows = rows
        self.potentials = potentials
        self.steps = steps
        self.links = links
        self.weights = weights
        self.stop = stop
        down = RoundDownstream(rows, potentials, hasUnitFloor: stop.hasUnitFloor)
        states = PlainMemory(rows.nodeCount)
        passage = FirstPassage(rows)
        limit = max(100_000, rows.suppliers.count / 2)
    }

    /// Follows the failure of a node; `nil` where rounds or losses could not be told apart from others with proof and with
    /// less work than following it in full.
    func alone(_ node: Int, down downPart: Double, up upPart: Double, tolerance: Double) -> Answer? {
        var grain = Grain(
            up: Self.firstThreshold, weight: 1e-3 * tolerance, down: 1e-2 * stop.change)
        work = 0
        for _ in 0..<Self.attempts {
            switch follow(node, downPart, upPart, tolerance, grain) {
            case .done(let answer): return answer
            case .finer(let finer): grain = finer
            case .hopeless: return nil
            }
        }
        return nil
    }

    private static let firstThreshold = 5e-4
    private static let attempts = 6
    /// The most nodes whose growth is found exactly in a round.
    private static let nearest = 200

    /// What is held back at a node: upstream a part of its loss; downstream what weighs less and is smaller.
    private struct Grain {
        var up: Double
        var weight: Double
        var down: Double
    }

    private enum Outcome {
        case done(Answer)
        case finer(Grain)
        case hopeless
    }

    private func follow(
        _ node: Int, _ downPart: Double, _ upPart: Double, _ tolerance: Double, _ grain: Grain
    ) -> Outcome {
        reset()
        down.start(node, downPart)
        states[node] = State(value: 1, handed: .infinity, isHit: 1)
        hit.append(UInt32(node))
        queue.append(UInt32(node))
        var round = 0
        var change = 0.0
        while true {
            guard round < steps.rounds, round < stop.rounds else { return .hopeless }
            guard let downChange = down.round(threshold: grain.weight, growth: grain.down) else {
                return .hopeless
            }
            // Nothing is held back at the start, so that the first round lacks nothing.
            let held = Double(round) * grain.up * upPart
            let level = upPart > 0 ? (stop.change * (1 - 4e-6) - held) / upPart : 1
            var upChange = upPart * upstreamRound(node, Float(grain.up), near: Float(level))
            round += 1
            let downDoubt = down.doubt(rounds: round) + 1e-12
            var upDoubt = held + 1e-6 * upChange
            if upChange - upDoubt <= stop.change, upChange + upDoubt > stop.change,
                let exact = growthOfNear(node, upPart, round)
            {
                (upChange, upDoubt) = (exact, 1e-13)
            }
            change = max(downChange, upChange)
            if max(downChange - downDoubt, upChange - upDoubt) <= stop.change,
                max(downChange + downDoubt, upChange + upDoubt) > stop.change
            {
                return .finer(finer(grain, round, (downChange, downDoubt), (upChange, upDoubt)))
            }
            if change <= stop.change { break }
            if work + coming > limit { return .hopeless }
        }
        guard let lacking = down.lacking() else { return .hopeless }
        return finished(node, upPart, tolerance, grain, round, change, lacking)
    }

    /// The largest growth of a loss upstream in this round, where it is nearly what decides about the stop: exact at the nodes in
    /// question, the first above the stop being enough; `nil` where there are too many.
    private func growthOfNear(_ cause: Int, _ part: Double, _ round: Int) -> Double? {
        guard near.count <= Self.nearest else { return nil }
        var largest = 0.0
        passage.work = 0
        defer { work += passage.work }
        // Those that probably grew most come first.
        let nodes = (0..<near.count).map { near[$0] }.sorted { ($1.change, $0.node) < ($0.change, $1.node) }
        for one in nodes {
            let growth = passage.probabilities(
                from: Int(one.node), to: cause, steps: round, limit: max(0, limit / 4 - passage.work))
            guard let growth else { return nil }
            largest = max(largest, part * (growth.last ?? 0))
            if largest > stop.change { break }
        }
        return largest
    }

    /// A grain so fine that the growth of this round will be told from the stop, if it stays as far from it.
    private func finer(
        _ grain: Grain, _ round: Int, _ down: (change: Double, doubt: Double),
        _ up: (change: Double, doubt: Double)
    ) -> Grain {
        var finer = grain
        let downGap = abs(down.change - stop.change)
        if downGap <= down.doubt {
            let factor = min(0.25, max(1e-4, 0.4 * downGap / down.doubt))
            finer.down *= factor
            finer.weight *= factor
        }
        let upGap = abs(up.change - stop.change)
        if upGap <= up.doubt { finer.up *= min(0.4, max(1e-3, 0.6 * upGap / up.doubt)) }
        return finer
    }

    private func finished(
        _ cause: Int, _ part: Double, _ tolerance: Double, _ grain: Grain, _ round: Int, _ change: Double,
        _ lacking: Double
    ) -> Outcome {
        let whole = steps.mass(cause, after: round)
        let largest = Double(round - 1) * grain.up
        passage.work = 0
        let exact = passage.probabilities(from: cause, to: cause, steps: round, limit: limit)
        work += passage.work
        var upstream = whole
        for step in 0..<round {
            upstream -= (exact?[step] ?? returned[step]) * steps.mass(cause, after: round - step - 1)
        }
        var open = exact == nil ? part * largest * whole : 0
        var excess = 0.0
        var downstream = 0.0
        for place in 0..<down.damaged.count {
            let node = Int(down.damaged[place])
            let loss = down.loss[node]
            downstream += weights[node] * loss
            let above = loss - (node == cause ? part : part * Double(states[node].value))
            guard above > 0 else { continue }
            excess += weights[node] * above
            if node != cause { open += weights[node] * min(above, part * largest) }
        }
        let rounding = 1e-7 * Double(round + 4) * part * whole
        let bound = max(open, lacking) + rounding
        if bound > tolerance {
            var finer = grain
            if open > tolerance - rounding {
                guard rounding < 0.5 * tolerance else { return .hopeless }
                finer.up *= min(0.5, 0.7 * (tolerance - rounding) / open)
            }
            if lacking > tolerance - rounding { finer.weight *= min(0.5, 0.5 * tolerance / lacking) }
            return .finer(finer)
        }
        return .done(
            Answer(
                total: part * upstream + excess, downstream: downstream, upstream: part * upstream,
                bound: bound,
                rounds: round, change: change))
    }

    private func reset() {
        for place in 0..<hit.count { states[Int(hit[place])] = State() }
        hit.removeAll()
        queue.removeAll()
        returned.removeAll()
        down.reset()
    }

    /// One round upstream for the full loss of the cause; the largest growth of a loss.
    private func upstreamRound(_ cause: Int, _ threshold: Float, near level: Float) -> Double {
        let starts = rows.supplierStarts.start
        let links = links.values.start
        let states = states.start
        let end = rows.suppliers.count - 1
        for place in 0..<queue.count {
            let node = Int(queue[place])
            if place + 3 < queue.count {
                laneFetch(links + Int(starts[Int(queue[place + 3])]))
            }
            let state = states[node]
            let change = node == cause ? 1 : state.value - state.handed
            if node != cause { states[node].handed = state.value }
            work += Int(starts[node + 1] - starts[node])
            let last = Int(starts[node + 1])
            for link in Int(starts[node])..<last {
                // Rows lie side by side, so what follows is a link as well.
                laneFetch(states + Int(links[min(link + 12, end)].node))
                let step = links[link]
                let before = states[Int(step.node)].arrived
                states[Int(step.node)].arrived = before + step.share * change
                if before == 0 { touched.append(step.node) }
            }
        }
        var largest: Float = 0
        var back: Float = 0
        nextQueue.removeAll()
        near.removeAll()
        coming = 0
        for place in 0..<touched.count {
            if place + 12 < touched.count { laneFetch(states + Int(touched[place + 12])) }
            let node = Int(touched[place])
            var state = states[node]
            let change = state.arrived
            state.arrived = 0
            if node == cause {
                states[node] = state
                back = change
                continue
            }
            if change > level { near.append(Near(node: UInt32(node), change: change)) }
            largest = max(largest, change)
            if state.isHit == 0 {
                state.isHit = 1
                hit.append(UInt32(node))
            }
            state.value += change
            states[node] = state
            if state.value - state.handed > threshold {
                nextQueue.append(UInt32(node))
                coming += Int(starts[node + 1] - starts[node])
            }
        }
        touched.removeAll()
        returned.append(Double(back))
        swap(&queue, &nextQueue)
        return Double(largest)
    }
}
