import Ecosystem
import Resilience
import Testing

@Suite struct `Systemic risk in peer mode` {
    static let isReferenceThere = FixtureNetwork.reference != nil

    private func check(_ output: FixtureNetwork.Output) throws {
        let network = try FixtureNetwork.network(output.folder, needs: output.needs)
        var options = SystemicRiskOptions()
        options.mode = .peer
        options.finalDemand = .none
        options.tolerance = .absolute(output.stop)
        options.isReplaceable = output.isReplaceable
        let result = try SystemicRisk.run(on: network, options).get()
        let folder = try #require(FixtureNetwork.folder(output.folder))
        let wanted = try FixtureNetwork.rows(folder + "/" + output.file)
        #expect(wanted.count == result.losses.count)
        for (row, loss) in zip(wanted, result.losses) {
            #expect(row[0] == loss.scenario)
            #expect(abs((Double(row[1]) ?? .nan) - loss.index) <= 1e-12)
            #expect(abs((Double(row[2]) ?? .nan) - loss.downstream) <= 1e-12)
            #expect(abs((Double(row[3]) ?? .nan) - loss.upstream) <= 1e-12)
            #expect(Int(row[4]) == loss.iterations)
            #expect(loss.isCertified)
        }
    }

    @Test(arguments: FixtureNetwork.outputs("esri_toy7"))
    func `seven firms lose what the peer says in as many rounds`(output: FixtureNetwork.Output) throws {
        try check(output)
    }

    @Test(
        .enabled(if: isReferenceThere, "the reference material (JINGWEI_REFERENCE) is not there"),
        arguments: FixtureNetwork.outputs("esri_example_data")
            + FixtureNetwork.outputs("esri_tutorial_sf101"))
    func `the authors' networks lose what the peer says in as many rounds`(output: FixtureNetwork.Output)
        throws
    {
        try check(output)
    }

    @Test func `joint and partial shocks with revenue lose what the peer says`() throws {
        var network = try FixtureNetwork.network("esri_toy7", withRevenue: true)
        let folder = try #require(FixtureNetwork.folder("esri_toy7"))
        let parts = try FixtureNetwork.rows(folder + "/revenue_psi_loss.csv")
        var shocks: [SupplyNetwork.Shock] = []
        for scenario in 0..<9 {
            for (firm, row) in parts.enumerated() {
                let loss = Double(row[scenario]) ?? .nan
                if loss > 0 { shocks.append(.init(scenario: "\(scenario + 1)", firm: firm, loss: loss)) }
            }
        }
        network = try #require(network.shocked(by: shocks))
        var options = SystemicRiskOptions()
        options.mode = .peer
        options.tolerance = .absolute(1e-9)
        let result = try SystemicRisk.run(on: network, options).get()
        let wanted = try FixtureNetwork.rows(folder + "/revenue_peer_eps1e-9.csv")
        #expect(result.losses.count == 9)
        #expect(result.weight == "revenue")
        for (row, loss) in zip(wanted, result.losses) {
            #expect(row[0] == loss.scenario)
            #expect(abs((Double(row[1]) ?? .nan) - loss.index) <= 1e-12)
            #expect(abs((Double(row[2]) ?? .nan) - loss.downstream) <= 1e-12)
            #expect(abs((Double(row[3]) ?? .nan) - loss.upstream) <= 1e-12)
            #expect(Int(row[4]) == loss.iterations)
        }
    }

    @Test(arguments: [UInt64](1...12), [1e-2, 1e-3])
    func `followed only where it matters, it has the same rounds and is within its bound`(
        seed: UInt64, stop: Double
    ) throws {
        let network = try #require(SupplyNetwork.random(seed, firms: 120))
        for demand in SystemicRiskOptions.FinalDemand.allCases {
            var options = SystemicRiskOptions()
            options.mode = .peer
            options.finalDemand = demand
            options.tolerance = .absolute(stop)
            options.peerError = 0
            let full = try SystemicRisk.run(on: network, options).get()
            for error in [1e-6, 1e-4] {
                options.peerError = error
                let pruned = try SystemicRisk.run(on: network, options).get()
                for (found, true_) in zip(pruned.losses, full.losses) {
                    #expect(found.iterations == true_.iterations)
                    #expect(found.errorBound <= error)
                    #expect(abs(found.index - true_.index) <= found.errorBound + 1e-12)
                    #expect(abs(found.downstream - true_.downstream) <= found.errorBound + 1e-12)
                    #expect(abs(found.upstream - true_.upstream) <= found.errorBound + 1e-12)
                }
            }
        }
    }

    /// `../shared/reference/resilience.md` §6 A: the hand check.
    @Test(.enabled(if: isReferenceThere, "the reference material (JINGWEI_REFERENCE) is not there"))
    func `the hand check of eleven firms holds`() throws {
        let network = try FixtureNetwork.network("esri_example_data", needs: "lin")
        var options = SystemicRiskOptions()
        options.mode = .peer
        options.finalDemand = .none
        options.isReplaceable = false
        let result = try SystemicRisk.run(on: network, options).get()
        #expect(abs(result.losses[3].upstream - 0.35) < 1e-15)
        #expect(result.losses[3].iterations == 4)
    }
}
