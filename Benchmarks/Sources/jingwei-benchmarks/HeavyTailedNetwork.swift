import Foundation
import Jingwei

/// A made-up supply network with heavy tails: a few firms have many customers, a few buy from many, sizes are uneven.
///
/// Number of customers: a truncated power law (exponent 2.3, at most 512) scaled to the mean, then Poisson; customers by
/// fitness, Pareto 1.5 capped at √n; values lognormal(0, 1) · √(size · size) on a grid of 1e-6; 616 sectors by Zipf(0.7),
/// each with a firm at least. Two of three needs are none, as in the published matrix (65,239 essential and 45,013 of
/// lesser weight among 379,456). Final demand is 20–60 % of revenue by sector.
struct HeavyTailedNetwork {
    static let sectorCount = 616

    var suppliers: [Int32] = []
    var customers: [Int32] = []
    var values: [Double] = []
    var sectors: [Int32] = []
    var needs: [UInt8] = []
    var revenues: [Double] = []
    let firmCount: Int

    init(firms n: Int, meanDegree: Double, seed: UInt64) {
        firmCount = n
        var random = SeededGenerator(seed: seed)
        let degrees = Self.degrees(n, meanDegree, &random)
        let fitness = (0..<n).map { _ in min(pow(1 - random.nextFraction(), -1 / 1.5), Double(n).squareRoot())
        }
        var cumulated = fitness
        for firm in 1..<n { cumulated[firm] += cumulated[firm - 1] }
        let whole = cumulated[n - 1]
        for supplier in 0..<n {
            var chosen: Set<Int32> = []
            for _ in 0..<degrees[supplier] {
                let target = random.nextFraction() * whole
                var low = 0
                var high = n - 1
                while low < high {
                    let middle = (low + high) / 2
                    if cumulated[middle] < target { low = middle + 1 } else { high = middle }
                }
                if low != supplier { chosen.insert(Int32(low)) }
            }
            for customer in chosen.sorted() {
                suppliers.append(Int32(supplier))
                customers.append(customer)
            }
        }
        let sizes = (0..<n).map { Double(degrees[$0]) * 0.5 + fitness[$0] }
        values.reserveCapacity(suppliers.count)
        for link in suppliers.indices {
            let size = (sizes[Int(suppliers[link])] * sizes[Int(customers[link])]).squareRoot()
            values.append((exp(Self.normal(&random)) * size * 1e6).rounded() / 1e6)
        }
        sectors = Self.sectors(n, &random)
        needs = Self.needs(&random)
        let leak = (0..<Self.sectorCount).map { _ in 0.2 + 0.4 * random.nextFraction() }
        revenues = [Double](repeating: 0, count: n)
        for (supplier, value) in zip(suppliers, values) { revenues[Int(supplier)] += value }
        for firm in 0..<n { revenues[firm] /= 1 - leak[Int(sectors[firm])] }
    }

    private static func degrees(_ n: Int, _ mean: Double, _ random: inout SeededGenerator) -> [Int] {
        var cumulated = (1...512).map { pow(Double($0), -2.3) }
        for place in 1..<512 { cumulated[place] += cumulated[place - 1] }
        let raw = (0..<n).map { _ in
            let target = random.nextFraction() * cumulated[511]
            return Double((cumulated.firstIndex { $0 >= target } ?? 511) + 1)
        }
        let scale = mean / (raw.reduce(0, +) / Double(n))
        return raw.map { max(1, poisson($0 * scale, &random)) }
    }

    /// Poisson by exponential gaps; a large mean by its normal approximation.
    private static func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Int {
        if mean > 400 { return max(0, Int((mean + mean.squareRoot() * normal(&random)).rounded())) }
        var count = -1
        var sum = 0.0
        repeat {
            sum -= log(1 - random.nextFraction())
            count += 1
        } while sum < mean
        return count
    }

    private static func normal(_ random: inout SeededGenerator) -> Double {
        (-2 * log(1 - random.nextFraction())).squareRoot() * cos(2 * .pi * random.nextFraction())
    }

    private static func sectors(_ n: Int, _ random: inout SeededGenerator) -> [Int32] {
        var cumulated = (1...sectorCount).map { pow(Double($0), -0.7) }
        for place in 1..<sectorCount { cumulated[place] += cumulated[place - 1] }
        var sectors = (0..<n).map { firm -> Int32 in
            if firm < sectorCount { return Int32(firm) }
            let target = random.nextFraction() * cumulated[sectorCount - 1]
            return Int32(cumulated.firstIndex { $0 >= target } ?? sectorCount - 1)
        }
        for firm in stride(from: n - 1, to: 0, by: -1) { sectors.swapAt(firm, random.next(below: firm + 1)) }
        return sectors
    }

    private static func needs(_ random: inout SeededGenerator) -> [UInt8] {
        let cells = sectorCount * sectorCount
        var needs =
            [UInt8](repeating: 2, count: 65_239) + [UInt8](repeating: 1, count: 45_013)
            + [UInt8](repeating: 0, count: cells - 65_239 - 45_013)
        for cell in stride(from: cells - 1, to: 0, by: -1) {
            needs.swapAt(cell, random.next(below: cell + 1))
        }
        return needs
    }
}
