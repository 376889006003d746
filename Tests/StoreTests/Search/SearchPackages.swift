import DataPackages
import Ecosystem
import Foundation
import Store

/// The built-in packages and their indexes, made once for all tests.
enum SearchPackages {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    static let ids = ["beijing-tianjin-hebei", "six-clusters"]

    private static let made: [String: SearchIndex] = {
        var made: [String: SearchIndex] = [:]
        for id in ids {
            guard let package = try? PackageReader.read(folder: root + "/Data/" + id),
                let index = try? SearchIndex(package.model)
            else { continue }
            made[id] = index
        }
        return made
    }()

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The index of a built-in package.
    static func index(_ id: String = "beijing-tianjin-hebei") throws -> SearchIndex {
        guard let index = made[id] else { throw Missing(description: "Data/\(id) cannot be read or indexed") }
        return index
    }

    /// A model of given rows, for what the built-in packages do not hold.
    static func model(_ rows: [(RecordKind, [FieldName: String])]) -> EcosystemModel {
        var builder = EcosystemBuilder(
            PackageIdentity(id: "constructed", title: Localized(same: "Constructed"), version: "1"))
        for (kind, fields) in rows { builder.add(kind, fields) }
        return builder.build()
    }
}
