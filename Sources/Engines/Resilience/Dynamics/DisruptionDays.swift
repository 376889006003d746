import Kernels

/// The days of one run: what firms want, make, ship, receive and order.
///
/// Each day: (1) production, bound by orders, capacity and stocks; (2) deliveries, rationed where it does not suffice; (3) stocks
/// and new orders. An order on a link is `scale of the input · flow of the link · readiness of the supplier`, so that nothing is
/// kept for a link but its flow. Where nothing out of the ordinary was asked for, ``StockSweep`` does (2) and (3) in fewer bytes.
final class DisruptionDays {
    let ground: DisruptionGround
    let options: DisruptionOptions
    let shocks: DisruptionCalendar
    /// Two numbers a firm, side by side: (0) what a unit of scale and flow delivers, (1) readiness: the weight of its links in
    /// orders.
    let face: PlainMemory<Double>
    /// Scale · flow ordered from each firm.
    let sought: PlainMemory<Double>
    /// The level up to which each firm fills orders, where small orders come first.
    let level: PlainMemory<Double>
    let overtime: PlainMemory<Double>
    let capacity: PlainMemory<Double>
    let wanted: PlainMemory<Double>
    let made: PlainMemory<Double>
    let service: PlainMemory<Double>
    /// The most that stocks allow, as parts of output: by the scarcest essential input, and by all others together.
    let hardLimit: PlainMemory<Double>
    let softLimit: PlainMemory<Double>
    let stock: PlainMemory<Double>
    let scale: PlainMemory<Double>
    /// Firms in blocks whose links fit the nearest cache, and what their links deliver, weigh and order.
    private let blocks: [Int]
    private let brings: PlainMemory<Double>
    private let weighs: PlainMemory<Double>
    private let sends: PlainMemory<Double>
    /// Serves where there is no search, no closed way and no source, and orders and stocks are treated alike; nothing else then
    /// holds stocks and orders.
    let plain: StockSweep?
    let market: DisruptionMarket?
    let closures: DisruptionClosures?
    /// Days of stock aimed at and needed, by sector.
    private let goalDays: PlainMemory<Double>
    let neededDays: PlainMemory<Double>
    /// What was shipped and received today, what stocks hold and what they should hold, final demand that was not met, all orders.
    var shipped = 0.0
    private(set) var received = 0.0
    private(set) var stockBalance = 0.0
    private(set) var stockTotal = 0.0
    var unmet = 0.0
    var ordersTotal = 0.0

    init(_ ground: DisruptionGround, _ options: DisruptionOptions, _ shocks: DisruptionCalendar) {
        self.ground = ground
        self.options = options
        self.shocks = shocks
        let count = ground.nodeCount
        let isPlain =
            options.searchDays == nil && !shocks.closesWays && options.rationing == .proportional
            && options.stockDaysOfSector.isEmpty
        goalDays = PlainMemory((0..<ground.groupCount).map { options.days(Int32(truncatingIfNeeded: $0)) })
        neededDays = PlainMemory(
            (0..<ground.groupCount).map { options.needed(Int32(truncatingIfNeeded: $0)) })
        let (goal, needed) = (goalDays[0], neededDays[0])
        plain = (isPlain ? ground.inputs : nil).map {
            StockSweep($0, goal: goal, needed: needed, pace: 1 / options.restockDays)
        }
        let (ownFirms, ownInputs) = plain == nil ? (count, ground.inputCount) : (0, 0)
        face = PlainMemory(ownFirms * 2)
        sought = PlainMemory(ownFirms)
        level = PlainMemory(ownFirms)
        overtime = PlainMemory([Double](repeating: 1, count: count))
        capacity = PlainMemory(count)
        wanted = PlainMemory(count)
        made = PlainMemory((0..<count).map { ground.output[$0] })
        service = PlainMemory(count)
        hardLimit = PlainMemory([Double](repeating: .infinity, count: ownFirms))
        softLimit = PlainMemory([Double](repeating: 1, count: ownFirms))
        stock = PlainMemory(ownInputs)
        scale = PlainMemory(ownInputs)
        blocks = plain != nil ? [] : ground.blocks(of: 1_024)
        let widest = zip(blocks, blocks.dropFirst()).map { ground.links(of: $0..<$1).count }.max() ?? 0
        brings = PlainMemory(widest)
        weighs = PlainMemory(widest)
        sends = PlainMemory(widest)
        market = options.searchDays.map { DisruptionMarket(ground, searchDays: $0) }
        closures = shocks.closesWays ? DisruptionClosures(ground, movesOrders: options.movesOrders) : nil
        stockTotal = plain?.firstStock ?? 0
        if plain == nil { fillUp() }
        stockBalance = stockTotal
    }

    /// Full stocks and usual orders.
    private func fillUp() {
        for node in 0..<ground.nodeCount { face[node * 2 + 1] = 1 }
        for slot in 0..<ground.inputCount {
            scale[slot] = ground.slotFlow[slot] > 0 ? 1 : 0
            stock[slot] = goalDays[Int(ground.slotGroup[slot])] * ground.slotFlow[slot]
            stockTotal += stock[slot]
        }
        for link in 0..<ground.linkCount {
            sought[Int(ground.supplier[link])] += ground.flow[link]
        }
    }

    /// The rest of a day: goods arrive, stocks are drawn, new orders are sent.
    func move() {
        if let plain {
            let sums = plain.step()
            received = sums.received
            stockTotal = sums.stocked
            stockBalance += sums.received - sums.used
            return
        }
        market?.settle(service)
        switch (closures != nil, options.rationing == .smallOrdersFirst) {
        case (false, false): sweep(closing: false, filling: false)
        case (false, true): sweep(closing: false, filling: true)
        case (true, false): sweep(closing: true, filling: false)
        case (true, true): sweep(closing: true, filling: true)
        }
        market?.match(self)
    }

    /// Goes over the links block by block: gathers what they bring and weigh, updates stocks and orders, sends orders out.
    ///
    /// Gathering and sending are loops of their own without branches, so that many loads are on their way at once.
    @inline(__always)
    private func sweep(closing: Bool, filling: Bool) {
        let supplier = ground.supplier.start
        let flow = ground.flow.start
        let (face, sought, level) = (face.start, sought.start, level.start)
        let brings = brings.start
        let weighs = weighs.start
        let sends = sends.start
        received = 0
        stockTotal = 0
        var used = 0.0
        for block in 0..<max(0, blocks.count - 1) {
            let links = ground.links(of: blocks[block]..<blocks[block + 1])
            let first = links.lowerBound
            for link in links {
                let one = face + Int(supplier[link]) &* 2
                if closing || filling {
                    let (size, times) = order(link)
                    brings[link &- first] =
                        filling
                        ? size * min(times * one[0], level[Int(supplier[link])]) : size * times * one[0]
                } else {
                    brings[link &- first] = flow[link] * one[0]
                }
                weighs[link &- first] = flow[link] * one[1]
            }
            used += update(
                blocks[block]..<blocks[block + 1], first, closing: closing, scaled: closing || filling)
            for link in links { sought[Int(supplier[link])] += sends[link &- first] }
        }
        stockBalance += received - used
    }

    /// Stocks and orders of the firms of a block; returns what they used.
    @inline(__always)
    private func update(_ nodes: Range<Int>, _ first: Int, closing: Bool, scaled: Bool) -> Double {
        let output = ground.output.start
        let isSource = ground.isSource.start
        let slotStart = ground.slotStart.start
        let linkStart = ground.linkStart.start
        let slotGroup = ground.slotGroup.start
        let slotNeed = ground.slotNeed.start
        let flow = ground.flow.start
        let brings = brings.start
        let weighs = weighs.start
        let sends = sends.start
        let stock = stock.start
        let scale = scale.start
        let goals = goalDays.start
        let needs = neededDays.start
        let shares = ground.bought.start
        let hardLimit = hardLimit.start
        let softLimit = softLimit.start
        let made = made.start
        let wanted = wanted.start
        let pace = 1 / max(1, options.restockDays)
        let market = market
        let closures = closures
        var receivedAll = 0.0
        var usedAll = 0.0
        var stockAll = 0.0
        for node in nodes {
            let slots = Int(slotStart[node])..<Int(slotStart[node + 1])
            if slots.isEmpty { continue }
            let isSteady = isSource[node]
            let unit = output[node] > 0 ? 1 / output[node] : 0
            let use = isSteady ? 1 : made[node] * unit
            let aim = isSteady ? 1 : wanted[node] * unit
            var hard = Double.infinity
            var lacks = 0.0
            for slot in slots {
                let links = Int(linkStart[slot])..<Int(linkStart[slot + 1])
                var flowAll = 0.0
                var got = 0.0
                var weight = 0.0
                for link in links {
                    flowAll += flow[link]
                    got += brings[link &- first]
                    weight += weighs[link &- first]
                }
                if !scaled { got *= scale[slot] }
                let group = Int(slotGroup[slot])
                let direct = got
                if let market { got += market.delivered(slot) }
                let need = flowAll * use
                let before = stock[slot]
                let spent = min(before, need)
                // A source keeps no stock that matters: what comes is used.
                let now = isSteady ? before : before + got - spent
                stock[slot] = now
                receivedAll += got
                usedAll += isSteady ? got : spent
                stockAll += now
                let order = isSteady ? flowAll : max(0, goals[group] * flowAll * aim - now) * pace + need
                if let market, !isSteady {
                    market.note(slot, got: direct, wanted: flowAll * aim, order: order)
                }
                if closing, let closures {
                    scale[slot] = closures.place(order, slot, links, first, weighs, sends)
                } else {
                    let next = weight > 0 ? order / weight : 0
                    scale[slot] = next
                    for link in links { sends[link &- first] = next * flow[link] }
                }
                let kind = slotNeed[slot]
                let needed = needs[group] * flowAll
                if kind == 2 {
                    if now < hard * needed { hard = now / needed }
                } else if kind == 1, now < needed {
                    lacks += flowAll * (1 - now / needed)
                }
            }
            hardLimit[node] = hard
            softLimit[node] = lacks > 0 ? max(0, 1 - lacks / shares[node]) : 1
        }
        received += receivedAll
        stockTotal += stockAll
        return usedAll
    }
}
