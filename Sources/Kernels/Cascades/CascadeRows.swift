import CLanes

/// The links of a ``CascadeProblem`` as the cascades read them: shares in compressed rows, in double precision.
///
/// A slot is one constraint of a customer: all its suppliers of one group that it cannot do without, or all its suppliers
/// that it can partly do without. The loss of a customer is the largest of its slots.
public final class CascadeRows: Sendable {
    /// A customer's link: its share of a slot.
    struct Push: BitwiseCopyable {
        var customer: UInt32
        var slot: UInt32
        var share: Double
    }

    /// A neighbour and the share that its loss has.
    typealias Pull = LanePull

    let nodeCount: Int
    let poolCount: Int
    let slotCount: Int
    let isSubstituting: Bool
    let sizes: PlainMemory<Double>
    let poolSizes: PlainMemory<Double>
    let pools: PlainMemory<UInt32>
    /// Nodes by pool: those of a pool side by side.
    let poolStarts: PlainMemory<UInt32>
    let poolNodes: PlainMemory<UInt32>
    /// By customer: its suppliers with W / denominator of the supplier.
    let supplierStarts: PlainMemory<UInt32>
    let suppliers: PlainMemory<Pull>
    /// By supplier: its customers with W / own denominator.
    let customerStarts: PlainMemory<UInt32>
    let customers: PlainMemory<Pull>
    /// Slots of each customer, and the suppliers in each slot; the latter empty where no sweep will read them.
    let slotsOfNode: PlainMemory<UInt32>
    let slotStarts: PlainMemory<UInt32>
    let slotSuppliers: PlainMemory<Pull>
    /// By supplier: the slots that its loss enters.
    let pushStarts: PlainMemory<UInt32>
    let pushes: PlainMemory<Push>

    /// Links in order.
    ///
    /// - Parameters:
    ///   - forSweeps: whether ``ExactCascade`` may sweep the whole network; takes 12 bytes a link more.
    ///   - threads: threads to use; two at most find work.
    /// - Complexity: some passes over the links; about 40 bytes a link, some 10 more on the way.
    public init(_ problem: CascadeProblem, forSweeps: Bool = true, threads: Int = 1) {
        let n = problem.nodeCount
        nodeCount = n
        poolCount = problem.poolCount
        isSubstituting = problem.isSubstituting
        let sizes = problem.sizes
        self.sizes = PlainMemory(sizes)
        pools = PlainMemory(problem.pools.map { UInt32($0) })
        poolSizes = PlainMemory(problem.poolCount)
        for node in 0..<n { poolSizes[Int(problem.pools[node])] += sizes[node] }
        (poolStarts, poolNodes) = Self.members(problem.pools, of: problem.poolCount)

        let denominators = problem.denominators ?? sizes
        let linkCount = problem.values.count
        let (byCustomer, bySupplier) = WorkQueue.both(
            threads: threads,
            {
                let links = LinkOrder(of: problem.customers, nodeCount: n)
                let rows = Self.shares(problem, denominators, links) { problem.suppliers[$0] }
                return (links: links, rows: rows, slots: SlotOrder(problem, links))
            },
            {
                // Only the rows are kept, not the order, which is 4 bytes a link.
                let links = LinkOrder(of: problem.suppliers, nodeCount: n)
                return (
                    starts: links.starts,
                    rows: Self.shares(problem, denominators, links) { problem.customers[$0] }
                )
            })
        let (links, slots) = (byCustomer.links, byCustomer.slots)
        supplierStarts = links.starts
        suppliers = byCustomer.rows
        customerStarts = bySupplier.starts
        customers = bySupplier.rows

        slotCount = slots.count
        slotsOfNode = slots.slotsOfNode
        pushStarts = PlainMemory(n + 1)
        pushes = PlainMemory(slots.kept)
        slotStarts = PlainMemory(forSweeps ? slots.count + 1 : 0)
        slotSuppliers = PlainMemory(forSweeps ? slots.kept : 0)
        for place in 0..<linkCount where slots.slotOfPlace[place] != SlotOrder.none {
            pushStarts[Int(suppliers[place].node) + 1] += 1
            if forSweeps { slotStarts[Int(slots.slotOfPlace[place]) + 1] += 1 }
        }
        for node in 0..<n { pushStarts[node + 1] += pushStarts[node] }
        if forSweeps { for slot in 0..<slots.count { slotStarts[slot + 1] += slotStarts[slot] } }
        let slotNext = PlainMemory<UInt32>(forSweeps ? slots.count : 0)
        let pushNext = PlainMemory<UInt32>(n)
        for customer in 0..<n {
            for place in Int(supplierStarts[customer])..<Int(supplierStarts[customer + 1]) {
                let slot = slots.slotOfPlace[place]
                guard slot != SlotOrder.none else { continue }
                let total = slots.totals[Int(slot)]
                let share = total > 0 ? problem.values[Int(links.order[place])] / total : 0
                let supplier = Int(suppliers[place].node)
                pushes[Int(pushStarts[supplier] + pushNext[supplier])] = Push(
                    customer: UInt32(customer), slot: slot, share: share)
                pushNext[supplier] += 1
                guard forSweeps else { continue }
                slotSuppliers[Int(slotStarts[Int(slot)] + slotNext[Int(slot)])] = Pull(
                    node: UInt32(supplier), share: share)
                slotNext[Int(slot)] += 1
            }
        }
    }

    /// Neighbours in an order of the links, each with value / denominator of the supplier.
    private static func shares(
        _ problem: CascadeProblem, _ denominators: [Double], _ links: LinkOrder,
        _ neighbour: (Int) -> Int32
    ) -> PlainMemory<Pull> {
        let rows = PlainMemory<Pull>(problem.values.count)
        for place in 0..<rows.count {
            let link = Int(links.order[place])
            let denominator = denominators[Int(problem.suppliers[link])]
            rows[place] = Pull(
                node: UInt32(neighbour(link)),
                share: denominator > 0 ? problem.values[link] / denominator : 0)
        }
        return rows
    }

    private static func members(
        _ owners: [Int32], of count: Int
    ) -> (PlainMemory<UInt32>, PlainMemory<UInt32>) {
        let order = LinkOrder(of: owners, nodeCount: count)
        return (order.starts, order.order)
    }
}

/// Links sorted by one of their ends, in the order given where that end is the same.
struct LinkOrder: Sendable {
    /// Where the links of a node begin in `order`; one more entry than nodes.
    let starts: PlainMemory<UInt32>
    /// Numbers of the links.
    let order: PlainMemory<UInt32>

    /// - Complexity: two passes over the links.
    init(of ends: [Int32], nodeCount: Int) {
        starts = PlainMemory(nodeCount + 1)
        order = PlainMemory(ends.count)
        for end in ends { starts[Int(end) + 1] += 1 }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        let next = PlainMemory<UInt32>(nodeCount)
        for (link, end) in ends.enumerated() {
            order[Int(starts[Int(end)] + next[Int(end)])] = UInt32(link)
            next[Int(end)] += 1
        }
    }
}

/// Which slot of its customer each link enters, links by customer.
struct SlotOrder: Sendable {
    static let none = UInt32.max

    let slotsOfNode: PlainMemory<UInt32>
    let slotOfPlace: PlainMemory<UInt32>
    /// What the shares of a slot are parts of: for a group that is essential, all bought from it; for the rest, all bought.
    let totals: [Double]
    /// Links that enter a slot.
    let kept: Int

    var count: Int { totals.count }

    init(_ problem: CascadeProblem, _ links: LinkOrder) {
        let n = problem.nodeCount
        slotsOfNode = PlainMemory(n + 1)
        slotOfPlace = PlainMemory(problem.values.count)
        var totals: [Double] = []
        var kept = 0
        // The slot of a group for the customer at hand; who wrote it tells whether it is of this customer.
        var slotOfGroup = [UInt32](repeating: 0, count: problem.groupCount)
        var writer = [Int](repeating: -1, count: problem.groupCount)
        for customer in 0..<n {
            let user = Int(problem.groups[customer])
            var shared = Self.none
            var bought = 0.0
            for place in Int(links.starts[customer])..<Int(links.starts[customer + 1]) {
                let link = Int(links.order[place])
                let group = Int(problem.groups[Int(problem.suppliers[link])])
                let value = problem.values[link]
                bought += value
                switch problem.needs[group * problem.groupCount + user] {
                case 2:
                    if writer[group] != customer {
                        writer[group] = customer
                        slotOfGroup[group] = UInt32(totals.count)
                        totals.append(0)
                    }
                    totals[Int(slotOfGroup[group])] += value
                    slotOfPlace[place] = slotOfGroup[group]
                    kept += 1
                case 1:
                    if shared == Self.none {
                        shared = UInt32(totals.count)
                        totals.append(0)
                    }
                    slotOfPlace[place] = shared
                    kept += 1
                default: slotOfPlace[place] = Self.none
                }
            }
            if shared != Self.none { totals[Int(shared)] = bought }
            slotsOfNode[customer + 1] = UInt32(totals.count)
        }
        self.totals = totals
        self.kept = kept
    }
}
