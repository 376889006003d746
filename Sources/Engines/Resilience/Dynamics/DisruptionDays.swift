import Kernels

/// The days of one run: what firms want, make, ship, receive and order.
///
/// Each day: (1) production, bound by orders, capacity and stocks; (2) deliveries, rationed where it does not suffice; (3) stocks
/// and new orders. An order on a link is `scale of the input · flow of the link · readiness of the supplier`, so that nothing is
/// kept for a link but its flow: a day reads 12 bytes a link and 33 an input.
final class DisruptionDays {
    let ground: DisruptionGround
    let options: DisruptionOptions
    let shocks: DisruptionCalendar
    /// Four numbers a firm, in one line of the cache: (0) what a unit of scale and flow delivers, (1) readiness: the weight of
    /// its links in orders, (2) scale · flow ordered, (3) the level up to which orders are filled (small orders first).
    let face: PlainMemory<Double>
    let overtime: PlainMemory<Double>
    let capacity: PlainMemory<Double>
    let ordered: PlainMemory<Double>
    let wanted: PlainMemory<Double>
    let made: PlainMemory<Double>
    let service: PlainMemory<Double>
    /// The most that stocks allow, as parts of output: by the scarcest essential input, and by all others together.
    let hardLimit: PlainMemory<Double>
    let softLimit: PlainMemory<Double>
    let hardSlot: PlainMemory<Int32>
    let softSlot: PlainMemory<Int32>
    let stock: PlainMemory<Double>
    let scale: PlainMemory<Double>
    let market: DisruptionMarket?
    let closures: DisruptionClosures?
    /// Days of stock aimed at and needed, by sector.
    private let goalDays: PlainMemory<Double>
    private let neededDays: PlainMemory<Double>
    private let purchases: PlainMemory<Double>
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
        let count = ground.nodeCount
        face = PlainMemory(count * 4)
        overtime = PlainMemory(count)
        capacity = PlainMemory(count)
        ordered = PlainMemory(count)
        wanted = PlainMemory(count)
        made = PlainMemory(count)
        service = PlainMemory(count)
        hardLimit = PlainMemory(count)
        softLimit = PlainMemory(count)
        hardSlot = PlainMemory(count)
        softSlot = PlainMemory(count)
        purchases = PlainMemory(count)
        stock = PlainMemory(ground.inputCount)
        scale = PlainMemory(ground.inputCount)
        market = options.searchDays.map { DisruptionMarket(ground, searchDays: $0) }
        closures = shocks.closesWays ? DisruptionClosures(ground, movesOrders: options.movesOrders) : nil
        goalDays = PlainMemory((0..<ground.groupCount).map { options.days(Int32(truncatingIfNeeded: $0)) })
        neededDays = PlainMemory(
            (0..<ground.groupCount).map { options.needed(Int32(truncatingIfNeeded: $0)) })
        for node in 0..<count {
            overtime[node] = 1
            made[node] = ground.output[node]
            face[node * 4 + 1] = 1
            hardLimit[node] = .infinity
            softLimit[node] = 1
            hardSlot[node] = -1
            softSlot[node] = -1
            for slot in Int(ground.slotStart[node])..<Int(ground.slotStart[node + 1]) {
                purchases[node] += ground.slotFlow[slot]
            }
        }
        for slot in 0..<ground.inputCount {
            scale[slot] = ground.slotFlow[slot] > 0 ? 1 : 0
            stock[slot] = goalDays[Int(ground.slotGroup[slot])] * ground.slotFlow[slot]
            stockTotal += stock[slot]
        }
        stockBalance = stockTotal
        for link in 0..<ground.linkCount {
            face[Int(ground.supplier[link]) * 4 + 2] += ground.flow[link]
        }
    }

    /// The first part of a day: how much every firm makes, and how far that goes.
    func produce(_ day: Int) {
        let output = ground.output.start
        let demand = ground.demand.start
        let face = face.start
        let overtime = overtime.start
        let rises = options.overproduction > 1 && day > 1
        let top = options.overproduction
        let pace = 1 / options.overproductionDays
        let room = 1 + options.spare
        let moves = options.movesOrders
        let isProportional = options.rationing == .proportional
        let remaining = shocks.remaining.start
        shipped = 0
        unmet = 0
        ordersTotal = 0
        for node in 0..<ground.nodeCount {
            let before = face[node * 4 + 1]
            let want = demand[node] + before * face[node * 4 + 2] + (market?.asked[node] ?? 0)
            if rises, want > 0 {
                // Hallegatte (2008); a negative gap takes overtime back, as BoARIO does.
                let gap = (want - made[node]) / want
                let now = overtime[node]
                overtime[node] = max(1, now + (gap != 0 ? (top - now) * gap : 1 - now) * pace)
            }
            let full = output[node] * overtime[node] * room
            let can = full * remaining[node]
            let goal = min(want, can)
            let make = min(goal, min(output[node] * hardLimit[node], full * softLimit[node]))
            capacity[node] = can
            ordered[node] = want
            wanted[node] = goal
            made[node] = make
            let part = want > 0 ? make / want : 0
            let level = isProportional || make >= want ? part : fillLevel(node, make: make, readiness: before)
            let met = isProportional ? part : min(1, level)
            service[node] = met
            shipped += make - demand[node] * met
            unmet += demand[node] * (1 - met)
            ordersTotal += want
            face[node * 4] = isProportional ? before * part : before
            face[node * 4 + 1] = moves && output[node] > 0 ? can / output[node] : 1
            face[node * 4 + 2] = 0
            face[node * 4 + 3] = make >= want ? .infinity : level
        }
    }

    /// The rest of a day: goods arrive, stocks are drawn, new orders are sent.
    func move() {
        market?.settle(service)
        let fills = options.rationing == .smallOrdersFirst
        switch (closures != nil, fills) {
        case (false, false): sweep(closing: false, filling: false)
        case (false, true): sweep(closing: false, filling: true)
        case (true, false): sweep(closing: true, filling: false)
        case (true, true): sweep(closing: true, filling: true)
        }
        market?.match(self)
    }

    @inline(__always)
    private func sweep(closing: Bool, filling: Bool) {
        let output = ground.output.start
        let isSource = ground.isSource.start
        let slotStart = ground.slotStart.start
        let linkStart = ground.linkStart.start
        let slotGroup = ground.slotGroup.start
        let slotNeed = ground.slotNeed.start
        let slotFlow = ground.slotFlow.start
        let supplier = ground.supplier.start
        let flow = ground.flow.start
        let face = face.start
        let stock = stock.start
        let scale = scale.start
        let wasOpen = closures?.before.start ?? flow
        let isOpen = closures?.open.start ?? flow
        let closedScale = closures?.scale.start ?? flow
        let pace = 1 / max(1, options.restockDays)
        let market = market
        let closures = closures
        var receivedAll = 0.0
        var usedAll = 0.0
        var stockAll = 0.0
        for node in 0..<ground.nodeCount {
            let slots = Int(slotStart[node])..<Int(slotStart[node + 1])
            if slots.isEmpty { continue }
            let isSteady = isSource[node]
            let unit = output[node] > 0 ? 1 / output[node] : 0
            let use = isSteady ? 1 : made[node] * unit
            let aim = isSteady ? 1 : wanted[node] * unit
            let share = purchases[node] > 0 ? 1 / purchases[node] : 0
            var hard = Double.infinity
            var soft = 1.0
            var gap = 0.0
            var hardSlot = -1
            var softSlot = -1
            for slot in slots {
                let flowAll = slotFlow[slot]
                if flowAll <= 0 { continue }
                let links = Int(linkStart[slot])..<Int(linkStart[slot + 1])
                var got = 0.0
                var weight = 0.0
                var closed = 0.0
                let before = scale[slot]
                for link in links {
                    let one = face + Int(supplier[link]) * 4
                    var size = flow[link]
                    var times = before
                    if closing {
                        if wasOpen[link] < 1 {
                            size *= wasOpen[link]
                            times = closedScale[slot]
                        }
                        if isOpen[link] < 1 { closed += flow[link] * one[1] }
                    }
                    got += filling ? size * min(times * one[0], one[3]) : size * times * one[0]
                    weight += flow[link] * one[1]
                }
                let direct = got
                if let market { got += market.delivered(slot) }
                let need = flowAll * use
                let spent = min(stock[slot], need)
                // A source keeps no stock that matters: what comes is used.
                let now = isSteady ? stock[slot] : stock[slot] + got - spent
                stock[slot] = now
                receivedAll += got
                usedAll += isSteady ? got : spent
                stockAll += now
                let group = Int(slotGroup[slot])
                let order = isSteady ? flowAll : max(0, goalDays[group] * flowAll * aim - now) * pace + need
                if let market, !isSteady {
                    market.note(slot, got: direct, wanted: flowAll * aim, order: order)
                }
                var next = 0.0
                if closing, let closures {
                    next = closures.place(order, slot, links, weight: weight, closed: closed, face)
                } else {
                    next = weight > 0 ? order / weight : 0
                    for link in links { face[Int(supplier[link]) * 4 + 2] += next * flow[link] }
                }
                scale[slot] = next
                let needed = neededDays[group] * flowAll
                if slotNeed[slot] == 2 {
                    if now < hard * needed {
                        hard = now / needed
                        hardSlot = slot
                    }
                } else if slotNeed[slot] == 1, now < needed {
                    let lack = flowAll * share * (1 - now / needed)
                    soft -= lack
                    if lack > gap {
                        gap = lack
                        softSlot = slot
                    }
                }
            }
            hardLimit[node] = hard
            softLimit[node] = max(0, soft)
            self.hardSlot[node] = Int32(truncatingIfNeeded: hardSlot)
            self.softSlot[node] = Int32(truncatingIfNeeded: softSlot)
        }
        received = receivedAll
        stockTotal = stockAll
        stockBalance += receivedAll - usedAll
    }
}
