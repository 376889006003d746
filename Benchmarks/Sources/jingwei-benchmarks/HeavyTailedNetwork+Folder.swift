import Foundation
import Jingwei

extension HeavyTailedNetwork {
    /// Writes the network as a network folder: firms by number with sector and revenue, links, needs.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func write(_ name: String, _ header: [String], _ rows: Int, _ row: (Int, CSVWriter) -> Void) throws {
            try CSVWriter.write(to: folder + "/" + name, options: .package) { writer in
                try writer.record(header)
                for place in 0..<rows {
                    row(place, writer)
                    try writer.endRecord()
                }
            }
        }
        try write("firms.csv", ["id", "sector", "revenue"], firmCount) { firm, writer in
            writer.field(firm)
            writer.field("s\(sectors[firm])")
            writer.field("\(revenues[firm])")
        }
        try write("links.csv", ["supplier", "customer", "value"], values.count) { link, writer in
            writer.field(Int(suppliers[link]))
            writer.field(Int(customers[link]))
            writer.field("\(values[link])")
        }
        let names = (0..<Self.sectorCount).map { "s\($0)" }
        try write("essential.csv", ["sector"] + names, Self.sectorCount) { input, writer in
            writer.field(names[input])
            for user in 0..<Self.sectorCount { writer.field(Int(needs[input * Self.sectorCount + user])) }
        }
    }
}
