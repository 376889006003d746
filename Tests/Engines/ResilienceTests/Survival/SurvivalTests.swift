import Ecosystem
import Kernels
import Resilience
import Testing

@Suite("Time to survive and to recover")
struct SurvivalTests {
    private func run(_ network: SupplyNetwork, _ change: (inout SurvivalOptions) -> Void = { _ in }) throws
        -> SurvivalResult
    {
        var options = SurvivalOptions()
        change(&options)
        return try Survival.run(on: network, options).get()
    }

    /// `oracle_35.csv`: linear programs solved from scratch, printed with ten digits.
    @Test(arguments: [1.0, 2, 4, 8, 12]) func `times and losses of the 35 firms are those of the fixture`(
        _ time: Double
    )
        throws
    {
        let result = try run(BillOfMaterials.fixture()) { $0.recovery = time }
        let column = try #require([1.0: 2, 2: 3, 4: 4, 8: 5, 12: 6][time])
        let rows = try BillOfMaterials.rows("oracle_35.csv")
        #expect(rows.count == 36 && result.disruptions.count == 35)
        for row in rows {
            let (survival, loss) = (try #require(Double(row[1])), try #require(Double(row[column])))
            guard let found = result.disruptions.first(where: { $0.scenario == row[0] }) else {
                #expect(row[0] == "none" && (result.undisturbed - survival).magnitude < 1e-8)
                continue
            }
            #expect((found.survival - survival).magnitude < 1e-8, "\(row[0])")
            #expect((try #require(found.loss) - loss).magnitude < 1e-6, "\(row[0])")
            #expect(found.isExposed == (time > found.survival), "\(row[0])")
        }
    }

    /// `peer_databricks_35.csv`: the peer asks for whole amounts, so that its times differ by up to 2.9e-3.
    @Test func `the peer's losses over eight units of time are met and its times within its rounding`() throws
    {
        let result = try run(BillOfMaterials.fixture()) { $0.recovery = 8 }
        for row in try BillOfMaterials.rows("peer_databricks_35.csv") {
            let found = try #require(result.disruptions.first { $0.scenario == row[0] })
            #expect((found.survival - (try #require(Double(row[1])))).magnitude < 2.95e-3)
            #expect((try #require(found.loss) - (try #require(Double(row[2])))).magnitude < 1e-6)
        }
        let worst = result.disruptions.max { ($0.loss ?? 0) < ($1.loss ?? 0) }
        #expect(worst?.scenario == "T2_10" && worst?.exposureIndex == 1)
        #expect(result.exposed.first.map { result.disruptions[$0].scenario } == "T2_10")
    }

    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func `what is solved near a disruption is what the whole model says`(_ seed: UInt64) throws {
        let network = try #require(BillOfMaterials.drawn(firms: 30 + Int(seed) * 6, seed: seed))
        let near = try run(network) { $0.recovery = 6 }
        let whole = try run(network) {
            $0.recovery = 6
            $0.isLocal = false
        }
        #expect(near.undisturbed == whole.undisturbed)
        for (left, right) in zip(near.disruptions, whole.disruptions) {
            if left.survival != right.survival {
                #expect(
                    (left.survival - right.survival).magnitude <= 1e-7 * right.survival, "\(left.scenario)")
            }
            let (one, other) = (try #require(left.loss), try #require(right.loss))
            #expect((one - other).magnitude <= 1e-6 * max(1, other), "\(left.scenario): \(one), \(other)")
            #expect((left.hits.reduce(0) { $0 + $1.loss } - one).magnitude <= 1e-6 * max(1, one))
            #expect(left.survival <= near.undisturbed * (1 + 1e-9))
        }
    }

    @Test func `a longer recovery never costs less, and nothing is lost within the time to survive`() throws {
        let network = try #require(BillOfMaterials.drawn(firms: 60, seed: 77))
        var before: [Double] = []
        for time in [0.5, 1, 2, 4, 8, 16] {
            let columns = network.columns.filter { $0.name != "ttr" }
            let same = try #require(
                SupplyNetwork(
                    firms: network.firms, sectors: network.sectors, sectorOfFirm: network.sectorOfFirm,
                    columns: columns, suppliers: network.suppliers, customers: network.customers,
                    values: network.values))
            let result = try run(same) { $0.recovery = time }
            let losses = try result.disruptions.map { try #require($0.loss) }
            for (place, loss) in losses.enumerated() {
                #expect(before.isEmpty || loss >= before[place] - 1e-7)
                if result.disruptions[place].survival >= time { #expect(loss == 0) }
                if result.disruptions[place].survival < time * (1 - 1e-6) { #expect(loss > 0) }
            }
            before = losses
        }
    }

    @Test func `a larger shock never costs less and several firms cost no less than each of them`() throws {
        let network = try BillOfMaterials.fixture(shocks: [
            ("half", "T2_8", 0.5), ("all", "T2_8", 1), ("both", "T2_8", 1), ("both", "T3_13", 1),
            ("other", "T3_13", 1),
        ])
        let result = try run(network) { $0.recovery = 8 }
        let loss = Dictionary(uniqueKeysWithValues: result.disruptions.map { ($0.scenario, $0.loss ?? -1) })
        let (half, all, both, other) = (
            loss["half"] ?? -1, loss["all"] ?? -1, loss["both"] ?? -1, loss["other"] ?? -1
        )
        #expect(half >= 0 && half <= all && all <= both && other <= both)
        #expect((all - 1309.38).magnitude < 1e-6)
        #expect(!result.isEveryFirmAlone)
    }

    @Test func `the answers are the same on one thread and on three`() throws {
        let network = try #require(BillOfMaterials.drawn(firms: 120, seed: 5))
        let one = try run(network) { $0.recovery = 4 }
        let three = try run(network) {
            $0.recovery = 4
            $0.threads = 3
        }
        let isSame = one == three
        #expect(isSame)
    }

    @Test func `what is missing is said and what cannot be is refused`() throws {
        let bare = try #require(
            SupplyNetwork(
                firms: ["a", "b", "c"], sectors: ["x", "y"], sectorOfFirm: [0, 1, 1],
                columns: [.init(name: "demand", values: [10, nil, nil])], suppliers: [1, 1],
                customers: [0, 0],
                values: [2, 0]))
        let result = try run(bare)
        #expect(result.findings.contains(.noStock(firms: ["a", "b", "c"])))
        #expect(result.findings.contains(.noCapacity(firms: ["a", "b", "c"])))
        #expect(result.findings.contains(.noRecovery(firms: ["a", "b", "c"])))
        #expect(result.findings.contains(.noMargins) && result.findings.contains(.noNeed(links: 1)))
        #expect(result.findings.contains(.unused(firms: ["c"])))
        #expect(result.disruptions.map(\.survival) == [0, 0, .infinity])
        #expect(result.disruptions.allSatisfy { $0.loss == nil && $0.isExposed == nil })
        #expect(throws: SurvivalProblem.noDemand) {
            let none = SupplyNetwork(
                firms: ["a"], sectors: ["x"], sectorOfFirm: [0], suppliers: [], customers: [], values: [])
            _ = try Survival.run(on: #require(none)).get()
        }
        #expect(throws: SurvivalProblem.badRecovery(0)) { try run(bare) { $0.recovery = 0 } }
    }

    /// Stock 30 of b and demand 10 of a, two units of b each: without b the stock lasts 1.5, with 5 of a's own 2.
    @Test func `a hand-made chain survives as long as its stock lasts`() throws {
        let network = try #require(
            SupplyNetwork(
                firms: ["a", "b"], sectors: ["x", "y"], sectorOfFirm: [0, 1],
                columns: [
                    .init(name: "demand", values: [10, nil]), .init(name: "stock", values: [5, 30]),
                    .init(name: "capacity", values: [20, 20]), .init(name: "ttr", values: [1, 4]),
                    .init(name: "margin", values: [3, nil]),
                ], suppliers: [1], customers: [0], values: [2]))
        let result = try run(network)
        #expect(result.undisturbed == .infinity)
        #expect((result.disruptions[1].survival - 2).magnitude < 1e-9)
        #expect((result.disruptions[0].survival - 0.5).magnitude < 1e-9)
        // Over 4: 40 are wanted, 5 + 30/2 are there; 20 are lost at 3 each.
        #expect((try #require(result.disruptions[1].loss) - 60).magnitude < 1e-9)
        #expect(result.disruptions[1].hits.map(\.firm) == [0] && result.disruptions[1].shortFirst == [0])
        #expect((try #require(result.disruptions[0].loss) - 15).magnitude < 1e-9)
        #expect(result.disruptions.map(\.exposureIndex) == [0.25, 1])
    }

    /// The finding of Simchi-Levi et al. at Ford, as a shape: dear parts have two sources, cheap ones have one, and what is paid to a
    /// supplier then says nothing of what is lost when it stops.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `where cheap parts have one source spend says nothing of the loss`(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var (firms, sectors): ([String], [Int32]) = (["sedan", "truck"], [0, 0])
        var (spend, stock, capacity, times): ([Double?], [Double?], [Double?], [Double?]) =
            ([nil, nil], [0, 0], [120, 60], [1, 1])
        var (suppliers, customers): ([Int32], [Int32]) = ([], [])
        for part in 1...70 {
            let price = generator.nextFraction() * generator.nextFraction() * 5_000 + 1
            let customer = generator.next(below: 2)
            let sources = price > 800 ? 2 : 1
            for _ in 0..<sources {
                suppliers.append(Int32(firms.count))
                customers.append(Int32(customer))
                firms.append("part-\(part)-\(firms.count)")
                sectors.append(Int32(part))
                spend.append(price * (customer == 0 ? 100 : 50) / Double(sources))
                stock.append(Double(generator.next(below: 300)))
                capacity.append(customer == 0 ? 120 : 60)
                times.append(Double(2 + generator.next(below: 10)))
            }
        }
        let network = try #require(
            SupplyNetwork(
                firms: firms, sectors: (0...70).map { "part-\($0)" }, sectorOfFirm: sectors,
                columns: [
                    .init(name: "demand", values: firms.indices.map { [100, 50][safe: $0] }),
                    .init(name: "margin", values: firms.indices.map { [3_000, 9_000][safe: $0] }),
                    .init(name: "stock", values: stock), .init(name: "capacity", values: capacity),
                    .init(name: "ttr", values: times),
                ], suppliers: suppliers, customers: customers,
                values: [Double](repeating: 1, count: suppliers.count)))
        let result = try run(network)
        let parts = Array(firms.indices.dropFirst(2))
        let losses = try parts.map { try #require(result.disruptions[$0].loss) }
        let paid = parts.compactMap { spend[$0] }
        let correlation = try #require(RankCorrelation.spearman(paid, losses))
        #expect(correlation < 0.1, "\(correlation)")
        let cheap = paid.sorted()[paid.count / 2]
        let worst = try #require(zip(paid, losses).max { $0.1 < $1.1 })
        #expect(worst.0 < cheap, "the gravest supplier is among the cheaper half")
    }
}

extension Array where Element == Double {
    fileprivate subscript(safe place: Int) -> Double? { indices.contains(place) ? self[place] : nil }
}
