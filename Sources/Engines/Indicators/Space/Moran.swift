import Foundation
public import Kernels

/// Moran's I: whether like values lie side by side.
///
/// `I = n / S₀ · zᵀWz / zᵀz` with z the deviations from the mean (Moran 1950), expectation and both variances after Cliff
/// and Ord 1981. Local: `I_i = z_i Σ_j w_ij z_j / m₂`, `m₂ = zᵀz / n` (Anselin 1995; esda divides by n − 1, so that its
/// values are (n − 1)/n of these). Permutations are drawn from the seed.
public struct Moran: Sendable, Hashable {
    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// How many permutations; 0 draws none.
        public var permutations: Int
        /// The seed of the permutations.
        public var seed: UInt64

        /// Options.
        public init(permutations: Int = 999, seed: UInt64 = 1) {
            self.permutations = permutations
            self.seed = seed
        }
    }

    /// How often permuted values give as much.
    public struct Permuted: Sendable, Hashable {
        /// Permutations with at least as large a value.
        public let atLeast: Int
        /// Permutations with at most as large a value.
        public let atMost: Int
        /// Permutations in all.
        public let permutations: Int
        /// `(min(atLeast, atMost) + 1) / (permutations + 1)`, the pseudo p of the nearer tail.
        public var p: Double { Double(min(atLeast, atMost) + 1) / Double(permutations + 1) }
    }

    /// Where a unit lies in the scatter plot of values against neighbours' values.
    public enum Quadrant: String, Sendable, Hashable, Codable {
        /// High among high.
        case highHigh
        /// Low among high.
        case lowHigh
        /// Low among low.
        case lowLow
        /// High among low.
        case highLow
    }

    /// One unit.
    public struct Local: Sendable, Hashable {
        /// I_i.
        public let value: Measured
        /// Its quadrant; a value or lag of exactly the mean counts as low.
        public let quadrant: Quadrant?
        /// Permutations of all other units; `nil` where none were drawn.
        public let permuted: Permuted?
    }

    /// I, about −1…1.
    public let index: Measured
    /// `−1 / (n − 1)`.
    public let expected: Measured
    /// The variance where values are normal.
    public let normalVariance: Measured
    /// The variance where values are put at random.
    public let randomVariance: Measured
    /// `(I − E) / √Var` with the variance for normal values.
    public let normalZ: Measured
    /// The same with the variance for values put at random.
    public let randomZ: Measured
    /// Permutations of all units; `nil` where none were drawn.
    public let permuted: Permuted?
    /// The units, in order.
    public let local: [Local]
    /// Units without neighbours.
    public let islands: [Int]
    /// The seed of the permutations.
    public let seed: UInt64
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.mean, .islandHasNoLag)

    /// Computes I of values with their neighbours.
    ///
    /// Quadrants, variances and permutations are those of the values themselves; I and I_i carry ranges.
    /// - Throws: values that are not finite, another number of values than units.
    /// - Complexity: O((permutations + 1) × links) for exact numbers.
    public static func run(
        on values: [Bounded], weights: SpatialWeights, _ options: Options = Options(),
        search: RangeSearch = RangeSearch()
    ) throws(InputProblems) -> Moran {
        var check = InputCheck()
        check.count(ListName.values, values.count, weights.neighbours.count)
        check.within(ListName.values, values)
        try check.finish()
        let sums = weights.sums
        let spread = Deviations(values.values, weights)
        let islands = weights.neighbours.indices.filter { weights.neighbours[$0].isEmpty }
        let reason: Undefined? =
            values.count < 2
            ? .oneRegion : spread.square <= 0 ? .allEqual : sums.all <= 0 ? .noNeighbours : nil
        if let reason {
            let none = Measured.undefined(reason)
            return Moran(
                index: none, expected: none, normalVariance: none, randomVariance: none, normalZ: none,
                randomZ: none, permuted: nil,
                local: values.map { _ in Local(value: none, quadrant: nil, permuted: nil) }, islands: islands,
                seed: options.seed)
        }
        let isExact = values.allSatisfy(\.isExact)
        func measured(_ unit: Int?) -> Measured {
            if isExact {
                let product =
                    unit.map { spread.z[$0] * spread.lag($0, spread.z) } ?? spread.product(spread.z)
                let scale = Double(values.count) / (unit == nil ? sums.all : 1)
                return .checked(Bounded(scale * product / spread.square), else: .tooLarge)
            }
            return measuredRange(unit)
        }
        func measuredRange(_ unit: Int?) -> Measured {
            .checked(
                Index(weights: weights, unit: unit, all: sums.all).result(of: values, search: search),
                else: .tooLarge)
        }
        let index = measured(nil)
        let moments = Moments(spread, sums)
        let draws = Draws(spread, options)
        return Moran(
            index: index, expected: Measured(moments.expected),
            normalVariance: moments.normal, randomVariance: moments.random,
            normalZ: moments.z(index, moments.normal), randomZ: moments.z(index, moments.random),
            permuted: draws.global(),
            local: values.indices.map { unit in
                Local(value: measured(unit), quadrant: spread.quadrant(unit), permuted: draws.local(unit))
            }, islands: islands, seed: options.seed)
    }

    private struct Index: Formula {
        let weights: SpatialWeights
        /// `nil` for all units.
        let unit: Int?
        let all: Double

        func result<Number: FormulaNumber>(of values: [Number]) -> Number {
            let count = Number(Double(values.count))
            let mean = Number.sum(values) / count
            let z = values.map { $0 - mean }
            let square = Number.dot(z, z)
            func lag(_ unit: Int) -> Number {
                .sum(weights.neighbours[unit].map { Number($0.weight) * z[$0.unit] })
            }
            if let unit { return count * (z[unit] * lag(unit)) / square }
            return count / Number(all) * Number.dot(z, values.indices.map(lag)) / square
        }
    }
}
