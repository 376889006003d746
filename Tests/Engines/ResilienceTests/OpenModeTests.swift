import Ecosystem
import Kernels
import Resilience
import Testing

@Suite struct `Systemic risk in open mode` {
    /// The true losses: the published iteration run until nothing changes any more.
    private func truth(_ network: SupplyNetwork, _ options: SystemicRiskOptions) throws
        -> [SystemicRiskResult.Loss]
    {
        var exact = options
        exact.mode = .peer
        exact.tolerance = .absolute(1e-14)
        return try SystemicRisk.run(on: network, exact).get().losses
    }

    private func expect(
        _ found: [SystemicRiskResult.Loss], within goal: (Double) -> Double,
        of truth: [SystemicRiskResult.Loss]
    ) {
        #expect(found.count == truth.count)
        for (loss, true_) in zip(found, truth) {
            #expect(abs(loss.index - true_.index) <= loss.errorBound + 1e-12)
            #expect(abs(loss.downstream - true_.downstream) <= loss.errorBound + 1e-12)
            #expect(abs(loss.upstream - true_.upstream) <= loss.errorBound + 1e-12)
            if loss.isCertified { #expect(loss.errorBound <= goal(loss.index) * (1 + 1e-9)) }
            #expect((0...1).contains(loss.index))
            #expect(loss.index >= max(loss.downstream, loss.upstream) - loss.errorBound - 1e-12)
            #expect(loss.index <= loss.downstream + loss.upstream + loss.errorBound + 1e-12)
        }
    }

    @Test(arguments: [UInt64](1...30), [1e-2, 1e-5, 1e-9])
    func `every firm's loss is off by no more than its bound`(seed: UInt64, tolerance: Double) throws {
        let network = try #require(SupplyNetwork.random(seed))
        var options = SystemicRiskOptions()
        options.tolerance = .absolute(tolerance)
        let result = try SystemicRisk.run(on: network, options).get()
        expect(result.losses, within: { _ in tolerance }, of: try truth(network, options))
    }

    @Test(arguments: [UInt64](91...94))
    func `where nobody stands in for anybody, no loss is told too small beyond its bound`(seed: UInt64)
        throws
    {
        let network = try #require(SupplyNetwork.random(seed, firms: 20))
        var options = SystemicRiskOptions()
        options.isReplaceable = false
        let result = try SystemicRisk.run(on: network, options).get()
        options.mode = .peer
        options.tolerance = .absolute(1e-5)
        // The published iteration, ended early, never tells more than the true loss.
        let least = try SystemicRisk.run(on: network, options).get()
        for (loss, less) in zip(result.losses, least.losses) {
            #expect(loss.index + loss.errorBound >= less.index - 1e-12)
            #expect(loss.index <= 1)
        }
    }

    @Test(arguments: [UInt64](31...45))
    func `a relative tolerance holds for each firm's own value`(seed: UInt64) throws {
        let network = try #require(SupplyNetwork.random(seed))
        var options = SystemicRiskOptions()
        options.tolerance = .relative(1e-3)
        let result = try SystemicRisk.run(on: network, options).get()
        expect(result.losses, within: { 1e-3 * $0 }, of: try truth(network, options))
    }

    @Test(arguments: [UInt64](46...60))
    func `joint and partial shocks are within their bound, whatever weighs`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var shocks: [SupplyNetwork.Shock] = []
        for scenario in 0..<12 {
            for _ in 0..<1 + random.next(below: 5) {
                shocks.append(
                    .init(
                        scenario: "s\(scenario)", firm: random.next(below: 40),
                        loss: Double(random.next(below: 11)) / 10))
            }
        }
        let network = try #require(SupplyNetwork.random(seed)?.shocked(by: shocks))
        for weight in [nil, "jobs"] {
            var options = SystemicRiskOptions()
            options.weight = weight
            let result = try SystemicRisk.run(on: network, options).get()
            expect(result.losses, within: { _ in 1e-6 }, of: try truth(network, options))
        }
    }

    @Test func `bounds close on open networks`() throws {
        var open = 0
        for seed in UInt64(1)...20 {
            let network = try #require(SupplyNetwork.random(seed, firms: 150))
            open += try SystemicRisk.run(on: network).get().losses.count { !$0.isCertified }
        }
        #expect(open == 0)
    }

    @Test(arguments: [UInt64](61...70))
    func `threads and shards change no bit`(seed: UInt64) throws {
        let network = try #require(SupplyNetwork.random(seed, firms: 90))
        for mode in SystemicRiskOptions.Mode.allCases {
            var options = SystemicRiskOptions()
            options.mode = mode
            let whole = try SystemicRisk.run(on: network, options).get()
            options.threads = 3
            #expect(try SystemicRisk.run(on: network, options).get() == whole)
            var joined: [SystemicRiskResult.Loss] = []
            for index in 1...4 {
                options.shard = .init(index: index, count: 4)
                joined += try SystemicRisk.run(on: network, options).get().losses
            }
            #expect(joined == whole.losses)
        }
    }

    @Test(arguments: [UInt64](71...90))
    func `a larger shock never hurts less`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let firms = (0..<4).map { _ in random.next(below: 40) }
        var shocks: [SupplyNetwork.Shock] = []
        for step in 0...5 {
            for firm in Set(firms) {
                shocks.append(.init(scenario: "\(step)", firm: firm, loss: Double(step) / 5))
            }
        }
        let network = try #require(SupplyNetwork.random(seed)?.shocked(by: shocks))
        var options = SystemicRiskOptions()
        options.tolerance = .absolute(1e-10)
        let losses = try SystemicRisk.run(on: network, options).get().losses
        for (less, more) in zip(losses, losses.dropFirst()) {
            #expect(more.index >= less.index - less.errorBound - more.errorBound - 1e-12)
            #expect(more.downstream >= less.downstream - less.errorBound - more.errorBound - 1e-12)
            #expect(more.upstream >= less.upstream - less.errorBound - more.errorBound - 1e-12)
        }
    }
}
