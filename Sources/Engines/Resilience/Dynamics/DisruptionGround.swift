import Kernels

/// A supply network made ready for a disruption: flows per day, the links of each customer side by side, one stock for
/// each input of a firm, whoever supplies it.
///
/// It does not change and serves any number of runs. About 28 bytes a link and 24 bytes an input of a firm.
public final class DisruptionGround: Sendable {
    let nodeCount: Int
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
    /// The supplier of each link, its flow per day, its way, its place in the network.
    let supplier: PlainMemory<Int32>
    let flow: PlainMemory<Double>
    let way: PlainMemory<Int32>
    let original: PlainMemory<Int32>
    /// The links of each supplier, and the input and the customer that each serves.
    let saleStart: PlainMemory<Int32>
    let sale: PlainMemory<Int32>
    let slotOfLink: PlainMemory<Int32>
    let customer: PlainMemory<Int32>
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

    init(_ draft: Draft) {
        let count = draft.output.count
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
        original = PlainMemory(links)
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
                original[at] = order[at]
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

    /// Inputs of all firms, each with a stock of its own.
    public var inputCount: Int { slotGroup.count }
    /// Links.
    public var linkCount: Int { supplier.count }
}
