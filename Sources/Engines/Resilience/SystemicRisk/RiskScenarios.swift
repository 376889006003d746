import Ecosystem
import Kernels

/// What fails: the scenarios of a network in the order of their first row, or every firm alone.
struct RiskScenarios: Sendable {
    /// Whether the network has no scenarios, so that every firm fails alone.
    let isEveryFirmAlone: Bool
    /// How many there are in all.
    let count: Int
    /// Those to compute.
    let range: Range<Int>
    private(set) var findings: [SystemicRiskFinding] = []
    private let firms: [String]
    private var names: [String] = []
    private var shocks: [CascadeShock] = []

    init(_ network: SupplyNetwork, _ shard: SystemicRiskOptions.Shard?) {
        firms = network.firms
        isEveryFirmAlone = network.shocks.isEmpty
        var places: [String: Int] = [:]
        var parts: [[Int32: Double]] = []
        var order: [[Int32]] = []
        for shock in network.shocks {
            let place = places[shock.scenario] ?? names.count
            if place == names.count {
                places[shock.scenario] = place
                names.append(shock.scenario)
                parts.append([:])
                order.append([])
            }
            let loss = shock.loss.isNaN ? 0 : min(max(shock.loss, 0), 1)
            let id = network.firms[shock.firm]
            if loss != shock.loss {
                findings.append(.cut(scenario: shock.scenario, firm: id, loss: shock.loss))
            }
            let firm = Int32(shock.firm)
            if let before = parts[place][firm] {
                findings.append(.repeated(scenario: shock.scenario, firm: id))
                parts[place][firm] = max(before, loss)
            } else {
                parts[place][firm] = loss
                order[place].append(firm)
            }
        }
        for (place, nodes) in order.enumerated() {
            shocks.append(CascadeShock(nodes: nodes, downstream: nodes.map { parts[place][$0] ?? 0 }))
        }
        count = isEveryFirmAlone ? network.firms.count : names.count
        range = shard?.range(of: count) ?? 0..<count
    }

    func name(_ number: Int) -> String { isEveryFirmAlone ? firms[number] : names[number] }

    func firm(_ number: Int) -> Int? { isEveryFirmAlone ? number : nil }

    func shock(_ number: Int) -> CascadeShock { isEveryFirmAlone ? .alone(number) : shocks[number] }
}
