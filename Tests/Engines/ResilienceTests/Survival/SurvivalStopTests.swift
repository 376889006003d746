import Ecosystem
import Kernels
import Resilience
import Testing

/// Many firms and links that stop at once, for a time of their own.
@Suite("Stops of many at once") struct SurvivalStopTests {
    /// a needs two of b; b has 30 in stock, a 5 and a demand of 10 at 3 each.
    private func pair(_ times: [Double?] = [nil, nil]) -> SupplyNetwork? {
        SupplyNetwork(
            firms: ["a", "b"], sectors: ["x", "y"], sectorOfFirm: [0, 1],
            columns: [
                .init(name: "demand", values: [10, nil]), .init(name: "stock", values: [5, 30]),
                .init(name: "capacity", values: [20, 20]), .init(name: "margin", values: [3, nil]),
                .init(name: "ttr", values: times),
            ], suppliers: [1], customers: [0], values: [2])
    }

    private func losses(_ network: SupplyNetwork?, _ stops: [SurvivalStop]) throws -> [Double] {
        var options = SurvivalOptions()
        options.stops = stops
        return try Survival.run(on: #require(network), options).get().disruptions.map {
            try #require($0.loss)
        }
    }

    /// By hand. Four weeks want 40 of a, and 5 lie there. Link closed: nothing comes, 35 are missed at 3. Half of the usual 10 a week: 20
    /// come, 15 are missed. b out: 30 of its own make 15, so 20 are missed. b at half: 40 and 30 make 35, none is missed.
    @Test func `links and firms lose what is said, for the time that is said`() throws {
        let link = { (loss: Double, usual: Double?) in
            SurvivalStop.Link(supplier: 1, customer: 0, loss: loss, usual: usual)
        }
        let found = try losses(
            pair(),
            [
                .init(name: "link", firms: [], links: [link(1, nil)], time: 4),
                .init(name: "half", firms: [], links: [link(0.5, 10)], time: 4),
                .init(name: "unknown", firms: [], links: [link(0.5, nil)], time: 4),
                .init(name: "b", firms: [.init(place: 1, loss: 1)], time: 4),
                .init(name: "b half", firms: [.init(place: 1, loss: 0.5)], time: 4),
                .init(name: "nothing", firms: [], time: 4),
            ])
        for (loss, hand) in zip(found, [105.0, 45, 0, 60, 0, 0]) { #expect(abs(loss - hand) < 1e-9) }
    }

    @Test func `a firm alone that stops for its time to recover is the firm that stops alone`() throws {
        let alone = try Survival.run(on: #require(pair([1, 4]))).get().disruptions.map(\.loss)
        let stops = [(0, 1.0), (1, 4.0)].map { place, time in
            SurvivalStop(name: "\(place)", firms: [.init(place: place, loss: 1)], time: time)
        }
        #expect(try losses(pair([1, 4]), stops) == alone)
    }

    @Test func `what the network does not have cannot stop`() throws {
        let network = try #require(pair())
        for stop in [
            SurvivalStop(name: "no time", firms: [], time: 0),
            SurvivalStop(name: "no firm", firms: [.init(place: 2, loss: 1)], time: 1),
            SurvivalStop(
                name: "twice", firms: [.init(place: 0, loss: 1), .init(place: 0, loss: 1)], time: 1),
            SurvivalStop(
                name: "no end", firms: [], links: [.init(supplier: 0, customer: 7, loss: 1)], time: 1),
        ] {
            var options = SurvivalOptions()
            options.stops = [stop]
            #expect(throws: SurvivalProblem.badStop(stop.name)) {
                try Survival.run(on: network, options).get()
            }
        }
    }

    /// A drawn bill of materials with measures of every kind, and what stops: some firms, in whole or in part, and some links.
    private func drawn(_ seed: UInt64, measures: Int) throws -> (SupplyNetwork, [SurvivalStop]) {
        let base = try #require(BillOfMaterials.drawn(firms: 24, seed: seed, withGaps: false))
        var generator = SeededGenerator(seed: seed &+ 77)
        var firms: [SurvivalStop.Firm] = []
        for place in base.firms.indices where generator.next(below: 4) == 0 {
            firms.append(.init(place: place, loss: firms.count % 2 == 0 ? 1 : 0.6))
        }
        let links = base.values.indices.prefix(4).map { link in
            SurvivalStop.Link(
                supplier: Int(base.suppliers[link]), customer: Int(base.customers[link]),
                loss: link % 2 == 0 ? 1 : 0.5, usual: 3)
        }
        let list = (0..<measures).map { number -> SupplyNetwork.Measure in
            let cost = Double(1 + generator.next(below: 9))
            let stopped = firms.isEmpty ? 0 : firms[generator.next(below: firms.count)].place
            let link = generator.next(below: base.values.count)
            let (supplier, customer) = (Int(base.suppliers[link]), Int(base.customers[link]))
            switch number % 5 {
            case 0: return .init(id: "m\(number)", kind: .stock, firm: customer, amount: 30, cost: cost)
            case 1: return .init(id: "m\(number)", kind: .capacity, firm: stopped, amount: 9, cost: cost)
            case 2: return .init(id: "m\(number)", kind: .recovery, firm: stopped, amount: 2, cost: cost)
            case 3:
                return .init(
                    id: "m\(number)", kind: .source, firm: supplier, amount: 12, cost: cost,
                    customers: [customer], need: 1)
            default: return .init(id: "m\(number)", kind: .recovery, firm: stopped, amount: 1, cost: cost)
            }
        }
        let network = try #require(
            SupplyNetwork(
                firms: base.firms, sectors: base.sectors, sectorOfFirm: base.sectorOfFirm,
                columns: base.columns, suppliers: base.suppliers, customers: base.customers,
                values: base.values, measures: list))
        let stops = [
            SurvivalStop(name: "all", firms: firms, links: links, time: 6),
            SurvivalStop(name: "links", firms: [], links: links, time: 3),
            SurvivalStop(name: "firms", firms: firms, time: 4),
        ]
        return (network, stops)
    }

    /// The mean loss by the engine of times to survive, which knows nothing of measures.
    private func risk(_ network: SupplyNetwork, _ stops: [SurvivalStop], _ taken: Set<Int>) throws -> Double {
        let changed = try #require(Mitigation.network(network, taking: taken))
        let found = try losses(changed, Mitigation.stops(stops, taking: taken, of: network))
        return found.reduce(0, +) / Double(found.count)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `no set that can be paid is better against these stops, and each is as time to survive finds it`(
        _ seed: UInt64
    ) throws {
        let (network, stops) = try drawn(seed, measures: 7)
        var options = MitigationOptions()
        options.stops = stops
        options.steps = 4
        let result = try Mitigation.run(on: network, options).get()
        #expect(result.disruptions.map(\.scenario) == ["all", "links", "firms"])
        var risks: [(cost: Double, risk: Double)] = []
        for bits in 0..<(1 << network.measures.count) {
            let taken = Set(network.measures.indices.filter { bits >> $0 & 1 == 1 })
            risks.append(
                (taken.reduce(0) { $0 + network.measures[$1].cost }, try risk(network, stops, taken)))
        }
        let slack = 2e-6 * max(1, result.risk)
        for choice in result.frontier {
            let best = risks.filter { $0.cost <= choice.budget + 1e-9 }.map(\.risk).min() ?? 0
            #expect(abs(choice.risk - best) <= slack, "budget \(choice.budget)")
            #expect(choice.bound <= best + slack)
            #expect(abs(try risk(network, stops, Set(choice.measures)) - choice.risk) <= slack)
        }
    }

    @Test(arguments: 6...9 as ClosedRange<UInt64>)
    func `a longer, deeper or wider stop never hurts less`(_ seed: UInt64) throws {
        let (network, stops) = try drawn(seed, measures: 1)
        let all = stops[0]
        var (longer, deeper, fewer) = (all, all, all)
        longer.time += 2
        for place in deeper.firms.indices { deeper.firms[place].loss = 1 }
        fewer.firms.removeLast()
        let found = try losses(network, [fewer, all, longer, deeper])
        #expect(found[0] <= found[1] + 1e-7 && found[1] <= found[2] + 1e-7 && found[1] <= found[3] + 1e-7)
    }
}
