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
    /// Output and final demand per day, filled up to eights of firms, as what is bought.
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
    /// The inputs in the order in which a ``StockSweep`` reads them.
    let inputs: StockInputs
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

        /// What a firm needs of a sector; a source needs nothing.
        func need(of group: Int32, at firm: Int) -> UInt8 {
            if isSource[firm] { return 0 }
            return needs.map { $0[Int(group) * groupCount + Int(groups[firm])] } ?? need
        }
    }

    /// The firms are put in the order of how many inputs with a single supplier they have, as a ``StockSweep`` reads them; ``seat`` and
    /// ``firm`` lead there and back.
    init(_ draft: Draft) {
        let count = draft.output.count
        let links = draft.flows.count
        let inputs = DisruptionInputOrder(draft)
        firm = PlainMemory(inputs.firms)
        seat = PlainMemory(count)
        for (place, node) in inputs.firms.enumerated() {
            seat[Int(node)] = Int32(truncatingIfNeeded: place)
        }
        nodeCount = count
        groupCount = draft.groupCount
        regionCount = draft.regionCount
        wayCount = draft.wayCount
        groupOf = PlainMemory(inputs.firms.map { draft.groups[Int($0)] })
        regionOf = PlainMemory(inputs.firms.map { draft.regions[Int($0)] })
        isSource = PlainMemory(inputs.firms.map { draft.isSource[Int($0)] })
        let padded = (count + 7) / 8 * 8
        (output, demand, bought) = (PlainMemory(padded), PlainMemory(padded), PlainMemory(padded))
        for (place, node) in inputs.firms.enumerated() {
            output[place] = draft.output[Int(node)]
            demand[place] = draft.demand[Int(node)]
        }
        findings = draft.findings
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
        var at = 0
        for node in 0..<count {
            let given = Int(inputs.firms[node])
            slotStart[node] = Int32(truncatingIfNeeded: starts.count)
            var last: Int32 = -1
            for number in inputs.links(of: given) {
                let link = Int(number)
                let group = draft.groups[Int(draft.suppliers[link])]
                if group != last {
                    last = group
                    starts.append(Int32(truncatingIfNeeded: at))
                    slotGroups.append(group)
                    needs.append(draft.need(of: group, at: given))
                    flows.append(0)
                }
                flows[flows.count - 1] += draft.flows[link]
                supplier[at] = seat[Int(draft.suppliers[link])]
                flow[at] = draft.flows[link]
                customer[at] = Int32(truncatingIfNeeded: node)
                slotOfLink[at] = Int32(truncatingIfNeeded: starts.count - 1)
                if draft.wayCount > 0 { way[at] = draft.ways?[link] ?? -1 }
                at += 1
            }
        }
        slotStart[count] = Int32(truncatingIfNeeded: starts.count)
        starts.append(Int32(truncatingIfNeeded: links))
        linkStart = PlainMemory(starts)
        slotGroup = PlainMemory(slotGroups)
        slotNeed = PlainMemory(needs)
        slotFlow = PlainMemory(flows)
        for node in 0..<count {
            for slot in Int(slotStart[node])..<Int(slotStart[node + 1]) { bought[node] += flows[slot] }
        }
        self.inputs = StockInputs(
            inputStart: slotStart, linkStart: linkStart, supplier: supplier, flow: flow, need: slotNeed,
            group: slotGroup, way: draft.wayCount > 0 ? way : nil)

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
