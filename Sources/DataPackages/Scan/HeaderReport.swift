import Ecosystem

/// Findings about the header row of a table.
enum HeaderReport {
    static func report(_ map: HeaderMap, _ schema: RecordSchema, table: Int, in context: ScanContext) {
        func note(
            _ severity: Finding.Severity, _ column: Int, _ message: Localized, suggestion: String? = nil
        ) {
            let header = map.headers[column]
            context.report(
                severity, table: table, row: 1, position: column + 1, column: FieldName(rawValue: header),
                message,
                value: header, suggestion: suggestion)
        }
        for (column, remark) in map.remarks {
            let header = Finding.shown(map.headers[column])
            switch remark {
            case .unnamed:
                context.isComplete = false
                note(.error, column, Localized("the column has no header; it is not read", "该列没有表头；不读取"))
            case .duplicate(let first):
                context.isComplete = false
                note(
                    .error, column,
                    Localized(
                        "the header “\(header)” means the same as column \(first + 1); the second column is not read",
                        "表头“\(header)”与第 \(first + 1) 列含义相同；后一列不读取"))
            case .unknown:
                let near = nearest(map.headers[column], schema)
                let hint =
                    near.map { Localized("; “\($0)” may be meant", "；可能应为“\($0)”") } ?? Localized("", "")
                note(
                    near == nil ? .note : .warning, column,
                    Localized(
                        "the table \(schema.kind.table) has no field “\(header)”\(hint.en); the column is kept as it is",
                        "\(schema.kind.table) 表没有字段“\(header)”\(hint.zh)；该列原样保留"), suggestion: near)
            case .understood(let name):
                note(
                    .note, column,
                    Localized("the header “\(header)” is read as \(name)", "表头“\(header)”读作 \(name)"),
                    suggestion: name.rawValue)
            }
        }
        reportMissing(map, schema, table: table, in: context)
    }

    private static func reportMissing(
        _ map: HeaderMap, _ schema: RecordSchema, table: Int, in context: ScanContext
    ) {
        for (index, field) in schema.fields.enumerated() where map.position(of: index) == nil {
            if field.isRequired {
                context.report(
                    .error, table: table, row: 1, column: field.name,
                    Localized(
                        "the required column \(field.name) (\(field.label.en)) is missing",
                        "缺少必需的列 \(field.name)（\(field.label.zh)）"), expected: field.name.rawValue)
            } else if field.name == "basis" || field.name == "sources" {
                context.report(
                    .warning, table: table, row: 1, column: field.name,
                    Localized(
                        "the column \(field.name) (\(field.label.en)) is missing; no record says where it comes from",
                        "缺少列 \(field.name)（\(field.label.zh)）；各记录均未说明来历"), expected: field.name.rawValue)
            }
        }
    }

    /// The field whose name is one or two letters away from a header.
    private static func nearest(_ header: String, _ schema: RecordSchema) -> String? {
        let wanted = Array(header.lowercased().utf8.prefix(60))
        guard wanted.count >= 3 else { return nil }
        var best: (distance: Int, name: String)?
        for field in schema.fields {
            let limit = min((best?.distance ?? 3) - 1, max(1, wanted.count / 4))
            guard limit >= 0 else { break }
            if let found = NearestText.distance(wanted, Array(field.name.rawValue.utf8), atMost: limit) {
                best = (found, field.name.rawValue)
            }
        }
        return best?.name
    }
}
