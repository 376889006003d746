/// The downstream part of a cascade, followed only where what is left out could weigh more than a given amount.
///
/// The losses found are never too large: they are the result of handing on less than there is. What they lack is bounded
/// afterwards from what was held back and the potential `worth`. One instance serves one thread.
final class PrunedDownstream {
    let rows: CascadeRows
    let potentials: CascadePotentials
    let loss: PlainMemory<Double>
    let handed: PlainMemory<Double>
    private let slots: PlainMemory<Double>
    private let lost: PlainMemory<Double>
    private let touchedSlots: PlainMemory<UInt32>
    private var touchedSlotCount = 0
    /// Damaged nodes, in the order in which the loss reached them.
    let damaged: PlainMemory<UInt32>
    private(set) var damagedCount = 0
    /// Damaged nodes of a pool as a linked list: first of each pool, next of each node, both plus one.
    let firstOfPool: PlainMemory<UInt32>
    let nextOfPool: PlainMemory<UInt32>
    private let isDirty: PlainMemory<UInt8>
    private let dirty = GrowingList<UInt32>()
    let touchedPools = GrowingList<UInt32>()
    let poolPotentials: PoolPotentials

    init(_ rows: CascadeRows, _ potentials: CascadePotentials, _ poolPotentials: PoolPotentials) {
        self.poolPotentials = poolPotentials
        self.rows = rows
        self.potentials = potentials
        loss = PlainMemory(rows.nodeCount)
        handed = PlainMemory(rows.nodeCount)
        slots = PlainMemory(rows.slotCount)
        lost = PlainMemory(rows.poolCount)
        touchedSlots = PlainMemory(rows.slotCount)
        damaged = PlainMemory(rows.nodeCount)
        firstOfPool = PlainMemory(rows.poolCount)
        nextOfPool = PlainMemory(rows.nodeCount)
        isDirty = PlainMemory(rows.poolCount)
    }

    /// Forgets the last shock.
    func reset() {
        for place in 0..<damagedCount {
            let node = Int(damaged[place])
            loss[node] = 0
            handed[node] = 0
            nextOfPool[node] = 0
        }
        for place in 0..<touchedSlotCount { slots[Int(touchedSlots[place])] = 0 }
        for place in 0..<touchedPools.count {
            let pool = touchedPools[place]
            lost[Int(pool)] = 0
            firstOfPool[Int(pool)] = 0
            isDirty[Int(pool)] = 0
        }
        damagedCount = 0
        touchedSlotCount = 0
        dirty.removeAll()
        touchedPools.removeAll()
    }

    /// A node loses at least this.
    func shock(_ node: Int, _ part: Double) {
        if part > loss[node] { raise(node, to: part) }
    }

    private func raise(_ node: Int, to part: Double) {
        let pool = Int(rows.pools[node])
        if loss[node] == 0 {
            damaged[damagedCount] = UInt32(node)
            damagedCount += 1
            if firstOfPool[pool] == 0 {
                touchedPools.append(UInt32(pool))
                nextOfPool[node] = UInt32.max
            } else {
                nextOfPool[node] = firstOfPool[pool]
            }
            firstOfPool[pool] = UInt32(node) + 1
        }
        lost[pool] += rows.sizes[node] * (part - loss[node])
        loss[node] = part
        if isDirty[pool] == 0 {
            isDirty[pool] = 1
            dirty.append(UInt32(pool))
        }
    }

    /// How far a node's pool fails to stand in for it.
    @inline(__always) func sigma(_ node: Int, _ rest: Double) -> Double {
        let size = rows.sizes[node]
        return !rows.isSubstituting || size >= rest ? 1 : size / rest
    }

    func rest(_ pool: Int) -> Double { max(0, rows.poolSizes[pool] - lost[pool]) }

    /// Hands on until nothing is held back that weighs more than `threshold` at a node, or `limit` links were read.
    func settle(threshold: Double, limit: Int) {
        if dirty.count == 0 {
            for place in 0..<touchedPools.count {
                let pool = touchedPools[place]
                isDirty[Int(pool)] = 1
                dirty.append(pool)
            }
        }
        let worth = potentials.worth.start
        var next = 0
        var work = 0
        while next < dirty.count, work < limit {
            let pool = Int(dirty[next])
            next += 1
            isDirty[pool] = 0
            let rest = rest(pool)
            var entry = firstOfPool[pool]
            while entry != 0, entry != UInt32.max {
                let node = Int(entry - 1)
                entry = nextOfPool[node]
                let effect = loss[node] * sigma(node, rest)
                let change = effect - handed[node]
                if change * worth[node] > threshold {
                    handed[node] = effect
                    handOn(node, change)
                    work += Int(rows.pushStarts[node + 1] - rows.pushStarts[node]) + 1
                }
            }
        }
        for place in next..<max(next, dirty.count) { isDirty[Int(dirty[place])] = 0 }
        dirty.removeAll()
    }

    private func handOn(_ node: Int, _ change: Double) {
        let pushes = rows.pushes.start
        let slots = slots.start
        let loss = loss.start
        let begin = Int(rows.pushStarts[node])
        let end = Int(rows.pushStarts[node + 1])
        for place in begin..<end {
            let push = pushes[place]
            let before = slots[Int(push.slot)]
            let after = before + Double(push.share) * change
            slots[Int(push.slot)] = after
            if before == 0 {
                touchedSlots[touchedSlotCount] = push.slot
                touchedSlotCount += 1
            }
            let customer = Int(push.customer)
            if after > loss[customer], loss[customer] < 1 { raise(customer, to: min(after, 1)) }
        }
    }
}
