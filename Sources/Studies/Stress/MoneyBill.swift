import Ecosystem
import Reporting

/// A network whose links are money, read as a bill of materials under assumptions that are listed.
///
/// One unit is what one unit of money buys. A firm needs of each material that it cannot do without what it buys of it for one unit of its output;
/// any supplier of that material that it has may bring all of it. Demand is what the end of the chain sells, the sectors that others limit and that limit nobody; what
/// firms before it sell elsewhere is set aside with the capacity for it, or counts as demand too where that is asked. Stocks, capacities and
/// times to recover that the network does not give are parameters.
struct MoneyBill {
    /// The bill of materials: columns `demand`, `capacity`, `stock`, `ttr`, and `margin` where margins or value added are given.
    let network: SupplyNetwork
    /// What it rests on beside the network.
    let assumptions: [Reconstruct.Result.Assumption]
    /// What amounts are counted in.
    let unit: Localized

    /// Whether a network is read so: as asked, else where it says what money it is in and gives no demand.
    static func reads(_ network: SupplyNetwork, _ values: ParameterValues) -> Bool {
        switch values.text("links") {
        case "money": true
        case "needs": false
        default: network.money != nil && !hasDemand(network)
        }
    }

    /// Whether a network says how much is wanted of whom.
    static func hasDemand(_ network: SupplyNetwork) -> Bool {
        network.column("demand")?.contains { ($0 ?? 0) > 0 } ?? false
    }

    /// What each firm sells, or its revenue where that is more.
    static func made(_ given: SupplyNetwork) -> [Double] {
        var made = [Double](repeating: 0, count: given.firms.count)
        for link in given.values.indices { made[Int(given.suppliers[link])] += given.values[link] }
        let revenue = given.column("revenue")
        return made.indices.map { max(made[$0], revenue?[$0] ?? 0) }
    }

    /// - Parameter unitDays: how many days the unit of time has in which demand, capacity and `ttr` are counted.
    init(_ given: SupplyNetwork, _ values: ParameterValues, unitDays: Double) throws(StudyProblem) {
        let choices = try MoneyBillChoices(given, values, unitDays: unitDays)
        let days = given.money?.days ?? 365
        let part = unitDays / days
        let firms = given.firms.indices
        let made = Self.made(given)
        let limits = Limits(given, made)
        let isEnd = Self.ends(given, made, limits, choices)
        let asideOf = firms.map { isEnd[$0] ? 0 : max(0, made[$0] - limits.sold[$0]) }
        var columns: [SupplyNetwork.FirmColumn] = [
            .init(
                name: "demand",
                values: firms.map { isEnd[$0] ? max(0, made[$0] - limits.sold[$0]) * part : 0 })
        ]
        func add(_ name: String, _ known: [Double?]?, _ assumed: (Int) -> Double?) {
            columns.append(.init(name: name, values: firms.map { known?[$0] ?? assumed($0) }))
        }
        let capacity = given.column("capacity").map { values in
            firms.map { firm in values[firm].map { max(0, $0 - asideOf[firm]) * part } }
        }
        add("throughput", nil) { (made[$0] - asideOf[$0]) * part }
        add("capacity", capacity) { (made[$0] - asideOf[$0]) * part * (1 + choices.spare) }
        add("stock", given.column("stock")) { (made[$0] - asideOf[$0]) / days * choices.stockDays }
        add("ttr", given.column("ttr")) { choices.recovery[Int(given.sectorOfFirm[$0])] }
        let added = given.column("value_added")
        if given.column("margin") != nil || added != nil {
            add("margin", given.column("margin")) { firm in
                guard let value = added?[firm], made[firm] > 0 else { return nil }
                return max(0, min(1, value / made[firm]))
            }
        }
        let network = SupplyNetwork(
            name: given.name, firms: given.firms, sectors: given.sectors, sectorOfFirm: given.sectorOfFirm,
            columns: columns
                + given.columns.filter { column in !columns.contains { $0.name == column.name } },
            suppliers: limits.suppliers, customers: limits.customers, values: limits.needs,
            shocks: given.shocks,
            places: given.places, measures: given.measures, siteNumbers: given.siteNumbers,
            basis: max(given.basis ?? .estimated, .estimated), source: given.source, money: given.money)
        guard let network else {
            throw StudyProblem(Localized("the network does not fit together", "网络数据不一致"))
        }
        self.network = network
        unit = given.money?.unit ?? Localized("units of the values given", "所给数值的单位")
        assumptions = choices.assumptions(given)
    }

    /// Firms whose sales elsewhere are demand: those of sectors that limit no other, or all.
    private static func ends(
        _ given: SupplyNetwork, _ made: [Double], _ limits: Limits, _ choices: MoneyBillChoices
    ) -> [Bool] {
        // What sources abroad sell stays with those who buy it here: nobody at the end of the chain is theirs.
        let sources = given.column("source")
        let all = made.indices.map { firm in
            (sources?[firm] ?? 0) <= 0 && !given.firms[firm].hasPrefix(DisruptImports.prefix)
        }
        guard !choices.countsAll else { return all }
        var isLimiting = [Bool](repeating: false, count: given.sectors.count)
        var isLimited = isLimiting
        for (supplier, customer) in zip(limits.suppliers, limits.customers) {
            let (from, to) = (given.sectorOfFirm[Int(supplier)], given.sectorOfFirm[Int(customer)])
            if from != to { (isLimiting[Int(from)], isLimited[Int(to)]) = (true, true) }
        }
        let ends = made.indices.map { firm in
            let sector = Int(given.sectorOfFirm[firm])
            return isLimited[sector] && !isLimiting[sector] && made[firm] > 0 && all[firm]
        }
        return ends.contains(true) ? ends : all
    }

    /// The links that limit production, with what one unit of the customer needs.
    private struct Limits {
        var suppliers: [Int32] = []
        var customers: [Int32] = []
        var needs: [Double] = []
        /// What each firm sells along them.
        var sold: [Double]

        init(_ given: SupplyNetwork, _ made: [Double]) {
            sold = [Double](repeating: 0, count: given.firms.count)
            let width = given.sectors.count
            func limits(_ link: Int) -> Bool {
                let (supplier, customer) = (Int(given.suppliers[link]), Int(given.customers[link]))
                guard given.values[link] > 0, made[customer] > 0, supplier != customer else { return false }
                guard let needs = given.needs else { return true }
                let cell = Int(given.sectorOfFirm[supplier]) * width + Int(given.sectorOfFirm[customer])
                return needs[cell] == .essential
            }
            let links = given.values.indices.filter(limits)
            var bought: [UInt64: Double] = [:]
            func key(_ link: Int) -> UInt64 {
                let material = given.sectorOfFirm[Int(given.suppliers[link])]
                return UInt64(UInt32(bitPattern: given.customers[link])) << 32
                    | UInt64(UInt32(bitPattern: material))
            }
            for link in links { bought[key(link), default: 0] += given.values[link] }
            for link in links {
                let customer = Int(given.customers[link])
                suppliers.append(given.suppliers[link])
                customers.append(given.customers[link])
                needs.append((bought[key(link)] ?? 0) / made[customer])
                sold[Int(given.suppliers[link])] += given.values[link]
            }
        }
    }
}
