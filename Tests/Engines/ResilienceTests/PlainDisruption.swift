import Ecosystem
import Resilience

/// A disruption written down as the equations stand, firm by firm and link by link, with every rule: what the engine has to say too.
struct PlainDisruption {
    /// Output and the part of all orders that was delivered, day by day.
    private(set) var output: [Double] = []
    private(set) var service: [Double] = []

    private struct Input {
        var firm: Int
        var sector: Int
        var links: [Int]
        var flow: Double
        var need: SupplyNetwork.Need
        var stock: Double
        var shortDays = 0
        var missing = 0.0
        var granted = 0.0
    }

    private let network: SupplyNetwork
    private let options: DisruptionOptions
    private let flow: [Double]
    private let usual: [Double]
    private let demand: [Double]
    private let isSource: [Bool]
    private var inputs: [Input] = []
    /// What is ordered on each link, and how far its way was open then.
    private var orders: [Double]
    private var openBefore: [Double]
    private var overtime: [Double]
    private var made: [Double]
    private var wanted: [Double]
    private var capacity: [Double]
    private var found: [Double]
    private var limits: [(hard: Double, soft: Double)]

    init(_ network: SupplyNetwork, _ shocks: [DisruptionShock], _ options: DisruptionOptions) {
        self.network = network
        self.options = options
        let count = network.firms.count
        flow = network.values.map { $0 / options.period }
        let sources =
            network.column("source")?.map { ($0 ?? 0) > 0 } ?? [Bool](repeating: false, count: count)
        var sales = [Double](repeating: 0, count: count)
        for (link, supplier) in network.suppliers.enumerated() { sales[Int(supplier)] += flow[link] }
        let revenue = network.column("revenue") ?? []
        isSource = sources
        usual = zip(sales.indices, sales).map { firm, sold in
            sources[firm] ? sold : max((revenue[firm] ?? 0) / options.period, sold)
        }
        demand = zip(usual, sales).map { max(0, $0 - $1) }
        orders = flow
        openBefore = flow.map { _ in 1 }
        overtime = usual.map { _ in 1 }
        (made, wanted, capacity) = (usual, usual, usual)
        found = usual.map { _ in 0 }
        limits = usual.map { _ in (.infinity, 1) }
        let sectors = network.sectors.count
        var places: [Int: Int] = [:]
        for link in flow.indices {
            let firm = Int(network.customers[link])
            let sector = Int(network.sectorOfFirm[Int(network.suppliers[link])])
            let place = places[firm * sectors + sector] ?? inputs.count
            if place == inputs.count {
                places[firm * sectors + sector] = place
                let own = Int(network.sectorOfFirm[firm])
                let need = network.needs?[sector * sectors + own] ?? .replaceable
                inputs.append(
                    Input(
                        firm: firm, sector: sector, links: [], flow: 0,
                        need: isSource[firm] ? .irrelevant : need, stock: 0))
            }
            inputs[place].links.append(link)
            inputs[place].flow += flow[link]
        }
        for place in inputs.indices { inputs[place].stock = goal(inputs[place].sector) * inputs[place].flow }
        for day in 0..<options.horizon { follow(day, shocks) }
    }

    private func goal(_ sector: Int) -> Double {
        options.stockDaysOfSector[Int32(sector)] ?? options.stockDays
    }

    private func needed(_ sector: Int) -> Double {
        switch options.reserve {
        case .days(let days): max(1, days)
        case .part(let part): max(1, part * goal(sector))
        }
    }

    private mutating func follow(_ day: Int, _ shocks: [DisruptionShock]) {
        var left = usual.map { _ in 1.0 }
        var ways = (network.ways?.names ?? []).map { _ in 1.0 }
        for shock in shocks {
            for firm in shock.firms { left[Int(firm)] *= 1 - shock.loss(on: day) }
            for way in shock.ways { ways[Int(way)] *= 1 - shock.loss(on: day) }
        }
        let open = flow.indices.map { link in
            network.ways.map { $0.wayOfLink[link] < 0 ? 1 : ways[Int($0.wayOfLink[link])] } ?? 1
        }
        let levels = produce(day, left)
        let brought = flow.indices.map { link -> Double in
            let supplier = Int(network.suppliers[link])
            guard options.rationing == .smallOrdersFirst else { return orders[link] * levels[supplier] }
            return min(orders[link], levels[supplier] * flow[link] * openBefore[link])
        }
        move(brought, open, ready: left)
        openBefore = open
        search()
    }

    /// Sets what is made; returns the part or the level that each firm delivers.
    private mutating func produce(_ day: Int, _ left: [Double]) -> [Double] {
        var want = zip(demand, found).map { $0 + $1 }
        for (link, supplier) in network.suppliers.enumerated() { want[Int(supplier)] += orders[link] }
        var levels = want
        for firm in want.indices {
            if options.overproduction > 1, day > 1, want[firm] > 0 {
                let gap = (want[firm] - made[firm]) / want[firm]
                let rise =
                    abs(gap) > 4e-15 ? (options.overproduction - overtime[firm]) * gap : 1 - overtime[firm]
                overtime[firm] = max(1, overtime[firm] + rise / options.overproductionDays)
            }
            let full = usual[firm] * overtime[firm] * (1 + options.spare)
            capacity[firm] = full * left[firm]
            wanted[firm] = min(want[firm], capacity[firm])
            let hard = usual[firm] > 0 ? usual[firm] * limits[firm].hard : 0
            made[firm] = min(wanted[firm], hard, full * limits[firm].soft)
            let part = want[firm] > 0 ? made[firm] / want[firm] : 0
            levels[firm] = part
            var served = part
            if options.rationing == .smallOrdersFirst {
                levels[firm] = made[firm] < want[firm] ? level(firm) : .infinity
                if levels[firm].isFinite { served = min(1, levels[firm]) }
            }
            output.append(made[firm])
            service.append(served)
        }
        return levels
    }

    /// The level at which Σ min(order, level · flow) is what is made, found by halving.
    private func level(_ firm: Int) -> Double {
        let own = flow.indices.filter { Int(network.suppliers[$0]) == firm }
        let whole = demand[firm] + found[firm]
        func filled(_ level: Double) -> Double {
            own.reduce(whole * min(1, level)) {
                $0 + min(orders[$1], level * flow[$1] * openBefore[$1])
            }
        }
        var (low, high) = (0.0, 1e6)
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if filled(middle) < made[firm] { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private mutating func move(_ brought: [Double], _ open: [Double], ready left: [Double]) {
        var hard = usual.map { _ in Double.infinity }
        var lack = usual.map { _ in 0.0 }
        var bought = lack
        let comes = comesOfSector()
        for place in inputs.indices {
            var input = inputs[place]
            let direct = input.links.reduce(0) { $0 + brought[$1] }
            let got = direct + input.granted * comes[input.sector]
            let unit = usual[input.firm] > 0 ? 1 / usual[input.firm] : 0
            let use = input.flow * made[input.firm] * unit
            let aim = input.flow * wanted[input.firm] * unit
            var order = input.flow
            if !isSource[input.firm] {
                input.stock += got - min(input.stock, use)
                order = max(0, goal(input.sector) * aim - input.stock) / options.restockDays + use
                if direct < aim * 0.9, input.shortDays <= (options.searchDays ?? .max - 1) {
                    input.shortDays += 1
                }
                let looks = options.searchDays.map { input.shortDays > $0 } ?? false
                input.missing = looks ? max(0, order - direct) : 0
            }
            let part = input.stock / (needed(input.sector) * input.flow)
            if input.need == .essential { hard[input.firm] = min(hard[input.firm], part) }
            if input.need == .replaceable { lack[input.firm] += input.flow * max(0, 1 - part) }
            bought[input.firm] += input.flow
            inputs[place] = input
            send(order, input.links, open, left)
        }
        limits = usual.indices.map { firm in
            (hard[firm], lack[firm] > 0 ? max(0, 1 - lack[firm] / bought[firm]) : 1)
        }
    }

    /// Splits an order over its links: by readiness, less what is closed; the rest moves to open links where it may.
    private mutating func send(_ order: Double, _ links: [Int], _ open: [Double], _ left: [Double]) {
        let weights = links.map { link -> Double in
            let supplier = Int(network.suppliers[link])
            let ready =
                options.movesOrders && usual[supplier] > 0 ? overtime[supplier] * left[supplier] : 1
            return ready * flow[link]
        }
        let weight = weights.reduce(0, +)
        let isOpen = links.map { open[$0] >= 1 }
        let rest = zip(weights, isOpen).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        let lost = zip(weights, links).reduce(0) { $0 + $1.0 * (1 - open[$1.1]) }
        let raise = options.movesOrders && rest > weight * 1e-12 ? 1 + lost / rest : 1
        for (number, link) in links.enumerated() {
            let even = weight > 0 ? order * weights[number] / weight : 0
            orders[link] = isOpen[number] ? even * raise : even * open[link]
        }
    }

    /// The part of what was granted in each sector that comes.
    private func comesOfSector() -> [Double] {
        network.sectors.indices.map { sector in
            let firms = usual.indices.filter { Int(network.sectorOfFirm[$0]) == sector }
            let asked = firms.reduce(0) { $0 + found[$1] }
            let today = service.suffix(usual.count)
            let sent = firms.reduce(0) { $0 + found[$1] * today[today.startIndex + $1] }
            return asked > 0 ? sent / asked : 0
        }
    }

    /// Shares capacity to spare out among those who look for it.
    private mutating func search() {
        guard options.searchDays != nil else { return }
        var spare = zip(capacity, demand).map { $0 - $1 }
        for (link, supplier) in network.suppliers.enumerated() { spare[Int(supplier)] -= orders[link] }
        for sector in network.sectors.indices {
            let missing = inputs.reduce(0) { $0 + ($1.sector == sector ? $1.missing : 0) }
            let firms = usual.indices.filter { Int(network.sectorOfFirm[$0]) == sector }
            let free = missing > 0 ? firms.reduce(0) { $0 + max(0, spare[$1]) } : 0
            for firm in firms {
                found[firm] = free > 0 ? max(0, spare[firm]) * min(1, missing / free) : 0
            }
            for place in inputs.indices where inputs[place].sector == sector {
                inputs[place].granted = missing > 0 ? inputs[place].missing * min(1, free / missing) : 0
            }
        }
    }
}
