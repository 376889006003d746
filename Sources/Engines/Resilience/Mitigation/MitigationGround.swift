import Ecosystem

/// A network with the firms that measures would add (idle until they do), and what each measure changes.
///
/// Each measure comes down to more stock, more capacity or a shorter recovery of one firm: a second source is a firm of its own between supplier
/// and customers, with the capacity that is agreed, which takes one unit of the supplier for each unit that it hands on.
struct MitigationGround: Sendable {
    /// What a measure changes.
    enum Effect: Sendable, Equatable {
        case stock(firm: Int, more: Double)
        case capacity(firm: Int, more: Double)
        case recovery(firm: Int, time: Double)
    }

    /// The network with its idle firms, every disruption a scenario of its own.
    let network: SupplyNetwork
    /// By measure.
    let effects: [Effect]
    let costs: [Double]
    let ids: [String]
    let findings: [MitigationFinding]
    /// How many firms the network had before.
    let firmCount: Int

    init(_ given: SupplyNetwork) throws(MitigationProblem) {
        guard !given.measures.isEmpty else { throw .noMeasures }
        firmCount = given.firms.count
        var parts = NetworkParts(given)
        var effects: [Effect] = []
        var findings: [MitigationFinding] = []
        let capacity = given.column("capacity")
        let recovery = given.column("ttr")
        for measure in given.measures {
            switch (measure.kind, measure.firm) {
            case (.stock, let firm?): effects.append(.stock(firm: firm, more: measure.amount))
            case (.capacity, let firm?):
                effects.append(.capacity(firm: firm, more: measure.amount))
                if (capacity?[firm] ?? nil) == nil {
                    findings.append(.capacityUnknown(measure: measure.id, firm: given.firms[firm]))
                }
            case (.recovery, let firm?):
                effects.append(.recovery(firm: firm, time: measure.amount))
                if let time = recovery?[firm] ?? nil, time <= measure.amount {
                    findings.append(.noShorter(measure: measure.id, firm: given.firms[firm]))
                }
            case (.source, _), (.supplier, _), (_, nil):
                let material =
                    measure.firm.map { given.sectorOfFirm[$0] } ?? Int32(clamping: measure.material ?? 0)
                let firm = parts.add(measure.id, material: material)
                if let supplier = measure.firm { parts.link(supplier, firm, 1) }
                for customer in measure.customers {
                    guard let need = measure.need ?? Self.need(of: material, at: customer, given) else {
                        throw .noNeed(measure: measure.id, customer: given.firms[customer])
                    }
                    parts.link(firm, customer, need)
                }
                effects.append(.capacity(firm: firm, more: measure.amount))
            }
        }
        self.effects = effects
        self.findings = findings
        costs = given.measures.map(\.cost)
        ids = given.measures.map(\.id)
        guard let network = parts.network else { throw .noMeasures }
        self.network = network
    }

    /// How many units of a material one unit of a customer takes of its present suppliers, the largest of them.
    private static func need(of material: Int32, at customer: Int, _ network: SupplyNetwork) -> Double? {
        network.values.indices.filter {
            Int(network.customers[$0]) == customer && network.values[$0] > 0
                && network.sectorOfFirm[Int(network.suppliers[$0])] == material
        }.map { network.values[$0] }.max()
    }
}
