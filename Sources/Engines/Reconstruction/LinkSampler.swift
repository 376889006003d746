import Foundation
import Kernels

/// Draws links with probability p = y/(1 + y), y = z·f, each pair by itself, without looking at every pair.
///
/// In a pair of size classes y is at most Y. Pairs are passed over by exponential waiting times of rate Y, which keeps each
/// with probability 1 − exp(−Y) ≥ p, and what is kept is a link with probability p/(1 − exp(−Y)): exact, in time that grows
/// with links and pairs of classes. Source of the two steps: L. Devroye, “Non-Uniform Random Variate Generation” (1986), II.3
/// (rejection) and X.2 (waiting times); J. C. Miller, A. Hagberg, “Efficient generation of networks with given expected
/// degrees”, WAW 2011, LNCS 6732, 115–126.
struct LinkSampler {
    let cells: TradingCells
    let z: Double
    /// Who has a supplier for certain, where some inputs are indispensable.
    let mains: MainSuppliers?
    let seed: UInt64
    /// Supplier · 2³² + customer of every named link.
    let named: Set<UInt64>
    /// Named links by supplying group · groups + buying group, sorted.
    let namedOfCell: [Int: [(supplier: Int32, customer: Int32)]]

    /// Links of which firms of one group are the customers, those of each supplying group side by side.
    struct Draw {
        var suppliers: [Int32] = []
        var customers: [Int32] = []
    }

    static func key(_ supplier: Int32, _ customer: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: supplier)) << 32 | UInt64(UInt32(bitPattern: customer))
    }

    init(
        _ cells: TradingCells, z: Double, seed: UInt64, links: [(supplier: Int32, customer: Int32)],
        mains: MainSuppliers? = nil
    ) {
        self.cells = cells
        self.mains = mains
        self.z = z
        self.seed = seed
        named = Set(links.map { Self.key($0.supplier, $0.customer) })
        var ofCell: [Int: [(supplier: Int32, customer: Int32)]] = [:]
        let sorted = links.sorted { ($0.supplier, $0.customer) < ($1.supplier, $1.customer) }
        for link in sorted {
            let cell =
                Int(cells.roster.groupOfFirm[Int(link.supplier)]) * cells.flows.groups.count
                + Int(cells.roster.groupOfFirm[Int(link.customer)])
            ofCell[cell, default: []].append(link)
        }
        namedOfCell = ofCell
    }

    /// Draws the links to the firms of a group; `starts` gets where those of each supplying group begin, then their end.
    func draw(to customer: Int, into links: inout Draw) -> [Int] {
        var generator = SeededGenerator(seed: FirmRoster.seed(seed, 3, customer))
        var starts: [Int] = []
        let groups = cells.flows.groups.count
        starts.reserveCapacity(groups + 1)
        let chosen = mains?.chosen(by: customer)
        var wait = Self.wait(&generator)
        for supplier in 0..<groups {
            starts.append(links.suppliers.count)
            let strength = z * cells.strength(supplier, customer)
            let kept = namedOfCell.isEmpty ? [] : namedOfCell[supplier * groups + customer] ?? []
            if strength > 0 {
                let first = links.suppliers.count
                drawCell(
                    supplier, customer, strength, hasNamed: !kept.isEmpty, &wait, &generator, &links)
                if let chosen { add(chosen, supplier, customer, after: first, &links) }
            }
            for link in kept {
                links.suppliers.append(link.supplier)
                links.customers.append(link.customer)
            }
        }
        starts.append(links.suppliers.count)
        return starts
    }

    /// Adds the main suppliers of one group; what was also drawn pair by pair, or is a named link, stays one link.
    private func add(
        _ chosen: MainSuppliers.Chosen, _ supplier: Int, _ customer: Int, after first: Int,
        _ links: inout Draw
    ) {
        guard let suppliers = mains?.suppliers(chosen, of: supplier, by: customer) else { return }
        let start = cells.roster.ofGroup[customer].lowerBound
        var end = first
        for link in first..<links.suppliers.count
        where suppliers[Int(links.customers[link]) - start] != links.suppliers[link] {
            links.suppliers[end] = links.suppliers[link]
            links.customers[end] = links.customers[link]
            end += 1
        }
        links.suppliers.removeSubrange(end...)
        links.customers.removeSubrange(end...)
        for link in chosen.ofGroup[supplier] ?? []
        where named.isEmpty || !named.contains(Self.key(link.supplier, link.customer)) {
            links.suppliers.append(link.supplier)
            links.customers.append(link.customer)
        }
    }

    @inline(__always)
    private static func wait(_ generator: inout SeededGenerator) -> Double {
        -log(1 - generator.nextFraction())
    }

    private func drawCell(
        _ supplier: Int, _ customer: Int, _ strength: Double, hasNamed: Bool, _ wait: inout Double,
        _ generator: inout SeededGenerator, _ links: inout Draw
    ) {
        let isOwn = supplier == customer
        cells.supplyWeight.withUnsafeBufferPointer { supplyWeight in
            cells.demandWeight.withUnsafeBufferPointer { demandWeight in
                for from in cells.supplyClasses[supplier] {
                    let scaled = strength * from.top
                    for to in cells.demandClasses[customer] {
                        let rate = scaled * to.top
                        let width = to.firms.count
                        let pairs = from.firms.count * width
                        let length = rate * Double(pairs)
                        if wait >= length {
                            wait -= length
                            continue
                        }
                        let kept = -expm1(-rate)
                        var pair = 0
                        var left = pairs
                        while true {
                            let step = wait / rate
                            if step >= Double(left) {
                                wait -= rate * Double(left)
                                break
                            }
                            let skipped = Int(step)
                            pair += skipped
                            left -= skipped + 1
                            let (row, column) = pair.quotientAndRemainder(dividingBy: width)
                            let i = from.firms.lowerBound + row
                            let j = to.firms.lowerBound + column
                            pair += 1
                            wait = Self.wait(&generator)
                            let y = strength * supplyWeight[i] * demandWeight[j]
                            if generator.nextFraction() * kept * (1 + y) < y, !(isOwn && i == j) {
                                let (first, second) = (
                                    Int32(truncatingIfNeeded: i), Int32(truncatingIfNeeded: j)
                                )
                                if !hasNamed || !named.contains(Self.key(first, second)) {
                                    links.suppliers.append(first)
                                    links.customers.append(second)
                                }
                            }
                            if left <= 0 { break }
                        }
                    }
                }
            }
        }
    }
}
