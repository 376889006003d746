import Kernels

/// Fitness of regions and complexity of industries.
///
/// `F = M Q`, `Q = 1 / (Mᵀ (1/F))`, both divided by their mean, repeated until nothing changes by more than the precision.
/// Tacchella and others 2012, Sci. Rep. 2:723. For some matrices fitness of weak regions sinks to zero without end; the
/// result then says that it did not settle.
public struct Fitness: Sendable, Hashable {
    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// Steps at most.
        public var steps: Int
        /// The largest relative change at which it counts as settled.
        public var precision: Double
        /// Ranges are searched where rounding leaves at most so many advantages undecided.
        public var mostUndecided: Int

        /// Options.
        public init(steps: Int = 1000, precision: Double = 1e-13, mostUndecided: Int = 4) {
            self.steps = steps
            self.precision = precision
            self.mostUndecided = mostUndecided
        }
    }

    /// Fitness of each region, mean 1; 0 for a region without any advantage.
    public let regions: [Measured]
    /// Complexity of each industry, mean 1; undefined where no region has an advantage.
    public let industries: [Measured]
    /// Steps that were made.
    public let steps: Int
    /// Whether it settled; where not, the numbers are those of the last step.
    public let isSettled: Bool
    /// What it compares with, and its zeros.
    public let conventions: Conventions

    /// Computes both.
    ///
    /// - Complexity: O(steps × advantages).
    public static func run(on advantage: Advantage, _ options: Options = Options()) -> Fitness {
        let point = iterate(advantage, options)
        guard !advantage.undecided.isEmpty else { return point }
        let variants = advantage.variants(limit: options.mostUndecided)?.dropFirst()
            .map { iterate($0, options) }
        return Fitness(
            regions: point.regions.indices.map { index in
                EconomicComplexity.widened(point.regions[index], variants?.map { $0.regions[index] })
            },
            industries: point.industries.indices.map { index in
                EconomicComplexity.widened(point.industries[index], variants?.map { $0.industries[index] })
            }, steps: point.steps, isSettled: point.isSettled, conventions: point.conventions)
    }

    private static func iterate(_ advantage: Advantage, _ options: Options) -> Fitness {
        let core = advantage.core
        let links = EconomicComplexity.Links(advantage, core.regions, core.industries)
        var fitness = [Double](repeating: 1, count: core.regions.count)
        var complexity = [Double](repeating: 1, count: core.industries.count)
        var steps = 0
        var isSettled = core.regions.isEmpty
        while steps < options.steps, !isSettled {
            let next = scaled(links.ofRegion.map { list in list.map { complexity[$0] }.compensatedSum })
            let other = scaled(
                links.ofIndustry.map { list in 1 / list.map { 1 / fitness[$0] }.compensatedSum })
            guard (next + other).allSatisfy(\.isFinite) else { break }
            let change =
                zip(next + other, fitness + complexity)
                .map { ($0 - $1).magnitude / max($0, .leastNormalMagnitude) }.max() ?? 0
            (fitness, complexity) = (next, other)
            steps += 1
            isSettled = change <= options.precision
        }
        var regions = advantage.matrix.map { _ in Measured(0) }
        var industries = advantage.ubiquity.map { _ in Measured.undefined(.nothingThere) }
        if core.regions.isEmpty { regions = regions.map { _ in .undefined(.nothingThere) } }
        for (place, region) in core.regions.enumerated() { regions[region] = Measured(fitness[place]) }
        for (place, industry) in core.industries.enumerated() {
            industries[industry] = Measured(complexity[place])
        }
        return Fitness(
            regions: regions, industries: industries, steps: steps, isSettled: isSettled,
            conventions: Conventions(advantage.benchmark, .trimmed))
    }

    private static func scaled(_ numbers: [Double]) -> [Double] {
        let mean = numbers.compensatedSum / Double(max(numbers.count, 1))
        return numbers.map { $0 / mean }
    }
}
