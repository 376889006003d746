import Synchronization

/// What a loss at a node costs one pool in output, as ``CascadePotentials/worth`` does for all nodes.
final class PoolPotential: Sendable {
    /// In single precision, rounded up.
    private let value: PlainMemory<Float>
    private let part: Double
    let isBounded: Bool

    init(_ pool: Int, _ rows: CascadeRows, _ potentials: CascadePotentials) {
        let n = rows.nodeCount
        let found = PlainMemory<Double>(n)
        let worth = found.start
        func source(_ node: Int) -> Double { Int(rows.pools[node]) == pool ? rows.sizes[node] : 0 }
        let goal = 1e-3 * potentials.sizeOfWeight[pool]
        let weighed = PlainMemory<Double>(n)
        for node in 0..<n { weighed[node] = source(node) }
        let starts = rows.pushStarts.start
        let pushes = rows.pushes.start
        var part = Double.infinity
        var sweep = 0
        while part > goal, sweep < 400 {
            part = 0
            for node in 0..<n {
                var sum = 0.0
                for place in Int(starts[node])..<Int(starts[node + 1]) {
                    sum += pushes[place].share * weighed.start[Int(pushes[place].customer)]
                }
                let change = sum - worth[node]
                if change > 0 { part = max(part, change / potentials.direct[node]) }
                worth[node] = sum
                weighed.start[node] = source(node) + potentials.standIn[node] * sum
            }
            sweep += 1
        }
        value = PlainMemory(n)
        for node in 0..<n {
            let rounded = Float(worth[node])
            value[node] = Double(rounded) < worth[node] ? rounded.nextUp : rounded
        }
        self.part = part
        isBounded = part <= goal
    }

    /// With what the sweeps have not reached.
    func worth(_ node: Int, _ potentials: CascadePotentials) -> Double {
        Double(value[node]) + part * potentials.worth[node]
    }
}

/// Potentials of pools in which a loss feeds itself strongly, made where one is first asked for and shared by all threads.
final class PoolPotentials: Sendable {
    /// The most numbers that are kept; beyond, all are forgotten and made again where they are needed.
    private static let largest = 8_000_000
    private let known = Mutex<[Int: PoolPotential]>([:])

    /// The potential of a pool; it depends on nothing but the pool.
    func potential(of pool: Int, _ rows: CascadeRows, _ potentials: CascadePotentials) -> PoolPotential {
        if let found = known.withLock({ $0[pool] }) { return found }
        let made = PoolPotential(pool, rows, potentials)
        known.withLock { known in
            if known.count * rows.nodeCount > Self.largest { known.removeAll() }
            known[pool] = made
        }
        return made
    }
}
