import Kernels

/// Writes down what happens: sums of each day, the first hit of each firm with its cause, inputs that run short.
struct DisruptionWatch {
    var result: DisruptionResult
    let ground: DisruptionGround
    let options: DisruptionOptions
    private var shortUsers: [Int]
    private var orderTotals: [Double] = []
    /// What each firm lost so far, its lowest output and the day of it; sums of today.
    private let loss: PlainMemory<Double>
    private let lowest: PlainMemory<Double>
    private let worstDay: PlainMemory<Int32>
    private let hitDay: PlainMemory<Int32>
    private let bySector: PlainMemory<Double>
    private let byRegion: PlainMemory<Double>

    init(_ ground: DisruptionGround, _ options: DisruptionOptions) {
        self.ground = ground
        self.options = options
        result = DisruptionResult()
        loss = PlainMemory(ground.nodeCount)
        lowest = PlainMemory((0..<ground.nodeCount).map { ground.output[$0] * (1 - 1e-12) })
        worstDay = PlainMemory([Int32](repeating: -1, count: ground.nodeCount))
        hitDay = PlainMemory([Int32](repeating: -1, count: ground.nodeCount))
        bySector = PlainMemory(ground.groupCount)
        byRegion = PlainMemory(ground.regionCount)
        shortUsers = [Int](repeating: 0, count: ground.groupCount)
        result.shortages = [DisruptionResult.Shortage](repeating: .init(), count: ground.groupCount)
        result.firms = (0..<ground.nodeCount).map { .init(output: ground.output[$0]) }
        for node in 0..<ground.nodeCount {
            if !ground.isSource[node] { result.before += ground.output[node] }
            result.demand += ground.demand[node]
        }
        result.output.reserveCapacity(options.horizon)
        result.outputOfSector.reserveCapacity(options.horizon * ground.groupCount)
    }

    /// After production of a day, before goods move.
    mutating func note(_ day: Int, _ days: DisruptionDays) {
        var hit = 0
        for group in shortUsers.indices { shortUsers[group] = 0 }
        for group in 0..<ground.groupCount { bySector[group] = 0 }
        for region in 0..<ground.regionCount { byRegion[region] = 0 }
        let made = days.made.start
        let wanted = days.wanted.start
        let before = ground.output.start
        let isSource = ground.isSource.start
        let groupOf = ground.groupOf.start
        let regionOf = ground.regionOf.start
        let (loss, lowest, worstDay) = (loss.start, lowest.start, worstDay.start)
        let hitDay = hitDay.start
        let (bySector, byRegion) = (bySector.start, byRegion.start)
        let hasRegions = ground.regionCount > 0
        let floor = 1 - options.hitThreshold
        let today = Int32(truncatingIfNeeded: day)
        var news: [Int] = []
        for node in 0..<ground.nodeCount {
            if isSource[node] { continue }
            let make = made[node]
            bySector[Int(groupOf[node])] += make
            if hasRegions, regionOf[node] >= 0 { byRegion[Int(regionOf[node])] += make }
            if make < wanted[node] * (1 - 1e-9) { noteShort(node, wanted[node] - make, today, days) }
            let usual = before[node]
            loss[node] += usual - make
            let isLowest = make < lowest[node]
            lowest[node] = isLowest ? make : lowest[node]
            worstDay[node] = isLowest ? today : worstDay[node]
            let isHit = make < usual * floor
            hit += isHit ? 1 : 0
            if isHit, hitDay[node] < 0 {
                hitDay[node] = today
                news.append(node)
            }
        }
        explain(news, today, days)
        for group in shortUsers.indices where shortUsers[group] > result.shortages[group].users {
            result.shortages[group].users = shortUsers[group]
            result.shortages[group].worstDay = Int32(truncatingIfNeeded: day)
        }
        let sectors = UnsafeBufferPointer(start: bySector, count: ground.groupCount)
        result.output.append(sectors.reduce(0, +))
        result.outputOfSector.append(contentsOf: sectors)
        result.outputOfRegion.append(
            contentsOf: UnsafeBufferPointer(start: byRegion, count: ground.regionCount))
        result.firmsHit.append(hit)
        result.unmet.append(days.unmet)
        orderTotals.append(days.ordersTotal)
        if options.keepsDays {
            for firm in 0..<ground.nodeCount {
                let node = Int(ground.seat[firm])
                result.dailyOutput.append(made[node])
                result.dailyService.append(days.service[node])
            }
        }
    }

    /// After goods moved: what was shipped has arrived, and stocks are what came and went.
    mutating func check(_ days: DisruptionDays) {
        let moved = max(abs(days.shipped), abs(days.received))
        if moved > 0 {
            result.deliveryResidual = max(
                result.deliveryResidual, abs(days.shipped - days.received) / max(moved, result.before * 1e-9))
        }
        if days.stockTotal > 0 {
            result.stockResidual = max(
                result.stockResidual, abs(days.stockTotal - days.stockBalance) / days.stockTotal)
        }
    }

    private mutating func noteShort(_ node: Int, _ lost: Double, _ day: Int32, _ days: DisruptionDays) {
        let slot = days.scarceInput(node)
        guard slot >= 0 else { return }
        let group = Int(ground.slotGroup[slot])
        shortUsers[group] += 1
        result.shortages[group].loss += lost
        if result.shortages[group].firstDay < 0 {
            result.shortages[group].firstDay = day
        }
    }

    /// Adds what can be said at the end: whether orders were blown up far beyond what is used.
    mutating func finish(_ calendar: DisruptionCalendar, _ names: (Int) -> String) {
        result.findings = ground.findings + calendar.findings(ground, names)
        for node in 0..<ground.nodeCount where worstDay[node] >= 0 || loss[node] != 0 {
            let usual = ground.output[node]
            result.firms[node].loss = loss[node]
            result.firms[node].worstDay = worstDay[node]
            if worstDay[node] >= 0, usual > 0 {
                result.firms[node].worst = min(1, max(0, 1 - lowest[node] / usual))
            }
        }
        // Back to the places of the network.
        result.firms = (0..<ground.nodeCount).map { place in
            var firm = result.firms[Int(ground.seat[place])]
            if firm.through >= 0 { firm.through = ground.firm[Int(firm.through)] }
            return firm
        }
        let usual = (0..<ground.nodeCount).reduce(0.0) { $0 + ground.output[$1] }
        if let peak = orderTotals.max(), usual > 0, peak > 1.5 * usual {
            result.findings.append(.swings(peak: peak / usual))
        }
    }
}
