import CLanes

/// Through whom a loss travels: the walks along which it reaches a node, and how much of it comes along each.
///
/// At the end of a cascade a node's loss is a sum over those it comes from: downstream over the suppliers in its largest slot,
/// each with share · σ · loss; upstream over its customers, each with share · loss. Following the sums back to the shocked nodes
/// splits the loss into walks whose amounts add up to it.
public final class CascadeTrace {
    /// One way of a loss.
    public struct Walk: Sendable, Equatable {
        /// From a shocked node to the node asked for.
        public var nodes: [Int]
        /// How much of the loss comes along it.
        public var amount: Double
    }

    /// Which way losses travel.
    public enum Direction: Sendable {
        /// From suppliers to customers.
        case downstream
        /// From customers to suppliers.
        case upstream
    }

    private let rows: CascadeRows
    private let events: EventCascade
    private var shockDown: [Int: Double] = [:]
    private var shockUp: [Int: Double] = [:]
    /// Whether the cascade ended before the limit of rounds.
    public private(set) var isFinished = true

    /// A trace over links made ready for sweeps.
    public init(_ rows: CascadeRows, stop: CascadeStop) {
        self.rows = rows
        events = EventCascade(rows, stop: stop)
        change = stop.change
    }

    private let change: Double

    /// Runs a shock to its end.
    public func run(_ shock: CascadeShock) {
        isFinished = events.run(shock).change <= change
        shockDown = [:]
        shockUp = [:]
        for (place, node) in shock.nodes.enumerated() {
            shockDown[Int(node)] = shock.downstream[place]
            shockUp[Int(node)] = shock.upstream[place]
        }
    }

    /// Nodes with a loss, ascending.
    public var hit: [Int] { (0..<events.hit.count).map { Int(events.hit[$0]) }.sorted() }

    /// The loss of a node in a direction.
    public func loss(_ node: Int, _ direction: Direction) -> Double {
        direction == .downstream ? events.down[node] : events.up[node]
    }

    /// The walks that bring most of a node's loss, the largest first.
    ///
    /// - Parameters:
    ///   - limit: at most so many walks.
    ///   - least: walks that bring a smaller part of the loss are left out.
    /// - Complexity: at most 100,000 partial walks are looked at; what they leave out is the loss less the amounts.
    public func walks(to target: Int, _ direction: Direction, limit: Int, least: Double = 1e-6) -> [Walk] {
        let whole = loss(target, direction)
        guard whole > 0, limit > 0 else { return [] }
        var heap = WalkHeap()
        heap.push(WalkHeap.Entry(amount: whole, factor: 1, node: target, next: -1))
        var trail: [WalkHeap.Entry] = []
        var walks: [Walk] = []
        while let entry = heap.pop(), walks.count < limit, trail.count < 100_000 {
            trail.append(entry)
            let place = trail.count - 1
            if isSource(entry.node, direction) {
                var nodes = [entry.node]
                var next = entry.next
                while next >= 0 {
                    nodes.append(trail[next].node)
                    next = trail[next].next
                }
                walks.append(Walk(nodes: nodes, amount: entry.amount))
                continue
            }
            forEachOrigin(of: entry.node, direction) { origin, share in
                let factor = entry.factor * share
                let amount = factor * loss(origin, direction)
                if amount > least * whole {
                    heap.push(WalkHeap.Entry(amount: amount, factor: factor, node: origin, next: place))
                }
            }
        }
        return walks
    }

    private func isSource(_ node: Int, _ direction: Direction) -> Bool {
        let shock = direction == .downstream ? shockDown[node] : shockUp[node]
        return shock.map { $0 >= loss(node, direction) } ?? false
    }

    /// Those a node's loss comes from, with what a unit of their loss adds to it.
    private func forEachOrigin(of node: Int, _ direction: Direction, _ body: (Int, Double) -> Void) {
        switch direction {
        case .upstream:
            for place in Int(rows.customerStarts[node])..<Int(rows.customerStarts[node + 1]) {
                let pull = rows.customers[place]
                if events.up[Int(pull.node)] > 0 { body(Int(pull.node), pull.share) }
            }
        case .downstream:
            var largest = 0.0
            var binding: Int?
            for slot in Int(rows.slotsOfNode[node])..<Int(rows.slotsOfNode[node + 1]) {
                let sum = sum(of: slot)
                if sum > largest {
                    largest = sum
                    binding = slot
                }
            }
            guard let binding else { return }
            for place in Int(rows.slotStarts[binding])..<Int(rows.slotStarts[binding + 1]) {
                let pull = rows.slotSuppliers[place]
                let loss = events.down[Int(pull.node)]
                if loss > 0 { body(Int(pull.node), pull.share * events.effect(Int(pull.node)) / loss) }
            }
        }
    }

    private func sum(of slot: Int) -> Double {
        var sum = 0.0
        for place in Int(rows.slotStarts[slot])..<Int(rows.slotStarts[slot + 1]) {
            sum += rows.slotSuppliers[place].share * events.effect(Int(rows.slotSuppliers[place].node))
        }
        return sum
    }
}

/// Partial walks, the one that brings most on top; equal ones by the order in which they came.
private struct WalkHeap {
    struct Entry {
        var amount: Double
        var factor: Double
        var node: Int
        /// The entry that the walk goes on with, toward the target; below 0 at the target.
        var next: Int
        var number = 0
    }

    private var entries: [Entry] = []
    private var pushed = 0

    private func isAbove(_ left: Entry, _ right: Entry) -> Bool {
        left.amount != right.amount ? left.amount > right.amount : left.number < right.number
    }

    mutating func push(_ entry: Entry) {
        var entry = entry
        entry.number = pushed
        pushed += 1
        entries.append(entry)
        var place = entries.count - 1
        while place > 0, isAbove(entries[place], entries[(place - 1) / 2]) {
            entries.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() -> Entry? {
        guard let top = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return top }
        entries[0] = last
        var place = 0
        while true {
            var largest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < entries.count && isAbove(entries[child], entries[largest]) {
                largest = child
            }
            if largest == place { return top }
            entries.swapAt(place, largest)
            place = largest
        }
    }
}
