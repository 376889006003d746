import Ecosystem
import Kernels
import Resilience
import Testing

@Suite struct `A disruption from day to day` {
    /// ore → steel → cars → final demand, each 365 a year, that is 1 a day; every input essential.
    private func chain(
        steelmakers: Int = 1, ways: SupplyNetwork.Ways? = nil, needs: SupplyNetwork.Need = .essential
    ) throws -> SupplyNetwork {
        let count = Int32(steelmakers)
        let cars = count + 1
        let each = 365 / Double(steelmakers)
        let makers = Array(1...count)
        return try #require(
            SupplyNetwork(
                name: "chain", firms: ["ore"] + makers.map { "steel\($0)" } + ["cars"],
                sectors: ["ore", "steel", "cars"], sectorOfFirm: [0] + makers.map { _ in 1 } + [2],
                columns: [
                    .init(name: "revenue", values: [365] + makers.map { _ in each } + [365]),
                    .init(name: "jobs", values: [10] + makers.map { _ in 20 } + [30]),
                ],
                suppliers: makers.map { _ in 0 } + makers, customers: makers + makers.map { _ in cars },
                values: makers.map { _ in each } + makers.map { _ in each },
                needs: [SupplyNetwork.Need](repeating: needs, count: 9), ways: ways))
    }

    private func run(
        _ network: SupplyNetwork, _ shocks: [DisruptionShock],
        _ change: (inout DisruptionOptions) -> Void = { _ in }
    ) throws -> DisruptionResult {
        var options = DisruptionOptions()
        options.keepsDays = true
        change(&options)
        return try Disruption.run(on: network, shocks: shocks, options).get()
    }

    @Test func `without a shock nothing moves`() throws {
        let network = try #require(SupplyNetwork.random(7))
        let result = try run(network, [])
        #expect(result.loss.magnitude <= 1e-9 * result.before)
        #expect(result.firmsHit.allSatisfy { $0 == 0 })
        #expect(result.firms.allSatisfy { $0.hitDay == -1 && $0.cause == .none })
    }

    /// Reckoned by hand: steel stops on day 2; cars use 1 a day of 10 in stock, 9 of it left for day 3 … nothing on day 12.
    @Test func `a customer stops on the day on which its stock is used up`() throws {
        let shock = DisruptionShock(name: "steel", firms: [1], start: 2, days: 30)
        let result = try run(chain(), [shock]) {
            $0.stockDays = 10
            $0.horizon = 60
        }
        let cars = (0..<60).map { result.dailyOutput[$0 * 3 + 2] }
        #expect(cars[11] > 1 - 1e-12)
        #expect(cars[12] < 1e-12)
        #expect(result.firms[2].hitDay == 12)
        #expect(result.firms[2].cause == .input)
        #expect(result.firms[2].through == 1)
        #expect(result.firms[2].input == 1)
        #expect(result.firms[1].cause == .shock)
        #expect(result.firms[1].hitDay == 2)
        // Steel buys no more ore than it uses: the mine is hit through its customer.
        #expect(result.firms[0].cause == .orders)
        #expect(result.firms[0].through == 1)
        #expect(result.shortages[1].firstDay == 12)
        #expect(result.shortages[1].users == 1)
        #expect(cars[59] > 0.99)
    }

    @Test func `an input that can be done without takes its share only`() throws {
        let shock = DisruptionShock(name: "ore", firms: [0], start: 0, days: 100)
        let network = try #require(
            SupplyNetwork(
                name: "two inputs", firms: ["ore", "paint", "cars"], sectors: ["ore", "paint", "cars"],
                sectorOfFirm: [0, 1, 2], columns: [.init(name: "revenue", values: [300, 65, 365])],
                suppliers: [0, 1], customers: [2, 2], values: [292, 73],
                needs: [SupplyNetwork.Need](repeating: .replaceable, count: 9)))
        let result = try run(network, [shock]) { $0.horizon = 90 }
        // Ore is four fifths of all inputs.
        #expect(abs(result.dailyOutput[89 * 3 + 2] - 0.2) < 1e-9)
    }

    @Test func `orders move to a second supplier that has capacity to spare`() throws {
        let shock = DisruptionShock(name: "steel1", firms: [1], start: 0, days: 60)
        func loss(_ moves: Bool, _ spare: Double) throws -> Double {
            try run(chain(steelmakers: 2), [shock]) {
                $0.movesOrders = moves
                $0.spare = spare
                $0.horizon = 90
            }.firms[3].loss
        }
        let stays = try loss(false, 0)
        let moves = try loss(true, 1)
        let full = try loss(true, 0)
        #expect(moves < 1e-9)
        #expect(stays > 10)
        #expect(full > 10)
    }

    @Test func `a firm without a second supplier finds one after the search`() throws {
        // Two lines side by side; the second steelmaker could make twice as much.
        let network = try #require(
            SupplyNetwork(
                name: "lines", firms: ["steel1", "steel2", "cars1", "cars2"], sectors: ["steel", "cars"],
                sectorOfFirm: [0, 0, 1, 1],
                columns: [.init(name: "revenue", values: [365, 365, 365, 365])], suppliers: [0, 1],
                customers: [2, 3], values: [365, 365],
                needs: [SupplyNetwork.Need](repeating: .essential, count: 4)))
        let shock = DisruptionShock(name: "steel1", firms: [0], start: 0, days: 200)
        func result(_ search: Int?) throws -> DisruptionResult {
            try run(network, [shock]) {
                $0.searchDays = search
                $0.spare = 1
                $0.stockDays = 10
                $0.horizon = 100
            }
        }
        let never = try result(nil)
        let soon = try result(5)
        let late = try result(30)
        #expect(never.dailyOutput[99 * 4 + 2] < 1e-9)
        #expect(soon.dailyOutput[99 * 4 + 2] > 0.99)
        #expect(late.dailyOutput[99 * 4 + 2] > 0.99)
        #expect(soon.firms[2].loss < late.firms[2].loss)
        #expect(late.firms[2].loss < never.firms[2].loss)
        #expect(soon.firms[3].loss.magnitude < 1e-9)
        #expect(soon.deliveryResidual < 1e-12)
    }

    @Test func `a closed way stops what takes it and nothing else`() throws {
        let ways = SupplyNetwork.Ways(names: ["port"], wayOfLink: [-1, -1, 0, -1])
        let shock = DisruptionShock(name: "port", ways: [0], start: 0, days: 40)
        let network = try chain(steelmakers: 2, ways: ways)
        let stays = try run(network, [shock]) {
            $0.movesOrders = false
            $0.horizon = 60
        }
        #expect(stays.firms[3].worst > 0.49)
        #expect(stays.firms[3].through == 1)
        #expect(stays.firms[3].way == 0)
        #expect(stays.firms[1].cause == .orders)
        #expect(stays.firms[1].way == 0)
        let moves = try run(network, [shock]) {
            $0.spare = 1
            $0.horizon = 60
        }
        #expect(moves.firms[3].loss < 1e-9)
        #expect(stays.deliveryResidual < 1e-12)
        #expect(moves.deliveryResidual < 1e-12)
    }

    /// By hand: orders 1, 1 and final demand 2 before; the second customer asks for 0.1 only; 1.6 is made. Filled to 0.5 all others.
    @Test func `small orders come first`() throws {
        let network = try #require(
            SupplyNetwork(
                name: "ration", firms: ["mill", "big", "small"], sectors: ["mill", "users"],
                sectorOfFirm: [0, 1, 1], columns: [.init(name: "revenue", values: [1_460, 365, 365])],
                suppliers: [0, 0], customers: [1, 2], values: [365, 365],
                needs: [SupplyNetwork.Need](repeating: .essential, count: 4)))
        let shocks = [
            DisruptionShock(name: "mill", firms: [0], start: 1, days: 1, depth: 0.6),
            DisruptionShock(name: "small", firms: [2], start: 0, days: 1, depth: 0.9),
        ]
        let fair = try run(network, shocks) { $0.horizon = 3 }
        let first = try run(network, shocks) {
            $0.horizon = 3
            $0.rationing = .smallOrdersFirst
        }
        #expect(abs(fair.dailyService[3] - 1.6 / 3.1) < 1e-12)
        #expect(abs(first.dailyService[3] - 0.5) < 1e-12)
        #expect(first.deliveryResidual < 1e-12)
    }

    @Test(arguments: [UInt64](1...10))
    func `goods are conserved and nothing leaves its bounds, whatever the rules`(seed: UInt64) throws {
        let plain = try #require(SupplyNetwork.random(seed, firms: 60))
        var random = SeededGenerator(seed: seed)
        let network = try #require(
            SupplyNetwork(
                name: plain.name, firms: plain.firms, sectors: plain.sectors,
                sectorOfFirm: plain.sectorOfFirm, columns: plain.columns, suppliers: plain.suppliers,
                customers: plain.customers, values: plain.values, needs: plain.needs,
                ways: .init(
                    names: ["port", "road"],
                    wayOfLink: plain.values.map { _ in Int32(random.next(below: 4)) - 2 }.map { max(-1, $0) })
            ))
        let shocks = [
            DisruptionShock(name: "a", firms: [3, 4, 5], start: 2, days: 20, depth: 0.7, recovery: 10),
            DisruptionShock(name: "b", firms: [5, 8], start: 10, days: 5, recovery: 20, curve: .concave),
            DisruptionShock(
                name: "c", ways: [0], start: 4, days: 12, depth: 0.8, recovery: 6, curve: .convex),
        ]
        for rationing in DisruptionOptions.Rationing.allCases {
            for moves in [true, false] {
                for search in [nil, 3] as [Int?] {
                    let result = try run(network, shocks) {
                        $0.rationing = rationing
                        $0.movesOrders = moves
                        $0.searchDays = search
                        $0.spare = 0.1
                        $0.overproduction = 1.2
                        $0.overproductionDays = 30
                        $0.horizon = 120
                    }
                    #expect(result.deliveryResidual < 1e-11)
                    #expect(result.stockResidual < 1e-11)
                    #expect(result.firms.allSatisfy { (0...1).contains($0.worst) })
                    #expect(result.dailyService.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
                    #expect(result.dailyOutput.allSatisfy { $0 >= 0 && $0.isFinite })
                    #expect(result.unmet.allSatisfy { $0 >= -1e-9 && $0 <= result.demand * (1 + 1e-9) })
                }
            }
        }
    }

    @Test(arguments: [UInt64](1...8))
    func `a deeper and a longer shock never hurts less`(seed: UInt64) throws {
        let network = try #require(SupplyNetwork.random(seed, firms: 50))
        func loss(_ depth: Double, _ days: Double) throws -> Double {
            let shock = DisruptionShock(name: "", firms: [1, 2, 3, 7], start: 1, days: days, depth: depth)
            return try run(network, [shock]) {
                $0.movesOrders = false
                $0.horizon = 90
            }.loss
        }
        var before = 0.0
        for depth in [0, 0.2, 0.4, 0.6, 0.8, 1] {
            let now = try loss(depth, 30)
            #expect(now >= before - 1e-9)
            before = now
        }
        before = 0
        for days in [0.0, 5, 10, 20, 40, 80] {
            let now = try loss(1, days)
            #expect(now >= before - 1e-9)
            before = now
        }
    }

    private func largestGap(_ left: [Double], _ right: [Double]) -> Double {
        guard left.count == right.count else { return .infinity }
        var largest = 0.0
        for place in left.indices { largest = max(largest, abs(left[place] - right[place])) }
        return largest
    }

    /// Random networks with ways, firms that stand for what is outside, and links side by side, against the plain equations.
    @Test(arguments: [UInt64](1...4))
    func `every rule alone, every two and all together say what the equations say`(seed: UInt64) throws {
        let network = try #require(
            SupplyNetwork.randomWithWays(seed, firms: 18 + Int(seed) * 3, sources: seed % 2 == 0))
        let shocks = [
            DisruptionShock(name: "a", firms: [1, 2, 9], start: 2, days: 14, depth: 0.8, recovery: 9),
            DisruptionShock(name: "b", firms: [5], start: 6, days: 5, recovery: 12, curve: .concave),
            DisruptionShock(
                name: "c", ways: [0, 1], start: 3, days: 10, depth: 0.7, recovery: 4, curve: .convex),
        ]
        let changes: [(name: String, set: @Sendable (inout DisruptionOptions) -> Void)] = [
            ("search", { $0.searchDays = 3 }), ("small first", { $0.rationing = .smallOrdersFirst }),
            ("days by sector", { $0.stockDaysOfSector = [0: 4, 2: 21] }),
            ("overtime", { $0.overproduction = 1.2 }), ("spare", { $0.spare = 0.1 }),
            ("reserve", { $0.reserve = .part(0.8) }),
        ]
        var asks = [[], changes] + changes.map { [$0] }
        for first in changes.indices {
            for second in changes.indices where second > first {
                asks.append([changes[first], changes[second]])
            }
        }
        for isClosed in [false, true] {
            for moves in [false, true] {
                for asked in asks {
                    var options = DisruptionOptions()
                    options.keepsDays = true
                    options.horizon = 30
                    options.stockDays = 6
                    options.overproductionDays = 20
                    options.movesOrders = moves
                    for change in asked { change.set(&options) }
                    let given = isClosed ? shocks : Array(shocks.prefix(2))
                    let found = try Disruption.run(on: network, shocks: given, options).get()
                    let plain = PlainDisruption(network, given, options)
                    let most = found.firms.map(\.output).max() ?? 0
                    let output = largestGap(found.dailyOutput, plain.output)
                    let names = asked.map(\.name).joined(separator: ", ") + (isClosed ? ", closed" : "")
                    #expect(output <= 1e-12 * most, "\(names), moves: \(moves)")
                    #expect(
                        largestGap(found.dailyService, plain.service) <= 1e-9, "\(names), moves: \(moves)")
                    #expect(max(found.deliveryResidual, found.stockResidual) < 1e-12)
                }
            }
        }
    }

    /// Customers who order less are found one by one where few are asked for, in one pass over all links where many are; days of stock
    /// that everybody has anyway change nothing.
    @Test(arguments: [UInt64](1...8))
    func `who orders less is the same however it is looked for`(seed: UInt64) throws {
        let network = try #require(SupplyNetwork.random(seed, firms: 70))
        let ways = SupplyNetwork.Ways(names: ["road"], wayOfLink: network.values.map { _ in -1 })
        let same = try #require(network.taking(ways))
        let shocks = [
            DisruptionShock(name: "", firms: [1, 2, 9], start: 2, days: 20, depth: 0.8, recovery: 15)
        ]
        let closed = DisruptionShock(name: "road", ways: [0], start: 0, days: 40)
        func change(_ options: inout DisruptionOptions) {
            options.horizon = 60
            options.hitThreshold = 0.3
        }
        let atOnce = try run(network, shocks, change(_:)).firms
        let oneByOne = try run(same, shocks + [closed], change(_:)).firms
        let isSame = zip(atOnce, oneByOne).allSatisfy { left, right in
            left.cause == right.cause && left.hitDay == right.hitDay
                && (left.cause != .orders || left.through == right.through)
        }
        #expect(isSame)
    }

    @Test func `the same question has the same answer`() throws {
        let network = try #require(SupplyNetwork.random(11, firms: 80))
        let shock = DisruptionShock(name: "", firms: [1, 2], start: 3, days: 14, depth: 0.9, recovery: 7)
        let same = try run(network, [shock]) == run(network, [shock])
        #expect(same)
    }

    @Test func `odd shocks are said and do no harm`() throws {
        let network = try #require(SupplyNetwork.random(5))
        let last = Int32(network.firms.count - 1)
        let result = try run(
            network,
            [
                DisruptionShock(name: "nothing", days: 10),
                DisruptionShock(name: "alone", firms: [last], start: 0, days: 10),
                DisruptionShock(name: "huge", firms: [0], start: 0, days: 10, depth: 7),
                DisruptionShock(name: "later", firms: [0], start: 9_999, days: 10),
            ])
        #expect(result.findings.contains(.touchesNothing(shock: "nothing")))
        #expect(result.findings.contains(.isolated(shock: "alone", firms: ["f\(last)"])))
        #expect(result.findings.contains(.cut(shock: "huge", depth: 7)))
        #expect(result.findings.contains(.afterTheEnd(shock: "later")))
        #expect(result.output.allSatisfy { $0.isFinite })
        let wrong = Disruption.run(on: network, shocks: [DisruptionShock(name: "no", firms: [999], days: 1)])
        #expect(wrong == .failure(.noPlace(shock: "no")))
    }

    @Test func `restocking at once blows orders up, and that is said`() throws {
        let network = try #require(SupplyNetwork.random(3, firms: 60))
        let shock = DisruptionShock(name: "", firms: [0, 1, 2, 3, 4], start: 0, days: 20)
        func peak(_ days: Double) throws -> Double? {
            try run(network, [shock]) {
                $0.restockDays = days
                $0.spare = 0.5
            }.findings.compactMap { if case .swings(let peak) = $0 { peak } else { nil } }.first
        }
        let atOnce = try #require(try peak(1))
        #expect(atOnce > 1.5)
        #expect(try peak(30) == nil)
    }
}
