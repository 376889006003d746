import CLanes

/// The inputs of a network of firms in the order in which a ``StockSweep`` reads them: an input has one stock, whoever of its
/// suppliers fills it.
///
/// Most inputs have a single supplier. They stand apart, eight firms side by side in the order of how many they have, so that a lane
/// holds a firm and nothing is kept for a link but its supplier and its flow. Inputs with several suppliers follow, eight inputs side
/// by side in the order of how many suppliers they have. 12 bytes a link and up to 12 an input.
public final class StockInputs: Sendable {
    /// How many firms there are.
    public let nodeCount: Int
    /// The sum of all flows, and by firm what it supplies; one more that fills up.
    let flow: Double
    let supplies: PlainMemory<Double>
    /// Where each input stands: a place among those with one supplier, −2 − a place among the others.
    let places: PlainMemory<Int32>

    /// By eights of firms, and by places of their inputs, −1 for a place that only fills up.
    let singleNodes: PlainMemory<UInt32>
    let singleStarts: PlainMemory<UInt32>
    let singleSuppliers: PlainMemory<UInt32>
    let singleFlows: PlainMemory<Double>
    let singleInputs: PlainMemory<Int32>

    /// By eights of inputs, by inputs, and by links.
    let sharedNodes: PlainMemory<UInt32>
    let sharedStarts: PlainMemory<UInt32>
    let sharedSuppliers: PlainMemory<UInt32>
    let sharedFlows: PlainMemory<Double>
    let sharedWholes: PlainMemory<Double>
    let sharedNeeds: PlainMemory<UInt8>
    let sharedInputs: PlainMemory<Int32>
    /// The most suppliers of an input.
    let widest: Int

    /// How many lanes more are read to ask for memory in time.
    private static let lookAhead = 16

    /// Inputs stand in the order of their firms, links in the order of their inputs.
    ///
    /// - Parameters:
    ///   - inputStart: where the inputs of each firm begin, one more than firms.
    ///   - linkStart: where the links of each input begin, one more than inputs.
    ///   - supplier: by link, below 2³⁰.
    ///   - flow: by link.
    ///   - need: by input; 2 = nothing is made without it, 1 = its share of what is bought is lost without it. An input without
    ///     flow is not needed.
    ///
    /// Complexity: links + firms.
    public init(
        inputStart: PlainMemory<Int32>, linkStart: PlainMemory<Int32>, supplier: PlainMemory<Int32>,
        flow: PlainMemory<Double>, need: PlainMemory<UInt8>
    ) {
        let nodes = inputStart.count - 1
        let inputs = linkStart.count - 1
        let filler = UInt32(truncatingIfNeeded: nodes)
        nodeCount = nodes
        places = PlainMemory(inputs)
        supplies = PlainMemory(nodes + 1)
        let links = { (input: Int) in Int(linkStart[input])..<Int(linkStart[input + 1]) }

        var singles = [Int](repeating: 0, count: nodes)
        var shared: [Int] = []
        for node in 0..<nodes {
            for input in Int(inputStart[node])..<Int(inputStart[node + 1]) {
                if links(input).count == 1 { singles[node] += 1 } else { shared.append(input) }
            }
        }
        let firms = Self.byCount(singles)
        singleStarts = Self.starts(firms.map { singles[$0] })
        let singlePlaces = Int(singleStarts[singleStarts.count - 1])
        singleNodes = PlainMemory(
            Self.filled(firms.map { UInt32(truncatingIfNeeded: $0) }, with: filler))
        singleSuppliers = PlainMemory([UInt32](repeating: filler, count: singlePlaces))
        singleFlows = PlainMemory(singlePlaces)
        singleInputs = PlainMemory([Int32](repeating: -1, count: singlePlaces))

        let sizes = shared.map { links($0).count }
        let order = Self.byCount(sizes)
        widest = sizes.max() ?? 0
        sharedStarts = Self.starts(order.map { sizes[$0] })
        let sharedLinks = Int(sharedStarts[sharedStarts.count - 1])
        let sharedPlaces = (sharedStarts.count - 1) * 8
        sharedSuppliers = PlainMemory([UInt32](repeating: filler, count: sharedLinks))
        sharedFlows = PlainMemory(sharedLinks)
        sharedWholes = PlainMemory(sharedPlaces)
        sharedNeeds = PlainMemory(sharedPlaces)
        sharedInputs = PlainMemory([Int32](repeating: -1, count: sharedPlaces))

        var all = 0.0
        for link in 0..<supplier.count {
            supplies[Int(supplier[link])] += flow[link]
            all += flow[link]
        }
        for (lane, node) in firms.enumerated() {
            var place = Int(singleStarts[lane / 8]) + lane % 8
            for input in Int(inputStart[node])..<Int(inputStart[node + 1]) where links(input).count == 1 {
                let link = links(input).lowerBound
                let kind = flow[link] > 0 ? UInt32(need[input]) : 0
                singleSuppliers[place] = UInt32(bitPattern: supplier[link]) | kind << 30
                singleFlows[place] = flow[link]
                singleInputs[place] = Int32(truncatingIfNeeded: input)
                places[input] = Int32(truncatingIfNeeded: place)
                place += 8
            }
        }
        for (lane, number) in order.enumerated() {
            let input = shared[number]
            var whole = 0.0
            var place = Int(sharedStarts[lane / 8]) + lane % 8
            for link in links(input) {
                sharedSuppliers[place] = UInt32(bitPattern: supplier[link])
                sharedFlows[place] = flow[link]
                whole += flow[link]
                place += 8
            }
            sharedWholes[lane] = whole
            sharedNeeds[lane] = whole > 0 ? need[input] : 0
            sharedInputs[lane] = Int32(truncatingIfNeeded: input)
            places[input] = -2 - Int32(truncatingIfNeeded: lane)
        }
        let owners = Self.owners(inputStart, inputs)
        sharedNodes = PlainMemory(Self.filled(order.map { owners[shared[$0]] }, with: filler))
        self.flow = all
    }

    /// The number of the input that stands at a place of a sweep; −1 for none.
    func input(at place: Int32) -> Int {
        if place >= 0 { return Int(singleInputs[Int(place)]) }
        return place == -1 ? -1 : Int(sharedInputs[Int(-2 - place)])
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

    /// Where eights begin whose lanes have so many entries, the first of eight the most.
    private static func starts(_ counts: [Int]) -> PlainMemory<UInt32> {
        var starts: [UInt32] = [0]
        var last: UInt32 = 0
        for lane in stride(from: 0, to: counts.count, by: 8) {
            last += UInt32(truncatingIfNeeded: counts[lane] * 8)
            starts.append(last)
        }
        return PlainMemory(starts)
    }

    /// These firms, the last eight filled up, and some more to look ahead.
    private static func filled(_ nodes: [UInt32], with filler: UInt32) -> [UInt32] {
        nodes + [UInt32](repeating: filler, count: (8 - nodes.count % 8) % 8 + lookAhead)
    }

    /// The firm of each input.
    private static func owners(_ inputStart: PlainMemory<Int32>, _ inputs: Int) -> [UInt32] {
        var owners = [UInt32](repeating: 0, count: inputs)
        for node in 0..<(inputStart.count - 1) {
            for input in Int(inputStart[node])..<Int(inputStart[node + 1]) {
                owners[input] = UInt32(truncatingIfNeeded: node)
            }
        }
        return owners
    }
}
