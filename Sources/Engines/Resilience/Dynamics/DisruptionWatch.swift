import Kernels

/// Writes down what happens: sums of each day, the first hit of each firm with its cause, inputs that run short.
struct DisruptionWatch {
    private(set) var result: DisruptionResult
    private let ground: DisruptionGround
    private let options: DisruptionOptions
    private var shortUsers: [Int]
    private var orderTotals: [Double] = []

    init(_ ground: DisruptionGround, _ options: DisruptionOptions) {
        self.ground = ground
        self.options = options
        result = DisruptionResult()
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
        var output = 0.0
        var hit = 0
        let groups = result.outputOfSector.count
        result.outputOfSector.append(contentsOf: repeatElement(0, count: ground.groupCount))
        let regions = result.outputOfRegion.count
        result.outputOfRegion.append(contentsOf: repeatElement(0, count: ground.regionCount))
        for group in shortUsers.indices { shortUsers[group] = 0 }
        let made = days.made.start
        let floor = 1 - options.hitThreshold
        for node in 0..<ground.nodeCount where !ground.isSource[node] {
            let make = made[node]
            let before = ground.output[node]
            output += make
            result.outputOfSector[groups + Int(ground.groupOf[node])] += make
            let region = Int(ground.regionOf[node])
            if region >= 0 { result.outputOfRegion[regions + region] += make }
            let wanted = days.wanted[node]
            if make < wanted * (1 - 1e-9) { noteShort(node, wanted - make, day, days) }
            if make != before {
                result.firms[node].loss += before - make
                if make < before * floor {
                    hit += 1
                    if result.firms[node].hitDay < 0 { explain(node, day, days) }
                }
                let lost = before > 0 ? 1 - make / before : 0
                if lost > result.firms[node].worst {
                    result.firms[node].worst = min(1, lost)
                    result.firms[node].worstDay = Int32(truncatingIfNeeded: day)
                }
            }
        }
        for group in shortUsers.indices where shortUsers[group] > result.shortages[group].users {
            result.shortages[group].users = shortUsers[group]
            result.shortages[group].worstDay = Int32(truncatingIfNeeded: day)
        }
        result.output.append(output)
        result.firmsHit.append(hit)
        result.unmet.append(days.unmet)
        orderTotals.append(days.ordersTotal)
        if options.keepsDays {
            for node in 0..<ground.nodeCount {
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

    private mutating func noteShort(_ node: Int, _ lost: Double, _ day: Int, _ days: DisruptionDays) {
        let slot = scarce(node, days)
        guard slot >= 0 else { return }
        let group = Int(ground.slotGroup[slot])
        shortUsers[group] += 1
        result.shortages[group].loss += lost
        if result.shortages[group].firstDay < 0 {
            result.shortages[group].firstDay = Int32(truncatingIfNeeded: day)
        }
    }

    /// The input that binds.
    private func scarce(_ node: Int, _ days: DisruptionDays) -> Int {
        let hard = days.hardLimit[node] * ground.output[node]
        let isHard = hard <= days.made[node] * (1 + 1e-12)
        return Int(isHard ? days.hardSlot[node] : days.softSlot[node])
    }

    private mutating func explain(_ node: Int, _ day: Int, _ days: DisruptionDays) {
        var firm = result.firms[node]
        firm.hitDay = Int32(truncatingIfNeeded: day)
        defer { result.firms[node] = firm }
        if days.shocks.remaining[node] < 1, days.made[node] >= days.capacity[node] * (1 - 1e-9) {
            firm.cause = .shock
            return
        }
        var worst = 0.0
        var at = -1
        if days.made[node] < days.wanted[node] * (1 - 1e-9) {
            firm.cause = .input
            let slot = scarce(node, days)
            guard slot >= 0 else { return }
            firm.input = ground.slotGroup[slot]
            for link in Int(ground.linkStart[slot])..<Int(ground.linkStart[slot + 1]) {
                let face = days.face.start + Int(ground.supplier[link]) * 4
                let (size, scale) = days.order(link)
                let got =
                    options.rationing == .proportional
                    ? size * scale * face[0] : size * min(scale * face[0], face[3])
                if ground.flow[link] - got > worst {
                    worst = ground.flow[link] - got
                    at = link
                }
            }
            if at >= 0 { firm.through = ground.supplier[at] }
        } else {
            firm.cause = .orders
            for sale in Int(ground.saleStart[node])..<Int(ground.saleStart[node + 1]) {
                let link = Int(ground.sale[sale])
                let (size, scale) = days.order(link)
                let asked = size * scale * days.face[node * 4]
                if ground.flow[link] - asked > worst {
                    worst = ground.flow[link] - asked
                    at = link
                }
            }
            if at >= 0 { firm.through = ground.customer[at] }
        }
        if at >= 0, let closures = days.closures, closures.before[at] < 1 { firm.way = ground.way[at] }
    }

    /// Adds what can be said at the end: whether orders were blown up far beyond what is used.
    mutating func finish(_ calendar: DisruptionCalendar, _ names: (Int) -> String) {
        result.findings = ground.findings + calendar.findings(ground, names)
        let usual = (0..<ground.nodeCount).reduce(0.0) { $0 + ground.output[$1] }
        if let peak = orderTotals.max(), usual > 0, peak > 1.5 * usual {
            result.findings.append(.swings(peak: peak / usual))
        }
    }
}
