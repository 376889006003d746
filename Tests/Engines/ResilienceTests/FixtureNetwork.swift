import DataPackages
import Ecosystem
import Foundation
import Testing

/// Networks and outputs of the peer, from our own folder and from the reference material.
enum FixtureNetwork {
    /// One output of the peer.
    struct Output: Sendable, CustomTestStringConvertible {
        var folder: String
        var needs: String
        var isReplaceable: Bool
        var stop: Double
        var file: String
        var testDescription: String { "\(folder)/\(file)" }
    }

    /// The root of the repository.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    /// The reference material; `nil` where it is not there.
    static let reference: String? = {
        let given = ProcessInfo.processInfo.environment["JINGWEI_REFERENCE"] ?? "../shared"
        let path = given.hasPrefix("/") ? given : root.path + "/" + given
        let folder = path + "/reference/fixtures/resilience"
        return FileManager.default.fileExists(atPath: folder) ? folder : nil
    }()

    static func folder(_ name: String) -> String? {
        name == "esri_toy7" ? root.path + "/Fixtures/resilience/esri_toy7" : reference.map { $0 + "/" + name }
    }

    /// All outputs of single firms in a folder.
    static func outputs(_ name: String) -> [Output] {
        guard let folder = folder(name) else { return [] }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.sorted().compactMap { file in
            let parts = file.dropLast(4).split(separator: "_").map(String.init)
            guard parts.count == 5, parts[0] == "peer", let stop = Double(parts[3].dropFirst(3)) else {
                return nil
            }
            return Output(
                folder: name, needs: parts[1], isReplaceable: parts[2] == "sub", stop: stop, file: file)
        }
    }

    /// A folder's network; needs as given, all non-essential (`lin`) or all essential (`leo`).
    static func network(_ name: String, needs: String = "asis", withRevenue: Bool = false) throws
        -> SupplyNetwork
    {
        let folder = try #require(Self.folder(name))
        guard case .network(let read) = try ComputingInputReader.read(.network, path: folder).input else {
            throw Missing()
        }
        var columns: [SupplyNetwork.FirmColumn] = []
        if withRevenue {
            let values = try rows(folder + "/revenue.csv").map { Double($0[1]) }
            columns.append(SupplyNetwork.FirmColumn(name: "revenue", values: values))
        }
        let all: [String: SupplyNetwork.Need] = ["lin": .replaceable, "leo": .essential]
        let changed = all[needs].map { need in read.needs?.map { _ in need } } ?? read.needs
        return try #require(
            SupplyNetwork(
                name: name, firms: read.firms, sectors: read.sectors, sectorOfFirm: read.sectorOfFirm,
                columns: columns, suppliers: read.suppliers, customers: read.customers, values: read.values,
                needs: changed, shocks: read.shocks))
    }

    /// Rows of a plain table without its header.
    static func rows(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",").map { $0.replacingOccurrences(of: "\"", with: "") }
        }
    }

    struct Missing: Error {}
}
