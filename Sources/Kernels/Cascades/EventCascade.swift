import CLanes

/// Rounds of a cascade in which only what changed is handed on: exact, and cheap while the cascade stays local.
///
/// Round t + 1 is computed from round t for all nodes at once, as in the published iteration, so the number of rounds is
/// the same. Increments are added up, which rounds differently from sums taken afresh: about 1e-16 a round.
/// One instance serves one thread; its memory is used again from shock to shock.
final class EventCascade {
    private struct Change: BitwiseCopyable {
        var node: UInt32
        var by: Double
    }

    private let rows: CascadeRows
    private let stop: CascadeStop
    /// Added to every loss that is computed downstream, for ``upperBound(_:lift:rounds:)``.
    private var lift = 0.0
    /// Losses downstream and upstream, valid for nodes in ``hit``; 0 elsewhere.
    let down: PlainMemory<Double>
    let up: PlainMemory<Double>
    /// Nodes with a loss in either direction, in the order in which it reached them.
    let hit = GrowingList<UInt32>()
    private let handed: PlainMemory<Double>
    private let slots: PlainMemory<Double>
    private let arrived: PlainMemory<Double>
    private let lost: PlainMemory<Double>
    private let shockDown: PlainMemory<Double>
    private let shockUp: PlainMemory<Double>
    private let isHit: PlainMemory<UInt8>
    private let isTouched: PlainMemory<UInt8>
    private let isDirty: PlainMemory<UInt8>
    private let touched = GrowingList<UInt32>()
    private let touchedSlots = GrowingList<UInt32>()
    /// Damaged nodes of a pool as a linked list: the first of each pool, the next of each node, both plus one.
    private let firstOfPool: PlainMemory<UInt32>
    private let nextOfPool: PlainMemory<UInt32>
    private var dirty = GrowingList<UInt32>()
    private var nextDirty = GrowingList<UInt32>()
    private let changedUp = GrowingList<Change>()
    private let changedDown = GrowingList<UInt32>()

    init(_ rows: CascadeRows, stop: CascadeStop) {
        self.rows = rows
        self.stop = stop
        let n = rows.nodeCount
        down = PlainMemory(n)
        up = PlainMemory(n)
        handed = PlainMemory(n)
        slots = PlainMemory(rows.slotCount)
        arrived = PlainMemory(n)
        lost = PlainMemory(rows.poolCount)
        shockDown = PlainMemory(n)
        shockUp = PlainMemory(n)
        isHit = PlainMemory(n)
        isTouched = PlainMemory(n)
        isDirty = PlainMemory(rows.poolCount)
        firstOfPool = PlainMemory(rows.poolCount)
        nextOfPool = PlainMemory(n)
    }

    /// Runs a shock to its end; losses are then in ``down`` and ``up``.
    ///
    /// - Returns: the number of rounds and the largest growth in the last one.
    func run(_ shock: CascadeShock) -> (rounds: Int, change: Double) {
        reset()
        for (place, node) in shock.nodes.enumerated() {
            let node = Int(node)
            shockDown[node] = max(shockDown[node], shock.downstream[place])
            shockUp[node] = max(shockUp[node], shock.upstream[place])
            mark(UInt32(node))
        }
        for place in 0..<hit.count {
            let node = hit[place]
            let index = Int(node)
            if shockDown[index] > 0 { setDown(node, to: shockDown[index]) }
            up[index] = shockUp[index]
            if up[index] > 0 { changedUp.append(Change(node: node, by: up[index])) }
        }
        var rounds = 0
        var change = 0.0
        repeat {
            change = max(downstreamRound(), upstreamRound())
            rounds += 1
        } while change > stop.change && rounds < stop.rounds
        return (rounds, change)
    }

    /// Losses downstream that are at least the true ones, in ``down``; whether they were proven to be.
    ///
    /// Iterates y ← F(y) + lift until no loss grows by more than half the lift; then F(y) ≤ y, and as F never falls where y
    /// grows, y is above its least fixed point (Knaster and Tarski), which the true losses are.
    /// - Parameter start: losses to begin with, such as too small ones; the nearer, the fewer rounds.
    func upperBound(
        _ shock: CascadeShock, lift: Double, rounds: Int, start: PlainMemory<Double>,
        nodes: PlainMemory<UInt32>,
        count: Int
    ) -> Bool {
        reset()
        self.lift = lift
        defer { self.lift = 0 }
        for (place, node) in shock.nodes.enumerated() where shock.downstream[place] > 0 {
            shockDown[Int(node)] = max(shockDown[Int(node)], shock.downstream[place])
        }
        for place in 0..<count {
            mark(nodes[place])
            setDown(nodes[place], to: min(1, start[Int(nodes[place])] + lift))
        }
        for _ in 0..<rounds where downstreamRound() <= lift / 2 { return true }
        return false
    }

    private func reset() {
        for place in 0..<hit.count {
            let node = hit[place]
            let index = Int(node)
            down[index] = 0
            up[index] = 0
            handed[index] = 0
            arrived[index] = 0
            shockDown[index] = 0
            shockUp[index] = 0
            isHit[index] = 0
            nextOfPool[index] = 0
            let pool = Int(rows.pools[index])
            lost[pool] = 0
            firstOfPool[pool] = 0
        }
        for place in 0..<touchedSlots.count {
            let slot = touchedSlots[place]
            slots[Int(slot)] = 0
        }
        for place in 0..<dirty.count {
            let pool = dirty[place]
            isDirty[Int(pool)] = 0
        }
        hit.removeAll()
        touchedSlots.removeAll()
        dirty.removeAll()
        changedUp.removeAll()
        changedDown.removeAll()
    }

    private func mark(_ node: UInt32) {
        if isHit[Int(node)] == 0 {
            isHit[Int(node)] = 1
            hit.append(node)
        }
    }

    /// A new loss downstream: the pool's remaining output changes with it.
    private func setDown(_ node: UInt32, to loss: Double) {
        let index = Int(node)
        let pool = rows.pools[index]
        if down[index] == 0, handed[index] == 0, nextOfPool[index] == 0 {
            nextOfPool[index] = firstOfPool[Int(pool)] == 0 ? UInt32.max : firstOfPool[Int(pool)]
            firstOfPool[Int(pool)] = node + 1
        }
        lost[Int(pool)] += rows.sizes[index] * (loss - down[index])
        down[index] = loss
        changedDown.append(node)
        if rows.isSubstituting, isDirty[Int(pool)] == 0 {
            isDirty[Int(pool)] = 1
            dirty.append(pool)
        }
    }

    /// What remains of a pool's output, taken afresh where the running difference would be all rounding.
    private func remaining(_ pool: Int) -> Double {
        let whole = rows.poolSizes[pool]
        let rest = whole - lost[pool]
        if rest > 1e-6 * whole { return rest }
        var sum = 0.0
        for place in Int(rows.poolStarts[pool])..<Int(rows.poolStarts[pool + 1]) {
            let node = Int(rows.poolNodes[place])
            sum += rows.sizes[node] * (1 - down[node])
        }
        return sum
    }

    private func downstreamRound() -> Double {
        if rows.isSubstituting {
            swap(&dirty, &nextDirty)
            dirty.removeAll()
            for place in 0..<nextDirty.count {
                let pool = nextDirty[place]
                isDirty[Int(pool)] = 0
                var rest = remaining(Int(pool))
                if stop.hasUnitFloor, rest <= 1e-10 { rest = 1 }
                var node = firstOfPool[Int(pool)]
                while node != 0, node != UInt32.max {
                    let index = Int(node - 1)
                    let size = rows.sizes[index]
                    handOn(index, down[index] * (size < rest ? size / rest : 1))
                    node = nextOfPool[index]
                }
            }
        } else {
            for place in 0..<changedDown.count {
                let node = changedDown[place]
                handOn(Int(node), down[Int(node)])
            }
        }
        changedDown.removeAll()
        var largest = 0.0
        for place in 0..<touched.count {
            let node = touched[place]
            let index = Int(node)
            isTouched[index] = 0
            var loss = shockDown[index]
            for slot in Int(rows.slotsOfNode[index])..<Int(rows.slotsOfNode[index + 1])
            where slots[slot] > loss {
                loss = slots[slot]
            }
            loss = min(loss + lift, 1)
            guard loss != down[index] else { continue }
            largest = max(largest, loss - down[index])
            mark(node)
            setDown(node, to: loss)
        }
        touched.removeAll()
        return largest
    }

    /// The loss of a node as its customers feel it after what others of its pool can deliver.
    func effect(_ node: Int) -> Double { handed[node] }

    private func handOn(_ node: Int, _ loss: Double) {
        let change = loss - handed[node]
        guard change != 0 else { return }
        handed[node] = loss
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

    private func upstreamRound() -> Double {
        for place in 0..<changedUp.count {
            let change = changedUp[place]
            let customer = Int(change.node)
            for link in Int(rows.supplierStarts[customer])..<Int(rows.supplierStarts[customer + 1]) {
                let pull = rows.suppliers[link]
                arrived[Int(pull.node)] += pull.share * change.by
                if isTouched[Int(pull.node)] == 0 {
                    isTouched[Int(pull.node)] = 1
                    touched.append(pull.node)
                }
            }
        }
        changedUp.removeAll()
        var largest = 0.0
        for place in 0..<touched.count {
            let node = touched[place]
            let index = Int(node)
            isTouched[index] = 0
            mark(node)
            let loss = min(max(arrived[index], shockUp[index]), 1)
            let change = loss - up[index]
            guard change != 0 else { continue }
            largest = max(largest, change)
            up[index] = loss
            changedUp.append(Change(node: node, by: change))
        }
        touched.removeAll()
        return largest
    }
}
