import Ecosystem
import Foundation
import Kernels

extension SupplyNetwork {
    /// A made-up network that grows firm by firm: each newcomer buys of some earlier firms and sells to some.
    ///
    /// - Parameters:
    ///   - isScaleFree: partners are found by the links they have already (A.-L. Barabási, R. Albert, Science 286 (1999) 509–512);
    ///     else all are found alike.
    ///   - links: links of a newcomer in each direction.
    ///   - essential: the part of pairs of sectors in which the user cannot do without the input.
    ///   - core: so many firms come first, the only ones of their sectors; they supply each other, everybody buys of one of them,
    ///     and nobody can do without them.
    static func grown(
        _ seed: UInt64, firms count: Int, links: Int = 2, sectors: Int = 20, isScaleFree: Bool = true,
        essential: Double = 0.2, core: Int = 0
    ) -> SupplyNetwork? {
        var random = SeededGenerator(seed: seed)
        var suppliers: [Int32] = []
        var customers: [Int32] = []
        // Every end of every link, so that a place drawn from it is found by its links.
        var ends: [[Int]] = [[0, 1], [0, 1]]
        for newcomer in 2..<count {
            for direction in 0...1 {
                var found: Set<Int> = []
                while found.count < min(links, newcomer) {
                    found.insert(
                        isScaleFree
                            ? ends[direction][random.next(below: ends[direction].count)]
                            : random.next(below: newcomer))
                }
                for partner in found.sorted() {
                    suppliers.append(Int32(direction == 0 ? partner : newcomer))
                    customers.append(Int32(direction == 0 ? newcomer : partner))
                    ends[direction].append(partner)
                }
                ends[direction].append(newcomer)
            }
        }
        for firm in 0..<count where core > 0 {
            let provider = firm < core ? (firm + 1) % core : random.next(below: core)
            suppliers.append(Int32(provider))
            customers.append(Int32(firm))
        }
        let values = suppliers.map { _ in pow(64, random.nextFraction()) }
        var sales = [Double](repeating: 0, count: count)
        var purchases = sales
        for link in values.indices {
            sales[Int(suppliers[link])] += values[link]
            purchases[Int(customers[link])] += values[link]
        }
        // What is sold outside covers at least what is bought.
        let revenue = (0..<count).map { firm in
            Optional(max(sales[firm], purchases[firm]) * (1.1 + random.nextFraction()) + 1)
        }
        let needs = (0..<sectors * sectors).map { pair -> Need in
            let draw = random.nextFraction()
            return pair / sectors < core || draw < essential
                ? .essential : draw < 0.5 ? .replaceable : .irrelevant
        }
        return SupplyNetwork(
            name: "grown \(seed)", firms: (0..<count).map { "f\($0)" },
            sectors: (0..<sectors).map { "s\($0)" },
            sectorOfFirm: (0..<count).map { firm in
                firm < core ? Int32(firm) : Int32(core + random.next(below: sectors - core))
            },
            columns: [.init(name: "revenue", values: revenue)], suppliers: suppliers, customers: customers,
            values: values, needs: needs)
    }
}
