import Ecosystem
import Kernels
import Resilience
import Testing

/// What is published of real networks shows on made-up ones of the same make. Shapes are tested, no number of the literature is met.
@Suite struct `Shapes of the literature` {
    private func losses(_ seed: UInt64, core: Int, isScaleFree: Bool = true) throws -> [SystemicRiskResult
        .Loss]
    {
        let network = try #require(
            SupplyNetwork.grown(seed, firms: 250, sectors: 8, isScaleFree: isScaleFree, core: core))
        var options = SystemicRiskOptions()
        options.mode = .peer
        options.finalDemand = .revenue
        options.tolerance = .absolute(1e-4)
        return try SystemicRisk.run(on: network, options).get().losses
    }

    private func ranked(_ losses: [SystemicRiskResult.Loss]) -> [Double] {
        losses.map(\.index).sorted(by: >)
    }

    /// Diem et al. (2022): a plateau of very few firms with one large index, while nearly all others are below 1 %.
    @Test(arguments: [UInt64](1...3))
    func `few firms that nobody can do without share one large loss`(seed: UInt64) throws {
        let with = ranked(try losses(seed, core: 4))
        #expect(with[3] > 0.98 * with[0])
        #expect(with[4] < 0.5 * with[3])
        #expect(with.count { $0 >= 0.1 * with[0] } < with.count / 20)
        // Without such firms there is no plateau.
        let without = ranked(try losses(seed, core: 0))
        #expect(without[3] < 0.98 * without[0])
        #expect(without[0] < with[3])
    }

    /// Diem et al. (2022): a firm's size does not explain its index.
    @Test(arguments: [UInt64](1...3))
    func `among grave firms size says little of what others lose`(seed: UInt64) throws {
        let all = try losses(seed, core: 4)
        let grave = all.filter { $0.index >= 0.01 }
        let correlation = try #require(
            RankCorrelation.spearman(grave.map(\.own), grave.map { $0.index - $0.own }))
        #expect(correlation < 0.75)
        let sizes = all.map(\.own).sorted(by: >)
        let gravest = all.sorted { $0.index > $1.index }.prefix(20)
        #expect(
            gravest.contains { $0.own < sizes[20] },
            "a firm beyond the twenty largest is among the twenty gravest")
    }

    /// Diem et al. (2022), Figure 2: very heterogeneous networks have a few grave firms; where all firms are linked alike, none stands out.
    @Test(arguments: [UInt64](1...3))
    func `hubs make few firms grave`(seed: UInt64) throws {
        let hubs = ranked(try losses(seed, core: 0))
        let alike = ranked(try losses(seed, core: 0, isScaleFree: false))
        #expect(hubs[0] > 2 * alike[0])
        #expect(hubs[0] / hubs[50] > 2 * alike[0] / alike[50])
    }

    private func stop(_ network: SupplyNetwork, _ firms: [Int32], days: Double) throws -> DisruptionResult {
        var options = DisruptionOptions()
        options.horizon = 120
        options.stockDays = 10
        let shock = DisruptionShock(name: "stop", firms: firms, start: 0, days: days)
        return try Disruption.run(on: network, shocks: [shock], options).get()
    }

    /// The firms with the most links, the first of equal ones.
    private func hubs(_ network: SupplyNetwork, _ count: Int) -> [Int32] {
        var links = [Int](repeating: 0, count: network.firms.count)
        for end in network.suppliers + network.customers { links[Int(end)] += 1 }
        return links.indices.sorted { (links[$1], $0) < (links[$0], $1) }.prefix(count).map { Int32($0) }
    }

    /// Colon, Hallegatte, Rozenberg, Nature Sustainability 4 (2021) 209–215: losses grow faster than the length of a disruption, for
    /// stocks bridge the first days only.
    @Test(arguments: [UInt64](1...3))
    func `each further day of a stop costs more than the days before`(seed: UInt64) throws {
        let network = try #require(SupplyNetwork.grown(seed, firms: 250))
        let loss = try [8, 16, 32].map { try stop(network, hubs(network, 3), days: $0).loss }
        #expect(loss[0] > 0)
        let (first, second, third) = (loss[0] / 8, (loss[1] - loss[0]) / 8, (loss[2] - loss[1]) / 16)
        #expect(first < second)
        #expect(second < third)
    }

    /// Inoue, Todo, Nature Sustainability 2 (2019) 841–847: what hits hubs goes through a scale-free network faster than through a random
    /// one with as many firms and links.
    @Test(arguments: [UInt64](1...3))
    func `a stop of the most linked firms spreads faster where there are hubs`(seed: UInt64) throws {
        let reached = try [true, false].map { isScaleFree in
            let network = try #require(SupplyNetwork.grown(seed, firms: 250, isScaleFree: isScaleFree))
            let result = try stop(network, hubs(network, 5), days: 60)
            return [2, 12, 16].map { result.firmsHit[$0] }
        }
        for (hubs, alike) in zip(reached[0], reached[1]) { #expect(hubs > alike) }
    }
}
