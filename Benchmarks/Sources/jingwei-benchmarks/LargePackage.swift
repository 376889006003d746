import DataPackages
import Ecosystem
import Foundation
import Kernels
import Sheets

/// A package with any number of rows in the shape of a small one: its records many times over, each copy with ids of its
/// own and references within itself, every phrase and name told apart by the number of its copy.
///
/// The content is made up; only the proportions are those of the small package.
struct LargePackage {
    /// A fault that was planted.
    struct Fault {
        var file: String
        var row: Int
        var column: String
        var kind: String
    }

    let model: EcosystemModel
    let copies: Int
    /// Rows of all tables, without headers.
    var rows: Int { (model.recordCount - model.count(of: .predicate)) * copies + model.count(of: .predicate) }
    private var generator: SeededGenerator
    private var faults: [Fault] = []
    private let ids: Set<String>

    init(of folder: String, rows: Int, seed: UInt64) throws {
        model = try PackageReader.read(folder: folder).model
        // Kinds of relation are a vocabulary and stand only once.
        let single = model.count(of: .predicate)
        let copied = max(1, model.recordCount - single)
        copies = max(1, (rows - single + copied - 1) / copied)
        generator = SeededGenerator(seed: seed)
        var ids: Set<String> = []
        for kind in RecordKind.allCases { model.forEachRow(of: kind) { ids.insert($0[0]) } }
        self.ids = ids
    }

    /// Writes the tables and the descriptor; plants about one fault in `faultDistance` rows (0 for none).
    mutating func write(to folder: String, faultDistance: Int) throws -> [Fault] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let small = PackageWriter.files(model)
        try Data(small["datapackage.json"] ?? []).write(to: URL(filePath: folder + "/datapackage.json"))
        for kind in RecordKind.allCases where model.count(of: kind) > 0 {
            try write(kind, to: folder, faultDistance: faultDistance)
        }
        return faults
    }

    private mutating func write(_ kind: RecordKind, to folder: String, faultDistance: Int) throws {
        let schema = EcosystemSchema.schema(of: kind)
        let columns = model.columns(of: kind)
        var rows: [[String]] = []
        model.forEachRow(of: kind) { rows.append($0) }
        let used = columns.indices.filter { index in
            let field = schema.field(columns[index])
            let isKept = field.map { $0.isRequired || $0.name == "basis" || $0.name == "sources" } ?? true
            return isKept || rows.contains { !$0[index].isEmpty }
        }
        let file = kind.table + ".csv"
        var copyNumber = 0
        var row = 1
        let options = CSVWriterOptions(writesByteOrderMark: false, guardsFormulas: false)
        try CSVWriter.write(to: folder + "/" + file, options: options) { writer in
            try writer.record(used.map { columns[$0].rawValue })
            while copyNumber < copies {
                for original in rows {
                    if kind == .predicate, copyNumber > 0 { continue }
                    row += 1
                    var cells = used.map { index in
                        cell(original[index], schema.field(columns[index]), columns[index], copyNumber)
                    }
                    if faultDistance > 0, generator.next(below: faultDistance) == 0 {
                        plant(&cells, used.map { columns[$0] }, schema, file, row)
                    }
                    for cell in cells { writer.field(cell) }
                    try writer.endRecord()
                }
                copyNumber += 1
            }
        }
    }

    private func own(_ id: String, _ copy: Int) -> String {
        copy == 0 || !ids.contains(id) || isPredicate(id) ? id : "\(id).\(copy)"
    }

    private func isPredicate(_ id: String) -> Bool { model.record(id: id)?.kind == .predicate }

    private func cell(_ text: String, _ field: Field?, _ name: FieldName, _ copy: Int) -> String {
        guard copy > 0, !text.isEmpty, let field else { return text }
        switch field.type {
        case .id, .reference: return own(text, copy)
        case .references:
            return text.split(separator: ";").map { own($0.trimmingCharacters(in: .whitespaces), copy) }
                .joined(separator: ";")
        case .name: return "\(text) \(copy)"
        case .phrase: return text.contains(where: \.isLetter) ? "\(text) \(copy)" : text
        case .phrases:
            return text.split(separator: ";").map { part in
                let part = part.trimmingCharacters(in: .whitespaces)
                return part.contains(where: \.isLetter) ? "\(part) \(copy)" : part
            }.joined(separator: "; ")
        case .text: return name == "en" || name == "zh" ? "\(text) \(copy)" : text
        case .identifier(.administrativeDivision): return ""
        default: return text
        }
    }

    /// Damages one cell in a way that both checkers know.
    private mutating func plant(
        _ cells: inout [String], _ columns: [FieldName], _ schema: RecordSchema, _ file: String, _ row: Int
    ) {
        let column = generator.next(below: columns.count)
        guard let field = schema.field(columns[column]) else { return }
        switch field.type {
        case .reference: cells[column] = "zz.\(row)"
        case .number, .integer, .longitude, .latitude: cells[column] = "12x"
        case .date: cells[column] = "2014/5"
        case .code(let vocabulary) where vocabulary.isClosed: cells[column] = "no_such_term"
        case .boolean: cells[column] = "maybe"
        case _ where field.isRequired && field.type != .id: cells[column] = ""
        default: return
        }
        faults.append(
            Fault(
                file: file, row: row, column: field.name.rawValue,
                kind: "\(field.type)".prefix { $0 != "(" }.description))
    }
}
