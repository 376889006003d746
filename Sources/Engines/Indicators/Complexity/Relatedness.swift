import Kernels

/// How near an industry is to what a region is already good at.
///
/// Proximity of industries `φ_cc' = Σ_r M_rc M_rc' / max(u_c, u_c')`, density `d_rc = Σ_c' M_rc' φ_cc' / Σ_c' φ_cc'`, 0…1.
/// Hidalgo and others 2007, Science 317:482. With the nearest k only, numerator and denominator run over the same k, so
/// that a density above one cannot be; ecomplexity's knn form drops the weights above and reaches 3.
public struct Relatedness: Sendable, Hashable {
    /// How it is computed.
    public struct Options: Sendable, Hashable {
        /// Whether an industry counts among its own neighbours (ecomplexity) or not (economic-complexity).
        public var includesSelf: Bool
        /// Only so many nearest industries count; `nil` for all. Of equal proximities the earlier industry.
        public var nearest: Int?

        /// Options.
        public init(includesSelf: Bool = false, nearest: Int? = nil) {
            self.includesSelf = includesSelf
            self.nearest = nearest
        }
    }

    /// φ, one row an industry; 0 where nobody has an advantage in one of the two.
    public let proximity: [[Double]]
    /// d, one row a region; undefined for an industry that is near to none.
    public let density: [[Measured]]
    /// Whether the self term was counted.
    public let includesSelf: Bool
    /// What it compares with, and its zeros.
    public let conventions: Conventions

    /// Computes both.
    ///
    /// Where rounding leaves advantages undecided, densities have the range 0…1.
    /// - Complexity: O(industries² × regions / 64) for the proximities, O(industries × advantages) for the densities.
    public static func run(on advantage: Advantage, _ options: Options = Options()) -> Relatedness {
        let proximity = proximities(advantage)
        let isExact = advantage.undecided.isEmpty
        let held = advantage.matrix.map { row in row.indices.filter { row[$0] } }
        var density = advantage.matrix.map { _ in
            [Measured](repeating: .undefined(.nothingThere), count: proximity.count)
        }
        for industry in proximity.indices {
            // What counts for this industry; all else stands at zero, so that both sums run over the same.
            let row = counted(proximity[industry], industry, options)
            let near = row.compensatedSum
            guard near > 0 else { continue }
            for (region, own) in held.enumerated() {
                var sum = 0.0
                for other in own { sum += row[other] }
                let value = min(1, sum / near)
                density[region][industry] = .value(
                    isExact ? Bounded(value) : Bounded(value, in: .unit))
            }
        }
        return Relatedness(
            proximity: proximity, density: density, includesSelf: options.includesSelf,
            conventions: Conventions(advantage.benchmark, .trimmed))
    }

    private static func proximities(_ advantage: Advantage) -> [[Double]] {
        let ubiquity = advantage.ubiquity
        let words = (advantage.matrix.count + 63) / 64
        var bits = [UInt64](repeating: 0, count: ubiquity.count * words)
        for (region, row) in advantage.matrix.enumerated() {
            for (industry, has) in row.enumerated() where has {
                bits[industry * words + region / 64] |= 1 << UInt64(region % 64)
            }
        }
        var proximity = [[Double]](
            repeating: [Double](repeating: 0, count: ubiquity.count), count: ubiquity.count)
        for one in ubiquity.indices where ubiquity[one] > 0 {
            for other in one..<ubiquity.count where ubiquity[other] > 0 {
                var both = 0
                for word in 0..<words {
                    both += (bits[one * words + word] & bits[other * words + word]).nonzeroBitCount
                }
                let value = Double(both) / Double(max(ubiquity[one], ubiquity[other]))
                proximity[one][other] = value
                proximity[other][one] = value
            }
        }
        return proximity
    }

    /// The proximities of an industry with all that does not count set to zero.
    private static func counted(_ row: [Double], _ industry: Int, _ options: Options) -> [Double] {
        var row = row
        if !options.includesSelf { row[industry] = 0 }
        guard let nearest = options.nearest else { return row }
        let order = row.indices.sorted { row[$0] != row[$1] ? row[$0] > row[$1] : $0 < $1 }
        for place in order.dropFirst(max(0, nearest)) { row[place] = 0 }
        return row
    }
}
