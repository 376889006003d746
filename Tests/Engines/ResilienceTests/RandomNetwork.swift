import Ecosystem
import Kernels

extension SupplyNetwork {
    /// The same network with other shocks.
    func shocked(by shocks: [Shock]) -> SupplyNetwork? {
        SupplyNetwork(
            name: name, firms: firms, sectors: sectors, sectorOfFirm: sectorOfFirm, columns: columns,
            suppliers: suppliers, customers: customers, values: values, needs: needs, shocks: shocks)
    }

    /// The same network with ways, and perhaps another column.
    func taking(_ ways: Ways, _ column: FirmColumn? = nil) -> SupplyNetwork? {
        SupplyNetwork(
            name: name, firms: firms, sectors: sectors, sectorOfFirm: sectorOfFirm,
            columns: columns + (column.map { [$0] } ?? []), suppliers: suppliers, customers: customers,
            values: values, needs: needs, ways: ways)
    }

    /// A small random network whose links partly take two ways; with `sources` every ninth firm stands for what is outside.
    static func randomWithWays(_ seed: UInt64, firms: Int, sources: Bool) -> SupplyNetwork? {
        guard let plain = random(seed, firms: firms) else { return nil }
        var random = SeededGenerator(seed: seed)
        let wayOfLink = plain.values.map { _ in max(-1, Int32(random.next(below: 4)) - 2) }
        let isSource = plain.firms.indices.map { Optional($0 % 9 == 4 ? 1.0 : 0) }
        return plain.taking(
            .init(names: ["port", "road"], wayOfLink: wayOfLink),
            sources ? .init(name: "source", values: isSource) : nil)
    }

    /// A small random network: some firms large, some without supplier or customer, one isolated, a loop, repeated links.
    static func random(_ seed: UInt64, firms count: Int = 40, leak: ClosedRange<Double> = 0.1...0.6)
        -> SupplyNetwork?
    {
        var random = SeededGenerator(seed: seed)
        let sectorCount = 3 + random.next(below: 5)
        var suppliers: [Int32] = []
        var customers: [Int32] = []
        var values: [Double] = []
        for _ in 0..<count * 4 {
            let supplier = random.next(below: count - 1)
            let customer = random.next(below: count - 1)
            suppliers.append(Int32(supplier))
            customers.append(Int32(customer))
            let size = random.next(below: 5) == 0 ? 50.0 : 1
            values.append(size * (0.1 + random.nextFraction()))
        }
        var sales = [Double](repeating: 0, count: count)
        for (supplier, value) in zip(suppliers, values) { sales[Int(supplier)] += value }
        let width = leak.upperBound - leak.lowerBound
        let revenue = sales.map { Optional($0 / (1 - leak.lowerBound - width * random.nextFraction()) + 0.5) }
        let jobs = sales.map { _ in Optional(Double(random.next(below: 100))) }
        let needs = (0..<sectorCount * sectorCount).map { _ -> Need in
            [Need.irrelevant, .replaceable, .essential][random.next(below: 3)]
        }
        return SupplyNetwork(
            name: "random \(seed)", firms: (0..<count).map { "f\($0)" },
            sectors: (0..<sectorCount).map { "s\($0)" },
            sectorOfFirm: (0..<count).map { _ in Int32(random.next(below: sectorCount)) },
            columns: [.init(name: "revenue", values: revenue), .init(name: "jobs", values: jobs)],
            suppliers: suppliers, customers: customers, values: values, needs: needs)
    }
}
