import Foundation
import Kernels

/// How well one network meets its targets, and how it looks.
public struct ReconstructionFit: Sendable {
    /// How some numbers spread.
    public struct Spread: Sendable, Equatable {
        /// Their mean.
        public var mean: Double
        /// The middle one.
        public var median: Double
        /// Nine of ten are not above.
        public var ninetieth: Double
        /// 99 of 100 are not above.
        public var ninetyNinth: Double
        /// The largest.
        public var largest: Double
        /// Their Gini coefficient: 0 all alike, towards 1 one has all.
        public var gini: Double

        /// The spread of some numbers; zeros where there are none.
        public init(_ numbers: [Double]) {
            let sorted = numbers.sorted()
            let whole = sorted.compensatedSum
            let count = Double(sorted.count)
            func quantile(_ part: Double) -> Double {
                sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int((part * count).rounded(.up)) - 1)]
            }
            mean = sorted.isEmpty ? 0 : whole / count
            median = quantile(0.5)
            ninetieth = quantile(0.9)
            ninetyNinth = quantile(0.99)
            largest = sorted.last ?? 0
            var ranked = CompensatedSum()
            for (place, value) in sorted.enumerated() { ranked.add(Double(place + 1) * value) }
            gini = whole > 0 ? 2 * ranked.value / (count * whole) - (count + 1) / count : 0
        }
    }

    /// What two sectors trade, as asked and as drawn.
    public struct Flow: Sendable, Equatable {
        /// The selling sector, as its place in the targets.
        public var supplier: Int
        /// The buying sector.
        public var customer: Int
        /// What is expected over all seeds.
        public var expected: Double
        /// What this network has.
        public var realized: Double
    }

    /// Trade between sectors, where any is expected or there.
    public var flows: [Flow] = []
    /// Links a firm, to its suppliers.
    public var suppliers: Spread
    /// Links a firm, to its customers.
    public var customers: Spread
    /// Output of firms.
    public var sizes: Spread
    /// Firms without a supplier.
    public var withoutSupplier: Int
    /// Firms without a customer.
    public var withoutCustomer: Int
    /// How many needs firms have, all together, that anybody here sells to.
    public var needs: Int
    /// How many of these are met by no link.
    public var needsWithoutSupplier: Int
    /// The part of links whose reverse is there too.
    public var reciprocity: Double
    /// The part of pairs of firms that are linked: what reciprocity would be by chance.
    public var density: Double
    /// Output of the largest hundredth of firms as a part of all.
    public var topHundredth: Double
    /// Firms that are asked to sell more than they make, by what was drawn.
    public var oversold: Int

    /// Measures a network, and how many of some needs of its firms are met.
    ///
    /// - Complexity: links · log links.
    public init(_ network: ReconstructedNetwork, needs asked: [ReconstructionTargets.Need] = []) {
        let firms = network.output.count
        let sectors = Int(Double(network.expectedFlows.count).squareRoot().rounded())
        var bought = [Double](repeating: 0, count: firms)
        var sold = bought
        var sales = bought
        var realized = [Double](repeating: 0, count: network.expectedFlows.count)
        var keys: [UInt64] = []
        keys.reserveCapacity(network.values.count)
        for link in network.values.indices {
            let (from, to) = (Int(network.suppliers[link]), Int(network.customers[link]))
            bought[to] += 1
            sold[from] += 1
            sales[from] += network.values[link]
            realized[Int(network.sectorOfFirm[from]) * sectors + Int(network.sectorOfFirm[to])] +=
                network.values[link]
            keys.append(LinkSampler.key(network.suppliers[link], network.customers[link]))
        }
        for cell in realized.indices where realized[cell] > 0 || network.expectedFlows[cell] > 0 {
            flows.append(
                Flow(
                    supplier: cell / sectors, customer: cell % sectors, expected: network.expectedFlows[cell],
                    realized: realized[cell]))
        }
        suppliers = Spread(bought)
        customers = Spread(sold)
        sizes = Spread(network.output)
        withoutSupplier = bought.count { $0 == 0 }
        withoutCustomer = sold.count { $0 == 0 }
        (needs, needsWithoutSupplier) = Self.needs(network, asked, sectors)
        oversold = sales.indices.count { sales[$0] > network.output[$0] * (1 + 1e-12) }
        keys.sort()
        let mutual = keys.count { key in Self.contains(keys, key << 32 | key >> 32) }
        reciprocity = keys.isEmpty ? 0 : Double(mutual) / Double(keys.count)
        density = firms > 1 ? Double(keys.count) / (Double(firms) * Double(firms - 1)) : 0
        let top = network.output.sorted(by: >).prefix(max(1, Int((Double(firms) / 100).rounded())))
        let whole = network.output.compensatedSum
        topHundredth = whole > 0 ? top.compensatedSum / whole : 0
    }

    /// Needs that anybody sells to, and those without a supplier.
    private static func needs(
        _ network: ReconstructedNetwork, _ asked: [ReconstructionTargets.Need], _ sectors: Int
    ) -> (all: Int, without: Int) {
        var needOf = [Int](repeating: -1, count: sectors * sectors)
        var needsOfUser = [Int](repeating: 0, count: sectors)
        for (number, need) in asked.enumerated() where need.user < sectors {
            let cells = need.inputs.map { $0 * sectors + need.user }.filter {
                network.expectedFlows.indices.contains($0) && network.expectedFlows[$0] > 0
            }
            if !cells.isEmpty { needsOfUser[need.user] += 1 }
            for cell in cells { needOf[cell] = number }
        }
        let all = network.sectorOfFirm.reduce(0) { $0 + needsOfUser[Int($1)] }
        var met: Set<UInt64> = []
        for link in network.values.indices {
            let input = Int(network.sectorOfFirm[Int(network.suppliers[link])])
            let user = Int(network.sectorOfFirm[Int(network.customers[link])])
            let need = needOf[input * sectors + user]
            if need >= 0 { met.insert(LinkSampler.key(Int32(clamping: need), network.customers[link])) }
        }
        return (all, all - met.count)
    }

    private static func contains(_ sorted: [UInt64], _ key: UInt64) -> Bool {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == key
    }
}
