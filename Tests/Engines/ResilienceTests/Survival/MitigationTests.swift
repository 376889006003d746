import Ecosystem
import Kernels
import Resilience
import Testing

@Suite("The best measures for the money")
struct MitigationTests {
    /// A drawn bill of materials with measures of every kind.
    private func drawn(_ seed: UInt64, firms: Int = 24, measures: Int = 7) throws -> SupplyNetwork {
        let base = try #require(BillOfMaterials.drawn(firms: firms, seed: seed, withGaps: false))
        var generator = SeededGenerator(seed: seed &+ 9)
        let linked = base.values.indices
        let list = (0..<measures).map { number -> SupplyNetwork.Measure in
            let firm = generator.next(below: firms)
            let cost = Double(1 + generator.next(below: 20))
            let link = linked.isEmpty ? 0 : generator.next(below: linked.count)
            let (supplier, customer) = (Int(base.suppliers[link]), Int(base.customers[link]))
            switch number % 5 {
            case 0: return .init(id: "m\(number)", kind: .stock, firm: firm, amount: 40, cost: cost)
            case 1: return .init(id: "m\(number)", kind: .capacity, firm: firm, amount: 10, cost: cost)
            case 2: return .init(id: "m\(number)", kind: .recovery, firm: firm, amount: 2, cost: cost)
            case 3:
                return .init(
                    id: "m\(number)", kind: .source, firm: supplier, amount: 12, cost: cost,
                    customers: [customer], need: 1)
            default:
                return .init(
                    id: "m\(number)", kind: .supplier, firm: nil, amount: 12, cost: cost,
                    customers: [customer],
                    material: Int(base.sectorOfFirm[supplier]))
            }
        }
        return try #require(
            SupplyNetwork(
                firms: base.firms, sectors: base.sectors, sectorOfFirm: base.sectorOfFirm,
                columns: base.columns,
                suppliers: base.suppliers, customers: base.customers, values: base.values, measures: list))
    }

    private func run(_ network: SupplyNetwork, _ change: (inout MitigationOptions) -> Void = { _ in }) throws
        -> MitigationResult
    {
        var options = MitigationOptions()
        change(&options)
        return try Mitigation.run(on: network, options).get()
    }

    /// The expected loss by the engine of times to survive, which knows nothing of measures.
    private func risk(_ network: SupplyNetwork, _ taken: Set<Int>) throws -> Double {
        let changed = try #require(Mitigation.network(network, taking: taken))
        let result = try Survival.run(on: changed).get()
        let losses = try result.disruptions.map { try #require($0.loss) }
        return losses.reduce(0, +) / Double(losses.count)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `no set of measures that can be paid is better than the chosen one`(_ seed: UInt64) throws {
        let network = try drawn(seed, measures: 6)
        let result = try run(network) { $0.steps = 4 }
        var risks: [(cost: Double, risk: Double)] = []
        for bits in 0..<(1 << network.measures.count) {
            let taken = Set(network.measures.indices.filter { bits >> $0 & 1 == 1 })
            let cost = taken.reduce(0) { $0 + network.measures[$1].cost }
            risks.append((cost, try risk(network, taken)))
        }
        for choice in result.frontier {
            let best = risks.filter { $0.cost <= choice.budget + 1e-9 }.map(\.risk).min() ?? 0
            #expect((choice.risk - best).magnitude <= 2e-6 * max(1, result.risk), "budget \(choice.budget)")
            #expect(choice.bound <= best + 1e-6 * max(1, result.risk))
            #expect(result.gap(of: choice) <= 1e-5)
        }
    }

    @Test(arguments: 11...14 as ClosedRange<UInt64>)
    func `more money never leaves more risk and every step is proven and checked anew`(_ seed: UInt64) throws
    {
        let network = try drawn(seed, firms: 40, measures: 12)
        let result = try run(network) { $0.steps = 6 }
        #expect((try risk(network, []) - result.risk).magnitude <= 1e-6 * max(1, result.risk))
        for (left, right) in zip(result.frontier, result.frontier.dropFirst()) {
            #expect(left.budget < right.budget && right.risk <= left.risk && right.bound <= left.bound + 1e-9)
        }
        for choice in result.frontier {
            #expect(choice.cost <= choice.budget + 1e-9)
            #expect(choice.bound <= choice.risk && result.gap(of: choice) <= 1e-5)
            let again = try risk(network, Set(choice.measures))
            #expect((again - choice.risk).magnitude <= 1e-6 * max(1, result.risk), "budget \(choice.budget)")
        }
        #expect(result.frontier.first?.measures.isEmpty == true && result.frontier.first?.risk == result.risk)
        for measure in result.chosen.measures {
            #expect(try #require(result.worths[measure].inSet) > 0, "\(measure) is paid for nothing")
        }
        let after = result.disruptions.reduce(0) { $0 + $1.weight * $1.after }
        #expect((after - result.chosen.risk).magnitude <= 1e-9 * max(1, result.risk))
        #expect(result.disruptions.allSatisfy { $0.after <= $0.before * (1 + 1e-9) + 1e-9 })
    }

    @Test func `a search ends where who listens says no`() throws {
        let network = try drawn(21, firms: 40, measures: 8)
        var asked = MitigationOptions()
        asked.progress = .init { _, _ in false }
        #expect(throws: MitigationProblem.survival(.cancelled)) {
            try Mitigation.run(on: network, asked).get()
        }
    }

    @Test func `threads change nothing`() throws {
        let network = try drawn(21, firms: 40, measures: 8)
        let one = try run(network) { $0.steps = 3 }
        let two = try run(network) {
            $0.steps = 3
            $0.threads = 2
        }
        let isSame = one == two
        #expect(isSame)
    }

    /// What each measure saves alone: stock-b 10 of a (30), second 5 a week (all 60), faster all 60, stock-a 15 of either.
    ///
    /// b supplies a; without b, b's stock of 30 lasts 1.5 of 4 (a needs two) and 20 of a are lost at 3 each: 60; without a, 15. Mean 37.5.
    @Test func `a hand-made choice takes what saves most for its cost`() throws {
        func network(_ measures: [SupplyNetwork.Measure]) -> SupplyNetwork? {
            SupplyNetwork(
                firms: ["a", "b"], sectors: ["x", "y"], sectorOfFirm: [0, 1],
                columns: [
                    .init(name: "demand", values: [10, nil]), .init(name: "stock", values: [5, 30]),
                    .init(name: "capacity", values: [20, 20]), .init(name: "ttr", values: [1, 4]),
                    .init(name: "margin", values: [3, nil]), .init(name: "odds", values: [1, 3]),
                ], suppliers: [1], customers: [0], values: [2], measures: measures)
        }
        let measures: [SupplyNetwork.Measure] = [
            .init(id: "stock-b", kind: .stock, firm: 1, amount: 20, cost: 10),
            .init(
                id: "second", kind: .supplier, firm: nil, amount: 10, cost: 12, customers: [0], material: 1),
            .init(id: "faster", kind: .recovery, firm: 1, amount: 2, cost: 4),
            .init(id: "stock-a", kind: .stock, firm: 0, amount: 5, cost: 5),
        ]
        let given = try #require(network(measures))
        let result = try run(given) { $0.budget = 4 }
        #expect((result.risk - 37.5).magnitude < 1e-9)
        #expect(result.chosen.measures == [2] && (result.chosen.risk - 7.5).magnitude < 1e-9)
        #expect(result.worths.map { ($0.alone * 1e6).rounded() / 1e6 } == [15, 30, 30, 15])
        let all = try run(given) { $0.budget = 9 }
        #expect(all.chosen.measures == [2, 3] && all.chosen.risk.magnitude < 1e-9)
        let weighed = try run(given) {
            $0.budget = 4
            $0.likelihood = "odds"
        }
        #expect((weighed.risk - (15 + 3 * 60) / 4.0).magnitude < 1e-9)
    }

    @Test func `what cannot be weighed is refused and what changes nothing is said`() throws {
        let plain = try BillOfMaterials.fixture()
        #expect(throws: MitigationProblem.noMeasures) { try run(plain) }
        let measures: [SupplyNetwork.Measure] = [
            .init(id: "idle", kind: .stock, firm: 34, amount: 1, cost: 1),
            .init(id: "slow", kind: .recovery, firm: 0, amount: 99, cost: 1),
        ]
        let network = try #require(
            SupplyNetwork(
                firms: plain.firms, sectors: plain.sectors, sectorOfFirm: plain.sectorOfFirm,
                columns: plain.columns, suppliers: plain.suppliers, customers: plain.customers,
                values: plain.values,
                measures: measures))
        #expect(throws: MitigationProblem.noRecovery) { try run(network) }
        #expect(throws: MitigationProblem.badLikelihood("odds")) {
            try run(network) {
                $0.recovery = 8
                $0.likelihood = "odds"
            }
        }
        let result = try run(network) { $0.recovery = 8 }
        #expect(result.findings.contains(.useless(measures: ["idle", "slow"])))
        #expect(result.chosen.measures.isEmpty && result.chosen.risk == result.risk)
        // The mean of the fixture's column loss_ttr8.
        let rows = try BillOfMaterials.rows("oracle_35.csv").dropFirst()
        let mean = try rows.reduce(0.0) { $0 + (try #require(Double($1[5]))) } / 35
        #expect((result.risk - mean).magnitude < 1e-6)
    }
}
