import Kernels

extension DisruptionWatch {
    /// Notes why firms lose output for the first time, and through whom.
    mutating func explain(_ firms: [Int], _ day: Int32, _ days: DisruptionDays) {
        var ordered: [Int] = []
        for node in firms {
            var firm = result.firms[node]
            firm.hitDay = day
            let made = days.firms.made[node]
            if days.shocks.remaining[node] < 1, made >= days.firms.capacity(node) * (1 - 1e-9) {
                firm.cause = .shock
            } else if made < days.firms.wanted[node] * (1 - 1e-9) {
                firm.cause = .input
                let slot = days.sweep.scarceInput(node, isCover: days.isBoundByCover(node))
                if slot >= 0 {
                    firm.input = ground.slotGroup[slot]
                    let links = Int(ground.linkStart[slot])..<Int(ground.linkStart[slot + 1])
                    let worst = worst(of: links, days.brought)
                    if worst >= 0 {
                        firm.through = ground.supplier[worst]
                        firm.way = days.closedWay(worst)
                    }
                }
            } else {
                firm.cause = .orders
                ordered.append(node)
            }
            result.firms[node] = firm
        }
        explainOrders(ordered, days)
    }

    /// Finds the customers who order less: firm by firm, or in one pass over all links where many firms are asked about.
    private mutating func explainOrders(_ firms: [Int], _ days: DisruptionDays) {
        let sales = firms.reduce(0) { $0 + Int(ground.saleStart[$1 + 1] - ground.saleStart[$1]) }
        if days.sweep.tellsFalls, sales > ground.linkCount / 16 {
            var isAsked = [Bool](repeating: false, count: ground.nodeCount)
            for node in firms { isAsked[node] = true }
            let inputs = days.sweep.largestFalls(of: isAsked)
            for node in firms where inputs[node] >= 0 {
                result.firms[node].through = ground.customer[Int(ground.linkStart[Int(inputs[node])])]
            }
            return
        }
        let sale = ground.sale
        for node in firms {
            let sales = Int(ground.saleStart[node])..<Int(ground.saleStart[node + 1])
            let worst = worst(of: sales.lazy.map { Int(sale[$0]) }, days.asked)
            if worst >= 0 {
                result.firms[node].through = ground.customer[worst]
                result.firms[node].way = days.closedWay(worst)
            }
        }
    }

    /// The link that carries less than usual by the most, given what each carries; −1 for none.
    private func worst(
        of links: some Sequence<Int>, _ carried: (Int) -> Double
    ) -> Int {
        var most = 0.0
        var found = -1
        for link in links {
            let fall = ground.flow[link] - carried(link)
            if fall > most {
                most = fall
                found = link
            }
        }
        return found
    }
}
