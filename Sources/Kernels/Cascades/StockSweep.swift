import CLanes

/// One day of stocks and orders after another: firms make what is ordered as far as capacity and stocks go, what arrives is added, what is
/// used is taken, gaps are ordered, orders are added up at the suppliers. Loops that use the widest vectors of the processor; equal
/// input gives equal bytes on all of them.
///
/// Stocks are kept as covers, in days of usual use. What was ordered of a single supplier is not kept but follows from the cover: a
/// step reads 20 bytes of such a link and writes 8.
public final class StockSweep {
    /// Sums of a step.
    public struct Sums {
        /// What arrived.
        public var received = 0.0
        /// What was used.
        public var used = 0.0
        /// What is in stock.
        public var stocked = 0.0
    }

    /// What is in stock at first, at the aim.
    public let firstStock: Double
    let rules: StockSweepRules
    let inputs: StockInputs
    /// By the place of a supplier: the part of orders that it delivers and what is ordered of it; readiness before times that part (or
    /// readiness before where small orders come first), readiness now.
    let deals: PlainMemory<StockDeal>
    let faces: PlainMemory<Double>
    /// What firms make and want as parts of the usual, in the step before and now; what they find.
    private(set) var usedBefore: PlainMemory<Double>
    private(set) var aimedBefore: PlainMemory<Double>
    private(set) var uses: PlainMemory<Double>
    private(set) var aims: PlainMemory<Double>
    let cover: PlainMemory<Double>
    let lack: PlainMemory<Double>
    private let greatest: PlainMemory<Double>
    let scarcest: PlainMemory<Int32>
    let lacking: PlainMemory<Int32>
    let singleCovers: PlainMemory<Double>
    private let sharedCovers: PlainMemory<Double>
    let scales: PlainMemory<Double>
    let raised: PlainMemory<Double>
    private let work: PlainMemory<Double>

    /// A sweep from full stocks and usual orders.
    public init(_ inputs: StockInputs, _ rules: StockSweepRules) {
        self.inputs = inputs
        self.rules = rules
        let firms = inputs.rowCount * 8
        let goal = { (group: UInt32) in rules.goals.map { $0[Int(group)] } ?? rules.goal }
        deals = PlainMemory(inputs.nodeCount + 1)
        faces = PlainMemory(inputs.nodeCount * 2 + 2)
        for place in 0...inputs.nodeCount {
            deals[place].sought = inputs.supplies[place]
            faces[place * 2 + 1] = 1
        }
        let usual = { PlainMemory([Double](repeating: 1, count: firms)) }
        (usedBefore, aimedBefore, uses, aims) = (usual(), usual(), usual(), usual())
        cover = PlainMemory([Double](repeating: .infinity, count: firms))
        (lack, greatest) = (PlainMemory(firms), PlainMemory(firms))
        scarcest = PlainMemory([Int32](repeating: -1, count: firms))
        lacking = PlainMemory([Int32](repeating: -1, count: firms))
        singleCovers = PlainMemory(inputs.singleFlows.count)
        sharedCovers = PlainMemory(inputs.sharedWholes.count)
        var stock = 0.0
        for place in 0..<inputs.singleFlows.count {
            singleCovers[place] = goal(inputs.singleGroups[place])
            stock += singleCovers[place] * inputs.singleFlows[place]
        }
        for place in 0..<inputs.sharedWholes.count {
            sharedCovers[place] = goal(inputs.sharedGroups[place])
            stock += sharedCovers[place] * inputs.sharedWholes[place]
        }
        firstStock = stock
        let once = (0..<inputs.sharedWholes.count).map { inputs.sharedWholes[$0] > 0 ? 1.0 : 0 }
        (scales, raised) = (PlainMemory(once), PlainMemory(once))
        work = PlainMemory(inputs.widest * 8)
    }

    var lists: StockFirms {
        StockFirms(
            usedBefore: usedBefore.start, aimedBefore: aimedBefore.start, uses: uses.start, aims: aims.start,
            cover: cover.start, lack: lack.start, greatest: greatest.start, scarcest: scarcest.start,
            lacking: lacking.start, deals: deals.start, faces: faces.start)
    }

    /// One step, after ``make(_:_:)``.
    public func step() -> Sums {
        var firms = lists
        var plan = StockPlan(goal: rules.goal, needed: rules.needed, pace: rules.pace)
        var singles = StockSingles(
            rows: UInt32(truncatingIfNeeded: inputs.rowCount), starts: inputs.singleStarts.start,
            kinds: inputs.singleKinds.start, suppliers: inputs.singleSuppliers.start,
            flows: inputs.singleFlows.start, groups: inputs.singleGroups.start,
            ways: inputs.singleWays.start,
            covers: singleCovers.start)
        var shared = StockShared(
            rows: UInt32(truncatingIfNeeded: inputs.sharedStarts.count - 1), nodes: inputs.sharedNodes.start,
            starts: inputs.sharedStarts.start, suppliers: inputs.sharedSuppliers.start,
            flows: inputs.sharedFlows.start, ways: inputs.sharedWays.start,
            wholes: inputs.sharedWholes.start,
            needs: inputs.sharedNeeds.start, groups: inputs.sharedGroups.start, covers: sharedCovers.start,
            scales: scales.start, raised: raised.start, work: work.start)
        var sums = (0.0, 0.0, 0.0)
        let places = UInt64(inputs.singlePlaceCount)
        withUnsafeMutableBytes(of: &sums) { bytes in
            let sums = bytes.assumingMemoryBound(to: Double.self).baseAddress
            rules.withRules { rules in
                stockSingles(&singles, &plan, rules, &firms, sums)
                stockShared(&shared, places, &plan, rules, &firms, sums)
            }
        }
        swap(&usedBefore, &uses)
        swap(&aimedBefore, &aims)
        return Sums(received: sums.0, used: sums.1, stocked: sums.2)
    }
}
