public import Ecosystem
import Sheets

/// Writes a supply network as the files of a network folder, which the reader reads back to the same network.
public enum NetworkWriter {
    /// The files by name: `firms.csv`, `links.csv`, `essential.csv`, `shocks.csv` and `imports.csv` where there are any, `network.json`.
    public static func files(_ network: SupplyNetwork) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        files["firms.csv"] = firms(network)
        files["links.csv"] = table(["supplier", "customer", "value"], network.values.count) { link in
            [
                network.firms[Int(network.suppliers[link])], network.firms[Int(network.customers[link])],
                "\(network.values[link])",
            ]
        }
        if let needs = network.needs {
            let width = network.sectors.count
            files["essential.csv"] = table(["sector"] + network.sectors, width) { row in
                [network.sectors[row]] + (0..<width).map { String(needs[row * width + $0].rawValue) }
            }
        }
        if !network.shocks.isEmpty {
            files["shocks.csv"] = table(["scenario", "firm", "loss"], network.shocks.count) { place in
                let shock = network.shocks[place]
                return [shock.scenario, network.firms[shock.firm], "\(shock.loss)"]
            }
        }
        if let imports = network.imports {
            let known = imports.shares.indices.filter { imports.shares[$0] != nil }
            files["imports.csv"] = table(["sector", "share", "counted_en", "counted_zh"], known.count) {
                place in
                let sector = known[place]
                let counted = imports.counted[sector]
                return [
                    network.sectors[sector], "\(imports.shares[sector] ?? 0)", counted?.en ?? "",
                    counted?.zh ?? "",
                ]
            }
        }
        if let about = about(network) { files["network.json"] = Array((about.text() + "\n").utf8) }
        return files
    }

    /// What the network says of itself; `nil` where it says nothing.
    private static func about(_ network: SupplyNetwork) -> JSONNode? {
        func both(_ words: Localized) -> JSONNode {
            .object([("en", .text(words.en)), ("zh", .text(words.zh))])
        }
        let members: [(String, JSONNode?)] = [
            ("basis", network.basis.map { .text($0.rawValue) }),
            ("source", network.source.map(both)),
            ("unit", network.money.map { both($0.unit) }),
            ("scale", network.money?.scale.map { .number($0) }),
            ("days", network.money.map { .number($0.days) }),
            ("importsBasis", network.imports?.basis.map { .text($0.rawValue) }),
        ]
        return members.allSatisfy { $0.1 == nil } ? nil : .object(members)
    }

    private static func firms(_ network: SupplyNetwork) -> [UInt8] {
        var header = ["id", "sector"]
        if network.places != nil { header.append("region") }
        header += network.columns.map(\.name)
        return table(header, network.firms.count) { firm in
            var row = [network.firms[firm], network.sectors[Int(network.sectorOfFirm[firm])]]
            if let places = network.places {
                let region = Int(places.regionOfFirm[firm])
                row.append(places.regions.indices.contains(region) ? places.regions[region] : "")
            }
            return row + network.columns.map { column in column.values[firm].map { "\($0)" } ?? "" }
        }
    }

    private static func table(_ header: [String], _ count: Int, _ row: (Int) -> [String]) -> [UInt8] {
        let writer = CSVWriter(PackageWriter.csvOptions(.package))
        // A writer in memory has nothing that could fail.
        try? writer.record(header)
        for place in 0..<count { try? writer.record(row(place)) }
        return writer.bytes
    }
}
