import Ecosystem
import Indicators
import Kernels
import Testing

/// Whatever is handed in: a number, a reason, or a problem with its place. Never NaN, never a crash.
@Suite struct `Hostile input` {
    private static let odd: [Double] = [
        0, 0, 0, 1, 2, 1e-300, .leastNonzeroMagnitude, 1e300, 1.7e308, -1, .nan, .infinity, -.infinity, -0.0,
        1e16, 0.1,
    ]

    private func check(_ measures: [Measured], _ place: SourceLocation = #_sourceLocation) {
        for measured in measures {
            if let bounded = measured.bounded {
                #expect(bounded.value.isFinite, sourceLocation: place)
                #expect(!bounded.low.isNaN && bounded.low <= bounded.value, sourceLocation: place)
                #expect(!bounded.high.isNaN && bounded.value <= bounded.high, sourceLocation: place)
            } else {
                #expect(measured.reason != nil, sourceLocation: place)
            }
        }
    }

    /// Odd numbers, sometimes with an odd interval around them.
    private func numbers(_ count: Int, _ draws: inout Draws, tame: Bool) -> [Bounded] {
        (0..<count).map { _ in
            var value = Self.odd[draws.whole(0..<Self.odd.count)]
            if tame { value = value.isFinite ? min(value.magnitude, 1e150) : 3 }
            guard draws.whole(0..<3) == 0, value.isFinite else { return Bounded(value) }
            return Bounded(value, in: Interval(holding: max(0, value / 2), max(value, value * 1.5)))
        }
    }

    @Test(arguments: 1...150) func `tables of odd numbers`(seed: Int) throws {
        var draws = Draws(seed)
        let (rows, columns) = (draws.whole(0..<5), draws.whole(0..<5))
        let cells = (0..<rows).map { _ in numbers(columns, &draws, tame: seed % 2 == 0) }
        do {
            let table = try IndustryTable(bounded: cells)
            let search = RangeSearch(boxes: 4)
            let quotients = try LocationQuotient.run(on: table)
            check(
                quotients.values.flatMap { $0 } + quotients.shares.flatMap { $0 } + quotients.benchmarkShares)
            check(try Krugman.run(on: table).values)
            check(try Krugman.run(on: table, .init(against: .otherRegions)).halves)
            check(LocationalGini.run(on: table, search: search).values)
            for pair in try StructuralSimilarity.pairs(of: table, search: search).joined() {
                check([pair.cosine, pair.krugman, pair.fingerKreinin])
            }
            let gradient = try GradientCoefficient.run(output: table, employment: table, capital: table)
            check(gradient.values.flatMap { $0 } + (gradient.improved ?? []).flatMap { $0 })
            let advantage = Advantage(quotients)
            let complexity = EconomicComplexity.run(on: advantage, .init(mostUndecided: 2))
            check(complexity.eci + complexity.pci + [complexity.secondEigenvalue, complexity.eigengap])
            let fitness = Fitness.run(on: advantage, .init(steps: 50, mostUndecided: 2))
            check(fitness.regions + fitness.industries)
            check(Relatedness.run(on: advantage).density.flatMap { $0 })
        } catch {
            #expect(!error.problems.isEmpty && !error.description.isEmpty)
        }
    }

    @Test(arguments: 1...150) func `lists of odd numbers`(seed: Int) throws {
        var draws = Draws(seed)
        let count = draws.whole(0..<6)
        let search = RangeSearch(boxes: 4)
        func list() -> [Bounded] { numbers(count, &draws, tame: seed % 2 == 0) }
        func attempt(_ body: () throws -> [Measured]) throws {
            do {
                check(try body())
            } catch let problems as InputProblems {
                #expect(!problems.problems.isEmpty && problems.problems.allSatisfy { !$0.label.zh.isEmpty })
            }
        }
        let lists = [list(), list(), list(), list()]
        try attempt {
            let found = try Concentration.run(on: lists[0], search: search)
            return [found.herfindahl, found.normalized, found.equivalentNumber, found.points, found.entropy]
                + found.ratios.map(\.share)
        }
        try attempt {
            let found = try Theil.run(
                on: lists[0], weights: lists[1], groups: lists[0].indices.map { $0 % 2 }, search: search)
            return [found.t, found.meanLogDeviation].flatMap {
                [$0.total, $0.between, $0.within] + $0.groups + $0.groupWeights
            }
        }
        try attempt {
            let found = try ShiftShare.run(
                on: .init(
                    start: lists[0], end: lists[1], benchmarkStart: lists[2], benchmarkEnd: lists[3]),
                search: search)
            return (found.industries + [found.sum]).flatMap {
                [$0.total, $0.national, $0.mix, $0.regional, $0.competitive, $0.allocation]
            }
        }
        try attempt { [try MooreAngle.run(from: Composition(lists[0]), to: Composition(lists[1])).degrees] }
        for form in CouplingCoordination.Form.allCases {
            try attempt {
                let found = try CouplingCoordination.run(on: lists[0], form: form, search: search)
                return [found.coupling, found.development, found.coordination]
            }
        }
        try attempt {
            let found = try EntropyWeights.run(
                on: lists[0].indices.map { [lists[0][$0], lists[1][$0]] }, directions: [.benefit, .cost],
                search: search)
            return found.weights + found.entropies + found.scores
        }
        try attempt {
            let found = try SystemSynergy.run(on: [[.init(values: lists[0], low: 0, high: 1e16)]])
            return found.orderDegrees.flatMap { $0 } + found.synergy
        }
        try attempt {
            let found = try GravityLinks.run(
                population: lists[0], product: lists[1], distances: lists[0].indices.map { _ in lists[2] })
            return found.links.joined().compactMap { $0 } + found.directed.joined().compactMap { $0 }
                + found.totals
        }
        try attempt {
            let ring = try SpatialWeights(
                lists[0].indices.map { count > 1 ? [.init(unit: ($0 + 1) % count, weight: 1)] : [] })
            let found = try Moran.run(
                on: lists[0], weights: ring, .init(permutations: 9), search: search)
            return [
                found.index, found.expected, found.normalVariance, found.randomVariance, found.normalZ,
                found.randomZ,
            ] + found.local.map(\.value)
        }
        try attempt {
            let plants = lists[0].enumerated().map {
                EllisonGlaeser.Plant(region: $0.offset % 3, size: $0.element)
            }
            let found = try EllisonGlaeser.run(on: plants, totals: lists[1], search: search)
            return [found.gamma, found.raw, found.plantHerfindahl, found.expected, found.z]
        }
        try attempt {
            let found = try CapacityUtilization.run(
                on: zip(lists[0], lists[1]).map { .init(capacity: $0, output: $1) })
            return found.plants + [found.total]
        }
        try attempt {
            let found = try SmileCurve.run(
                on: zip(lists[0], lists[1]).map { .init(valueAdded: $0, turnover: $1) }, search: search)
            return found.shares + found.rates + [found.shareCurvature, found.rateCurvature]
        }
        try attempt {
            let found = try RegionalContent.run(
                on: lists[0].enumerated().map {
                    .init(amount: $0.element, isRegional: [true, false, nil][$0.offset % 3])
                }, basis: .value)
            return [found.share, found.known]
        }
    }
}
