import Jingwei

/// The best measures by budget on a drawn bill of materials, with measures of every kind drawn by seed for the gravest disruptions.
struct MitigationBenchmark {
    var families: Int
    var measures: Int
    var threads: Int

    func run() throws {
        guard let base = DrawnBill.network(families: families, seed: 42) else {
            return print("the network does not fit together")
        }
        let before = try Survival.run(on: base).get().disruptions
        let gravest = before.indices.sorted { left, right in
            (-(before[left].loss ?? 0), left) < (-(before[right].loss ?? 0), right)
        }
        guard let network = withMeasures(base, for: Array(gravest.prefix(measures))) else {
            return print("the network does not fit together")
        }
        var options = MitigationOptions()
        options.threads = threads
        let (answer, cost) = Measure.run { Mitigation.run(on: network, options) }
        let result = try answer.get()
        print(
            "\(network.firms.count) firms, \(network.values.count) links, \(measures) measures, "
                + "\(result.frontier.count) budgets, \(threads) threads: \(cost.text)")
        for choice in result.frontier {
            print(
                "budget \(Int(choice.budget)): \(choice.measures.count) measures, expected loss \(choice.risk), "
                    + "gap \(result.gap(of: choice)), \(choice.rounds) rounds")
        }
        // The chosen set asked anew of an engine that knows nothing of measures.
        guard let changed = Mitigation.network(network, taking: Set(result.chosen.measures)) else { return }
        let losses = try Survival.run(on: changed).get().disruptions.compactMap(\.loss)
        let again = losses.reduce(0, +) / Double(max(1, losses.count))
        print("chosen set asked anew: \(again), apart by \((again - result.chosen.risk).magnitude)")
    }

    /// Each measure is about one of the firms whose stop costs most.
    private func withMeasures(_ base: SupplyNetwork, for firms: [Int]) -> SupplyNetwork? {
        var generator = SeededGenerator(seed: 7)
        let list = (0..<measures).map { number -> SupplyNetwork.Measure in
            let firm = firms[generator.next(below: firms.count)]
            let linked = base.values.indices.filter { Int(base.suppliers[$0]) == firm }
            let link =
                linked.isEmpty
                ? generator.next(below: base.values.count) : linked[generator.next(below: linked.count)]
            let (supplier, customer) = (Int(base.suppliers[link]), Int(base.customers[link]))
            let cost = Double(50 + generator.next(below: 400))
            let id = "measure-\(number)"
            switch number % 5 {
            case 0: return .init(id: id, kind: .stock, firm: firm, amount: 3_000, cost: cost)
            case 1: return .init(id: id, kind: .capacity, firm: firm, amount: 800, cost: cost)
            case 2: return .init(id: id, kind: .recovery, firm: firm, amount: 2, cost: cost)
            case 3:
                return .init(
                    id: id, kind: .source, firm: supplier, amount: 800, cost: cost, customers: [customer])
            default:
                return .init(
                    id: id, kind: .supplier, firm: nil, amount: 800, cost: cost, customers: [customer],
                    material: Int(base.sectorOfFirm[supplier]))
            }
        }
        return SupplyNetwork(
            name: base.name, firms: base.firms, sectors: base.sectors, sectorOfFirm: base.sectorOfFirm,
            columns: base.columns, suppliers: base.suppliers, customers: base.customers, values: base.values,
            measures: list, basis: base.basis)
    }
}
