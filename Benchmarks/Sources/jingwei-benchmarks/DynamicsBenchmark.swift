import Foundation
import Jingwei

/// Days of a disruption: a heavy-tailed network of firms, or a table of sectors; the numbers are written for the peer.
enum DynamicsBenchmark {
    /// What may be asked for beside the plain rules, each alone or several with `+` between.
    static let features = ["ways", "sources", "stock", "search", "small-first", "overtime"]

    /// `FIRMS DAYS FOLDER [FEATURES]`: writes the network there and follows the failure of a hundredth of all firms for half of the
    /// days. `ways`: every twentieth link takes one of two ways, of which one closes for as long; `sources`: every thousandth firm
    /// stands for what is outside; `stock`: every second sector has 30 days of stock; `search`: new suppliers after 10 days;
    /// `overtime`: up to a quarter more.
    static func network(firms: Int, days: Int, folder: String, features: Set<String> = []) throws {
        let drawn = HeavyTailedNetwork(firms: firms, meanDegree: 10, seed: 42)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func write<T>(_ name: String, _ values: [T]) throws {
            try values.withUnsafeBytes { Data($0) }.write(to: URL(filePath: folder + "/" + name))
        }
        try write("suppliers.i32", drawn.suppliers)
        try write("customers.i32", drawn.customers)
        try write("values.f64", drawn.values)
        try write("sectors.i32", drawn.sectors)
        try write("needs.u8", drawn.needs)
        try write("revenue.f64", drawn.revenues)
        let network = SupplyNetwork(
            firms: (0..<firms).map { "\($0)" }, sectors: (0..<HeavyTailedNetwork.sectorCount).map { "\($0)" },
            sectorOfFirm: drawn.sectors,
            columns: [.init(name: "revenue", values: drawn.revenues)]
                + (features.contains("sources")
                    ? [.init(name: "source", values: (0..<firms).map { $0 % 1_000 == 7 ? 1 : 0 })] : []),
            suppliers: drawn.suppliers, customers: drawn.customers, values: drawn.values,
            needs: drawn.needs.map { SupplyNetwork.Need(rawValue: $0) ?? .irrelevant },
            ways: features.contains("ways")
                ? .init(
                    names: ["port", "road"],
                    wayOfLink: drawn.values.indices.map { $0 % 20 == 0 ? Int32($0 / 20 % 2) : -1 }) : nil)
        guard let network else { return print("the network does not fit together") }
        var options = DisruptionOptions()
        options.horizon = days
        if features.contains("stock") {
            let every = stride(from: 0, to: Int32(HeavyTailedNetwork.sectorCount), by: 2)
            options.stockDaysOfSector = Dictionary(uniqueKeysWithValues: every.map { ($0, 30) })
        }
        if features.contains("search") { options.searchDays = 10 }
        if features.contains("small-first") { options.rationing = .smallOrdersFirst }
        if features.contains("overtime") { options.overproduction = 1.25 }
        let shock = DisruptionShock(
            name: "every hundredth", firms: stride(from: 0, to: Int32(firms), by: 100).map { $0 },
            ways: features.contains("ways") ? [0] : [], start: 1,
            days: Double(days / 2), recovery: Double(days / 4))
        let (ground, ready) = try Measure.run { try DisruptionGround(network, options) }
        print(
            "\(firms) firms, \(ground.linkCount) links, \(ground.inputCount) inputs; made ready: \(ready.text)"
        )
        let (result, cost) = try Measure.run {
            try Disruption.run(on: ground, shocks: [shock], options).get()
        }
        print("\(days) days: \(cost.text)")
        print("milliseconds a day \(cost.userSeconds / Double(days) * 1000)")
        print("loss \(result.loss)")
        print("unaccounted \(max(result.deliveryResidual, result.stockResidual))")
    }

    /// `FOLDER ROUNDS`: a table folder with two header rows, as the peer writes it; the arbitrary shock of the fixture.
    static func table(folder: String, rounds: Int) throws {
        guard case .table(let table) = try ComputingInputReader.read(.table, path: folder).input,
            let place = table.sectors.firstIndex(where: { $0.text == "reg1/manufactoring" })
        else { return print("no such table") }
        var options = DisruptionOptions.sectors
        options.lossDecimals = 6
        let shock = DisruptionShock(
            name: "manufacturing", firms: [Int32(place)], start: 6, days: 61, depth: 0.8, recovery: 30)
        let ground = try DisruptionGround(table, options)
        let (loss, cost) = try Measure.run {
            var loss = 0.0
            for _ in 0..<rounds {
                loss = try Disruption.run(on: ground, shocks: [shock], options).get().loss
            }
            return loss
        }
        print("milliseconds a step \(cost.userSeconds / Double(rounds * options.horizon) * 1000)")
        print("loss \(loss)")
    }
}
