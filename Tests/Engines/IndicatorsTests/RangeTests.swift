import Indicators
import Kernels
import Testing

/// Every measure over intervals holds its own value and what it gives at points of the intervals.
@Suite struct `Ranges of measures` {
    /// Runs a measure over intervals and over points drawn from them.
    private func check(
        _ seed: Int, _ values: (inout Draws) -> [Double], _ part: Double = 0.05,
        _ measure: ([Bounded]) throws -> [Measured]
    ) throws {
        var draws = Draws(seed)
        let inputs = values(&draws).map { draws.bounded($0, part) }
        let wide = try measure(inputs)
        #expect(wide.contains { $0.value != nil })
        for _ in 0..<25 {
            let point = try measure(inputs.map { Bounded(draws.point($0.range)) })
            for (one, other) in zip(wide, point) { expect(one, holds: other) }
        }
        let exact = try measure(inputs.map { Bounded($0.value) })
        for (one, other) in zip(wide, exact) {
            expect([one.value], [other.value], within: 1e-12)
            #expect(other.bounded?.isExact ?? true)
        }
    }

    private func sizes(_ count: Int) -> (inout Draws) -> [Double] {
        { draws in (0..<count).map { _ in draws.number(1, 100) } }
    }

    private func rows(_ inputs: [Bounded], _ columns: Int) -> [[Bounded]] {
        stride(from: 0, to: inputs.count, by: columns).map { Array(inputs[$0..<($0 + columns)]) }
    }

    @Test(arguments: 1...15) func `concentration`(seed: Int) throws {
        try check(seed, sizes(5), 0.3) { inputs in
            let found = try Concentration.run(on: inputs, .init(largest: [1, 2, 4]))
            return [found.herfindahl, found.normalized, found.equivalentNumber, found.points, found.entropy]
                + found.ratios.map(\.share)
        }
    }

    @Test(arguments: 1...8) func `Krugman, similarity, Gini and angle`(seed: Int) throws {
        try check(seed, sizes(9)) { inputs in
            let table = try IndustryTable(bounded: rows(inputs, 3))
            let pair = try StructuralSimilarity.pairs(of: table)[0][1]
            let angle = try MooreAngle.run(
                from: Composition(table.region(0)), to: Composition(table.region(2)))
            return try Krugman.run(on: table).values
                + Krugman.run(on: table, .init(against: .otherRegions)).halves
                + LocationalGini.run(on: table).values + Shares.of(table.region(1))
                + [pair.cosine, pair.krugman, pair.fingerKreinin, angle.degrees]
        }
    }

    @Test(arguments: 1...8) func `gradient coefficients`(seed: Int) throws {
        try check(seed, sizes(18)) { inputs in
            let lists = rows(inputs, 3)
            let found = try GradientCoefficient.run(
                output: IndustryTable(bounded: Array(lists[..<3])),
                employment: IndustryTable(bounded: Array(lists[3...])))
            return Array(found.values.joined()) + Array(found.productivity.joined())
        }
    }

    @Test(arguments: 1...6) func `Ellison and Glaeser`(seed: Int) throws {
        try check(seed, sizes(8), 0.1) { inputs in
            let plants = inputs[..<5].enumerated().map {
                EllisonGlaeser.Plant(region: $0.offset % 3, size: $0.element)
            }
            let found = try EllisonGlaeser.run(on: plants, totals: Array(inputs[5...]))
            return [found.gamma, found.raw, found.plantHerfindahl, found.expected, found.z]
        }
    }

    @Test(arguments: 1...6) func `Theil and the mean log deviation`(seed: Int) throws {
        try check(seed, sizes(8)) { inputs in
            let found = try Theil.run(
                on: Array(inputs[..<4]), weights: Array(inputs[4...]), groups: [0, 0, 1, 1])
            return [found.t, found.meanLogDeviation].flatMap {
                [$0.total, $0.between, $0.within] + $0.groups + $0.groupWeights
            }
        }
    }

    @Test(arguments: 1...10) func `coupling coordination of scores near zero and near each other`(seed: Int)
        throws
    {
        try check(seed, { draws in (0..<3).map { _ in draws.whole(0..<4) == 0 ? 0 : draws.number(0, 0.9) } })
        {
            inputs in
            try CouplingCoordination.Form.allCases.flatMap { form in
                let found = try CouplingCoordination.run(on: inputs, weights: [0.5, 0.3, 0.2], form: form)
                return [found.coupling, found.development, found.coordination]
            }
        }
    }

    @Test(arguments: 1...4) func `entropy weights and scores`(seed: Int) throws {
        try check(seed, sizes(8), 0.02) { inputs in
            let found = try EntropyWeights.run(on: rows(inputs, 2), directions: [.benefit, .cost])
            return found.weights + found.entropies + found.scores
        }
    }

    @Test(arguments: 1...10) func `synergy of parameters that may rise or fall`(seed: Int) throws {
        try check(seed, { draws in (0..<8).map { _ in draws.number(10, 12) } }, 0.1) { inputs in
            let series = rows(inputs, 2).map { SystemSynergy.Parameter(values: $0, low: 5, high: 20) }
            return try [SystemSynergy.Mean.geometric, .linear].flatMap { mean in
                let found = try SystemSynergy.run(
                    on: [Array(series[..<2]), Array(series[2...])], mean: mean)
                return Array(found.orderDegrees.joined()) + found.synergy
            }
        }
    }

    @Test(arguments: 1...6) func `gravity links`(seed: Int) throws {
        try check(seed, sizes(9)) { inputs in
            let found = try GravityLinks.run(
                population: Array(inputs[..<3]), product: Array(inputs[3..<6]),
                distances: [
                    [0, inputs[6], inputs[7]], [inputs[6], 0, inputs[8]], [inputs[7], inputs[8], 0],
                ])
            return found.links.joined().compactMap { $0 } + found.directed.joined().compactMap { $0 }
                + found.totals
        }
    }

    @Test(arguments: 1...6) func `Moran's I`(seed: Int) throws {
        let ring = try SpatialWeights((0..<5).map { [.init(unit: ($0 + 1) % 5, weight: 1)] })
        try check(seed, sizes(5)) { inputs in
            let found = try Moran.run(on: inputs, weights: ring, .init(permutations: 0))
            return [found.index] + found.local.map(\.value)
        }
    }

    @Test(arguments: 1...6) func `utilization, overheating, content and smile curve`(seed: Int) throws {
        try check(seed, sizes(8)) { inputs in
            let used = try CapacityUtilization.run(
                on: rows(inputs, 2).map { .init(capacity: $0[0], output: $0[1]) })
            let heat = try Overheating.run(
                on: .init(
                    existing: inputs[0], underConstruction: inputs[1], approved: inputs[2], demand: inputs[3],
                    nationalPlanned: inputs[4], partsInvestment: inputs[5], vehicleInvestment: inputs[6]))
            let content = try RegionalContent.run(
                on: inputs.enumerated().map { .init(amount: $0.element, isRegional: $0.offset % 2 == 0) },
                basis: .value)
            let curve = try SmileCurve.run(
                on: rows(inputs, 2).map { .init(valueAdded: $0[0], turnover: $0[1]) })
            return used.plants + curve.shares + curve.rates
                + [
                    used.total, heat.index, heat.today, heat.pipeline, heat.shareOfNational,
                    heat.partsToVehicles, content.share, content.known, curve.shareCurvature,
                    curve.rateCurvature,
                ]
        }
    }
}
