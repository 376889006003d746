import Ecosystem

/// Turns input tables into staged records: fields recognized, cells read, coordinates converted, ids found or made,
/// names resolved.
struct ImportStage {
    private(set) var records: [StagedRecord] = []
    private(set) var tables: [StagedTable] = []
    var log: FindingLog
    private let base: EcosystemModel
    private let options: ImportOptions
    /// Tables of an own export are taken as they are.
    private let isOwn: Bool
    private let indexes: [RecordKind: HeaderIndex]
    private var names: NameIndex
    private var stagedIDs: [RecordKind: [String: Int]] = [:]
    private var allIDs: Set<String> = []

    init(_ base: EcosystemModel, isOwn: Bool, options: ImportOptions, log: FindingLog) {
        self.base = base
        self.isOwn = isOwn
        self.options = options
        self.log = log
        names = NameIndex(base)
        indexes = HeaderIndex.all
    }

    /// Stages one table.
    mutating func add(_ input: InputTable, mapping: ImportMapping.Table?) {
        guard let kind = recognize(input, mapping), let index = indexes[kind] else { return }
        let schema = EcosystemSchema.schema(of: kind)
        let columns = StagingColumns(input, schema, index, mapping, into: &log)
        let table = tables.count
        tables.append(
            StagedTable(
                label: input.label, kind: kind, places: columns.places, headers: input.header,
                extras: columns.extras,
                headerRow: input.headerRow))
        for row in input.rows {
            reportWidth(row, input)
            var values: [FieldName: String] = [:]
            for (position, name) in columns.names.enumerated() {
                guard let name else { continue }
                let cell = position < row.cells.count ? row.cells[position] : ""
                if let field = schema.field(name), !isOwn {
                    values[name] = CellReading.value(cell, for: field)
                } else {
                    values[name] = cell
                }
                if row.lossy.contains(position), let field = schema.field(name) {
                    reportLossy(cell, field, position, row, input)
                }
            }
            for (name, value) in mapping?.defaults ?? [:] where values[name]?.isEmpty ?? true {
                values[name] = value
            }
            guard values.values.contains(where: { !$0.isEmpty }) else { continue }
            var record = StagedRecord(
                kind: kind, id: values["id"] ?? "", values: values,
                emptyErases: mapping?.emptyErases ?? false,
                table: table, row: row.number)
            if schema.field("lon") != nil {
                let named = columns.referencePosition.flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
                convertPoint(&record, named: named, mapping, input)
            }
            stage(record)
        }
    }

    private mutating func recognize(_ input: InputTable, _ mapping: ImportMapping.Table?) -> RecordKind? {
        if let kind = mapping?.kind { return kind }
        switch TableRecognition.kind(input, indexes: indexes) {
        case .kind(let kind): return kind
        case .ambiguous(let kinds):
            let list = kinds.map(\.table).joined(separator: ", ")
            log.add(
                Finding(
                    .error, file: input.label, row: input.headerRow,
                    Localized(
                        "the headers fit several tables (\(list)); name the file or sheet after its table, or give a "
                            + "mapping with “table”",
                        "表头符合多张表（\(list)）；请以表名命名文件或工作表，或在映射文件中写明 table"), expected: list))
        case .unknown:
            let list = RecordKind.allCases.map(\.table).joined(separator: ", ")
            log.add(
                Finding(
                    .error, file: input.label, row: input.headerRow,
                    Localized(
                        "neither name nor headers say which table this is; name the file or sheet after its table, or "
                            + "give a mapping with “table”",
                        "名称和表头都看不出是哪张表；请以表名命名文件或工作表，或在映射文件中写明 table"), expected: list))
        }
        return nil
    }

    private mutating func reportWidth(_ row: InputTable.Row, _ input: InputTable) {
        let width = input.header.count
        let extra = row.cells.dropFirst(width).contains { !$0.isEmpty }
        // Workbooks leave trailing blanks out; a short row is a fault in CSV only.
        guard extra || (input.sheet == nil && row.cells.count < width) else { return }
        log.add(
            Finding(
                .error, file: input.label, row: row.number, position: min(row.cells.count, width) + 1,
                FindingText.width(row.cells.count, expected: width), expected: String(width)))
    }

    private mutating func reportLossy(
        _ cell: String, _ field: Field, _ position: Int, _ row: InputTable.Row, _ input: InputTable
    ) {
        switch field.type {
        case .identifier, .id, .text: break
        default: return
        }
        log.add(
            Finding(
                .error, file: input.label, row: row.number, column: field.name, position: position + 1,
                Localized(
                    "the spreadsheet keeps this as a number and has lost its last digits; format the column as text and "
                        + "enter the value again from its origin",
                    "表格软件把该值存成数字，末几位已丢失；请将该列设为文本格式，并按原件重新录入"), value: cell))
    }

    private mutating func stage(_ given: StagedRecord) {
        var record = given
        if record.id.isEmpty {
            record.id = existing(record) ?? proposed(record)
            record.isProposed = true
            record.values["id"] = record.id
        }
        if let first = stagedIDs[record.kind]?[record.id] {
            let label = tables[records[first].table].label
            // Two rows without an id that say the same are one record told twice.
            log.add(
                Finding(
                    .error, file: tables[record.table].label, row: record.row, column: "id",
                    position: tables[record.table].places["id"] ?? 0,
                    FindingText.duplicateID(record.id, file: label, row: records[first].row),
                    value: record.id,
                    recordID: record.id))
            return
        }
        stagedIDs[record.kind, default: [:]][record.id] = records.count
        allIDs.insert(record.id)
        names.add(record)
        records.append(record)
    }

    /// The record of the package that a row without an id speaks of: same credit code, or the only one of its name.
    private func existing(_ record: StagedRecord) -> String? {
        if let code = record.values["uscc"], !code.isEmpty {
            let found = base.records(of: record.kind, where: "uscc", is: code)
            if found.count == 1, let only = found.first { return only.id }
        }
        for field in ["name_zh", "name_en", "title_zh", "title_en"] as [FieldName] {
            guard let name = record.values[field], !name.isEmpty else { continue }
            let found = base.records(of: record.kind, where: field, is: name)
            if found.count == 1, let only = found.first, stagedIDs[record.kind]?[only.id] == nil {
                return only.id
            }
        }
        return nil
    }

    private func proposed(_ record: StagedRecord) -> String {
        let id = IDProposal.id(record.kind, record.values) { allIDs.contains($0) }
        // A record of another kind must not lose its id to this one; of the same kind it is the same record.
        guard let other = base.record(id: id), other.kind != record.kind else { return id }
        return IDProposal.id(record.kind, record.values) { allIDs.contains($0) || $0 == id }
    }
}

extension ImportStage {
    /// Converts a point to WGS-84 and keeps the original pair beside it.
    private mutating func convertPoint(
        _ record: inout StagedRecord, named: String?, _ mapping: ImportMapping.Table?, _ input: InputTable
    ) {
        let column = named.flatMap { $0.isEmpty ? nil : $0 }
        let reference = column.map { CoordinateReference(name: $0) } ?? mapping?.coordinateReference
        if let column, reference == nil {
            log.add(
                Finding(
                    .error, file: input.label, row: record.row,
                    Localized(
                        "“\(Finding.shown(column))” is no reference of coordinates; use WGS-84, GCJ-02 or BD-09",
                        "“\(Finding.shown(column))”不是坐标系；请用 WGS-84、GCJ-02 或 BD-09"), value: column))
            return
        }
        guard let reference, reference != .wgs84, let east = record.values["lon"],
            let north = record.values["lat"],
            !east.isEmpty || !north.isEmpty
        else { return }
        // A pair that is wrong in itself is left for the check, which says what is wrong at its place.
        guard let point = GeoPointReading(longitude: east, latitude: north, reference: reference).point else {
            return
        }
        record.values["lon"] = ImportStage.degrees(point.longitude)
        record.values["lat"] = ImportStage.degrees(point.latitude)
        let originals = [east, north, reference.rawValue]
        for (name, value) in zip(TableImport.sourcePoint, originals) {
            record.values[FieldName(rawValue: name)] = value
        }
        for name in TableImport.sourcePoint.map(FieldName.init(rawValue:))
        where !tables[record.table].extras.contains(name) {
            tables[record.table].extras.append(name)
        }
    }

    /// Six decimals, a tenth of a metre; needless zeros left out.
    private static func degrees(_ value: Double) -> String {
        let scaled = (value * 1e6).rounded()
        guard scaled.magnitude < 1e9 else { return NumberText.short(value) }
        return NumberText.short(scaled / 1e6)
    }

    /// Replaces names by ids where a reference is expected and exactly one record bears the name.
    mutating func resolveNames() {
        guard options.resolvesNames, !isOwn else { return }
        for index in records.indices {
            let schema = EcosystemSchema.schema(of: records[index].kind)
            for (name, value) in records[index].values.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                guard !value.isEmpty, let field = schema.field(name), let kinds = field.type.targets else {
                    continue
                }
                let parts = field.type.isList ? CellReading.parts(value) : [value]
                let ids = parts.map { resolve($0, kinds, field, records[index]) }
                records[index].values[name] = ids.joined(separator: ";")
            }
        }
    }

    private mutating func resolve(
        _ text: String, _ kinds: [RecordKind], _ field: Field, _ record: StagedRecord
    ) -> String {
        if allIDs.contains(text) || base.record(id: text) != nil { return text }
        let found = names.find(text, in: kinds)
        let table = tables[record.table]
        let shown = Finding.shown(text)
        switch found.count {
        case 0: return text
        case 1:
            log.add(
                Finding(
                    .note, file: table.label, row: record.row, column: field.name,
                    position: table.places[field.name] ?? 0,
                    Localized("the name “\(shown)” is read as \(found[0])", "名称“\(shown)”读作 \(found[0])"),
                    value: text,
                    suggestion: found[0], recordID: record.id))
            return found[0]
        default:
            let list = found.prefix(8).joined(separator: ", ")
            log.add(
                Finding(
                    .error, file: table.label, row: record.row, column: field.name,
                    position: table.places[field.name] ?? 0,
                    Localized(
                        "several records are called “\(shown)”: \(list); give the id",
                        "有多条记录名为“\(shown)”：\(list)；请填编号"),
                    value: text, expected: list, recordID: record.id))
            return text
        }
    }
}
