import Ecosystem
import Kernels

/// A supply network as a cascade: needs, denominators and weights as the options ask, with what was found on the way.
struct RiskGround {
    private(set) var problem: CascadeProblem
    /// One a firm, adding up to one.
    private(set) var weights: [Double]
    /// The column that weights come from; `nil` for sales in the network.
    private(set) var weightColumn: String?
    private(set) var findings: [SystemicRiskFinding] = []

    init(_ network: SupplyNetwork, _ options: SystemicRiskOptions) throws(SystemicRiskProblem) {
        guard !network.firms.isEmpty else { throw .noFirms }
        if options.mode == .open, options.finalDemand == .none { throw .openNeedsFinalDemand }
        switch options.tolerance {
        case .none: break
        case .absolute(let value): guard value > 0, value.isFinite else { throw .badTolerance(value) }
        case .relative(let value):
            guard value > 0, value.isFinite else { throw .badTolerance(value) }
            if options.mode == .peer { throw .relativeInPeerMode }
        }
        var sales = [Double](repeating: 0, count: network.firms.count)
        var purchases = sales
        for link in network.values.indices {
            sales[Int(network.suppliers[link])] += network.values[link]
            purchases[Int(network.customers[link])] += network.values[link]
        }
        var denominators: [Double]?
        if options.finalDemand == .revenue {
            denominators = try Self.revenue(network, sales, options, &findings)
        }
        (weights, weightColumn) = try Self.weights(network, sales, denominators, options, &findings)
        let sectors = network.sectors.count
        let needs: [UInt8]
        if let given = network.needs {
            needs = given.map(\.rawValue)
        } else {
            needs = [UInt8](repeating: 1, count: sectors * sectors)
            findings.append(.noNeeds)
        }
        let problem = CascadeProblem(
            nodeCount: network.firms.count, suppliers: network.suppliers, customers: network.customers,
            values: network.values, groups: network.sectorOfFirm, groupCount: sectors, needs: needs,
            denominators: denominators, isSubstituting: options.isReplaceable)
        guard let problem else { throw Self.badLink(network) }
        self.problem = problem
        findings += Self.shape(network, sales, purchases)
    }

    /// What upstream shares are parts of: revenue, in open mode at least the sales.
    private static func revenue(
        _ network: SupplyNetwork, _ sales: [Double], _ options: SystemicRiskOptions,
        _ findings: inout [SystemicRiskFinding]
    ) throws(SystemicRiskProblem) -> [Double] {
        guard let column = network.column("revenue") else { throw .noColumn("revenue") }
        var revenue = sales
        var unknown: [String] = []
        var below: [String] = []
        for (firm, value) in column.enumerated() {
            guard let value else {
                unknown.append(network.firms[firm])
                continue
            }
            guard value >= 0, value.isFinite else {
                throw .negative(column: "revenue", firm: network.firms[firm], value: value)
            }
            if value < sales[firm] * (1 - 1e-9) { below.append(network.firms[firm]) }
            revenue[firm] = options.mode == .open ? max(value, sales[firm]) : value
        }
        if !unknown.isEmpty { findings.append(.noRevenue(firms: unknown)) }
        if !below.isEmpty { findings.append(.revenueBelowSales(firms: below)) }
        return revenue
    }

    private static func weights(
        _ network: SupplyNetwork, _ sales: [Double], _ denominators: [Double]?,
        _ options: SystemicRiskOptions, _ findings: inout [SystemicRiskFinding]
    ) throws(SystemicRiskProblem) -> ([Double], String?) {
        var weights = denominators ?? sales
        var name = options.weight ?? (options.finalDemand == .revenue ? "revenue" : nil)
        if name == "sales", network.column("sales") == nil {
            weights = sales
            name = nil
        } else if let column = name {
            guard let values = network.column(column) else { throw .noColumn(column) }
            if column != "revenue" {
                let missing = values.indices.filter { values[$0] == nil }.map { network.firms[$0] }
                if !missing.isEmpty { findings.append(.noWeight(column: column, firms: missing)) }
                weights = values.map { $0 ?? 0 }
            } else {
                // A revenue that is not known stands as the sales, as in the shares.
                weights = zip(values, sales).map { $0 ?? $1 }
            }
            if let firm = weights.firstIndex(where: { $0 < 0 || !$0.isFinite }) {
                throw .negative(column: column, firm: network.firms[firm], value: weights[firm])
            }
        }
        let whole = weights.compensatedSum
        guard whole > 0, whole.isFinite else { throw .noWeights(name ?? "sales") }
        return (weights.map { $0 / whole }, name)
    }

    private static func badLink(_ network: SupplyNetwork) -> SystemicRiskProblem {
        for link in network.values.indices where !(network.values[link] >= 0 && network.values[link].isFinite)
        {
            let firm = network.firms[Int(network.suppliers[link])]
            return .negative(column: "value", firm: firm, value: network.values[link])
        }
        return .noFirms
    }

    private static func shape(
        _ network: SupplyNetwork, _ sales: [Double], _ purchases: [Double]
    ) -> [SystemicRiskFinding] {
        var findings: [SystemicRiskFinding] = []
        let firms = network.firms.indices
        let isolated = firms.filter { sales[$0] == 0 && purchases[$0] == 0 }
        if !isolated.isEmpty { findings.append(.isolated(firms: isolated.map { network.firms[$0] })) }
        let noSupplier = firms.count { purchases[$0] == 0 } - isolated.count
        let noCustomer = firms.count { sales[$0] == 0 } - isolated.count
        if noSupplier > 0 { findings.append(.noSupplier(count: noSupplier)) }
        if noCustomer > 0 { findings.append(.noCustomer(count: noCustomer)) }
        let used = Set(network.sectorOfFirm)
        let empty = network.sectors.indices.filter { !used.contains(Int32($0)) }
        if !empty.isEmpty { findings.append(.emptySectors(empty.map { network.sectors[$0] })) }
        return findings
    }
}
