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
    /// By place: days for which each input was short; what is missing of it today; what was granted of it.
    private let shortDays: PlainMemory<Int32>
    private let missing: PlainMemory<Double>
    private let granted: PlainMemory<Double>
    /// By sector: what is missing, what is spare, the part of what was granted that comes, what is asked.
    private let missingOf: PlainMemory<Double>
    private let spareOf: PlainMemory<Double>
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
        granted = PlainMemory(inputs.placeCount)
        missingOf = PlainMemory(groupCount)
        spareOf = PlainMemory(groupCount)
        comes = PlainMemory(groupCount)
        askedOf = PlainMemory(groupCount)
    }

    var lists: StockSearch {
        StockSearch(
            days: days, shortDays: shortDays.start, comes: isIdle ? nil : comes.start,
            granted: granted.start, missingOf: missingOf.start, missing: missing.start)
    }

    /// How much of what was asked of firms comes, given the part of its orders that each delivers; before a step.
    func settle(_ service: PlainMemory<Double>) {
        for group in 0..<comes.count {
            comes[group] = 0
            askedOf[group] = 0
            missingOf[group] = 0
        }
        if isIdle { return }
        for node in 0..<inputs.nodeCount where asked[node] > 0 {
            let group = Int(groupOf[node])
            comes[group] += asked[node] * service[node]
            askedOf[group] += asked[node]
        }
        for group in 0..<comes.count where askedOf[group] > 0 { comes[group] /= askedOf[group] }
    }

    /// Shares spare capacity out among those who look for it, for the next day.
    ///
    /// - Parameters:
    ///   - spare: what a firm could make beyond what is ordered of it.
    func match(spare: (Int) -> Double) {
        let wasIdle = isIdle
        isIdle = true
        for group in 0..<comes.count {
            spareOf[group] = 0
            if missingOf[group] > 0 { isIdle = false }
        }
        if isIdle {
            if !wasIdle {
                for node in 0..<inputs.nodeCount { asked[node] = 0 }
                for place in 0..<inputs.placeCount { granted[place] = 0 }
            }
            return
        }
        for node in 0..<inputs.nodeCount {
            let group = Int(groupOf[node])
            guard missingOf[group] > 0 else {
                asked[node] = 0
                continue
            }
            asked[node] = max(0, spare(node))
            spareOf[group] += asked[node]
        }
        for node in 0..<inputs.nodeCount where asked[node] > 0 {
            let group = Int(groupOf[node])
            asked[node] *= min(1, missingOf[group] / spareOf[group])
        }
        let singles = inputs.singlePlaceCount
        for place in 0..<inputs.placeCount {
            let missing = missing[place]
            if missing <= 0 {
                granted[place] = 0
                continue
            }
            let group =
                place < singles
                ? Int(inputs.singleGroups[place]) : Int(inputs.sharedGroups[place - singles])
            granted[place] = missing * min(1, spareOf[group] / missingOf[group])
        }
    }
}
