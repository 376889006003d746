public import Kernels

/// Locational Gini coefficients: how unevenly an industry lies over the regions, compared with all activity.
///
/// The area between the Lorenz curve of the industry's shares `q_r` against all activity's `p_r`, regions by rising
/// location quotient, and the diagonal, twice: `1 − Σ (p_k − p_{k−1})(q_k + q_{k−1})`, the same as
/// `½ Σ_r Σ_s |q_r p_s − q_s p_r|`. Full scale, 0…1: EconGeo and econcomplex return half of it. Hoover 1936; Krugman
/// 1991.
public struct LocationalGini: Sendable, Hashable {
    /// One coefficient an industry.
    public let values: [Measured]
    /// What it compares with, and its zeros.
    public let conventions = Conventions(.allRegions, .emptyLeftOut)

    /// Computes the coefficient of each industry of a table.
    ///
    /// - Complexity: O(industries × regions log regions) for exact numbers; pairs of regions for intervals.
    public static func run(on table: IndustryTable, search: RangeSearch = RangeSearch()) -> LocationalGini {
        let rows = table.regionTotals
        let regions = (0..<table.regionCount).filter { rows[$0].value > 0 }
        let values = (0..<table.industryCount).map { industry -> Measured in
            let cells = table.industry(industry)
            guard cells.sum.value > 0 else { return .undefined(.emptyIndustry) }
            guard regions.count > 1 else { return .undefined(.oneRegion) }
            let own = regions.map { cells[$0] }
            if table.isExact {
                return .checked(
                    Bounded(area(own: own.values, all: regions.map { rows[$0].value })), else: .tooLarge)
            }
            let beside = regions.map { region in
                (0..<table.industryCount).lazy.filter { $0 != industry }.map { table[region, $0] }.sum
            }
            let bounded = Spread(count: regions.count).result(of: own + beside, within: .unit, search: search)
            return .checked(bounded, else: .tooLarge)
        }
        return LocationalGini(values: values)
    }

    /// The area of exact numbers, by the sorted curve.
    private static func area(own: [Double], all: [Double]) -> Double {
        let whole = all.compensatedSum
        let part = own.compensatedSum
        let order = own.indices.sorted { one, other in
            let (left, right) = (own[one] * all[other], own[other] * all[one])
            return left != right ? left < right : one < other
        }
        var sum = CompensatedSum()
        var before = 0.0
        for region in order {
            let share = own[region] / part
            sum.add(all[region] / whole * (2 * before + share))
            before += share
        }
        return max(0, 1 - sum.value)
    }

    private struct Spread: Formula {
        let count: Int

        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            let own = Array(inputs[..<count])
            let q = Number.parts(own)
            let p = Number.parts(zip(own, inputs[count...]).map { $0 + $1 })
            var terms: [Number] = []
            for one in 0..<count {
                for other in (one + 1)..<max(count, one + 1) {
                    terms.append((q[one] * p[other] - q[other] * p[one]).magnitude)
                }
            }
            return .sum(terms)
        }
    }
}
