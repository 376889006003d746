import Ecosystem
import Resilience
import Testing

/// What a firm can still do, seen through columns that weigh one firm alone: the index is then that firm's loss.
@Suite struct `Capacity levels` {
    private static let watched = [0, 7, 23, 38]

    /// A random network with a column for each watched firm.
    private func network(_ seed: UInt64, shocks: [SupplyNetwork.Shock] = []) throws -> SupplyNetwork {
        let plain = try #require(SupplyNetwork.random(seed))
        return try #require(
            SupplyNetwork(
                name: plain.name, firms: plain.firms, sectors: plain.sectors,
                sectorOfFirm: plain.sectorOfFirm,
                columns: plain.columns
                    + Self.watched.map { firm in
                        .init(name: "only \(firm)", values: plain.firms.indices.map { $0 == firm ? 1 : 0 })
                    }, suppliers: plain.suppliers, customers: plain.customers, values: plain.values,
                needs: plain.needs, shocks: shocks))
    }

    /// The published iteration that is ended later has done all that the one ended sooner had: between its rounds no level rises.
    @Test(arguments: [UInt64](1...5))
    func `never rise during an iteration and stay within 0 and 1`(seed: UInt64) throws {
        let network = try network(seed)
        var options = SystemicRiskOptions()
        options.mode = .peer
        options.finalDemand = .revenue
        for column in [nil] + Self.watched.map({ "only \($0)" }) {
            options.weight = column
            var sooner: [SystemicRiskResult.Loss] = []
            for tolerance in [0.9, 0.3, 0.1, 1e-2, 1e-3, 1e-6] {
                options.tolerance = .absolute(tolerance)
                let later = try SystemicRisk.run(on: network, options).get().losses
                for (before, after) in zip(sooner, later) {
                    #expect(after.iterations >= before.iterations)
                    #expect(after.index >= before.index)
                    #expect(after.downstream >= before.downstream)
                    #expect(after.upstream >= before.upstream)
                }
                let isWithin = later.allSatisfy { loss in
                    [loss.index, loss.downstream, loss.upstream, loss.own].allSatisfy { (0...1).contains($0) }
                }
                #expect(isWithin)
                sooner = later
            }
        }
    }

    /// The same of both forms of the index: a firm loses no less where more stops.
    @Test(arguments: [UInt64](6...9), [SystemicRiskOptions.Mode.peer, .open])
    func `fall no less where more stops`(seed: UInt64, mode: SystemicRiskOptions.Mode) throws {
        let shocks = (1...5).flatMap { step in
            [3, 11, 30].map { firm in
                SupplyNetwork.Shock(scenario: "\(step)", firm: firm, loss: Double(step) / 5)
            }
        }
        let network = try network(seed, shocks: shocks)
        var options = SystemicRiskOptions()
        options.mode = mode
        options.finalDemand = .revenue
        options.tolerance = .absolute(1e-11)
        for firm in Self.watched {
            options.weight = "only \(firm)"
            let losses = try SystemicRisk.run(on: network, options).get().losses
            for (less, more) in zip(losses, losses.dropFirst()) {
                let slack = 1e-9 + (mode == .open ? less.errorBound + more.errorBound : 0)
                #expect(more.index >= less.index - slack)
            }
        }
    }
}
