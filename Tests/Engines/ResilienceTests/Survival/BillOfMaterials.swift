import Ecosystem
import Foundation
import Kernels
import Testing

/// Bills of materials as networks: the fixture of 35 firms, and small ones drawn by seed.
enum BillOfMaterials {
    private struct Instance: Decodable {
        var tier1: [String], tier2: [String], tier3: [String]
        var edges: [[String]]
        var supplier_material_type: [String: String]
        var f: [String: Double], s: [String: Double], d: [String: Double], c: [String: Double]
        var r: [String: [String: Double]]
    }

    static let folder = FixtureNetwork.root.path + "/Fixtures/resilience/ttr"

    /// `instance_35.json`.
    static func fixture(shocks: [(String, String, Double)] = []) throws -> SupplyNetwork {
        let bytes = try Data(contentsOf: URL(filePath: folder + "/instance_35.json"))
        let instance = try JSONDecoder().decode(Instance.self, from: bytes)
        let firms = instance.tier1 + instance.tier2 + instance.tier3
        let places = Dictionary(uniqueKeysWithValues: firms.enumerated().map { ($1, $0) })
        let materials = firms.map { instance.supplier_material_type[$0] ?? "vehicles" }
        let sectors = Array(Set(materials)).sorted()
        let links = instance.edges.compactMap { edge -> (Int32, Int32, Double)? in
            guard let supplier = places[edge[0]], let customer = places[edge[1]],
                let need = instance.r[edge[1]]?[materials[supplier]]
            else { return nil }
            return (Int32(supplier), Int32(customer), need)
        }
        try #require(links.count == instance.edges.count)
        func column(_ name: String, _ values: [String: Double]) -> SupplyNetwork.FirmColumn {
            .init(name: name, values: firms.map { values[$0] })
        }
        return try #require(
            SupplyNetwork(
                firms: firms, sectors: sectors,
                sectorOfFirm: materials.map { Int32(sectors.firstIndex(of: $0) ?? 0) },
                columns: [
                    column("margin", instance.f), column("stock", instance.s), column("demand", instance.d),
                    column("capacity", instance.c),
                ], suppliers: links.map(\.0), customers: links.map(\.1), values: links.map(\.2),
                shocks: shocks.compactMap { shock in
                    places[shock.1].map { .init(scenario: shock.0, firm: $0, loss: shock.2) }
                }))
    }

    /// Rows of a CSV file without its header.
    static func rows(_ file: String) throws -> [[String]] {
        try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",").map(String.init) }
    }

    /// A network of firms that need each other at random, circles and all; some stocks, capacities and times are missing.
    static func drawn(firms: Int, seed: UInt64, withGaps: Bool = true) -> SupplyNetwork? {
        var generator = SeededGenerator(seed: seed)
        let sectors = (0..<max(2, firms / 4)).map { "m\($0)" }
        let sectorOfFirm = (0..<firms).map { _ in Int32(generator.next(below: sectors.count)) }
        func column(_ name: String, _ share: Double, _ draw: (inout SeededGenerator) -> Double)
            -> SupplyNetwork.FirmColumn
        {
            .init(
                name: name,
                values: (0..<firms).map { _ in generator.nextFraction() < share ? draw(&generator) : nil })
        }
        let columns = [
            column("demand", 0.4) { Double(1 + $0.next(below: 9)) },
            column("stock", withGaps ? 0.8 : 1) { Double($0.next(below: 60)) },
            column("capacity", withGaps ? 0.9 : 1) { Double(8 + $0.next(below: 30)) },
            column("margin", 1) { Double(1 + $0.next(below: 5)) },
            column("ttr", withGaps ? 0.9 : 1) { Double(1 + $0.next(below: 12)) },
        ]
        var (suppliers, customers, values): ([Int32], [Int32], [Double]) = ([], [], [])
        for customer in 1..<firms {
            for _ in 0..<generator.next(below: 4) {
                // Mostly from those with higher numbers, now and then the other way, so that there are circles.
                let supplier =
                    generator.nextFraction() < 0.1
                    ? generator.next(below: firms) : customer + 1 + generator.next(below: firms)
                guard supplier < firms, supplier != customer else { continue }
                suppliers.append(Int32(supplier))
                customers.append(Int32(customer))
                values.append(Double(1 + generator.next(below: 3)) / 2)
            }
        }
        return SupplyNetwork(
            firms: (0..<firms).map { "f\($0)" }, sectors: sectors, sectorOfFirm: sectorOfFirm,
            columns: columns, suppliers: suppliers, customers: customers, values: values)
    }
}
