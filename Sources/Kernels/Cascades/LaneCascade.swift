import CLanes

/// Rounds of a cascade over the whole network for eight shocks at once: exact, and the fastest where cascades are wide.
///
/// Each lane is one shock at a round of its own; a lane that ends takes the next shock at once. Lanes do not touch each
/// other, so the order of the shocks changes no bit of a result. One instance serves one thread.
final class LaneCascade {
    private static let lanes = 8

    private struct Lane {
        var ticket: Int
        var shock: CascadeShock
        var rounds: Int
    }

    private let rows: CascadeRows
    private let stop: CascadeStop
    private let weights: [PlainMemory<Double>]
    private let downRows: RowList
    private let upRows: RowList
    private let down: PlainMemory<Double>
    private let handed: PlainMemory<Double>
    private var up: PlainMemory<Double>
    private var upNext: PlainMemory<Double>
    private let downChange = PlainMemory<Double>(8)
    private let upChange = PlainMemory<Double>(8)
    private let keep = PlainMemory<Double>(8)
    private let sums = PlainMemory<Double>(24)
    private var active: [Lane?] = Array(repeating: nil, count: 8)

    /// - Parameter weights: columns of weights, each adding up to one.
    init(_ rows: CascadeRows, weights: [PlainMemory<Double>], stop: CascadeStop) {
        self.rows = rows
        self.stop = stop
        self.weights = weights
        downRows = RowList(slotsOf: rows)
        upRows = RowList(customersOf: rows)
        let states = rows.nodeCount * Self.lanes
        down = PlainMemory(states)
        handed = PlainMemory(states)
        up = PlainMemory(states)
        upNext = PlainMemory(states)
    }

    /// Runs shocks until there are no more.
    ///
    /// - Parameters:
    ///   - next: the next shock with a number of the caller's; `nil` where there are no more.
    ///   - done: told of each that ended, not in order; returns whether to go on.
    func run(next: () -> (ticket: Int, shock: CascadeShock)?, done: (Int, CascadeLoss) -> Bool) {
        for lane in 0..<Self.lanes { fill(lane, next()) }
        handOn()
        while active.contains(where: { $0 != nil }) {
            sweep()
            var ended: [(lane: Int, change: Double)] = []
            for lane in 0..<Self.lanes {
                guard active[lane] != nil else { continue }
                active[lane]?.rounds += 1
                let change = max(downChange[lane], upChange[lane])
                if change <= stop.change || (active[lane]?.rounds ?? 0) >= stop.rounds {
                    ended.append((lane, change))
                }
            }
            if !ended.isEmpty {
                let losses = harvest(ended)
                for (place, end) in ended.enumerated() {
                    guard let lane = active[end.lane] else { continue }
                    active[end.lane] = nil
                    if !done(lane.ticket, losses[place]) { return }
                    fill(end.lane, next())
                }
            }
            handOn()
        }
    }

    private func fill(_ lane: Int, _ entry: (ticket: Int, shock: CascadeShock)?) {
        guard let entry else { return }
        active[lane] = Lane(ticket: entry.ticket, shock: entry.shock, rounds: 0)
        pin(lane)
    }

    /// A shocked node loses at least what the shock takes.
    private func pin(_ lane: Int) {
        guard let shock = active[lane]?.shock else { return }
        for (place, node) in shock.nodes.enumerated() {
            let cell = Int(node) * Self.lanes + lane
            down[cell] = max(down[cell], shock.downstream[place])
            up[cell] = max(up[cell], shock.upstream[place])
        }
    }

    private func sweep() {
        downRows.withRows { rows in
            laneSweep(&rows, handed.start, down.start, down.start, downChange.start)
        }
        upRows.withRows { rows in
            laneSweep(&rows, up.start, up.start, upNext.start, upChange.start)
        }
        swap(&up, &upNext)
        for lane in 0..<Self.lanes { pin(lane) }
    }

    private func handOn() {
        if rows.isSubstituting {
            var pools = LanePools(
                pools: UInt32(rows.poolCount), starts: rows.poolStarts.start, nodes: rows.poolNodes.start,
                sizes: rows.sizes.start)
            laneHandOn(&pools, down.start, handed.start, stop.hasUnitFloor ? 1 : 0)
        } else {
            handed.start.update(from: down.start, count: down.count)
        }
    }

    /// Sums over the nodes for lanes that ended; their states are 0 afterwards.
    private func harvest(_ ended: [(lane: Int, change: Double)]) -> [CascadeLoss] {
        var losses = ended.map { end in
            CascadeLoss(
                total: [], downstream: [], upstream: [], rounds: active[end.lane]?.rounds ?? 0,
                change: end.change)
        }
        for weights in weights {
            for cell in 0..<24 { sums[cell] = 0 }
            laneSums(UInt32(rows.nodeCount), weights.start, down.start, up.start, sums.start)
            for (place, end) in ended.enumerated() {
                losses[place].total.append(sums[end.lane])
                losses[place].downstream.append(sums[8 + end.lane])
                losses[place].upstream.append(sums[16 + end.lane])
            }
        }
        for lane in 0..<Self.lanes { keep[lane] = ended.contains { $0.lane == lane } ? 0 : 1 }
        laneKeep(UInt32(rows.nodeCount), keep.start, down.start)
        laneKeep(UInt32(rows.nodeCount), keep.start, up.start)
        laneKeep(UInt32(rows.nodeCount), keep.start, upNext.start)
        return losses
    }
}

/// Nodes that a sweep visits, with their rows.
private struct RowList {
    let nodes: PlainMemory<UInt32>
    let slotsOfRow: PlainMemory<UInt32>
    let slotStarts: PlainMemory<UInt32>
    let pulls: PlainMemory<LanePull>

    /// Customers that have suppliers they need.
    init(slotsOf rows: CascadeRows) {
        let list = (0..<rows.nodeCount).filter { rows.slotsOfNode[$0 + 1] > rows.slotsOfNode[$0] }
        nodes = PlainMemory(list.map { UInt32($0) })
        slotsOfRow = PlainMemory(list.map { rows.slotsOfNode[$0] } + [UInt32(rows.slotCount)])
        slotStarts = rows.slotStarts
        pulls = rows.slotSuppliers
    }

    /// Suppliers that have customers; one slot each.
    init(customersOf rows: CascadeRows) {
        let list = (0..<rows.nodeCount).filter { rows.customerStarts[$0 + 1] > rows.customerStarts[$0] }
        nodes = PlainMemory(list.map { UInt32($0) })
        slotsOfRow = PlainMemory((0...list.count).map { UInt32($0) })
        slotStarts = PlainMemory(
            list.map { rows.customerStarts[$0] } + [rows.customerStarts[rows.nodeCount]])
        pulls = rows.customers
    }

    func withRows(_ body: (inout LaneRows) -> Void) {
        var rows = LaneRows(
            rows: UInt32(nodes.count), nodes: nodes.start, slotsOfRow: slotsOfRow.start,
            slotStarts: slotStarts.start, pulls: pulls.start)
        body(&rows)
    }
}
