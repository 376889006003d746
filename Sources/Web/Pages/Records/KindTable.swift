import Ecosystem
import Reporting

/// Tables of records of one kind: the same columns for a kind on every page.
enum KindTable {
    /// Fields behind the name, in order of importance.
    static func fields(of kind: RecordKind) -> [FieldName] {
        switch kind {
        case .organization: ["kind", "home_region"]
        case .site: ["functions", "organization_id", "region_id", "park_id", "products", "status"]
        case .park: ["kind", "region_id", "focus", "parent_id"]
        case .region: ["level", "parent_id", "role"]
        case .segment: ["stage", "parent_id"]
        case .product: ["kind", "organization_id", "segment_id"]
        case .component: ["product_id", "segment_id", "supply_region", "supplier_id", "share_note"]
        case .policy: ["instrument", "issuer_id", "region_id", "segments", "year", "status"]
        case .event: ["date", "kind", "region_id"]
        case .relocation: ["kind", "organization_id", "from_region", "to_region", "activity", "start_year"]
        case .logisticsLink: ["mode", "from_id", "to_id", "printed_time", "printed_distance"]
        case .byproductFlow: ["use", "loop_level"]
        case .service: ["group", "provider_id", "segment_id"]
        case .person: ["role", "organization_id"]
        case .problem: ["theme", "region_id", "description"]
        case .recommendation: ["addressees", "theme", "description"]
        case .advantage: ["kind", "description"]
        case .assessment: ["strength", "description"]
        case .claim: ["course", "period", "than_id", "value", "unit"]
        case .activity: ["role", "rank"]
        case .correction: ["resolution", "confidence", "handling"]
        case .stage: ["start_year", "end_year", "subjects", "forms"]
        case .publication: ["authors", "venue", "year", "doi"]
        case .system: ["kind", "purpose", "users"]
        case .indicatorDefinition: ["unit", "definition"]
        case .source: ["kind", "authors", "publisher", "date"]
        case .relation: ["qualifier"]
        case .paragraph: ["section", "kind"]
        case .indicator, .predicate, .translation: []
        }
    }

    /// A table, or `nil` without records. Columns of `omitting` and columns that no row fills are left out.
    static func make(
        _ kind: RecordKind, _ records: [Record], id: String? = nil, title: Localized? = nil,
        caption: Localized? = nil,
        omitting: Set<FieldName> = [], limit: Int = .max
    ) -> Table? {
        guard !records.isEmpty else { return nil }
        if kind == .indicator {
            return FigureTables.list(
                records, id: id ?? kind.table, title: title ?? kind.plural.capitalized,
                withEntity: !omitting.contains("entity_id"))
        }
        let shown = records.prefix(limit)
        let schema = EcosystemSchema.schema(of: kind)
        let fields = fields(of: kind).filter { field in
            !omitting.contains(field) && shown.contains { $0.text(field) != nil }
        }
        let heads = fields.map { name in
            Table.Column(
                name.rawValue, schema.field(name)?.label ?? Localized(same: name.rawValue),
                kind: isNumber(schema.field(name)) ? .number : .text)
        }
        let remark =
            records.count > shown.count
            ? Localized(
                "The first \(shown.count) of \(records.count)", "共 \(records.count) 条，列出前 \(shown.count) 条")
            : nil
        let counted = counted(kind)
        return Table(
            id ?? kind.table, title ?? kind.plural.capitalized, caption: caption ?? remark,
            columns: [Table.Column("name", nameTitle(kind, omitting))] + heads
                + (counted.map { [$0.column] } ?? []),
            rows: shown.map { record in
                [headCell(record, omitting)] + fields.map { record.cell($0) }
                    + (counted.map { [$0.cell(record)] } ?? [])
            }
        ).withoutEmptyColumns
    }

    /// A column that is counted or gathered from other tables.
    private static func counted(_ kind: RecordKind) -> (column: Table.Column, cell: (Record) -> Cell)? {
        switch kind {
        case .organization:
            return (
                Table.Column("segments", Localized("Segments", "环节")),
                { record in
                    let found = record.model.records(of: .activity, where: "organization_id", is: record.id)
                    var links = found.compactMap { $0.target("segment_id") }.prefix(3).map { Cell.Link($0) }
                    guard !links.isEmpty else { return .noRecord }
                    if found.count > links.count, let last = links.popLast() {
                        let more = Localized(
                            " and \(found.count - links.count - 1) more", "等 \(found.count) 个")
                        links.append(Cell.Link(last.text + more, kind: last.kind, id: last.id))
                    }
                    return Cell(.links(links))
                }
            )
        case .segment:
            return (
                Table.Column("organizations", Localized("Organizations", "机构"), kind: .number),
                { record in
                    let found = record.model.records(of: .activity, where: "segment_id", is: record.id)
                    return found.isEmpty ? .noRecord : .number(found.count)
                }
            )
        default: return nil
        }
    }

    /// The end by which a statement that connects is called where its other end is the page itself.
    private static func end(_ kind: RecordKind, _ omitting: Set<FieldName>) -> FieldName? {
        let ends: [FieldName] =
            switch kind {
            case .activity: ["organization_id", "segment_id"]
            case .assessment: ["segment_id", "region_id"]
            default: []
            }
        guard ends.contains(where: { omitting.contains($0) }) else { return nil }
        return ends.first { !omitting.contains($0) }
    }

    private static func nameTitle(_ kind: RecordKind, _ omitting: Set<FieldName>) -> Localized {
        if kind == .advantage, omitting.contains("region_id") { return Localized("Factor", "要素") }
        guard let end = end(kind, omitting) else { return kind.label.capitalized }
        return EcosystemSchema.schema(of: kind).field(end)?.label ?? kind.label.capitalized
    }

    private static func headCell(_ record: Record, _ omitting: Set<FieldName>) -> Cell {
        if let end = end(record.kind, omitting), let target = record.target(end) {
            return .link(target, origin: record.origin)
        }
        guard record.kind == .advantage, omitting.contains("region_id"), let words = record.label("factor")
        else {
            return record.headCell
        }
        return Cell(.links([Cell.Link(words, kind: .advantage, id: record.id)]), origin: record.origin)
    }

    private static func isNumber(_ field: Field?) -> Bool {
        switch field?.type {
        case .number, .integer, .longitude, .latitude: true
        default: false
        }
    }
}
