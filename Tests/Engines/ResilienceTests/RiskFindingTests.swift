import Ecosystem
import Resilience
import Testing

@Suite struct `What a network cannot say about systemic risk` {
    /// Steel → car, chips → car; an isolated firm; a sector without firm.
    private func network(
        revenue: [Double?]? = [10, 10, 30, 5], needs: [SupplyNetwork.Need]? = nil,
        shocks: [SupplyNetwork.Shock] = []
    ) throws -> SupplyNetwork {
        try #require(
            SupplyNetwork(
                firms: ["steel", "chips", "car", "alone"], sectors: ["a", "b", "c", "none"],
                sectorOfFirm: [0, 1, 2, 2],
                columns: revenue.map { [.init(name: "revenue", values: $0)] } ?? [], suppliers: [0, 1],
                customers: [2, 2], values: [8, 4], needs: needs, shocks: shocks))
    }

    private func run(_ network: SupplyNetwork, _ change: (inout SystemicRiskOptions) -> Void = { _ in })
        -> Result<SystemicRiskResult, SystemicRiskProblem>
    {
        var options = SystemicRiskOptions()
        change(&options)
        return SystemicRisk.run(on: network, options)
    }

    @Test func `an isolated firm loses itself and harms nobody`() throws {
        let result = try run(network()).get()
        let alone = result.losses[3]
        #expect(alone.index == 5.0 / 55)
        #expect(alone.downstream == alone.own)
        #expect(result.findings.contains(.isolated(firms: ["alone"])))
        #expect(result.findings.contains(.noSupplier(count: 2)))
        #expect(result.findings.contains(.noCustomer(count: 1)))
        #expect(result.findings.contains(.emptySectors(["none"])))
        #expect(result.findings.contains(.noNeeds))
    }

    @Test func `three firms lose what a hand computes`() throws {
        // Not essential: steel is 8 of 12 bought by the car maker; upstream the car maker is 8/10 of steel's revenue.
        let result = try run(network()).get()
        #expect(abs(result.losses[0].index - (10 + 30 * 8.0 / 12) / 55) < 1e-12)
        #expect(abs(result.losses[2].index - (30 + 8 + 4) / 55.0) < 1e-12)
        #expect(abs(result.losses[2].downstream - 30 / 55.0) < 1e-12)
        // Essential for cars: all of the car maker stands still.
        var needs = [SupplyNetwork.Need](repeating: .irrelevant, count: 16)
        needs[2] = .essential
        let essential = try run(network(needs: needs)).get()
        #expect(abs(essential.losses[0].index - 40 / 55.0) < 1e-12)
        #expect(abs(essential.losses[1].index - 10 / 55.0) < 1e-12)
    }

    @Test func `a shock that touches nothing says so, an oversized one is cut`() throws {
        let result = try run(
            network(shocks: [
                .init(scenario: "none", firm: 0, loss: 0), .init(scenario: "island", firm: 3, loss: 1),
                .init(scenario: "too much", firm: 0, loss: 7), .init(scenario: "twice", firm: 1, loss: 0.2),
                .init(scenario: "twice", firm: 1, loss: 0.4),
            ])
        ).get()
        #expect(result.losses.map(\.scenario) == ["none", "island", "too much", "twice"])
        #expect(result.losses[0].index == 0)
        #expect(result.findings.contains(.touchesNothing(scenario: "none")))
        #expect(result.findings.contains(.touchesNothing(scenario: "island")))
        #expect(!result.findings.contains(.touchesNothing(scenario: "twice")))
        #expect(result.findings.contains(.cut(scenario: "too much", firm: "steel", loss: 7)))
        #expect(result.findings.contains(.repeated(scenario: "twice", firm: "chips")))
        #expect(abs(result.losses[3].own - 0.4 * 10 / 55) < 1e-12)
    }

    @Test func `missing and too small revenue is told`() throws {
        let result = try run(network(revenue: [nil, 2, 30, 5])).get()
        #expect(result.findings.contains(.noRevenue(firms: ["steel"])))
        #expect(result.findings.contains(.revenueBelowSales(firms: ["chips"])))
    }

    @Test func `what cannot be asked is refused with the reason`() throws {
        #expect(run(try network()) { $0.finalDemand = .none } == .failure(.openNeedsFinalDemand))
        #expect(run(try network(revenue: nil)) == .failure(.noColumn("revenue")))
        #expect(run(try network()) { $0.weight = "jobs" } == .failure(.noColumn("jobs")))
        #expect(run(try network()) { $0.tolerance = .absolute(0) } == .failure(.badTolerance(0)))
        #expect(
            run(try network()) {
                $0.mode = .peer
                $0.tolerance = .relative(0.1)
            } == .failure(.relativeInPeerMode))
        #expect(
            run(try network(revenue: [1, -2, 30, 5]))
                == .failure(.negative(column: "revenue", firm: "chips", value: -2)))
        let empty = try #require(
            SupplyNetwork(
                firms: [], sectors: [], sectorOfFirm: [], suppliers: [], customers: [], values: []))
        #expect(run(empty) == .failure(.noFirms))
        #expect(run(try network()) { $0.progress = .init { _, _ in false } } == .failure(.cancelled))
    }

    @Test func `a closed loop has no proven bound and ends all the same`() throws {
        let ring = try #require(
            SupplyNetwork(
                firms: ["a", "b", "c"], sectors: ["x"], sectorOfFirm: [0, 0, 0],
                columns: [.init(name: "revenue", values: [2, 2, 1])], suppliers: [0, 0, 1, 2],
                customers: [1, 2, 0, 0], values: [1, 1, 2, 1], needs: [.replaceable]))
        let result = try run(ring).get()
        #expect(result.findings.contains(.noLeak))
        for loss in result.losses {
            #expect(loss.errorBound >= 1 - loss.index - 1e-9)
            #expect(loss.index > 0.99)
        }
    }
}
