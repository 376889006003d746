public import Ecosystem

extension DisruptionGround {
    /// A network of firms, its values spread over the days of the period.
    ///
    /// - Output is the column `revenue`, at least the sales in the network; where it is not known, the sales or the purchases,
    ///   whichever is more. What is not sold in the network is final demand.
    /// - A firm with 1 in the column `source` stands for what is outside, such as a country that chips come from: it needs no
    ///   inputs, buys as before whatever happens, and its own loss is not counted.
    ///
    /// Complexity: firms + links, and sorting the links of each customer.
    public convenience init(
        _ network: SupplyNetwork, _ options: DisruptionOptions = DisruptionOptions()
    ) throws(DisruptionProblem) {
        guard !network.firms.isEmpty else { throw .noFirms }
        guard options.period > 0, options.period.isFinite else { throw .badOption("period", options.period) }
        let count = network.firms.count
        var sales = [Double](repeating: 0, count: count)
        var purchases = sales
        for link in network.values.indices {
            let value = network.values[link]
            guard value >= 0, value.isFinite else {
                throw .negative(
                    column: "value", firm: network.firms[Int(network.suppliers[link])], value: value)
            }
            sales[Int(network.suppliers[link])] += value
            purchases[Int(network.customers[link])] += value
        }
        var findings: [DisruptionFinding] = []
        let sources = network.column("source")?.map { ($0 ?? 0) > 0 }
        let isSource = sources ?? [Bool](repeating: false, count: count)
        var output = [Double](repeating: 0, count: count)
        let revenue = network.column("revenue")
        var unknown: [String] = []
        var below: [String] = []
        var idle: [String] = []
        for firm in 0..<count {
            if let value = revenue?[firm], !isSource[firm] {
                guard value >= 0, value.isFinite else {
                    throw .negative(column: "revenue", firm: network.firms[firm], value: value)
                }
                if value < sales[firm] * (1 - 1e-9) { below.append(network.firms[firm]) }
                output[firm] = max(value, sales[firm])
            } else if isSource[firm] {
                output[firm] = sales[firm]
            } else {
                unknown.append(network.firms[firm])
                output[firm] = max(sales[firm], purchases[firm])
            }
            if output[firm] == 0, !isSource[firm] { idle.append(network.firms[firm]) }
        }
        guard output.contains(where: { $0 > 0 }) else { throw .noOutput }
        if !unknown.isEmpty { findings.append(.noRevenue(firms: unknown)) }
        if !below.isEmpty { findings.append(.revenueBelowSales(firms: below)) }
        if !idle.isEmpty { findings.append(.noOutput(firms: idle)) }
        let used = Set(network.sectorOfFirm)
        let empty = network.sectors.indices.filter { !used.contains(Int32($0)) }
        if !empty.isEmpty { findings.append(.emptySectors(empty.map { network.sectors[$0] })) }
        if network.needs == nil { findings.append(.noNeeds) }
        let period = options.period
        self.init(
            Draft(
                groups: network.sectorOfFirm, groupCount: network.sectors.count,
                regions: network.places?.regionOfFirm ?? [Int32](repeating: -1, count: count),
                regionCount: network.places?.regions.count ?? 0,
                output: output.map { $0 / period },
                demand: zip(output, sales).map { max(0, $0 - $1) / period }, isSource: isSource,
                suppliers: network.suppliers, customers: network.customers,
                flows: network.values.map { $0 / period }, ways: network.ways?.wayOfLink,
                wayCount: network.ways?.names.count ?? 0, needs: network.needs?.map(\.rawValue),
                need: SupplyNetwork.Need.replaceable.rawValue, findings: findings))
    }

    /// A table of sectors, each a node; stocks are kept by product, whichever region it comes from, and every product is needed.
    ///
    /// Source: Hallegatte, S. (2008, 2014), as BoARIO 0.7.2 reads a multi-regional table.
    public convenience init(
        _ table: FlowTable, _ options: DisruptionOptions = .sectors
    ) throws(DisruptionProblem) {
        let count = table.sectors.count
        guard count > 0 else { throw .noFirms }
        guard options.period > 0, options.period.isFinite else { throw .badOption("period", options.period) }
        var products: [String: Int32] = [:]
        let groups = table.sectors.map { label -> Int32 in
            let place = products[label.sector] ?? Int32(truncatingIfNeeded: products.count)
            products[label.sector] = place
            return place
        }
        let names = table.regions
        let regions = table.sectors.map { label in
            names.firstIndex { $0 == label.region }.map { Int32(truncatingIfNeeded: $0) } ?? -1
        }
        var findings: [DisruptionFinding] = []
        let width = table.demandCategories.count
        var negative: [String] = []
        var demand = (0..<count).map { row in
            table.finalDemand[row * width..<(row + 1) * width].reduce(0, +)
        }
        for row in demand.indices where demand[row] < 0 {
            negative.append(table.sectors[row].text)
            demand[row] = 0
        }
        if !negative.isEmpty { findings.append(.negativeDemand(sectors: negative)) }
        var suppliers: [Int32] = []
        var customers: [Int32] = []
        var flows: [Double] = []
        var output = demand
        var inputs = [Double](repeating: 0, count: count)
        for row in 0..<count {
            for column in 0..<count {
                let value = table.flows[row * count + column]
                guard value >= 0, value.isFinite else {
                    throw .negative(column: "flows", firm: table.sectors[row].text, value: value)
                }
                guard value > 0 else { continue }
                suppliers.append(Int32(truncatingIfNeeded: row))
                customers.append(Int32(truncatingIfNeeded: column))
                flows.append(value)
                output[row] += value
                inputs[column] += value
            }
        }
        guard output.contains(where: { $0 > 0 }) else { throw .noOutput }
        let idle = output.indices.filter { output[$0] == 0 }.map { table.sectors[$0].text }
        if !idle.isEmpty { findings.append(.noOutput(firms: idle)) }
        let heavy = output.indices.filter { inputs[$0] > output[$0] * (1 + 1e-9) && output[$0] > 0 }
        if !heavy.isEmpty {
            findings.append(.moreInputsThanOutput(sectors: heavy.map { table.sectors[$0].text }))
        }
        let period = options.period
        self.init(
            Draft(
                groups: groups, groupCount: products.count, regions: regions, regionCount: names.count,
                output: output.map { $0 / period }, demand: demand.map { $0 / period },
                isSource: [Bool](repeating: false, count: count), suppliers: suppliers, customers: customers,
                flows: flows.map { $0 / period }, ways: nil, wayCount: 0, needs: nil,
                need: SupplyNetwork.Need.essential.rawValue, findings: findings))
    }
}
