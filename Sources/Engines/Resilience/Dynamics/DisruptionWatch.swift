import Kernels

/// Writes down what happens: sums of each day, the first hit of each firm with its cause, inputs that run short.
struct DisruptionWatch {
    var result: DisruptionResult
    let ground: DisruptionGround
    let options: DisruptionOptions
    private let ledger: LossLedger
    /// By sector: users that are short of its product today, and what they could not make for it so far.
    private let shortUsers: PlainMemory<Int32>
    private let shortLoss: PlainMemory<Double>
    private var orderTotals: [Double] = []

    init(_ ground: DisruptionGround, _ options: DisruptionOptions) {
        self.ground = ground
        self.options = options
        result = DisruptionResult()
        ledger = LossLedger(
            output: ground.output, isLeftOut: ground.isSource, groupOf: ground.groupOf,
            groupCount: ground.groupCount, regionOf: ground.regionOf, regionCount: ground.regionCount)
        shortUsers = PlainMemory(ground.groupCount)
        shortLoss = PlainMemory(ground.groupCount)
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
        let today = Int32(truncatingIfNeeded: day)
        let found = ledger.note(
            today, made: days.firms.made, wanted: days.firms.wanted, floor: 1 - options.hitThreshold)
        noteShortages(found.shorts, today, days)
        explain(found.news.map { Int($0) }, today, days)
        let sectors = UnsafeBufferPointer(start: ledger.byGroup.start, count: ground.groupCount)
        result.output.append(sectors.reduce(0, +))
        result.outputOfSector.append(contentsOf: sectors)
        result.outputOfRegion.append(
            contentsOf: UnsafeBufferPointer(start: ledger.byRegion.start, count: ground.regionCount))
        result.firmsHit.append(found.hits)
        result.unmet.append(days.unmet)
        orderTotals.append(days.ordersTotal)
        if options.keepsDays {
            for firm in 0..<ground.nodeCount {
                let node = Int(ground.seat[firm])
                result.dailyOutput.append(days.firms.made[node])
                result.dailyService.append(days.firms.service[node])
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

    /// What firms that made less than they wanted are short of.
    private mutating func noteShortages(
        _ firms: UnsafeBufferPointer<UInt32>, _ day: Int32, _ days: DisruptionDays
    ) {
        let (shortUsers, shortLoss) = (shortUsers.start, shortLoss.start)
        for group in 0..<ground.groupCount { shortUsers[group] = 0 }
        let (made, wanted, sweep) = (days.firms.made.start, days.firms.wanted.start, days.sweep)
        for firm in firms {
            let node = Int(firm)
            let group = sweep.scarceGroup(node, isCover: days.isBoundByCover(node))
            guard group >= 0 else { continue }
            shortUsers[group] += 1
            shortLoss[group] += wanted[node] - made[node]
        }
        for group in 0..<ground.groupCount where shortUsers[group] > 0 {
            if result.shortages[group].firstDay < 0 { result.shortages[group].firstDay = day }
            if shortUsers[group] > result.shortages[group].users {
                result.shortages[group].users = Int(shortUsers[group])
                result.shortages[group].worstDay = day
            }
        }
    }

    /// Adds what can be said at the end: whether orders were blown up far beyond what is used.
    mutating func finish(_ calendar: DisruptionCalendar, _ names: (Int) -> String) {
        result.findings = ground.findings + calendar.findings(ground, names)
        for group in 0..<ground.groupCount { result.shortages[group].loss = shortLoss[group] }
        for node in 0..<ground.nodeCount where ledger.worstDay[node] >= 0 || ledger.loss[node] != 0 {
            let usual = ground.output[node]
            result.firms[node].loss = ledger.loss[node]
            result.firms[node].worstDay = ledger.worstDay[node]
            if ledger.worstDay[node] >= 0, usual > 0 {
                result.firms[node].worst = min(1, max(0, 1 - ledger.lowest[node] / usual))
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
