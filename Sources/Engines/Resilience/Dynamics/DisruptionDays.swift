import Kernels

/// The days of one run: what firms want, make, ship, receive and order.
///
/// Each day: (1) production, bound by orders, capacity and stocks; (2) deliveries, rationed where it does not suffice; (3) stocks
/// and new orders, by a ``StockSweep``.
final class DisruptionDays {
    let ground: DisruptionGround
    let options: DisruptionOptions
    let shocks: DisruptionCalendar
    let sweep: StockSweep
    let firms: StockSweep.Making
    private let rules: StockSweepRules
    /// What was shipped and received today, what stocks hold and what they should hold, final demand that was not met, all orders.
    private(set) var shipped = 0.0
    private(set) var received = 0.0
    private(set) var stockBalance = 0.0
    private(set) var stockTotal = 0.0
    private(set) var unmet = 0.0
    private(set) var ordersTotal = 0.0

    init(_ ground: DisruptionGround, _ options: DisruptionOptions, _ shocks: DisruptionCalendar) {
        self.ground = ground
        self.options = options
        self.shocks = shocks
        let groups = 0..<Int32(truncatingIfNeeded: ground.groupCount)
        let buys = (0..<ground.nodeCount).contains {
            ground.isSource[$0] && ground.slotStart[$0] < ground.slotStart[$0 + 1]
        }
        let isFilled = options.rationing == .smallOrdersFirst
        rules = StockSweepRules(
            goals: groups.map(options.days), needs: groups.map(options.needed), pace: 1 / options.restockDays,
            steady: buys ? ground.isSource : nil, wayCount: shocks.closesWays ? ground.wayCount : 0,
            search: options.searchDays.map {
                StockSweepSearch(
                    ground.inputs, days: $0, groupOf: ground.groupOf, groupCount: ground.groupCount)
            }, movesOrders: options.movesOrders, smallFirst: isFilled)
        sweep = StockSweep(ground.inputs, rules)
        firms = StockSweep.Making(
            output: ground.output, demand: ground.demand, bought: ground.bought, remaining: shocks.remaining,
            room: 1 + options.spare, top: options.overproduction,
            keepsService: isFilled || options.keepsDays || options.searchDays != nil)
        stockTotal = sweep.firstStock
        stockBalance = stockTotal
    }

    /// The first part of a day: how much every firm makes, and how far that goes.
    func produce(_ day: Int) {
        rules.turn(to: shocks.open)
        let sums = sweep.make(firms, pace: day > 1 ? 1 / options.overproductionDays : 0)
        (shipped, unmet, ordersTotal) = (sums.shipped, sums.unmet, sums.wanted)
        if options.rationing == .smallOrdersFirst { fillUp() }
    }

    /// The rest of a day: goods arrive, stocks are drawn, new orders are sent.
    func move() {
        sweep.settle(firms)
        let sums = sweep.step()
        received = sums.received
        stockTotal = sums.stocked
        stockBalance += sums.received - sums.used
        sweep.match(firms)
    }

    /// Small orders first: sets the levels of firms that make too little, and what that leaves of final demand.
    private func fillUp() {
        for node in 0..<ground.nodeCount where firms.service[node] < 1 {
            let part = firms.service[node]
            let level = fillLevel(node, make: firms.made[node])
            sweep.fill(node, level: level)
            guard level.isFinite else { continue }
            let met = min(1, level)
            firms.service[node] = met
            shipped -= ground.demand[node] * (met - part)
            unmet -= ground.demand[node] * (met - part)
        }
    }

    /// The level up to which a firm that makes too little fills every order, in parts of what was ordered before the shock:
    /// Σ min(order, level · flow) = what it makes, final demand and new customers at their own size.
    ///
    /// Orders below the level are filled; the level rises until it no longer changes, at most once for each of its links.
    private func fillLevel(_ node: Int, make: Double) -> Double {
        let sales = Int(ground.saleStart[node])..<Int(ground.saleStart[node + 1])
        let whole = ground.demand[node] + sweep.asked(node)
        var level = 0.0
        while true {
            // What is filled whatever the level, and the size of the rest.
            var filled = 0.0
            var open = 0.0
            if level >= 1 { filled += whole } else { open += whole }
            for at in sales {
                let (size, part) = sweep.order(link(Int(ground.sale[at])))
                if part <= level { filled += size * part } else { open += size }
            }
            guard open > 0 else { return .infinity }
            let next = max(0, make - filled) / open
            guard next > level else { return level }
            level = next
        }
    }

    /// A link of the ground.
    private func link(_ number: Int) -> StockLink {
        StockLink(
            input: Int(ground.slotOfLink[number]), customer: Int(ground.customer[number]),
            supplier: Int(ground.supplier[number]), flow: ground.flow[number],
            way: shocks.closesWays ? ground.way[number] : -1)
    }

    /// What a link of the ground brings today; asked after production, before goods move.
    func brought(_ number: Int) -> Double { sweep.delivered(link(number)) }

    /// What is ordered on a link today, as far as its supplier delivers in proportion.
    func asked(_ number: Int) -> Double {
        let (size, part) = sweep.order(link(number))
        return size * part
    }

    /// The way that was closed when goods of a link were ordered; −1 for none.
    func closedWay(_ number: Int) -> Int32 {
        guard shocks.closesWays, sweep.openBefore(ground.way[number]) < 1 else { return -1 }
        return ground.way[number]
    }

    /// Whether an input that nothing is made without binds a firm that made less than it wanted.
    @inline(__always)
    func isBoundByCover(_ node: Int) -> Bool {
        sweep.leastCover(node) * ground.output[node] <= firms.made[node] * (1 + 1e-12)
    }
}
