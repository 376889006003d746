import Foundation
import Kernels

/// Everything that the chance and the value of a link depend on.
///
/// Firms i and j of groups a and b trade T_ab·x_i·x_j/(X_a·X_b) in expectation and are linked with probability
/// z·f/(1 + z·f), f = W·T_ab·u_i·v_j, where W is what the supplier's sector sells in all and u, v are sizes to the powers
/// of the options, adding up to 1 in each group. With powers 1 this is the stripe-corrected gravity model of L. N. Ialongo,
/// C. de Valk, E. Marchese, F. Jansen, H. Zmarrou, T. Squartini, D. Garlaschelli, “Reconstructing firm-level interactions in
/// the Dutch input–output network from production constraints”, Scientific Reports 12 (2022) 11847, where f is sales of i
/// times what j buys of i's sector. The value of a link that is there is its expectation over its probability.
struct TradingCells {
    let flows: SectorFlows
    let roster: FirmRoster
    /// u of each firm.
    let supplyWeight: [Double]
    /// v of each firm.
    let demandWeight: [Double]
    /// W of each group's sector.
    let sectorSales: [Double]
    /// What a firm sells and buys inside its own group, so that no firm supplies itself: expected value = α_i·β_j.
    let ownSupply: [Double]
    let ownDemand: [Double]
    /// Ranges of firms whose u (v) differ by a factor of 2 at most, group by group; firms without size are in none.
    let supplyClasses: [[SizeClass]]
    let demandClasses: [[SizeClass]]

    /// Firms of a group that are about equally large.
    struct SizeClass {
        var firms: Range<Int>
        /// The largest weight.
        var top: Double
        /// Mean and mean square of the weights.
        var mean: Double
        var square: Double
        /// Base-2 logarithm of the mean.
        var logarithm: Double
        /// The sum of the firms' shares in output, and the same with each share times the weight and times its square.
        var shares: (sum: Double, weighted: Double, squared: Double)
    }

    init(_ flows: SectorFlows, _ roster: FirmRoster, _ options: ReconstructionOptions) {
        self.flows = flows
        self.roster = roster
        supplyWeight = Self.weights(roster, options.supplyExponent)
        demandWeight =
            options.demandExponent == options.supplyExponent
            ? supplyWeight : Self.weights(roster, options.demandExponent)
        let sectors = flows.ofSector.count
        sectorSales = flows.groups.map { group in
            flows.wanted[group.sector * sectors..<(group.sector + 1) * sectors].compensatedSum
        }
        var supply = [Double](repeating: 0, count: roster.share.count)
        var demand = supply
        for (number, range) in roster.ofGroup.enumerated() {
            let flow = flows.flows[number * flows.groups.count + number]
            if flow > 0 { Self.fitOwn(flow, roster.share, range, &supply, &demand) }
        }
        ownSupply = supply
        ownDemand = demand
        supplyClasses = roster.ofGroup.map { [supplyWeight] in Self.classes(supplyWeight, roster.share, $0) }
        demandClasses = roster.ofGroup.map { [demandWeight] in Self.classes(demandWeight, roster.share, $0) }
    }

    /// z·f of group a and b but for the firms' weights and z.
    func strength(_ supplier: Int, _ customer: Int) -> Double {
        flows.flows[supplier * flows.groups.count + customer] * sectorSales[supplier]
    }

    /// What firm i sells to firm j on average over all networks.
    func expectedValue(_ supplier: Int, _ customer: Int) -> Double {
        let from = Int(roster.groupOfFirm[supplier])
        let to = Int(roster.groupOfFirm[customer])
        if from == to {
            return supplier == customer ? 0 : ownSupply[supplier] * ownDemand[customer]
        }
        return flows.flows[from * flows.groups.count + to] * roster.share[supplier] * roster.share[customer]
    }

    private static func weights(_ roster: FirmRoster, _ power: Double) -> [Double] {
        guard power != 1 else { return roster.share }
        var weights = roster.share.map { $0 > 0 ? pow($0, power) : 0 }
        for range in roster.ofGroup {
            let whole = weights[range].reduce(0, +)
            if whole > 0 { for firm in range { weights[firm] /= whole } }
        }
        return weights
    }

    /// Rows and columns of a group's own trade with an empty diagonal: what a firm buys is met exactly, what it sells too
    /// unless one firm is so large that it would have to sell to itself.
    private static func fitOwn(
        _ flow: Double, _ share: [Double], _ range: Range<Int>, _ supply: inout [Double],
        _ demand: inout [Double]
    ) {
        for firm in range {
            supply[firm] = share[firm]
            demand[firm] = share[firm]
        }
        // Shares stand the largest first. A firm above a half could sell its part to itself alone.
        let rounds = share[range.lowerBound] < 0.45 ? 60 : 1
        for _ in 0..<rounds {
            var change = 0.0
            if rounds > 1 {
                let bought = demand[range].reduce(0, +)
                for firm in range {
                    let next = share[firm] / (bought - demand[firm])
                    change = max(change, abs(next - supply[firm]) / max(next, .leastNormalMagnitude))
                    supply[firm] = next
                }
            }
            let sold = supply[range].reduce(0, +)
            for firm in range {
                let rest = sold - supply[firm]
                demand[firm] = rest > 0 ? share[firm] / rest : 0
            }
            if change < 1e-14 { break }
        }
        for firm in range { supply[firm] *= flow }
    }

    private static func classes(_ weights: [Double], _ share: [Double], _ range: Range<Int>) -> [SizeClass] {
        var classes: [SizeClass] = []
        var start = range.lowerBound
        while start < range.upperBound, weights[start] > 0 {
            let top = weights[start]
            var end = start
            var sum = 0.0
            var squares = 0.0
            var shares = (sum: 0.0, weighted: 0.0, squared: 0.0)
            while end < range.upperBound, weights[end] * 2 > top {
                sum += weights[end]
                squares += weights[end] * weights[end]
                shares.sum += share[end]
                shares.weighted += share[end] * weights[end]
                shares.squared += share[end] * weights[end] * weights[end]
                end += 1
            }
            let count = Double(end - start)
            classes.append(
                SizeClass(
                    firms: start..<end, top: top, mean: sum / count, square: squares / count,
                    logarithm: log2(sum / count), shares: shares))
            start = end
        }
        return classes
    }
}
