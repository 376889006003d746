import Ecosystem

/// A supply network as a bill of materials: what each firm holds, makes at most, needs from whom, and owes its market.
///
/// Columns of the firms: `demand` and `capacity` in units per unit of time, `stock` in units, `margin` in money per unit, `ttr` in units of time. A
/// firm's sector is the material that it makes: suppliers of one sector stand in for each other. A link's value is how many of the
/// supplier's units one unit of the customer takes.
struct SurvivalGround: Sendable {
    /// A link that limits something.
    struct Link: Sendable {
        var supplier: Int
        var customer: Int
        /// Units of the supplier for one of the customer.
        var need: Double
    }

    /// Firms that stop together, and which part of their capacity is lost; links that carry less.
    struct Shock: Sendable {
        var scenario: String
        var firms: [Int]
        var losses: [Double]
        /// Places in ``links``, and what each still carries per unit of time.
        var closed: [(link: Int, rest: Double)] = []
        /// How long it lasts, where that does not follow from its firms.
        var time: Double?
    }

    private(set) var names: [String] = []
    private(set) var stock: [Double] = []
    /// Infinite where it is not known.
    private(set) var capacity: [Double] = []
    private(set) var demand: [Double] = []
    private(set) var margin: [Double] = []
    private(set) var recovery: [Double?] = []
    private(set) var links: [Link] = []
    /// Places in ``links`` by supplier.
    private(set) var deliveries: [[Int]] = []
    /// Places in ``links`` by customer, one list a material.
    private(set) var inputs: [[[Int]]] = []
    private(set) var hasMargins = false
    private(set) var isEveryFirmAlone = false
    private(set) var shocks: [Shock] = []
    private(set) var findings: [SurvivalFinding] = []

    var count: Int { names.count }

    init(_ network: SupplyNetwork, _ options: SurvivalOptions) throws(SurvivalProblem) {
        names = network.firms
        guard !names.isEmpty else { throw .noFirms }
        if let given = options.recovery, !(given > 0 && given.isFinite) { throw .badRecovery(given) }
        let demands = try Self.column("demand", network)
        guard let demands, demands.contains(where: { ($0 ?? 0) > 0 }) else { throw .noDemand }
        demand = demands.map { $0 ?? 0 }
        try readHoldings(network, options)
        try readLinks(network)
        if options.stops.isEmpty { readShocks(network) } else { try readStops(options.stops) }
        let idle = names.indices.filter { deliveries[$0].isEmpty && demand[$0] == 0 }
        if !idle.isEmpty { findings.append(.unused(firms: idle.map { names[$0] })) }
    }

    private static func column(_ name: String, _ network: SupplyNetwork) throws(SurvivalProblem) -> [Double?]?
    {
        guard let values = network.column(name) else { return nil }
        for (firm, value) in values.enumerated() {
            guard let value else { continue }
            guard value >= 0, value.isFinite else {
                throw .negative(column: name, firm: network.firms[firm], value: value)
            }
        }
        return values
    }

    private mutating func readHoldings(
        _ network: SupplyNetwork, _ options: SurvivalOptions
    ) throws(SurvivalProblem) {
        let unknown = [Double?](repeating: nil, count: names.count)
        func lacking(_ values: [Double?]) -> [String] {
            values.indices.filter { values[$0] == nil }.map { names[$0] }
        }
        let stocks = try Self.column("stock", network) ?? unknown
        if stocks.contains(nil) { findings.append(.noStock(firms: lacking(stocks))) }
        stock = stocks.map { $0 ?? 0 }
        let capacities = try Self.column("capacity", network) ?? unknown
        if capacities.contains(nil) { findings.append(.noCapacity(firms: lacking(capacities))) }
        capacity = capacities.map { $0 ?? .infinity }
        if let margins = try Self.column("margin", network) {
            let missing = names.indices.filter { demand[$0] > 0 && margins[$0] == nil }
            hasMargins = missing.count < demand.count { $0 > 0 }
            if hasMargins, !missing.isEmpty { throw .noMargin(firms: missing.map { names[$0] }) }
            margin = margins.map { $0 ?? 0 }
        }
        if !hasMargins {
            margin = [Double](repeating: 1, count: names.count)
            findings.append(.noMargins)
        }
        let times = try Self.column("ttr", network) ?? unknown
        recovery = times.map { $0 ?? options.recovery }
        if recovery.contains(nil) { findings.append(.noRecovery(firms: lacking(recovery))) }
    }

    private mutating func readLinks(_ network: SupplyNetwork) throws(SurvivalProblem) {
        deliveries = [[Int]](repeating: [], count: names.count)
        var materials = [[Int32: [Int]]](repeating: [:], count: names.count)
        var noNeed = 0
        for place in network.values.indices {
            let (supplier, customer) = (Int(network.suppliers[place]), Int(network.customers[place]))
            let need = network.values[place]
            guard need >= 0, need.isFinite else {
                throw .badLink(supplier: names[supplier], customer: names[customer], value: need)
            }
            guard need > 0 else {
                noNeed += 1
                continue
            }
            deliveries[supplier].append(links.count)
            materials[customer][network.sectorOfFirm[supplier], default: []].append(links.count)
            links.append(Link(supplier: supplier, customer: customer, need: need))
        }
        inputs = materials.map { lists in lists.sorted { $0.key < $1.key }.map(\.value) }
        if noNeed > 0 { findings.append(.noNeed(links: noNeed)) }
    }

    private mutating func readShocks(_ network: SupplyNetwork) {
        isEveryFirmAlone = network.shocks.isEmpty
        guard !isEveryFirmAlone else {
            shocks = names.indices.map { Shock(scenario: names[$0], firms: [$0], losses: [1]) }
            return
        }
        var places: [String: Int] = [:]
        for given in network.shocks where given.loss > 0 {
            let place = places[given.scenario] ?? shocks.count
            if place == shocks.count {
                places[given.scenario] = place
                shocks.append(Shock(scenario: given.scenario, firms: [], losses: []))
            }
            let loss = min(given.loss, 1)
            if loss < 1, capacity[given.firm].isInfinite {
                findings.append(.partOfUnknown(scenario: given.scenario, firm: names[given.firm]))
            }
            if let before = shocks[place].firms.firstIndex(of: given.firm) {
                findings.append(.repeated(scenario: given.scenario, firm: names[given.firm]))
                shocks[place].losses[before] = max(shocks[place].losses[before], loss)
            } else {
                shocks[place].firms.append(given.firm)
                shocks[place].losses.append(loss)
            }
        }
    }

    private mutating func readStops(_ stops: [SurvivalStop]) throws(SurvivalProblem) {
        var ends: [[Int]: [Int]] = [:]
        for (place, link) in links.enumerated() {
            ends[[link.supplier, link.customer], default: []].append(place)
        }
        for stop in stops {
            guard stop.time > 0, stop.time.isFinite else { throw .badStop(stop.name) }
            var shock = Shock(scenario: stop.name, firms: [], losses: [], time: stop.time)
            var closed: [Int: Double] = [:]
            for firm in stop.firms where firm.loss > 0 {
                guard names.indices.contains(firm.place), !shock.firms.contains(firm.place) else {
                    throw .badStop(stop.name)
                }
                let loss = min(firm.loss, 1)
                if loss < 1, capacity[firm.place].isInfinite {
                    findings.append(.partOfUnknown(scenario: stop.name, firm: names[firm.place]))
                }
                shock.firms.append(firm.place)
                shock.losses.append(loss)
            }
            for link in stop.links where link.loss > 0 {
                guard names.indices.contains(link.supplier), names.indices.contains(link.customer) else {
                    throw .badStop(stop.name)
                }
                // Links that limit nothing are not there: nothing is lost with them.
                let places = ends[[link.supplier, link.customer]] ?? []
                let rest = link.loss >= 1 ? 0 : link.usual.map { $0 * (1 - link.loss) } ?? .infinity
                if rest.isInfinite, !places.isEmpty {
                    findings.append(.partOfUnknown(scenario: stop.name, firm: names[link.supplier]))
                }
                for place in places {
                    closed[place] = min(closed[place] ?? .infinity, rest / Double(places.count))
                }
            }
            shock.closed = closed.filter { $0.value.isFinite }.sorted { $0.key < $1.key }.map {
                ($0.key, $0.value)
            }
            shocks.append(shock)
        }
    }

    /// What a firm can still make of its capacity.
    func rest(_ firm: Int, _ loss: Double) -> Double { loss >= 1 ? 0 : capacity[firm] * (1 - loss) }

    /// Until when the slowest of the firms has recovered, or the disruption's own time; `nil` where that is not known.
    func recovery(of shock: Shock) -> Double? {
        if let time = shock.time { return time }
        var slowest = 0.0
        for firm in shock.firms {
            guard let time = recovery[firm] else { return nil }
            slowest = max(slowest, time)
        }
        return slowest
    }

    /// The firms that lose something themselves and all that take from them, directly or not.
    func reached(by shock: Shock) -> [Int] {
        var seen: Set<Int> = []
        var order = (shock.firms + shock.closed.map { links[$0.link].customer }).filter {
            seen.insert($0).inserted
        }
        var next = 0
        while next < order.count {
            for link in deliveries[order[next]] where seen.insert(links[link].customer).inserted {
                order.append(links[link].customer)
            }
            next += 1
        }
        return order
    }
}
