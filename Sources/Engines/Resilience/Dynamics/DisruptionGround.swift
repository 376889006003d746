import Kernels

/// A supply network made ready for a disruption: flows per day, the links of each customer side by side, one stock for
/// each input of a firm, whoever supplies it.
///
/// It does not change and serves any number of runs. About 40 bytes a link and 32 bytes an input of a firm.
public final class DisruptionGround: Sendable {
    let nodeCount: Int
    /// Where each firm of the network stands here, and which firm stands at each place. All other lists go by the places here.
    let seat: PlainMemory<Int32>
    let firm: PlainMemory<Int32>
    let groupCount: Int
    let regionCount: Int
    let wayCount: Int
    /// The sector and the region of each firm; −1 where no region is given.
    let groupOf: PlainMemory<Int32>
    let regionOf: PlainMemory<Int32>
    /// Output and final demand per day.
    let output: PlainMemory<Double>
    let demand: PlainMemory<Double>
    /// Whether a firm stands for what is outside: it needs no inputs, and its loss is not counted.
    let isSource: PlainMemory<Bool>
    /// The inputs of each firm.
    let slotStart: PlainMemory<Int32>
    /// The links of each input.
    let linkStart: PlainMemory<Int32>
    /// Sector and need of each input, and its flow per day.
    let slotGroup: PlainMemory<Int32>
    let slotNeed: PlainMemory<UInt8>
    let slotFlow: PlainMemory<Double>
    /// The supplier of each link, its flow per day, its way.
    let supplier: PlainMemory<Int32>
    let flow: PlainMemory<Double>
    let way: PlainMemory<Int32>
    /// The links of each supplier, and the input and the customer that each serves.
    let saleStart: PlainMemory<Int32>
    let sale: PlainMemory<Int32>
    let slotOfLink: PlainMemory<Int32>
    let customer: PlainMemory<Int32>
    /// What each firm buys per day.
    let bought: PlainMemory<Double>
    /// The inputs in the order in which a ``StockSweep`` reads them; `nil` where firms stand for what is outside.
    let inputs: StockInputs?
    /// What is odd or missing.
    public let findings: [DisruptionFinding]

    /// What a ground is made from.
    struct Draft {
        var groups: [Int32]
        var groupCount: Int
        var regions: [Int32]
        var regionCount: Int
        var output: [Double]
        var demand: [Double]
        var isSource: [Bool]
        var suppliers: [Int32]
        var customers: [Int32]
        var flows: [Double]
        var ways: [Int32]?
        var wayCount: Int
        /// Row = input sector, column = using sector; `nil` for all the same.
        var needs: [UInt8]?
        var need: UInt8
        var findings: [DisruptionFinding]
    }

    /// The firms are put in the order of how many links they supply, so that those that are looked up most stand side by side in
    /// the cache; ``seat`` and ``firm`` lead there and back.
    init(_ given: Draft) {
        let count = given.output.count
        var degrees = [Int](repeating: 0, count: count)
        for supplier in given.suppliers { degrees[Int(supplier)] += 1 }
        let order32 = (0..<Int32(truncatingIfNeeded: count)).sorted { left, right in
            (-degrees[Int(left)], left) < (-degrees[Int(right)], right)
        }
        firm = PlainMemory(order32)
        seat = PlainMemory(count)
        for (place, node) in order32.enumerated() { seat[Int(node)] = Int32(truncatingIfNeeded: place) }
        var draft = given
        draft.groups = order32.map { given.groups[Int($0)] }
        draft.regions = order32.map { given.regions[Int($0)] }
        draft.output = order32.map { given.output[Int($0)] }
        draft.demand = order32.map { given.demand[Int($0)] }
        draft.isSource = order32.map { given.isSource[Int($0)] }
        for link in given.suppliers.indices {
            draft.suppliers[link] = seat[Int(given.suppliers[link])]
            draft.customers[link] = seat[Int(given.customers[link])]
        }
        nodeCount = count
        groupCount = draft.groupCount
        regionCount = draft.regionCount
        wayCount = draft.wayCount
        groupOf = PlainMemory(draft.groups)
        regionOf = PlainMemory(draft.regions)
        output = PlainMemory(draft.output)
        demand = PlainMemory(draft.demand)
        isSource = PlainMemory(draft.isSource)
        findings = draft.findings

        // Links by customer, then by the supplier's sector, then in their order.
        let links = draft.flows.count
        var start = [Int](repeating: 0, count: count + 1)
        for customer in draft.customers { start[Int(customer) + 1] += 1 }
        for node in 0..<count { start[node + 1] += start[node] }
        var place = start
        var order = [Int32](repeating: 0, count: links)
        for link in 0..<links {
            let customer = Int(draft.customers[link])
            order[place[customer]] = Int32(truncatingIfNeeded: link)
            place[customer] += 1
        }
        for node in 0..<count where start[node + 1] - start[node] > 1 {
            order[start[node]..<start[node + 1]].sort { left, right in
                let first = draft.groups[Int(draft.suppliers[Int(left)])]
                let second = draft.groups[Int(draft.suppliers[Int(right)])]
                return first != second ? first < second : left < right
            }
        }
        supplier = PlainMemory(links)
        flow = PlainMemory(links)
        way = PlainMemory(draft.wayCount > 0 ? links : 0)
        slotOfLink = PlainMemory(links)
        customer = PlainMemory(links)
        slotStart = PlainMemory(count + 1)
        var starts: [Int32] = []
        var slotGroups: [Int32] = []
        var needs: [UInt8] = []
        var flows: [Double] = []
        for node in 0..<count {
            slotStart[node] = Int32(truncatingIfNeeded: starts.count)
            var last: Int32 = -1
            for at in start[node]..<start[node + 1] {
                let link = Int(order[at])
                let group = draft.groups[Int(draft.suppliers[link])]
                if group != last {
                    last = group
                    starts.append(Int32(truncatingIfNeeded: at))
                    slotGroups.append(group)
                    let cell = Int(group) * draft.groupCount + Int(draft.groups[node])
                    needs.append(draft.isSource[node] ? 0 : draft.needs.map { $0[cell] } ?? draft.need)
                    flows.append(0)
                }
                flows[flows.count - 1] += draft.flows[link]
                supplier[at] = draft.suppliers[link]
                flow[at] = draft.flows[link]
                customer[at] = Int32(truncatingIfNeeded: node)
                slotOfLink[at] = Int32(truncatingIfNeeded: starts.count - 1)
                if draft.wayCount > 0 { way[at] = draft.ways?[link] ?? -1 }
            }
        }
        slotStart[count] = Int32(truncatingIfNeeded: starts.count)
        starts.append(Int32(truncatingIfNeeded: links))
        linkStart = PlainMemory(starts)
        slotGroup = PlainMemory(slotGroups)
        slotNeed = PlainMemory(needs)
        slotFlow = PlainMemory(flows)
        bought = PlainMemory(count)
        for node in 0..<count {
            for slot in Int(slotStart[node])..<Int(slotStart[node + 1]) { bought[node] += flows[slot] }
        }
        inputs =
            given.isSource.contains(true)
            ? nil
            : StockInputs(
                inputStart: slotStart, linkStart: linkStart, supplier: supplier, flow: flow, need: slotNeed)

        saleStart = PlainMemory(count + 1)
        sale = PlainMemory(links)
        for link in 0..<links { saleStart[Int(supplier[link]) + 1] += 1 }
        for node in 0..<count { saleStart[node + 1] += saleStart[node] }
        let next = PlainMemory<Int32>(count)
        for link in 0..<links {
            let node = Int(supplier[link])
            sale[Int(saleStart[node] + next[node])] = Int32(truncatingIfNeeded: link)
            next[node] += 1
        }
    }

    /// The links of neighbouring firms.
    @inline(__always)
    func links(of nodes: Range<Int>) -> Range<Int> {
        Int(linkStart[Int(slotStart[nodes.lowerBound])])..<Int(linkStart[Int(slotStart[nodes.upperBound])])
    }

    /// Where blocks of firms begin, with at most so many links each, or one firm; the last is the number of firms.
    func blocks(of most: Int) -> [Int] {
        var starts = [0]
        for node in 0..<nodeCount where node > (starts.last ?? 0) {
            if links(of: (starts.last ?? 0)..<(node + 1)).count > most { starts.append(node) }
        }
        return starts + [nodeCount]
    }

    /// Inputs of all firms, each with a stock of its own.
    public var inputCount: Int { slotGroup.count }
    /// Links.
    public var linkCount: Int { supplier.count }
}
