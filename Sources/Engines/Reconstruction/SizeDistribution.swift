import Foundation
import Kernels

/// How the sizes of the firms of a group spread around their mean.
public enum SizeDistribution: Sendable, Hashable {
    /// exp(σ·N(0, 1)): most firms small, few large. R. Gibrat, “Les inégalités économiques” (1931).
    case lognormal(sigma: Double)
    /// u^(−1/α), u uniform: a tail that falls like size^(−α). R. L. Axtell, “Zipf distribution of U.S. firm sizes”,
    /// Science 293 (2001) 1818–1820 finds α near 1.06.
    case pareto(alpha: Double)
    /// All firms of a group are equally large.
    case equal

    /// Whether its number is one that sizes can be drawn with: σ from 0 to 10, α from 0.2 on.
    var isUsable: Bool {
        switch self {
        case .lognormal(let sigma): (0...10).contains(sigma)
        case .pareto(let alpha): alpha >= 0.2 && alpha.isFinite
        case .equal: true
        }
    }

    /// Its number, 0 where it has none.
    var number: Double {
        switch self {
        case .lognormal(let sigma): sigma
        case .pareto(let alpha): alpha
        case .equal: 0
        }
    }

    /// Shares that add up to 1, the largest first.
    func shares(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
        var sizes: [Double] = []
        sizes.reserveCapacity(count + 1)
        switch self {
        case .lognormal(let sigma):
            // G. E. P. Box, M. E. Muller, “A note on the generation of random normal deviates” (1958): two at a time.
            while sizes.count < count {
                let radius = sigma * (-2 * log(1 - generator.nextFraction())).squareRoot()
                let angle = 2 * Double.pi * generator.nextFraction()
                sizes.append(exp(radius * cos(angle)))
                sizes.append(exp(radius * sin(angle)))
            }
        case .pareto(let alpha):
            while sizes.count < count { sizes.append(pow(1 - generator.nextFraction(), -1 / alpha)) }
        case .equal:
            sizes = [Double](repeating: 1, count: count)
        }
        sizes.removeLast(sizes.count - count)
        let whole = sizes.compensatedSum
        guard whole > 0 else { return sizes }
        for place in sizes.indices { sizes[place] /= whole }
        sizes.sort(by: >)
        return sizes
    }
}
