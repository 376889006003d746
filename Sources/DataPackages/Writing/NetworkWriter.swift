public import Ecosystem
import Sheets

/// Writes a supply network as the files of a network folder, which the reader reads back to the same network.
public enum NetworkWriter {
    /// The files by name: `firms.csv`, `links.csv`, `essential.csv`, `shocks.csv` and `imports.csv` where there are any, `network.json`.
    public static func files(_ network: SupplyNetwork) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for table in tables(network) {
            let writer = CSVWriter(PackageWriter.csvOptions(.package))
            // A writer in memory has nothing that could fail.
            try? table.write(to: writer)
            files[table.name] = writer.bytes
        }
        files[aboutName] = about(network)
        return files
    }

    /// Writes the files into a folder of a package that is being written, row by row.
    static func write(
        _ network: SupplyNetwork, in folder: String, to transaction: inout FolderTransaction
    ) throws {
        for table in tables(network) {
            try transaction.write(folder + "/" + table.name) { path in
                try CSVWriter.write(to: path, options: PackageWriter.csvOptions(.package)) { writer in
                    try table.write(to: writer)
                }
            }
        }
        if let about = about(network) { try transaction.write(folder + "/" + aboutName, about) }
    }

    /// One CSV file, made row by row.
    private struct Table {
        var name: String
        var header: [String]
        var count: Int
        /// Adds the fields of a row.
        var row: (Int, CSVWriter) -> Void

        func write(to writer: CSVWriter) throws {
            try writer.record(header)
            for place in 0..<count {
                row(place, writer)
                try writer.endRecord()
            }
        }
    }

    private static let aboutName = "network.json"

    private static func tables(_ network: SupplyNetwork) -> [Table] {
        var tables = [firms(network)]
        tables.append(
            Table(name: "links.csv", header: ["supplier", "customer", "value"], count: network.values.count) {
                link, writer in
                writer.field(network.firms[Int(network.suppliers[link])])
                writer.field(network.firms[Int(network.customers[link])])
                writer.field("\(network.values[link])")
            })
        if let needs = network.needs {
            let width = network.sectors.count
            tables.append(
                Table(name: "essential.csv", header: ["sector"] + network.sectors, count: width) {
                    row, writer in
                    writer.field(network.sectors[row])
                    for column in 0..<width { writer.field(Int(needs[row * width + column].rawValue)) }
                })
        }
        if !network.shocks.isEmpty {
            tables.append(
                Table(name: "shocks.csv", header: ["scenario", "firm", "loss"], count: network.shocks.count) {
                    place, writer in
                    let shock = network.shocks[place]
                    writer.field(shock.scenario)
                    writer.field(network.firms[shock.firm])
                    writer.field("\(shock.loss)")
                })
        }
        if let imports = network.imports {
            let known = imports.shares.indices.filter { imports.shares[$0] != nil }
            tables.append(
                Table(
                    name: "imports.csv", header: ["sector", "share", "counted_en", "counted_zh"],
                    count: known.count
                ) { place, writer in
                    let counted = imports.counted[known[place]]
                    writer.field(network.sectors[known[place]])
                    writer.field("\(imports.shares[known[place]] ?? 0)")
                    writer.field(counted?.en ?? "")
                    writer.field(counted?.zh ?? "")
                })
        }
        return tables
    }

    private static func firms(_ network: SupplyNetwork) -> Table {
        var header = ["id", "sector"]
        if network.places != nil { header.append("region") }
        header += network.columns.map(\.name)
        return Table(name: "firms.csv", header: header, count: network.firms.count) { firm, writer in
            writer.field(network.firms[firm])
            writer.field(network.sectors[Int(network.sectorOfFirm[firm])])
            if let places = network.places {
                let region = Int(places.regionOfFirm[firm])
                writer.field(places.regions.indices.contains(region) ? places.regions[region] : "")
            }
            for column in network.columns { writer.field(column[firm].map { "\($0)" } ?? "") }
        }
    }

    /// What the network says of itself; `nil` where it says nothing.
    private static func about(_ network: SupplyNetwork) -> [UInt8]? {
        func both(_ words: Localized) -> JSONNode {
            .object([("en", .text(words.en)), ("zh", .text(words.zh))])
        }
        func list(_ ids: [String]) -> JSONNode? { ids.isEmpty ? nil : .texts(ids) }
        let members: [(String, JSONNode?)] = [
            ("basis", network.basis.map { .text($0.rawValue) }),
            ("source", network.source.map(both)),
            ("unit", network.money.map { both($0.unit) }),
            ("scale", network.money?.scale.map { .number($0) }),
            ("days", network.money.map { .number($0.days) }),
            ("importsBasis", network.imports?.basis.map { .text($0.rawValue) }),
            ("named", list(network.realFirms.listed)), ("standIns", list(network.realFirms.behindStandIns)),
        ]
        guard members.contains(where: { $0.1 != nil }) else { return nil }
        return Array((JSONNode.object(members).text() + "\n").utf8)
    }
}
