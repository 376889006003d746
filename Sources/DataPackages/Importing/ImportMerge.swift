import Ecosystem

/// Puts staged records into the tables of a package and notes what that changes.
struct ImportMerge {
    private(set) var changes: [ImportPreview.Change] = []
    private(set) var unchanged = 0
    private let base: EcosystemModel
    private var tables: [RecordKind: Rows] = [:]

    /// The rows of one kind, by column.
    private struct Rows {
        var columns: [FieldName]
        var rows: [[String]] = []
        var byID: [String: Int] = [:]
    }

    init(_ base: EcosystemModel) { self.base = base }

    private func rows(of kind: RecordKind) -> Rows {
        var result = Rows(columns: base.columns(of: kind))
        base.forEachRow(of: kind) { row in
            if result.byID[row[0]] == nil { result.byID[row[0]] = result.rows.count }
            result.rows.append(row)
        }
        return result
    }

    /// Adds or changes one record.
    mutating func add(_ record: StagedRecord, extras: [FieldName], in staged: [StagedTable]) {
        var table = tables.removeValue(forKey: record.kind) ?? rows(of: record.kind)
        for extra in extras where !table.columns.contains(extra) {
            table.columns.append(extra)
            for row in table.rows.indices { table.rows[row].append("") }
        }
        var fields: [FieldChange] = []
        let isNew = table.byID[record.id] == nil
        let index = table.byID[record.id] ?? table.rows.count
        if isNew {
            table.byID[record.id] = index
            table.rows.append([String](repeating: "", count: table.columns.count))
        }
        for (column, name) in table.columns.enumerated() {
            guard let new = record.values[name], !new.isEmpty || record.emptyErases else { continue }
            let old = table.rows[index][column]
            guard old != new else { continue }
            fields.append(FieldChange(field: name, old: old, new: new))
            table.rows[index][column] = new
        }
        if fields.isEmpty {
            unchanged += 1
        } else {
            changes.append(
                ImportPreview.Change(
                    action: isNew ? .added : .changed, kind: record.kind, id: record.id,
                    name: ImportMerge.name(table.rows[index], table.columns, record.id), fields: fields,
                    file: staged[record.table].label, row: record.row))
        }
        tables[record.kind] = table
    }

    private static func name(_ row: [String], _ columns: [FieldName], _ id: String) -> Localized {
        func text(_ names: [FieldName]) -> String? {
            for name in names {
                if let column = columns.firstIndex(of: name), !row[column].isEmpty { return row[column] }
            }
            return nil
        }
        return Localized(
            en: text(["short_en", "name_en", "title_en", "label_en", "title"]),
            zh: text(["short_zh", "name_zh", "title_zh", "label_zh"])) ?? Localized(same: id)
    }

    /// The package with everything in it.
    func model(_ identity: PackageIdentity) -> EcosystemModel {
        var builder = EcosystemBuilder(identity)
        for kind in RecordKind.allCases {
            let schemaColumns = EcosystemSchema.schema(of: kind).fields.map(\.name)
            if let table = tables[kind] {
                builder.table(kind, extra: Array(table.columns.dropFirst(schemaColumns.count)))
                for row in table.rows { builder.add(kind, row: row) }
            } else if base.count(of: kind) > 0 {
                builder.table(kind, extra: Array(base.columns(of: kind).dropFirst(schemaColumns.count)))
                base.forEachRow(of: kind) { builder.add(kind, row: $0) }
            }
        }
        return builder.build()
    }
}
