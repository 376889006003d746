import Ecosystem
import Foundation

/// The data packages of the project as models, and the rows of their files for independent counting.
enum OpenPackages {
    static let root: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    static func builtIn() throws -> EcosystemModel { try readOnce[0].get() }
    static func sixClusters() throws -> EcosystemModel { try readOnce[1].get() }
    static func constructed() throws -> EcosystemModel { try readOnce[2].get() }

    /// Models never change, so each package is read once for all tests.
    private static let readOnce = [
        "Data/beijing-tianjin-hebei", "Data/six-clusters", "Fixtures/studies/constructed-vehicle",
    ].map { package in Result { try model(package) } }

    /// Rows of a table as dictionaries; none where the package has no such table.
    static func rows(_ package: String, _ table: String) throws -> [[String: String]] {
        let file = root.appending(path: "\(package)/\(table).csv")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let records = records(of: try String(contentsOf: file, encoding: .utf8))
        guard let header = records.first else { return [] }
        return records.dropFirst().map { record in
            var row: [String: String] = [:]
            for (name, cell) in zip(header, record) where !cell.isEmpty { row[name] = cell }
            return row
        }
    }

    static func model(_ package: String) throws -> EcosystemModel {
        struct Descriptor: Decodable {
            struct Identity: Decodable {
                var title: Localized
                var homeRegion: String?
                var places: [String]?
                var headline: [String]?
                var focusProduct: String?
                var synthetic: Bool?
            }
            var name: String
            var version: String?
            var jingwei: Identity
        }
        let text = try Data(contentsOf: root.appending(path: "\(package)/datapackage.json"))
        let descriptor = try JSONDecoder().decode(Descriptor.self, from: text)
        let known = descriptor.jingwei
        var builder = EcosystemBuilder(
            PackageIdentity(
                id: descriptor.name, title: known.title, version: descriptor.version ?? "0",
                homeRegion: known.homeRegion.map(RegionID.init),
                places: (known.places ?? []).map(RegionID.init),
                headline: (known.headline ?? []).map(IndicatorID.init),
                focusProduct: known.focusProduct.map(ProductID.init), isSynthetic: known.synthetic ?? false)
        )
        for kind in RecordKind.allCases {
            for row in try rows(package, kind.table) {
                var fields: [FieldName: String] = [:]
                for (name, cell) in row { fields[FieldName(rawValue: name)] = cell }
                builder.add(kind, fields)
            }
        }
        return builder.build()
    }

    /// The cells of a CSV text, quotes undone.
    private static func records(of text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell = ""
        var isQuoted = false
        var previousWasQuote = false
        for scalar in text.unicodeScalars {
            if isQuoted {
                if scalar == "\"" {
                    isQuoted = false
                    previousWasQuote = true
                } else {
                    cell.unicodeScalars.append(scalar)
                }
                continue
            }
            switch scalar {
            case "\"":
                if previousWasQuote { cell.append("\"") }
                isQuoted = true
            case ",":
                record.append(cell)
                cell = ""
            case "\n":
                record.append(cell)
                cell = ""
                records.append(record)
                record = []
            case "\r": break
            default: cell.unicodeScalars.append(scalar)
            }
            previousWasQuote = false
        }
        if !cell.isEmpty || !record.isEmpty { records.append(record + [cell]) }
        return records
    }
}

extension EcosystemModel {
    /// A model with nothing in it.
    static var empty: EcosystemModel {
        EcosystemBuilder(PackageIdentity(id: "empty", title: Localized("Empty", "空"))).build()
    }
}
