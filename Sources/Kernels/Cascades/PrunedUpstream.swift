import CLanes

/// The upstream loss that one node causes by failing alone, from the network's potentials and its return probability.
///
/// Where rows of L = W / denominator add up to at most one, the loss of i is the probability that a walk by L from i meets k,
/// so Σ w·loss = (wᵀG)_k · (1 − R_k), with R_k the probability that a walk from k comes back. Proof: u = G e_k / G_kk solves
/// u_k = 1, u_i = Σ L_ij u_j, and G_kk = 1 / (1 − R_k). R_k is bounded from both ends of the walks that return: a push forward
/// from k leaves a rest q, a push backward from k gives hitting probabilities that lack at most threshold · (reach − 1).
final class PrunedUpstream {
    /// A node's hitting probability so far, and the part of it that was handed on.
    struct State: BitwiseCopyable {
        var value: Double
        var handed: Double
    }

    /// Links that a push backward reads for each walk that it follows, to weigh against links read forward; measured.
    private static let effort = 0.02

    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let weights: PlainMemory<Double>
    private let states: PlainMemory<State>
    private let touched: PlainMemory<UInt32>
    private var touchedCount = 0
    private let queue = GrowingList<UInt32>()
    private let forward: PlainMemory<Double>
    private let front = GrowingList<UInt32>()
    private var cause = 0
    private var returned = 0.0
    private let meanDegree: Double

    init(_ rows: CascadeRows, _ potentials: CascadePotentials, weights: PlainMemory<Double>) {
        self.rows = rows
        self.potentials = potentials
        self.weights = weights
        states = PlainMemory(rows.nodeCount)
        touched = PlainMemory(rows.nodeCount)
        forward = PlainMemory(rows.nodeCount)
        meanDegree = Double(rows.suppliers.count) / Double(max(1, rows.nodeCount))
    }

    /// What is known of the return probability of `cause` and of what it hits.
    struct Returns {
        /// R_k is at least this, and at most this and `open` together.
        var known: Double
        var open: Double
        /// The threshold of the push backward; `nil` where none was needed.
        var threshold: Double?
    }

    func hit(_ node: Int) -> Double { states[node].value }

    /// Bounds the return probability of a node so closely that `mass · open` is at most `tolerance`.
    func returns(of node: Int, tolerance: Double) -> Returns {
        reset()
        cause = node
        let mass = potentials.mass[node]
        let begin = Int(rows.customerStarts[node])
        if Int(rows.customerStarts[node + 1]) == begin { return Returns(known: 0, open: 0, threshold: nil) }
        let scale = Self.effort * meanDegree * potentials.visits[node] * mass / tolerance
        pushForward(min(scale, 4 * Double(rows.suppliers.count)))
        var open = 0.0
        var rest = 0.0
        for place in 0..<front.count {
            let node = front[place]
            let q = forward[Int(node)]
            let weight = weights[Int(node)]
            open += q * (weight > mass ? mass / weight : 1)
            rest += q * (potentials.reach[Int(node)] - 1)
        }
        if mass * open <= tolerance { return Returns(known: returned, open: open, threshold: nil) }
        return tighten(threshold: tolerance / (mass * rest))
    }

    /// Pushes backward down to a threshold, from where the last push stood.
    func tighten(threshold: Double) -> Returns {
        let threshold = min(threshold, 0.9)
        pushBackward(threshold)
        var known = returned
        var open = 0.0
        for place in 0..<front.count {
            let node = front[place]
            let q = forward[Int(node)]
            known += q * states[Int(node)].value
            open += q * threshold * (potentials.reach[Int(node)] - 1)
        }
        return Returns(known: known, open: open, threshold: threshold)
    }

    /// An upper bound of the mass that the push backward has not reached.
    func missingMass() -> Double {
        var sum = 0.0
        for place in 0..<touchedCount {
            let node = Int(touched[place])
            let state = states[node]
            guard state.handed < .infinity else { continue }
            sum += (state.value - state.handed) * (potentials.mass[node] - weights[node])
        }
        return sum
    }

    private func reset() {
        for place in 0..<touchedCount { states[Int(touched[place])] = State(value: 0, handed: 0) }
        touchedCount = 0
        for place in 0..<front.count { forward[Int(front[place])] = 0 }
        front.removeAll()
        queue.removeAll()
        returned = 0
    }

    /// Pushes walks that start at the cause forward, as long as a node's part weighs more than the links to read.
    private func pushForward(_ scale: Double) {
        let starts = rows.customerStarts.start
        let steps = rows.customers.start
        let forward = forward.start
        let factor = scale
        func spread(_ node: Int, _ amount: Double) {
            let begin = Int(starts[node])
            let end = Int(starts[node + 1])
            for place in begin..<end {
                let step = steps[place]
                let part = amount * step.share
                if Int(step.node) == cause {
                    returned += part
                    continue
                }
                let before = forward[Int(step.node)]
                if before == 0 { front.append(step.node) }
                let after = before + part
                forward[Int(step.node)] = after
                let price = Double(starts[Int(step.node) + 1] - starts[Int(step.node)]) + 4
                if after * factor > price, before * factor <= price { queue.append(step.node) }
            }
        }
        spread(cause, 1)
        var next = 0
        while next < queue.count {
            let node = Int(queue[next])
            next += 1
            let amount = forward[node]
            // Left at a trace above zero, so that the node is listed once.
            forward[node] = Double.leastNormalMagnitude
            spread(node, amount)
        }
        queue.removeAll()
    }

    private func pushBackward(_ threshold: Double) {
        let starts = rows.supplierStarts.start
        let steps = rows.suppliers.start
        let states = states.start
        let touched = touched.start
        var touchedCount = touchedCount
        if touchedCount == 0 {
            states[cause] = State(value: 1, handed: .infinity)
            touched[0] = UInt32(cause)
            touchedCount = 1
            queue.append(UInt32(cause))
        } else {
            for place in 0..<touchedCount {
                let node = touched[place]
                if states[Int(node)].value - states[Int(node)].handed > threshold { queue.append(node) }
            }
        }
        var next = 0
        while next < queue.count {
            let node = Int(queue[next])
            next += 1
            let state = states[node]
            let change = node == cause ? 1 : state.value - state.handed
            if node != cause { states[node].handed = state.value }
            let begin = Int(starts[node])
            let end = Int(starts[node + 1])
            for place in begin..<end {
                let step = steps[place]
                let supplier = Int(step.node)
                let before = states[supplier]
                let after = before.value + step.share * change
                states[supplier].value = after
                if before.value == 0 {
                    touched[touchedCount] = step.node
                    touchedCount += 1
                }
                if after - before.handed > threshold, before.value - before.handed <= threshold {
                    queue.append(step.node)
                }
            }
        }
        queue.removeAll()
        self.touchedCount = touchedCount
    }
}
