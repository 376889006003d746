import CLanes

/// Rounds of a cascade in which only what changed is handed on: exact, and cheap while the cascade stays local.
///
/// Round t + 1 is computed from round t for all nodes at once, as in the published iteration, so the number of rounds is
/// the same. Increments are added up, which rounds differently from sums taken afresh: about 1e-16 a round.
/// One instance serves one thread; its memory is used again from shock to shock.
final class EventCascade {
    private let rows: CascadeRows
    private let stop: CascadeStop
    /// Losses downstream and upstream, valid for nodes in ``hit``; 0 elsewhere.
    let down: PlainMemory<Double>
    let up: PlainMemory<Double>
    /// Nodes with a loss in either direction, in the order in which it reached them.
    private(set) var hit: [UInt32] = []
    private let handed: PlainMemory<Double>
    private let slots: PlainMemory<Double>
    private let arrived: PlainMemory<Double>
    private let lost: PlainMemory<Double>
    private let shockDown: PlainMemory<Double>
    private let shockUp: PlainMemory<Double>
    private let isHit: PlainMemory<UInt8>
    private let isTouched: PlainMemory<UInt8>
    private let isDirty: PlainMemory<UInt8>
    private var touched: [UInt32] = []
    private var touchedSlots: [UInt32] = []
    /// Damaged nodes of a pool as a linked list: the first of each pool, the next of each node, both plus one.
    private let firstOfPool: PlainMemory<UInt32>
    private let nextOfPool: PlainMemory<UInt32>
    private var dirty: [UInt32] = []
    private var changedUp: [(node: UInt32, by: Double)] = []
    private var changedDown: [UInt32] = []

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
        for node in hit {
            let index = Int(node)
            if shockDown[index] > 0 { setDown(node, to: shockDown[index]) }
            up[index] = shockUp[index]
            if up[index] > 0 { changedUp.append((node, up[index])) }
        }
        var rounds = 0
        var change = 0.0
        repeat {
            change = max(downstreamRound(), upstreamRound())
            rounds += 1
        } while change > stop.change && rounds < stop.rounds
        return (rounds, change)
    }

    private func reset() {
        for node in hit {
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
        for slot in touchedSlots { slots[Int(slot)] = 0 }
        for pool in dirty { isDirty[Int(pool)] = 0 }
        hit.removeAll(keepingCapacity: true)
        touchedSlots.removeAll(keepingCapacity: true)
        dirty.removeAll(keepingCapacity: true)
        changedUp.removeAll(keepingCapacity: true)
        changedDown.removeAll(keepingCapacity: true)
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
            let pools = dirty
            dirty.removeAll(keepingCapacity: true)
            for pool in pools {
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
            for node in changedDown { handOn(Int(node), down[Int(node)]) }
        }
        changedDown.removeAll(keepingCapacity: true)
        var largest = 0.0
        for node in touched {
            let index = Int(node)
            isTouched[index] = 0
            var loss = shockDown[index]
            for slot in Int(rows.slotsOfNode[index])..<Int(rows.slotsOfNode[index + 1])
            where slots[slot] > loss {
                loss = slots[slot]
            }
            loss = min(loss, 1)
            guard loss != down[index] else { continue }
            largest = max(largest, loss - down[index])
            mark(node)
            setDown(node, to: loss)
        }
        touched.removeAll(keepingCapacity: true)
        return largest
    }

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
        for change in changedUp {
            let customer = Int(change.node)
            for place in Int(rows.supplierStarts[customer])..<Int(rows.supplierStarts[customer + 1]) {
                let pull = rows.suppliers[place]
                arrived[Int(pull.node)] += pull.share * change.by
                if isTouched[Int(pull.node)] == 0 {
                    isTouched[Int(pull.node)] = 1
                    touched.append(pull.node)
                }
            }
        }
        changedUp.removeAll(keepingCapacity: true)
        var largest = 0.0
        for node in touched {
            let index = Int(node)
            isTouched[index] = 0
            mark(node)
            let loss = min(max(arrived[index], shockUp[index]), 1)
            let change = loss - up[index]
            guard change != 0 else { continue }
            largest = max(largest, change)
            up[index] = loss
            changedUp.append((node, change))
        }
        touched.removeAll(keepingCapacity: true)
        return largest
    }
}
