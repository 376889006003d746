import CLanes

/// What a loss at a node weighs once all its consequences are counted: solved once for a network, used for every shock.
///
/// With L = W / denominator (rows add up to at most one), w the weights and G = (I − L)⁻¹:
/// `mass` is wᵀG, `reach` is G·1, `visits` is 1ᵀG. With D the shares downstream and σ̄ an upper bound of how far a pool
/// fails to stand in, `worth` is at least V = D(w̄ + σ̄V), so a loss e handed on by node i weighs at most e·V.
final class CascadePotentials: @unchecked Sendable {
    /// A pool's other output is at least this part of the whole where σ̄ = size / (part · whole) bounds σ.
    static let poolPart = 0.9

    let mass: PlainMemory<Double>
    let visits: PlainMemory<Double>
    let reach: PlainMemory<Double>
    let worth: PlainMemory<Double>
    /// D w̄: what a loss weighs one step further.
    let direct: PlainMemory<Double>
    /// w̄: the weights, at least a small part of the size, so that every size is bounded by a weight.
    let floored: PlainMemory<Double>
    /// σ̄ by node.
    let standIn: PlainMemory<Double>
    /// The largest size of a unit of w̄ in each pool.
    let sizeOfWeight: PlainMemory<Double>
    /// The two largest worths in each pool, and the node of the first.
    let largestWorth: PlainMemory<Double>
    let secondWorth: PlainMemory<Double>
    let largestNode: PlainMemory<UInt32>
    /// Whether σ̄ is 1 in a pool, which then needs no check of what remains.
    let isFullPool: PlainMemory<UInt8>
    /// `mass` is at most too small by `massSlack` · reach, and by `massPart` · (mass + `massFloor` · visits).
    private(set) var massSlack = 0.0
    private(set) var massPart = 0.0
    let massFloor: Double
    /// Whether the upstream potentials exist: a cascade loses something on its way.
    private(set) var isUpstreamBounded = true
    /// Whether the downstream potential exists.
    private(set) var isDownstreamBounded = true

    /// - Parameters:
    ///   - tolerance: the largest error downstream that shocks will be asked to meet.
    ///   - precision: how small `massSlack` should get; sweeps end when it is reached, at the latest after `sweeps`.
    ///   - threads: with two, the potentials upstream and downstream are made side by side.
    init(
        _ rows: CascadeRows, weights: PlainMemory<Double>, tolerance: Double, precision: Double,
        relative: Double?, isDownstreamOnly: Bool = false, sweeps: Int = 400, threads: Int = 1
    ) {
        let n = rows.nodeCount
        mass = PlainMemory(isDownstreamOnly ? 0 : n)
        visits = PlainMemory(isDownstreamOnly ? 0 : n)
        reach = PlainMemory(isDownstreamOnly ? 0 : n)
        worth = PlainMemory(n)
        direct = PlainMemory(n)
        floored = PlainMemory(n)
        standIn = PlainMemory(n)
        sizeOfWeight = PlainMemory(rows.poolCount)
        largestWorth = PlainMemory(rows.poolCount)
        secondWorth = PlainMemory(rows.poolCount)
        largestNode = PlainMemory(rows.poolCount)
        isFullPool = PlainMemory(rows.poolCount)
        massFloor = 0.01 / Double(max(1, n))
        bound(rows, weights, tolerance)
        guard !isDownstreamOnly else {
            solveWorth(rows, sweeps)
            return
        }
        _ = WorkQueue.both(
            threads: threads, { self.solveUpstream(rows, weights, precision, relative, sweeps) },
            { self.solveWorth(rows, sweeps) })
    }

    private func solveUpstream(
        _ rows: CascadeRows, _ weights: PlainMemory<Double>, _ precision: Double, _ relative: Double?,
        _ sweeps: Int
    ) {
        solveReach(rows, sweeps)
        if isUpstreamBounded { solveMass(rows, weights, precision, relative, sweeps) }
        if !isUpstreamBounded {
            // Without potentials every loss counts alike, so that cascades are followed as far as losses go.
            for node in 0..<rows.nodeCount { mass[node] = weights[node] + 1 }
        }
    }

    /// How far `mass` may be too small at a node.
    func massError(_ node: Int) -> Double {
        min(massSlack * reach[node], 1.1 * massPart * (mass[node] + massFloor * visits[node]))
    }

    private func bound(_ rows: CascadeRows, _ weights: PlainMemory<Double>, _ tolerance: Double) {
        var whole = 0.0
        for pool in 0..<rows.poolCount { whole += rows.poolSizes[pool] }
        let part = whole > 0 ? 0.05 / whole : 0
        for node in 0..<rows.nodeCount {
            floored[node] = max(weights[node], rows.sizes[node] * part)
            if floored[node] > 0 {
                let pool = Int(rows.pools[node])
                sizeOfWeight[pool] = max(sizeOfWeight[pool], rows.sizes[node] / floored[node])
            }
        }
        for pool in 0..<rows.poolCount
        where !rows.isSubstituting
            || sizeOfWeight[pool] * tolerance > (1 - Self.poolPart) * rows.poolSizes[pool]
        {
            isFullPool[pool] = 1
        }
        for node in 0..<rows.nodeCount {
            let pool = Int(rows.pools[node])
            let rest = Self.poolPart * rows.poolSizes[pool]
            let isFull = isFullPool[pool] == 1 || rows.sizes[node] >= rest
            standIn[node] = isFull ? 1 : rows.sizes[node] / rest
        }
    }

    /// ρ = 1 + Lρ from below, each new value used at once; the last sweep's largest change bounds what is missing.
    private func solveReach(_ rows: CascadeRows, _ sweeps: Int) {
        let value = reach.start
        let starts = rows.customerStarts.start
        let steps = rows.customers.start
        for node in 0..<rows.nodeCount { value[node] = 1 }
        var largest = 1.0
        var sweep = 0
        while largest > 1e-4, sweep < sweeps {
            largest = 0
            for node in stride(from: rows.nodeCount - 1, through: 0, by: -1) {
                var sum = 1.0
                for place in Int(starts[node])..<Int(starts[node + 1]) {
                    sum += Double(steps[place].share) * value[Int(steps[place].node)]
                }
                largest = max(largest, sum - value[node])
                value[node] = sum
            }
            sweep += 1
        }
        if largest > 1e-4 {
            isUpstreamBounded = false
            return
        }
        // The change of the last sweep is at least the residual before it; single precision adds its own 1e-7.
        let factor = 1 / (1 - largest) + 1e-6
        for node in 0..<rows.nodeCount { value[node] *= factor }
    }

    private func solveMass(
        _ rows: CascadeRows, _ weights: PlainMemory<Double>, _ precision: Double, _ relative: Double?,
        _ sweeps: Int
    ) {
        let mass = mass.start
        let visits = visits.start
        let starts = rows.supplierStarts.start
        let steps = rows.suppliers.start
        for node in 0..<rows.nodeCount {
            mass[node] = weights[node]
            visits[node] = 1
        }
        for sweep in 0..<sweeps {
            var all = 0.0
            var part = 0.0
            for node in 0..<rows.nodeCount {
                var sum = weights[node]
                var visit = 1.0
                for place in Int(starts[node])..<Int(starts[node + 1]) {
                    let supplier = Int(steps[place].node)
                    let share = Double(steps[place].share)
                    sum += share * mass[supplier]
                    visit += share * visits[supplier]
                }
                let change = max(0, sum - mass[node])
                all += change
                part = max(part, change / (weights[node] + massFloor))
                mass[node] = sum
                visits[node] = visit
            }
            massSlack = all
            massPart = part
            let isExact = massSlack <= precision
            let isRelative = relative.map { massPart <= $0 } ?? false
            if isExact || isRelative { break }
            if sweep == sweeps - 1 { isUpstreamBounded = massSlack < 1e-3 }
        }
    }

    /// V from below; what is missing is covered by a factor that the last sweep's changes give.
    private func solveWorth(_ rows: CascadeRows, _ sweeps: Int) {
        let n = rows.nodeCount
        let worth = worth.start
        let starts = rows.pushStarts.start
        let pushes = rows.pushes.start
        let value = PlainMemory<Double>(n)
        for node in 0..<n { value[node] = floored[node] }
        for node in 0..<n {
            var sum = 0.0
            for place in Int(starts[node])..<Int(starts[node + 1]) {
                sum += Double(pushes[place].share) * value[Int(pushes[place].customer)]
            }
            direct[node] = sum
        }
        var part = Double.infinity
        var sweep = 0
        while part > 1e-3, sweep < sweeps {
            part = 0
            for node in 0..<n {
                var sum = 0.0
                for place in Int(starts[node])..<Int(starts[node + 1]) {
                    sum += Double(pushes[place].share) * value.start[Int(pushes[place].customer)]
                }
                let change = sum - worth[node]
                if change > 0 { part = max(part, change / direct[node]) }
                worth[node] = sum
                value.start[node] = floored[node] + standIn[node] * sum
            }
            sweep += 1
            if part.isNaN || part > 1e12 { break }
        }
        guard part <= 1e-3 else {
            isDownstreamBounded = false
            // Without a potential every loss counts alike, so that cascades are followed as far as losses go.
            for node in 0..<n { worth[node] = 1 }
            return
        }
        let factor = 1 / (1 - part) + 1e-6
        for node in 0..<n {
            worth[node] *= factor
            let pool = Int(rows.pools[node])
            if worth[node] > largestWorth[pool] {
                secondWorth[pool] = largestWorth[pool]
                largestWorth[pool] = worth[node]
                largestNode[pool] = UInt32(node)
            } else {
                secondWorth[pool] = max(secondWorth[pool], worth[node])
            }
        }
    }
}
