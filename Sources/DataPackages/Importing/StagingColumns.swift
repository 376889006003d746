import Ecosystem

/// Where the cells of an input table go.
struct StagingColumns {
    /// One entry a column: the field's name, or `nil` for a column that is left out.
    private(set) var names: [FieldName?] = []
    private(set) var extras: [FieldName] = []
    /// The column that names the reference of coordinates row by row.
    private(set) var referencePosition: Int?

    init(
        _ table: InputTable, _ schema: RecordSchema, _ index: HeaderIndex, _ mapping: ImportMapping.Table?,
        into log: inout FindingLog
    ) {
        var first: [FieldName: Int] = [:]
        let mapped = Dictionary(
            (mapping?.columns ?? [:]).map { (HeaderText.normalized($0.key), $0.value) },
            uniquingKeysWith: { a, _ in a })
        var missing = Set(mapped.keys)
        for (position, header) in table.header.enumerated() {
            let key = HeaderText.normalized(header)
            func note(_ severity: Finding.Severity, _ message: Localized, suggestion: String? = nil) {
                log.add(
                    Finding(
                        severity, file: table.label, row: table.headerRow,
                        column: FieldName(rawValue: header),
                        position: position + 1, message, value: header, suggestion: suggestion))
            }
            missing.remove(key)
            var name: FieldName?
            if let choice = mapped[key] {
                guard let chosen = choice else {
                    names.append(nil)
                    continue
                }
                name = chosen
            } else if let field = index.field(header) {
                name = schema.fields[field].name
                if let name, name.rawValue != header {
                    note(.note, Localized("read as \(name)", "读作 \(name)"), suggestion: name.rawValue)
                }
            } else if schema.field("lon") != nil, TableImport.referenceHeaders.contains(key) {
                referencePosition = position
                names.append(nil)
                continue
            } else if key.isEmpty {
                if table.rows.contains(where: { position < $0.cells.count && !$0.cells[position].isEmpty }) {
                    note(.error, Localized("the column has values and no header; name it", "该列有数据而无表头；请填写表头"))
                }
                names.append(nil)
                continue
            } else {
                name = FieldName(rawValue: header)
                if !TableImport.sourcePoint.contains(header) {
                    note(
                        .note,
                        Localized(
                            "no field of \(schema.kind.table) is called so; the column is kept as it is. A mapping can "
                                + "name its field or leave it out",
                            "\(schema.kind.table) 没有此字段；该列原样保留。可用映射文件指定字段或略去"))
                }
            }
            guard let name else { continue }
            if let earlier = first[name] {
                note(
                    .error,
                    Localized(
                        "column \(earlier + 1) is \(name) already; leave one of them out with a mapping",
                        "第 \(earlier + 1) 列已是 \(name)；请用映射文件略去其一"))
                names.append(nil)
                continue
            }
            first[name] = position
            names.append(name)
            if schema.field(name) == nil { extras.append(name) }
        }
        for header in missing.sorted() {
            log.add(
                Finding(
                    .error, file: table.label, row: table.headerRow,
                    Localized(
                        "the mapping names the header “\(Finding.shown(header))”, which the table does not have",
                        "映射文件中的表头“\(Finding.shown(header))”在表中不存在"), value: header))
        }
    }

    /// Position (from 1) by field.
    var places: [FieldName: Int] {
        var places: [FieldName: Int] = [:]
        for (position, name) in names.enumerated() { if let name { places[name] = position + 1 } }
        return places
    }
}
