import Foundation
import Kernels

/// Finds z, so that as many links are expected as are wanted.
///
/// Pairs of firms are gathered by the size of f, so that one pass over pairs of size classes serves every trial of z. Within
/// a class f spreads by a factor of 2 a side; its mean and variance are kept, so that the error is of third order.
struct LinkDensity {
    private static let steps = 8.0
    private static let lowest = -180.0
    private var counts: [Double]
    private var sums: [Double]
    private var squares: [Double]

    /// Pairs that one of them has as its main supplier are linked anyway: they count by the chance that they are not.
    init(_ cells: TradingCells, _ mains: MainSuppliers? = nil) {
        let bins = Int((60 - Self.lowest) * Self.steps) + 1
        counts = [Double](repeating: 0, count: bins)
        sums = counts
        squares = counts
        let groups = cells.flows.groups.count
        for supplier in 0..<groups {
            for customer in 0..<groups {
                let strength = cells.strength(supplier, customer)
                guard strength > 0 else { continue }
                let part = mains?.part(of: supplier, by: customer) ?? 0
                add(strength, part, cells.supplyClasses[supplier], cells.demandClasses[customer])
                if supplier == customer {
                    removeDiagonal(strength, part, cells, cells.roster.ofGroup[supplier])
                }
            }
        }
    }

    private mutating func add(
        _ strength: Double, _ part: Double, _ supply: [TradingCells.SizeClass],
        _ demand: [TradingCells.SizeClass]
    ) {
        let logarithm = log2(strength) - Self.lowest
        let last = counts.count - 1
        for from in supply {
            let scaled = (logarithm + from.logarithm) * Self.steps
            let firms = Double(from.firms.count)
            let free = firms - part * from.shares.sum
            let mean = strength * (firms * from.mean - part * from.shares.weighted)
            let square =
                strength * strength * (firms * from.square - part * from.shares.squared)
            for to in demand {
                let bin = min(last, max(0, Int(scaled + to.logarithm * Self.steps)))
                let customers = Double(to.firms.count)
                counts[bin] += customers * free
                sums[bin] += customers * mean * to.mean
                squares[bin] += customers * square * to.square
            }
        }
    }

    private mutating func removeDiagonal(
        _ strength: Double, _ part: Double, _ cells: TradingCells, _ range: Range<Int>
    ) {
        let last = counts.count - 1
        for firm in range {
            let f = strength * cells.supplyWeight[firm] * cells.demandWeight[firm]
            guard f > 0 else { continue }
            let bin = min(last, max(0, Int((log2(f) - Self.lowest) * Self.steps)))
            let free = 1 - part * cells.roster.share[firm]
            counts[bin] -= free
            sums[bin] -= free * f
            squares[bin] -= free * f * f
        }
    }

    /// Pairs that may be linked.
    var pairs: Double { counts.reduce(0, +) }

    /// How many links are expected with this z.
    func links(_ z: Double) -> Double {
        var links = CompensatedSum()
        for bin in counts.indices where counts[bin] > 1e-9 {
            let mean = sums[bin] / counts[bin]
            let variance = max(0, squares[bin] / counts[bin] - mean * mean)
            let y = z * mean
            let rest = 1 / (1 + y)
            let chance = y * rest - z * z * variance * rest * rest * rest
            links.add(counts[bin] * min(1, max(0, chance)))
        }
        return links.value
    }

    /// The z with which so many links are expected, by bisection of its logarithm; the largest that is tried where so many
    /// cannot be reached.
    func solved(for wanted: Double) -> Double {
        var low = -400.0
        var high = 400.0
        for _ in 0..<90 {
            let middle = (low + high) / 2
            if links(exp2(middle)) < wanted { low = middle } else { high = middle }
        }
        return exp2((low + high) / 2)
    }
}
