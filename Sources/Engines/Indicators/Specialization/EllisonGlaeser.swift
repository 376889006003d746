public import Kernels

/// Ellison and Glaeser's index: whether an industry is more concentrated in space than its plants' sizes alone make it.
///
/// `G = Σ (s_r − x_r)²`, `γ = [G / (1 − Σ x_r²) − H] / (1 − H)`, with `s_r` the industry's share in region r, `x_r` that of
/// all activity (the industry included), `H` the Herfindahl index of its plants. 0 is chance, above 0.05 concentrated,
/// below 0 dispersed. Ellison, Glaeser 1997, J. Polit. Econ. 105:889.
public struct EllisonGlaeser: Sendable, Hashable {
    /// A plant: in which region, how large.
    public struct Plant: Sendable, Hashable {
        /// The number of its region.
        public var region: Int
        /// Its size: jobs or output.
        public var size: Bounded

        /// A plant.
        public init(region: Int, size: Bounded) {
            self.region = region
            self.size = size
        }
    }

    /// γ; above 1 only where the industry crowds into a region that has little of all activity.
    public let gamma: Measured
    /// G, the raw concentration.
    public let raw: Measured
    /// H of the plants.
    public let plantHerfindahl: Measured
    /// What G would be by chance: `(1 − Σ x²) H`.
    public let expected: Measured
    /// `(G − E) / √Var(G)` with the variance of chance (Ellison, Glaeser 1997, p. 907).
    public let z: Measured
    /// Plants with a size above zero.
    public let plants: Int
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.allPlants, .zeroCounts)

    /// Computes the index of one industry.
    ///
    /// - Parameters:
    ///   - plants: the industry's plants.
    ///   - totals: all activity by region, the industry's own included.
    /// - Throws: sizes or totals that are negative or not finite, plants in regions that do not exist.
    /// - Complexity: O(plants + regions) for exact numbers.
    public static func run(on plants: [Plant], totals: [Bounded], search: RangeSearch = RangeSearch())
        throws(InputProblems) -> EllisonGlaeser
    {
        var check = InputCheck()
        check.within(ListName.plants, plants.map(\.size), 0)
        check.within(ListName.regions, totals, 0)
        for (position, plant) in plants.enumerated() where !totals.indices.contains(plant.region) {
            check.add(
                .outside(
                    list: ListName.regions, position: position, value: Double(plant.region), low: 0,
                    high: Double(totals.count - 1)))
        }
        try check.finish()
        let count = plants.filter { $0.size.value > 0 }.count
        func undefined(_ reason: Undefined, _ gamma: Undefined? = nil) -> EllisonGlaeser {
            let none = Measured.undefined(reason)
            return EllisonGlaeser(
                gamma: .undefined(gamma ?? reason), raw: none, plantHerfindahl: none, expected: none, z: none,
                plants: count)
        }
        if count == 0 { return undefined(.nothingThere) }
        if totals.sum.value <= 0 { return undefined(.emptyBenchmark) }
        let inputs = plants.map(\.size) + totals
        func measured(_ kind: Parts.Kind, _ natural: Interval) -> Measured {
            let formula = Parts(kind: kind, regions: plants.map(\.region), regionCount: totals.count)
            return .checked(formula.result(of: inputs, within: natural, search: search), else: .tooLarge)
        }
        let isOneRegion = totals.filter { $0.value > 0 }.count < 2
        let reason: Undefined? = isOneRegion ? .oneRegionHasAll : count == 1 ? .onePlant : nil
        return EllisonGlaeser(
            gamma: reason.map { .undefined($0) }
                ?? measured(.gamma, .everything),
            raw: measured(.raw, Interval(holding: 0, 2)), plantHerfindahl: measured(.plants, .unit),
            expected: measured(.expected, .unit),
            z: reason.map { .undefined($0) } ?? measured(.z, .everything), plants: count)
    }

    private struct Parts: Formula {
        enum Kind { case gamma, raw, plants, expected, z }
        let kind: Kind
        let regions: [Int]
        let regionCount: Int

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let sizes = Number.parts(Array(inputs[..<regions.count]))
            let x = Number.parts(Array(inputs[regions.count...]))
            var s = [Number](repeating: Number(0), count: regionCount)
            for (plant, region) in regions.enumerated() { s[region] = s[region] + sizes[plant] }
            let one = Number(1)
            let h = Number.dot(sizes, sizes)
            let gaps = zip(s, x).map { $0 - $1 }
            let g = Number.dot(gaps, gaps)
            let x2 = Number.dot(x, x)
            switch kind {
            case .raw: return g
            case .plants: return h
            case .expected: return (one - x2) * h
            case .gamma: return (g / (one - x2) - h) / (one - h)
            case .z:
                let x3 = Number.sum(x.map { $0 * $0 * $0 })
                let z4 = Number.sum(sizes.map { ($0 * $0) * ($0 * $0) })
                let first = h * h * (x2 - Number(2) * x3 + x2 * x2)
                let second = z4 * (x2 - Number(4) * x3 + Number(3) * x2 * x2)
                return (g - (one - x2) * h) / (Number(2) * (first - second)).squareRoot()
            }
        }
    }
}
