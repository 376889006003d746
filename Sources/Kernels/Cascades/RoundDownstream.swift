/// The downstream part of the published iteration, round by round, with small increments held back.
final class RoundDownstream {
    private let rows: CascadeRows
    private let potentials: CascadePotentials
    private let hasUnitFloor: Bool
    let loss: PlainMemory<Double>
    private let handed: PlainMemory<Double>
    private let slots: PlainMemory<Double>
    private let lost: PlainMemory<Double>
    let damaged = GrowingList<UInt32>()
    private let touchedSlots = GrowingList<UInt32>()
    private let touched = GrowingList<UInt32>()
    private let isTouched: PlainMemory<UInt8>
    private let firstOfPool: PlainMemory<UInt32>
    private let nextOfPool: PlainMemory<UInt32>
    private let isDirty: PlainMemory<UInt8>
    private var dirty = GrowingList<UInt32>()
    private var nextDirty = GrowingList<UInt32>()
    private let touchedPools = GrowingList<UInt32>()
    private var growth = 0.0
    /// What was held back in all rounds, weighed.
    private var held = 0.0
    /// What is held back now: by pool, so that only pools that changed are looked at.
    private let heldOfPool: PlainMemory<Double>
    private var heldNow = 0.0

    init(_ rows: CascadeRows, _ potentials: CascadePotentials, hasUnitFloor: Bool) {
        self.rows = rows
        self.potentials = potentials
        self.hasUnitFloor = hasUnitFloor
        loss = PlainMemory(rows.nodeCount)
        handed = PlainMemory(rows.nodeCount)
        slots = PlainMemory(rows.slotCount)
        lost = PlainMemory(rows.poolCount)
        heldOfPool = PlainMemory(rows.poolCount)
        isTouched = PlainMemory(rows.nodeCount)
        firstOfPool = PlainMemory(rows.poolCount)
        nextOfPool = PlainMemory(rows.nodeCount)
        isDirty = PlainMemory(rows.poolCount)
    }

    /// Forgets the last shock.
    func reset() {
        for place in 0..<damaged.count {
            let node = Int(damaged[place])
            loss[node] = 0
            handed[node] = 0
            nextOfPool[node] = 0
        }
        for place in 0..<touchedSlots.count { slots[Int(touchedSlots[place])] = 0 }
        for place in 0..<touchedPools.count {
            let pool = Int(touchedPools[place])
            lost[pool] = 0
            heldOfPool[pool] = 0
            firstOfPool[pool] = 0
            isDirty[pool] = 0
        }
        damaged.removeAll()
        touchedSlots.removeAll()
        touchedPools.removeAll()
        dirty.removeAll()
        held = 0
        heldNow = 0
    }

    /// A node loses this part.
    func start(_ node: Int, _ part: Double) {
        if part > 0 { raise(node, to: part) }
    }

    private func raise(_ node: Int, to part: Double) {
        let pool = Int(rows.pools[node])
        if loss[node] == 0 {
            damaged.append(UInt32(node))
            if firstOfPool[pool] == 0 { touchedPools.append(UInt32(pool)) }
            nextOfPool[node] = firstOfPool[pool] == 0 ? UInt32.max : firstOfPool[pool]
            firstOfPool[pool] = UInt32(node) + 1
        }
        lost[pool] += rows.sizes[node] * (part - loss[node])
        loss[node] = part
        if isDirty[pool] == 0 {
            isDirty[pool] = 1
            dirty.append(UInt32(pool))
        }
    }

    /// What remains of a pool, as the published programs count it; `nil` where their quirk with units could bite.
    private func rest(_ pool: Int) -> Double? {
        let whole = rows.poolSizes[pool]
        var rest = whole - lost[pool]
        if rest <= 1e-6 * whole {
            // Nearly all is rounding: taken afresh.
            rest = 0
            for place in Int(rows.poolStarts[pool])..<Int(rows.poolStarts[pool + 1]) {
                let node = Int(rows.poolNodes[place])
                rest += rows.sizes[node] * (1 - loss[node])
            }
        }
        guard hasUnitFloor, rest <= 1e-10 else { return rest }
        var entry = firstOfPool[pool]
        while entry != 0, entry != UInt32.max {
            let node = Int(entry - 1)
            if rows.sizes[node] > 0, rows.sizes[node] < 1 { return nil }
            entry = nextOfPool[node]
        }
        return 1
    }

    /// One round; the largest growth of a loss, `nil` where it cannot be followed.
    ///
    /// - Parameters:
    ///   - threshold: increments that weigh less are held back,
    ///   - growth: unless they are larger than this.
    func round(threshold: Double, growth: Double) -> Double? {
        self.growth = growth
        swap(&dirty, &nextDirty)
        dirty.removeAll()
        for place in 0..<nextDirty.count {
            let pool = Int(nextDirty[place])
            isDirty[pool] = 0
            guard let rest = rest(pool) else { return nil }
            var heldBack = 0.0
            var entry = firstOfPool[pool]
            while entry != 0, entry != UInt32.max {
                let node = Int(entry - 1)
                entry = nextOfPool[node]
                let size = rows.sizes[node]
                let effect = !rows.isSubstituting || size >= rest ? loss[node] : loss[node] * size / rest
                let change = effect - handed[node]
                let weight = change * potentials.worth[node]
                if weight > threshold || change > growth {
                    handed[node] = effect
                    handOn(node, change)
                } else if weight > 0 {
                    heldBack += weight
                }
            }
            heldNow += heldBack - heldOfPool[pool]
            heldOfPool[pool] = heldBack
        }
        held += max(0, heldNow)
        var largest = 0.0
        for place in 0..<touched.count {
            let node = Int(touched[place])
            isTouched[node] = 0
            var now = loss[node]
            for slot in Int(rows.slotsOfNode[node])..<Int(rows.slotsOfNode[node + 1]) {
                now = max(now, slots[slot])
            }
            now = min(now, 1)
            guard now > loss[node] else { continue }
            largest = max(largest, now - loss[node])
            raise(node, to: now)
        }
        touched.removeAll()
        return largest
    }

    private func handOn(_ node: Int, _ change: Double) {
        for place in Int(rows.pushStarts[node])..<Int(rows.pushStarts[node + 1]) {
            let push = rows.pushes[place]
            let before = slots[Int(push.slot)]
            if before == 0 { touchedSlots.append(push.slot) }
            slots[Int(push.slot)] = before + push.share * change
            if isTouched[Int(push.customer)] == 0 {
                isTouched[Int(push.customer)] = 1
                touched.append(push.customer)
            }
        }
    }

    /// How far a loss or its growth may be off after so many rounds: what is held back, and the growth of σ by errors.
    func doubt(rounds: Int) -> Double {
        var steepest = 0.0
        for place in 0..<touchedPools.count {
            let pool = Int(touchedPools[place])
            let rest = max(1e-300, rows.poolSizes[pool] - lost[pool])
            steepest = max(steepest, potentials.sizeOfWeight[pool] / rest)
        }
        return Double(rounds) * (growth + steepest * held)
    }

    /// An upper bound of what the losses lack, weighed; `nil` where it does not close.
    func lacking() -> Double? {
        guard potentials.isDownstreamBounded else { return nil }
        for place in 0..<touchedPools.count {
            let pool = Int(touchedPools[place])
            guard rows.isSubstituting else { continue }
            let rest = rows.poolSizes[pool] - lost[pool]
            let lower = rest - potentials.sizeOfWeight[pool] * held
            guard lower > 0 else {
                if onlyCauses(pool) { continue }
                return nil
            }
            var coefficient = 0.0
            var isPinned = false
            var entry = firstOfPool[pool]
            while entry != 0, entry != UInt32.max {
                let node = Int(entry - 1)
                entry = nextOfPool[node]
                if rows.sizes[node] < rest {
                    let slope = lower > rows.sizes[node] ? rows.sizes[node] / lower : 1
                    coefficient += potentials.worth[node] * loss[node] * slope / rest
                }
                if loss[node] >= 1, node == Int(potentials.largestNode[pool]) { isPinned = true }
            }
            if potentials.isFullPool[pool] == 0 {
                let grown = 1 / lower - 1 / (CascadePotentials.poolPart * rows.poolSizes[pool])
                coefficient +=
                    max(0, grown)
                    * (isPinned ? potentials.secondWorth[pool] : potentials.largestWorth[pool])
            }
            if coefficient * potentials.sizeOfWeight[pool] > 0.9 { return nil }
        }
        return held * 1.0001
    }

    /// Whether all that a pool sells is lost already, so that nothing can grow there.
    private func onlyCauses(_ pool: Int) -> Bool {
        for place in Int(rows.poolStarts[pool])..<Int(rows.poolStarts[pool + 1]) {
            let node = Int(rows.poolNodes[place])
            if rows.sizes[node] > 0, loss[node] < 1 { return false }
        }
        return true
    }
}
