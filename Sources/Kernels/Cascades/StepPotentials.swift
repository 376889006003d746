import CLanes

/// What a loss at a node weighs after each number of rounds upstream: g_t = Σ_{s ≤ t} wᵀLˢ for t = 0 … `rounds`.
///
/// These exist in closed networks too, where the limit does not.
final class StepPotentials: Sendable {
    /// The last t.
    let rounds: Int
    private let values: PlainMemory<Float>

    init(_ rows: CascadeRows, weights: PlainMemory<Double>, rounds: Int) {
        let n = rows.nodeCount
        self.rounds = rounds
        values = PlainMemory(n * (rounds + 1))
        let stride = rounds + 1
        let now = PlainMemory<Double>(n)
        let next = PlainMemory<Double>(n)
        for node in 0..<n {
            now[node] = weights[node]
            values[node * stride] = Float(weights[node])
        }
        let starts = rows.supplierStarts.start
        let steps = rows.suppliers.start
        for round in 1...max(1, rounds) where round <= rounds {
            for node in 0..<n {
                var sum = weights[node]
                for place in Int(starts[node])..<Int(starts[node + 1]) {
                    sum += steps[place].share * now.start[Int(steps[place].node)]
                }
                next.start[node] = sum
                values.start[node * stride + round] = Float(sum)
            }
            now.start.update(from: next.start, count: n)
        }
    }

    /// g_t at a node, within 1e-7 of itself.
    @inline(__always) func mass(_ node: Int, after round: Int) -> Double {
        Double(values[node * (rounds + 1) + round])
    }
}

/// The suppliers of each customer with shares in single precision: 8 bytes a link, read far more often than anything else.
final class CompactLinks: Sendable {
    /// A supplier and the share of its sales that the customer takes.
    struct Link: BitwiseCopyable {
        var node: UInt32
        var share: Float
    }

    let values: PlainMemory<Link>

    init(_ rows: CascadeRows) {
        values = PlainMemory(rows.suppliers.count)
        for place in 0..<rows.suppliers.count {
            let pull = rows.suppliers[place]
            values[place] = Link(node: pull.node, share: Float(pull.share))
        }
    }
}
