import DataPackages
import Ecosystem
import Foundation
import Kernels

/// The built-in package as rows of texts, every field of the schema with a column, small tables lengthened, so that
/// every field of every kind can be damaged.
struct DamagedPackage {
    /// One table; `rows` without the header.
    struct Table {
        var header: [FieldName]
        var rows: [[String]]
        /// Rows written in another way than their cells say, by index.
        var raw: [Int: [UInt8]] = [:]
        var rawHeader: [String]?
        var prefix: [UInt8] = []

        func column(_ name: FieldName) -> Int? { header.firstIndex(of: name) }
    }

    var tables: [RecordKind: Table] = [:]
    let descriptor: [UInt8]
    let ids: [RecordKind: [String]]

    init(folder: String) throws {
        let package = try PackageReader.read(folder: folder)
        let model = package.model
        descriptor = PackageWriter.files(model)["datapackage.json"] ?? []
        var ids: [RecordKind: [String]] = [:]
        for kind in RecordKind.allCases {
            let columns = model.columns(of: kind)
            var rows: [[String]] = []
            model.forEachRow(of: kind) { rows.append($0) }
            let original = rows
            var copy = 1
            while !original.isEmpty, rows.count < 60 {
                for row in original {
                    var clone = row
                    for (index, name) in columns.enumerated() where !clone[index].isEmpty {
                        if name == "id" { clone[index] += "_\(copy)" }
                        if name == "name_zh" || name == "en" { clone[index] += "\(copy)" }
                    }
                    rows.append(clone)
                }
                copy += 1
            }
            guard !rows.isEmpty else { continue }
            tables[kind] = Table(header: columns, rows: rows)
            ids[kind] = original.map { $0[0] }
        }
        self.ids = ids
    }

    /// The package's files.
    func files() -> [String: [UInt8]] {
        var files = ["datapackage.json": descriptor]
        for (kind, table) in tables {
            var bytes = table.prefix
            bytes += Self.line(table.rawHeader ?? table.header.map(\.rawValue))
            for (index, row) in table.rows.enumerated() { bytes += table.raw[index] ?? Self.line(row) }
            files[kind.table + ".csv"] = bytes
        }
        return files
    }

    /// One record of CSV.
    static func line(_ cells: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            bytes += quoted(cell)
        }
        return bytes + [0x0D, 0x0A]
    }

    /// A cell, quoted where it must be.
    static func quoted(_ cell: String) -> [UInt8] {
        guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            return Array(cell.utf8)
        }
        return Array("\"".utf8) + Array(cell.replacing("\"", with: "\"\"").utf8) + Array("\"".utf8)
    }
}

/// A fault that was planted, and where a check must find it.
struct PlantedFault {
    var kind: String
    var file: String
    var row: Int
    var column: FieldName?
    var severities: Set<Finding.Severity>

    func isFound(in index: FindingIndex) -> Bool { index.has(file, row, column, severities) }
}

/// Findings by place.
struct FindingIndex {
    private struct Key: Hashable {
        let file: String
        let row: Int
        let column: FieldName?
        let severity: Finding.Severity
    }

    private var keys: [Key: Int] = [:]

    init(_ findings: [Finding]) {
        for finding in findings {
            keys[
                Key(
                    file: finding.file, row: finding.row ?? 0, column: finding.column,
                    severity: finding.severity),
                default: 0] += 1
        }
    }

    func has(_ file: String, _ row: Int, _ column: FieldName?, _ severities: Set<Finding.Severity>) -> Bool {
        severities.contains { keys[Key(file: file, row: row, column: column, severity: $0)] != nil }
    }
}
