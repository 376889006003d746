import CLanes

/// New suppliers: an input that its suppliers have not filled for some days is looked for at all firms of the sector that have
/// capacity to spare. What they can spare is shared out in proportion, and once found they stay.
///
/// An input is short where less than nine tenths of what is wanted arrives.
public final class StockSweepSearch {
    /// What new customers ask of each firm; padded to eights.
    public let asked: PlainMemory<Double>
    private let inputs: StockInputs
    private let days: Int32
    private let groupOf: PlainMemory<Int32>
    /// By place: days for which each input was short; what was missing of it last.
    private let shortDays: PlainMemory<Int32>
    private let missing: PlainMemory<Double>
    /// By sector: what is missing, what is spare, the part of what was missing that is granted and comes, what is asked.
    private let missingOf: PlainMemory<Double>
    private let spareOf: PlainMemory<Double>
    private let grants: PlainMemory<Double>
    private let comes: PlainMemory<Double>
    private let askedOf: PlainMemory<Double>
    private var isIdle = true

    /// A search that ends after so many days.
    ///
    /// - Parameters:
    ///   - groupOf: the sector of each firm.
    ///   - groupCount: how many sectors there are.
    public init(_ inputs: StockInputs, days: Int, groupOf: PlainMemory<Int32>, groupCount: Int) {
        self.inputs = inputs
        self.days = Int32(clamping: max(0, days))
        self.groupOf = groupOf
        asked = PlainMemory(inputs.rowCount * 8)
        shortDays = PlainMemory(inputs.placeCount)
        missing = PlainMemory(inputs.placeCount)
        missingOf = PlainMemory(groupCount)
        spareOf = PlainMemory(groupCount)
        grants = PlainMemory(groupCount)
        comes = PlainMemory(groupCount)
        askedOf = PlainMemory(groupCount)
    }

    var lists: StockSearch {
        StockSearch(
            days: days, shortDays: shortDays.start, comes: isIdle ? nil : comes.start,
            missingOf: missingOf.start, missing: missing.start)
    }

    /// How much of what was asked of firms comes, given the part of its orders that each delivers; before a step.
    func settle(_ service: PlainMemory<Double>) {
        for group in 0..<comes.count {
            comes[group] = 0
            askedOf[group] = 0
            missingOf[group] = 0
        }
        if isIdle { return }
        let (asked, service, groupOf) = (asked.start, service.start, groupOf.start)
        let (comes, askedOf) = (comes.start, askedOf.start)
        for node in 0..<inputs.nodeCount where asked[node] > 0 {
            let group = Int(groupOf[node])
            comes[group] += asked[node] * service[node]
            askedOf[group] += asked[node]
        }
        for group in 0..<grants.count where askedOf[group] > 0 {
            comes[group] *= grants[group] / askedOf[group]
        }
    }

    /// Shares spare capacity out among those who look for it, for the next day.
    ///
    /// - Parameters:
    ///   - spare: what a firm could make beyond what is ordered of it.
    func match(spare: (Int) -> Double) {
        let wasIdle = isIdle
        isIdle = true
        for group in 0..<comes.count where missingOf[group] > 0 { isIdle = false }
        if isIdle {
            if !wasIdle { asked.start.update(repeating: 0, count: asked.count) }
            return
        }
        for group in 0..<comes.count { spareOf[group] = 0 }
        for node in 0..<inputs.nodeCount {
            let group = Int(groupOf[node])
            asked[node] = missingOf[group] > 0 ? max(0, spare(node)) : 0
            spareOf[group] += asked[node]
        }
        // What is asked of each firm becomes its part of what is missing.
        for group in 0..<comes.count {
            grants[group] = missingOf[group] > 0 ? min(1, spareOf[group] / missingOf[group]) : 0
            spareOf[group] = spareOf[group] > 0 ? min(1, missingOf[group] / spareOf[group]) : 0
        }
        for node in 0..<inputs.nodeCount where asked[node] > 0 { asked[node] *= spareOf[Int(groupOf[node])] }
    }
}
