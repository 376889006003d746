import CLanes

/// The upstream part of a cascade from any shock, followed only where what is left out could weigh more than a given amount.
///
/// Several shocked nodes pin each other's losses, which is no linear problem any more: u = max(y, L u). Losses found are never
/// too large, and where rows of L add up to at most one they lack in all at most Σ held back · (mass − weight).
final class PrunedSpread {
    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let weights: PlainMemory<Double>
    let loss: PlainMemory<Double>
    private let arrived: PlainMemory<Double>
    private let handed: PlainMemory<Double>
    /// Nodes with a loss, in the order in which it reached them.
    let hit: PlainMemory<UInt32>
    private(set) var hitCount = 0
    private let queue = GrowingList<UInt32>()

    init(_ rows: CascadeRows, _ potentials: CascadePotentials, weights: PlainMemory<Double>) {
        self.rows = rows
        self.potentials = potentials
        self.weights = weights
        loss = PlainMemory(rows.nodeCount)
        arrived = PlainMemory(rows.nodeCount)
        handed = PlainMemory(rows.nodeCount)
        hit = PlainMemory(rows.nodeCount)
    }

    /// Forgets the last shock.
    func reset() {
        for place in 0..<hitCount {
            let node = Int(hit[place])
            loss[node] = 0
            arrived[node] = 0
            handed[node] = 0
        }
        hitCount = 0
    }

    /// A node loses at least this.
    func shock(_ node: Int, _ part: Double) {
        guard part > loss[node] else { return }
        if loss[node] == 0 {
            hit[hitCount] = UInt32(node)
            hitCount += 1
        }
        loss[node] = part
    }

    /// Hands on until nothing is held back that weighs more than `threshold` at a node, or `limit` links were read.
    ///
    /// - Returns: an upper bound of what the losses lack, weighed.
    func settle(threshold: Double, limit: Int) -> Double {
        let starts = rows.supplierStarts.start
        let steps = rows.suppliers.start
        let loss = loss.start
        let arrived = arrived.start
        let handed = handed.start
        let mass = potentials.mass.start
        let weights = weights.start
        for place in 0..<hitCount {
            let node = Int(hit[place])
            if (loss[node] - handed[node]) * (mass[node] - weights[node]) > threshold {
                queue.append(UInt32(node))
            }
        }
        var next = 0
        var work = 0
        while next < queue.count, work < limit {
            let node = Int(queue[next])
            next += 1
            let change = loss[node] - handed[node]
            handed[node] = loss[node]
            let end = Int(starts[node + 1])
            work += end - Int(starts[node])
            for place in Int(starts[node])..<end {
                let step = steps[place]
                let supplier = Int(step.node)
                let sum = arrived[supplier] + step.share * change
                arrived[supplier] = sum
                let before = loss[supplier]
                guard sum > before, before < 1 else { continue }
                if before == 0 {
                    hit[hitCount] = step.node
                    hitCount += 1
                }
                loss[supplier] = min(sum, 1)
                let price = mass[supplier] - weights[supplier]
                if (loss[supplier] - handed[supplier]) * price > threshold,
                    (before - handed[supplier]) * price <= threshold
                {
                    queue.append(step.node)
                }
            }
        }
        queue.removeAll()
        var lacking = 0.0
        for place in 0..<hitCount {
            let node = Int(hit[place])
            lacking += (loss[node] - handed[node]) * (mass[node] - weights[node])
        }
        return lacking
    }
}
