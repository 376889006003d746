import Kernels

/// New suppliers: an input that its suppliers have not filled for some days is looked for at all firms of the sector that have
/// capacity to spare. What they can spare is shared out in proportion, and once found they stay.
final class DisruptionMarket {
    /// What is asked of each firm by new customers.
    let asked: PlainMemory<Double>
    private let ground: DisruptionGround
    private let searchDays: Int32
    /// Days for which each input was short; what is missing of it today; what was granted of it.
    private let shortDays: PlainMemory<Int32>
    private let missing: PlainMemory<Double>
    private let granted: PlainMemory<Double>
    /// By sector: what is missing, what is spare, the part of what was granted that comes.
    private let missingOf: PlainMemory<Double>
    private let spareOf: PlainMemory<Double>
    private let comes: PlainMemory<Double>
    private let askedOf: PlainMemory<Double>
    private var isIdle = true
    /// An input is short where less than this part of what is wanted arrives.
    private static let shortPart = 0.9

    init(_ ground: DisruptionGround, searchDays: Int) {
        self.ground = ground
        self.searchDays = Int32(clamping: max(0, searchDays))
        asked = PlainMemory(ground.nodeCount)
        shortDays = PlainMemory(ground.inputCount)
        missing = PlainMemory(ground.inputCount)
        granted = PlainMemory(ground.inputCount)
        missingOf = PlainMemory(ground.groupCount)
        spareOf = PlainMemory(ground.groupCount)
        comes = PlainMemory(ground.groupCount)
        askedOf = PlainMemory(ground.groupCount)
    }

    /// How much of what was asked of firms comes, given the part of its orders that each delivers.
    func settle(_ service: PlainMemory<Double>) {
        for group in 0..<ground.groupCount {
            comes[group] = 0
            askedOf[group] = 0
            missingOf[group] = 0
        }
        if isIdle { return }
        for node in 0..<ground.nodeCount where asked[node] > 0 {
            let group = Int(ground.groupOf[node])
            comes[group] += asked[node] * service[node]
            askedOf[group] += asked[node]
        }
        for group in 0..<ground.groupCount where askedOf[group] > 0 { comes[group] /= askedOf[group] }
    }

    /// What new suppliers bring of an input today.
    @inline(__always)
    func delivered(_ slot: Int) -> Double {
        isIdle ? 0 : granted[slot] * comes[Int(ground.slotGroup[slot])]
    }

    /// Notes what the known suppliers brought.
    @inline(__always)
    func note(_ slot: Int, got: Double, wanted: Double, order: Double) {
        if got < wanted * Self.shortPart, shortDays[slot] <= searchDays { shortDays[slot] += 1 }
        let gap = shortDays[slot] > searchDays ? max(0, order - got) : 0
        missing[slot] = gap
        missingOf[Int(ground.slotGroup[slot])] += gap
    }

    /// Shares spare capacity out among those who look for it, for the next day.
    func match(_ days: DisruptionDays) {
        let wasIdle = isIdle
        isIdle = true
        for group in 0..<ground.groupCount {
            spareOf[group] = 0
            if missingOf[group] > 0 { isIdle = false }
        }
        if isIdle {
            if !wasIdle {
                for node in 0..<ground.nodeCount { asked[node] = 0 }
                for slot in 0..<ground.inputCount { granted[slot] = 0 }
            }
            return
        }
        for node in 0..<ground.nodeCount {
            let group = Int(ground.groupOf[node])
            guard missingOf[group] > 0 else {
                asked[node] = 0
                continue
            }
            let next = ground.demand[node] + days.face[node * 2 + 1] * days.sought[node]
            asked[node] = max(0, days.capacity[node] - next)
            spareOf[group] += asked[node]
        }
        for node in 0..<ground.nodeCount where asked[node] > 0 {
            let group = Int(ground.groupOf[node])
            asked[node] *= min(1, missingOf[group] / spareOf[group])
        }
        for slot in 0..<ground.inputCount {
            let group = Int(ground.slotGroup[slot])
            let missing = missing[slot]
            granted[slot] = missing > 0 ? missing * min(1, spareOf[group] / missingOf[group]) : 0
        }
    }
}
