import CLanes

/// The published iteration for one node that fails alone, followed only where it matters: the same number of rounds, and
/// losses within a certified bound of those that the full iteration has in that round.
///
/// Upstream, with ret_s the probability that a walk from k first returns after s steps,
/// Σ w·u(t) = g_t(k) − Σ_{s ≤ t} ret_s g_{t−s}(k) for the full loss of k (the last visit to k, summed over). What is held back
/// is at most a threshold at every node and round, so no loss lacks more than rounds × threshold, nor does the growth of one.
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
    /// Links read for the node at hand, and how many may be.
    private var work = 0
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
        limit = max(100_000, rows.suppliers.count / 3)
    }

    /// Follows the failure of a node; `nil` where rounds or losses could not be told apart from others with proof and with
    /// less work than following it in full.
    func alone(_ node: Int, down downPart: Double, up upPart: Double, tolerance: Double) -> Answer? {
        let mass = steps.mass(node, after: min(5, steps.rounds))
        var grain = Grain(
            up: min(Self.firstThreshold, 0.12 * tolerance / max(1e-12, upPart * mass)),
            weight: 1e-3 * tolerance, down: 1e-2 * stop.change)
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

    private static let firstThreshold = 2e-4
    private static let attempts = 6

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
            let upChange = upPart * upstreamRound(node, Float(grain.up))
            round += 1
            change = max(downChange, upChange)
            if work > limit { return .hopeless }
            let downDoubt = down.doubt(rounds: round) + 1e-12
            // Nothing is held back at the start, so that the first round lacks nothing.
            let upDoubt = (Double(round - 1) * grain.up + 1e-6 * upChange) * upPart
            if max(downChange - downDoubt, upChange - upDoubt) <= stop.change,
                max(downChange + downDoubt, upChange + upDoubt) > stop.change
            {
                return .finer(finer(grain, round, (downChange, downDoubt), (upChange, upDoubt)))
            }
            if change <= stop.change { break }
        }
        guard let lacking = down.lacking() else { return .hopeless }
        return finished(node, upPart, tolerance, grain, round, change, lacking)
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
        var upstream = whole
        for step in 0..<returned.count where returned[step] > 0 {
            upstream -= returned[step] * steps.mass(cause, after: round - step - 1)
        }
        let largest = Double(round - 1) * grain.up
        var open = part * largest * whole
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
    private func upstreamRound(_ cause: Int, _ threshold: Float) -> Double {
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
            largest = max(largest, change)
            if state.isHit == 0 {
                state.isHit = 1
                hit.append(UInt32(node))
            }
            state.value += change
            states[node] = state
            if state.value - state.handed > threshold { nextQueue.append(UInt32(node)) }
        }
        touched.removeAll()
        returned.append(Double(back))
        swap(&queue, &nextQueue)
        return Double(largest)
    }
}
