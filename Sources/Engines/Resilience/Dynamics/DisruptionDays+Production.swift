import Kernels

/// Where orders and stocks of firms stand: what production of a day asks of it and tells it.
private protocol FirmStocks {
    /// How ready a firm was when it was sent the orders of today.
    func readiness(_ node: Int) -> Double
    /// What other firms ordered.
    func asked(_ node: Int, readiness: Double) -> Double
    /// The most that stocks allow, as parts of output: by the scarcest essential input, and by all others together.
    func limits(_ node: Int) -> (hard: Double, soft: Double)
    /// Takes what a firm does today.
    func take(_ node: Int, _ firm: FirmDay)
}

/// What a firm does on a day, as parts of its output; what it delivers of its orders; how ready it is and was for orders; the level
/// up to which it fills them.
private struct FirmDay {
    var uses: Double
    var aims: Double
    var part: Double
    var before: Double
    var ready: Double
    var level: Double
}

/// They stand in a ``StockSweep``.
private struct SweptStocks: FirmStocks {
    let firms: StockSweep.Firms
    let needed: Double
    let bought: UnsafeMutablePointer<Double>

    func readiness(_ node: Int) -> Double { firms.readiness(node) }
    func asked(_ node: Int, readiness: Double) -> Double { readiness > 0 ? firms.sought[node] : 0 }
    func limits(_ node: Int) -> (hard: Double, soft: Double) {
        let lack = firms.lack(node)
        return (firms.cover(node) / needed, lack > 0 ? max(0, 1 - lack / bought[node]) : 1)
    }
    func take(_ node: Int, _ firm: FirmDay) {
        firms.set(node, uses: firm.uses, aims: firm.aims, part: firm.part, ready: firm.ready)
    }
}

/// They stand in the lists of the days.
private struct ListedStocks: FirmStocks {
    let face: UnsafeMutablePointer<Double>
    let sought: UnsafeMutablePointer<Double>
    let level: UnsafeMutablePointer<Double>
    let hard: UnsafeMutablePointer<Double>
    let soft: UnsafeMutablePointer<Double>
    let isProportional: Bool

    func readiness(_ node: Int) -> Double { face[node * 2 + 1] }
    func asked(_ node: Int, readiness: Double) -> Double { readiness * sought[node] }
    func limits(_ node: Int) -> (hard: Double, soft: Double) { (hard[node], soft[node]) }
    func take(_ node: Int, _ firm: FirmDay) {
        face[node * 2] = isProportional ? firm.before * firm.part : firm.before
        face[node * 2 + 1] = firm.ready
        sought[node] = 0
        level[node] = firm.level
    }
}

extension DisruptionDays {
    /// The first part of a day: how much every firm makes, and how far that goes.
    func produce(_ day: Int) {
        if let plain {
            produce(
                day, SweptStocks(firms: plain.firms, needed: neededDays[0], bought: ground.bought.start))
        } else {
            produce(
                day,
                ListedStocks(
                    face: face.start, sought: sought.start, level: level.start, hard: hardLimit.start,
                    soft: softLimit.start, isProportional: options.rationing == .proportional))
        }
    }

    @inline(__always)
    private func produce(_ day: Int, _ stocks: some FirmStocks) {
        let (output, demand) = (ground.output.start, ground.demand.start)
        let (overtime, remaining) = (overtime.start, shocks.remaining.start)
        let (capacity, wanted, made, service) = (capacity.start, wanted.start, made.start, service.start)
        let found = market?.asked.start
        let rises = options.overproduction > 1 && day > 1
        let top = options.overproduction
        let pace = 1 / options.overproductionDays
        let room = 1 + options.spare
        let moves = options.movesOrders
        let isProportional = options.rationing == .proportional
        var (shipped, unmet, ordersTotal) = (0.0, 0.0, 0.0)
        for node in 0..<ground.nodeCount {
            let before = stocks.readiness(node)
            let want = demand[node] + stocks.asked(node, readiness: before) + (found?[node] ?? 0)
            if rises, want > 0 {
                // Hallegatte (2008); a negative gap takes overtime back, as BoARIO does.
                let gap = (want - made[node]) / want
                let now = overtime[node]
                overtime[node] = max(1, now + (gap != 0 ? (top - now) * gap : 1 - now) * pace)
            }
            let full = output[node] * overtime[node] * room
            let can = full * remaining[node]
            let goal = min(want, can)
            let (hard, soft) = stocks.limits(node)
            let make = min(goal, min(output[node] * hard, full * soft))
            capacity[node] = can
            wanted[node] = goal
            made[node] = make
            let part = want > 0 ? make / want : 0
            let filled =
                isProportional || make >= want ? part : fillLevel(node, make: make, readiness: before)
            let met = isProportional ? part : min(1, filled)
            service[node] = met
            shipped += make - demand[node] * met
            unmet += demand[node] * (1 - met)
            ordersTotal += want
            let unit = output[node] > 0 ? 1 / output[node] : 0
            stocks.take(
                node,
                FirmDay(
                    uses: make * unit, aims: goal * unit, part: part, before: before,
                    ready: moves && output[node] > 0 ? can / output[node] : 1,
                    level: make >= want ? .infinity : filled))
        }
        self.shipped = shipped
        self.unmet = unmet
        self.ordersTotal = ordersTotal
    }

    /// The most that a firm's scarcest essential input allows, as a part of its output.
    func hard(_ node: Int) -> Double {
        plain.map { $0.firms.cover(node) / neededDays[0] } ?? hardLimit[node]
    }
}
