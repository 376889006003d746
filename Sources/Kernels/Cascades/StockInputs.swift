import CLanes

/// The inputs of a network of firms in the order in which a ``StockSweep`` reads them: an input has one stock, whoever of its
/// suppliers fills it.
///
/// Most inputs have a single supplier. They stand apart, eight firms side by side, so that a lane holds a firm and nothing is kept for
/// a link but its supplier and its flow; of each firm those that it needs stand first. Inputs with several suppliers follow, eight
/// inputs side by side in the order of how many suppliers they have. Suppliers are looked up by places of their own: those with most
/// links stand side by side in the cache. 12 bytes a link and up to 16 an input.
public final class StockInputs: Sendable {
    /// How many firms there are.
    public let nodeCount: Int
    /// Eights of firms that hold them all.
    let rowCount: Int
    /// The sum of all flows, and what each supplier supplies, by its place.
    let flow: Double
    let supplies: PlainMemory<Double>
    /// The place of each firm as a supplier; one that fills up.
    let dealOf: PlainMemory<UInt32>
    /// Where each input stands: a place among those with one supplier, −2 − a place among the others.
    let places: PlainMemory<Int32>

    /// By eights of firms, and by places of their inputs, −1 for a place that only fills up.
    let singleStarts: PlainMemory<UInt32>
    let singleKinds: PlainMemory<UInt32>
    let singleSuppliers: PlainMemory<UInt32>
    let singleFlows: PlainMemory<Double>
    let singleInputs: PlainMemory<Int32>
    let singleGroups: PlainMemory<UInt32>
    let singleWays: PlainMemory<UInt32>

    /// By eights of inputs, by inputs, and by links.
    let sharedNodes: PlainMemory<UInt32>
    let sharedStarts: PlainMemory<UInt32>
    let sharedSuppliers: PlainMemory<UInt32>
    let sharedFlows: PlainMemory<Double>
    let sharedWays: PlainMemory<UInt32>
    let sharedWholes: PlainMemory<Double>
    let sharedNeeds: PlainMemory<UInt8>
    let sharedInputs: PlainMemory<Int32>
    let sharedGroups: PlainMemory<UInt32>
    /// The most suppliers of an input.
    let widest: Int

    /// Inputs stand in the order of their firms, links in the order of their inputs. Least time and memory is taken where firms stand
    /// in the order of how many inputs with a single supplier they have.
    ///
    /// - Parameters:
    ///   - inputStart: where the inputs of each firm begin, one more than firms.
    ///   - linkStart: where the links of each input begin, one more than inputs.
    ///   - supplier: by link, below 2³⁰.
    ///   - flow: by link.
    ///   - need: by input; 2 = nothing is made without it, 1 = its share of what is bought is lost without it. An input without
    ///     flow is not needed.
    ///   - group: by input, its sector.
    ///   - way: by link, −1 for none; `nil` where no link has one.
    ///
    /// Complexity: links + firms.
    public init(
        inputStart: PlainMemory<Int32>, linkStart: PlainMemory<Int32>, supplier: PlainMemory<Int32>,
        flow: PlainMemory<Double>, need: PlainMemory<UInt8>, group: PlainMemory<Int32>,
        way: PlainMemory<Int32>?
    ) {
        let nodes = inputStart.count - 1
        let inputs = linkStart.count - 1
        nodeCount = nodes
        rowCount = (nodes + 7) / 8
        places = PlainMemory(inputs)
        supplies = PlainMemory(nodes + 1)
        dealOf = PlainMemory(rowCount * 8 + Int(STOCK_AHEAD))
        let dealOf = Self.deals(supplier, nodes, into: dealOf)
        let links = { (input: Int) in Int(linkStart[input])..<Int(linkStart[input + 1]) }
        let isSingle = { (input: Int) in links(input).count == 1 }
        let kind = { (input: Int) in flow[links(input).lowerBound] > 0 ? UInt32(need[input]) : 0 }
        let wayOf = { (link: Int) in way.map { UInt32(truncatingIfNeeded: $0[link] + 1) } ?? 0 }

        var singles = [Int](repeating: 0, count: nodes)
        var needed = singles
        var shared: [Int] = []
        var owners: [UInt32] = []
        for node in 0..<nodes {
            for input in Int(inputStart[node])..<Int(inputStart[node + 1]) {
                if isSingle(input) {
                    singles[node] += 1
                    needed[node] += kind(input) > 0 ? 1 : 0
                } else {
                    shared.append(input)
                    owners.append(UInt32(truncatingIfNeeded: node))
                }
            }
        }
        singleStarts = Self.starts(singles)
        singleKinds = PlainMemory(rowCount)
        for (row, most) in Self.mostOfEights(needed).enumerated() {
            singleKinds[row] = singleStarts[row] + UInt32(truncatingIfNeeded: most * 8)
        }
        let singlePlaces = Int(singleStarts[rowCount])
        let filled = { (count: Int) in
            PlainMemory(
                [UInt32](repeating: UInt32(truncatingIfNeeded: nodes), count: count + Int(STOCK_AHEAD)))
        }
        singleSuppliers = filled(singlePlaces)
        singleFlows = PlainMemory(singlePlaces)
        singleInputs = PlainMemory([Int32](repeating: -1, count: singlePlaces))
        singleGroups = PlainMemory(singlePlaces)
        singleWays = PlainMemory(way == nil ? 0 : singlePlaces)

        let sizes = shared.map { links($0).count }
        let order = Self.byCount(sizes)
        widest = sizes.max() ?? 0
        sharedStarts = Self.starts(order.map { sizes[$0] })
        let sharedLinks = Int(sharedStarts[sharedStarts.count - 1])
        let sharedPlaces = (sharedStarts.count - 1) * 8
        sharedNodes = PlainMemory(sharedPlaces)
        sharedSuppliers = filled(sharedLinks)
        sharedFlows = PlainMemory(sharedLinks)
        sharedWays = PlainMemory(way == nil ? 0 : sharedLinks)
        sharedWholes = PlainMemory(sharedPlaces)
        sharedNeeds = PlainMemory(sharedPlaces)
        sharedInputs = PlainMemory([Int32](repeating: -1, count: sharedPlaces))
        sharedGroups = PlainMemory(sharedPlaces)

        var all = 0.0
        for link in 0..<supplier.count {
            supplies[Int(dealOf[Int(supplier[link])])] += flow[link]
            all += flow[link]
        }
        self.flow = all
        for node in 0..<nodes {
            var place = Int(singleStarts[node / 8]) + node % 8
            let own = (Int(inputStart[node])..<Int(inputStart[node + 1])).filter(isSingle)
            for input in own.filter({ kind($0) > 0 }) + own.filter({ kind($0) == 0 }) {
                let link = links(input).lowerBound
                singleSuppliers[place] = dealOf[Int(supplier[link])] | kind(input) << 30
                singleFlows[place] = flow[link]
                singleInputs[place] = Int32(truncatingIfNeeded: input)
                singleGroups[place] = UInt32(bitPattern: group[input])
                if way != nil { singleWays[place] = wayOf(link) }
                places[input] = Int32(truncatingIfNeeded: place)
                place += 8
            }
        }
        for (lane, number) in order.enumerated() {
            let input = shared[number]
            var whole = 0.0
            var place = Int(sharedStarts[lane / 8]) + lane % 8
            for link in links(input) {
                sharedSuppliers[place] = dealOf[Int(supplier[link])]
                sharedFlows[place] = flow[link]
                if way != nil { sharedWays[place] = wayOf(link) }
                whole += flow[link]
                place += 8
            }
            sharedNodes[lane] = owners[number]
            sharedWholes[lane] = whole
            sharedNeeds[lane] = whole > 0 ? need[input] : 0
            sharedInputs[lane] = Int32(truncatingIfNeeded: input)
            sharedGroups[lane] = UInt32(bitPattern: group[input])
            places[input] = -2 - Int32(truncatingIfNeeded: lane)
        }
    }

    /// Places of inputs with a single supplier, and of all inputs: those with several follow.
    var singlePlaceCount: Int { singleFlows.count }
    var placeCount: Int { singleFlows.count + sharedWholes.count }

    /// The number of the input that stands at a place of a sweep; −1 for none.
    func input(at place: Int32) -> Int {
        if place >= 0 { return Int(singleInputs[Int(place)]) }
        return place == -1 ? -1 : Int(sharedInputs[Int(-2 - place)])
    }

    /// Places of firms as suppliers: most links first.
    private static func deals(
        _ supplier: PlainMemory<Int32>, _ nodes: Int, into dealOf: PlainMemory<UInt32>
    ) -> PlainMemory<UInt32> {
        var sales = [Int](repeating: 0, count: nodes)
        for link in 0..<supplier.count { sales[Int(supplier[link])] += 1 }
        for node in 0..<dealOf.count { dealOf[node] = UInt32(truncatingIfNeeded: nodes) }
        for (place, node) in byCount(sales).enumerated() { dealOf[node] = UInt32(truncatingIfNeeded: place) }
        return dealOf
    }

    /// Numbers from 0, those with the highest count first, equal ones in their order.
    private static func byCount(_ counts: [Int]) -> [Int] {
        var begins = [Int](repeating: 0, count: (counts.max() ?? 0) + 2)
        for count in counts { begins[begins.count - 1 - count] += 1 }
        for place in begins.indices.dropFirst() { begins[place] += begins[place - 1] }
        var order = [Int](repeating: 0, count: counts.count)
        for (number, count) in counts.enumerated() {
            let slot = begins.count - 2 - count
            order[begins[slot]] = number
            begins[slot] += 1
        }
        return order
    }

    /// The most of each eight.
    private static func mostOfEights(_ counts: [Int]) -> [Int] {
        stride(from: 0, to: counts.count, by: 8).map { lane in
            counts[lane..<min(lane + 8, counts.count)].reduce(0, max)
        }
    }

    /// Where eights begin whose lanes have so many entries.
    private static func starts(_ counts: [Int]) -> PlainMemory<UInt32> {
        var starts: [UInt32] = [0]
        var last: UInt32 = 0
        for most in mostOfEights(counts) {
            last += UInt32(truncatingIfNeeded: most * 8)
            starts.append(last)
        }
        return PlainMemory(starts)
    }
}
