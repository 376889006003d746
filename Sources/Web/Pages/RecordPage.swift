import Ecosystem
import Reporting

/// The page of one record: what it says of itself, what says something of it, and where both come from.
///
/// The same blocks are the record's answer in the API, so that page and data cannot disagree.
struct RecordPage {
    let record: Record
    let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// The blocks in order of importance.
    var blocks: [Block] {
        var blocks: [Block] = []
        switch record.kind {
        case .organization: blocks += OrganizationFacts(record).blocks
        case .segment: blocks += SegmentFacts(record).blocks
        case .region: blocks += RegionFacts(record).blocks
        default: break
        }
        if let facts = fields { blocks.append(.table(facts)) }
        blocks += relationTables + indicatorTables + referrers + corrections
        return blocks
    }

    /// The sentence under the heading: full names, kind, place.
    var lead: Localized {
        let full = record.fullName
        let both = Localized(
            "\(full.en) (\(full.zh))", full.en == full.zh ? full.zh : "\(full.zh)（\(full.en)）")
        switch record.kind {
        case .organization, .site, .park, .product, .segment, .region, .policy, .logisticsLink, .service,
            .person:
            return full.en == full.zh ? full : both
        default: return record.phrase("description") ?? record.phrase("definition") ?? record.kind.label
        }
    }

    // MARK: What it says of itself

    private static let hidden: Set<FieldName> = [
        "id", "name_en", "name_zh", "short_en", "short_zh", "title_en", "title_zh", "label_en", "label_zh",
        "basis",
        "sources", "visibility", "inverse_en", "inverse_zh", "material_en", "material_zh",
    ]

    private var fields: Table? {
        let schema = EcosystemSchema.schema(of: record.kind)
        let rows = schema.fields.compactMap { field -> [Cell]? in
            guard !RecordPage.hidden.contains(field.name), record.text(field.name) != nil else { return nil }
            return [.text(field.label), cell(field)]
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            "facts", Localized("What is recorded", "记录内容"),
            columns: [
                Table.Column("field", Localized("Field", "字段")),
                Table.Column("value", Localized("Value", "内容")),
            ], rows: rows)
    }

    private func cell(_ field: Field) -> Cell {
        let origin = schemaIsFact ? record.origin : nil
        switch field.type {
        case .phrase: return Cell(.text(record.phrase(field.name) ?? Localized(same: "")), origin: origin)
        case .phrases:
            return Cell(
                .text(Localized.joined(record.phrases(field.name), Localized("; ", "；"))), origin: origin)
        case .code(let vocabulary):
            return Cell(.text(vocabulary.label(record.text(field.name) ?? "")), origin: origin)
        case .codes(let vocabulary):
            return Cell(
                .text(Localized.joined(record.list(field.name).map { vocabulary.label($0) })), origin: origin)
        case .boolean:
            let isYes = record.boolean(field.name) == true
            return Cell(.text(isYes ? Localized("yes", "是") : Localized("no", "否")), origin: origin)
        case .reference, .references:
            let targets = record.list(field.name).compactMap { model.record(id: $0) }
            return Cell(.links(targets.map { Cell.Link($0) }), origin: origin)
        case .number, .integer, .longitude, .latitude:
            guard let number = FigureNumber(printed: record.text(field.name) ?? "") else { fallthrough }
            if field.name.rawValue.hasSuffix("year") || field.name.rawValue.hasSuffix("edition") {
                fallthrough
            }
            return Cell(.number(number), origin: origin)
        default: return Cell(.text(Localized(same: record.text(field.name) ?? "")), origin: origin)
        }
    }

    private var schemaIsFact: Bool { EcosystemSchema.schema(of: record.kind).isFact }

    // MARK: What says something of it

    private var relationTables: [Block] {
        let forwards = model.records(of: .relation, where: "subject_id", is: record.id)
            .filter { $0.text("predicate") != "supplies" }
        let backwards = model.records(of: .relation, where: "object_id", is: record.id)
            .filter { $0.text("predicate") != "supplies" }
        let rows =
            forwards.map { relationRow($0, other: "object_id", isForward: true) }
            + backwards.map { relationRow($0, other: "subject_id", isForward: false) }
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                Table(
                    "relations", Localized("Relations", "其他关系"),
                    columns: [
                        Table.Column("relation", Localized("Relation", "关系")),
                        Table.Column("other", Localized("With", "对象")),
                        Table.Column("content", Localized("Content", "内容")),
                    ], rows: rows))
        ]
    }

    private func relationRow(_ relation: Record, other field: FieldName, isForward: Bool) -> [Cell] {
        let predicate = relation.target("predicate")
        let forward = predicate?.name ?? Localized(same: relation.text("predicate") ?? "")
        let backward =
            Localized(en: predicate?.text("inverse_en"), zh: predicate?.text("inverse_zh"))
            ?? Localized("← \(forward.en)", "← \(forward.zh)")
        let target = relation.target(field)
        return [
            .text(isForward ? forward : backward, origin: relation.origin),
            target.map { .link($0) } ?? .text(relation.text(field) ?? ""),
            relation.phrase("qualifier").map { .text($0) } ?? .text(""),
        ]
    }

    private var indicatorTables: [Block] {
        let rows = model.records(of: .indicator, where: "entity_id", is: record.id).map {
            RecordPage.indicatorRow($0)
        }
        guard !rows.isEmpty else { return [] }
        return [
            .table(
                Table("figures", Localized("Figures", "数字"), columns: RecordPage.indicatorColumns, rows: rows)
            )
        ]
    }

    static let indicatorColumns = [
        Table.Column("indicator", Localized("Indicator", "指标")),
        Table.Column("period", Localized("Period", "时期")),
        Table.Column("value", Localized("Value", "数值"), kind: .number),
        Table.Column("unit", Localized("Unit", "单位")),
        Table.Column("status", Localized("Kind of number", "数值性质")),
    ]

    /// An indicator as a row of a table.
    static func indicatorRow(_ row: Record) -> [Cell] {
        let number = FigureNumber(printed: row.text("value") ?? "", qualifier: row.text("qualifier") ?? "")
        return [
            .link(row), .text(Period(reading: row.text("period") ?? "n.d.").cell),
            number.map { Cell(.number($0), origin: row.origin) } ?? .notPrinted,
            .text(UnitOfMeasure(row.text("unit") ?? "").label),
            .text(row.label("status") ?? Localized(same: "")),
        ]
    }

    /// Records of other kinds that name this one, a table a kind.
    private var referrers: [Block] {
        var blocks: [Block] = []
        for schema in EcosystemSchema.all
        where ![.relation, .indicator, .paragraph, .correction].contains(schema.kind) {
            var found: [Record] = []
            var seen: Set<String> = []
            for field in schema.fields {
                guard let targets = field.type.targets, targets.isEmpty || targets.contains(record.kind)
                else { continue }
                for row in model.records(of: schema.kind, where: field.name, is: record.id)
                where seen.insert(row.id).inserted { found.append(row) }
            }
            guard !found.isEmpty else { continue }
            blocks.append(.table(table(of: found, kind: schema.kind)))
        }
        return blocks
    }

    private func table(of records: [Record], kind: RecordKind) -> Table {
        Table(
            kind.table, Localized(kind.label.en.capitalizedFirst + "s", kind.label.zh),
            columns: [
                Table.Column("name", Localized("Name", "名称")),
                Table.Column("evidence", Localized("What the source says", "原文要点")),
                Table.Column("id", Localized("Id", "编号")),
            ],
            rows: records.map { row in
                [
                    Cell(.links([Cell.Link(row)]), origin: row.kind == .paragraph ? nil : row.origin),
                    row.phrase("evidence").map { .text($0) } ?? .text(""), .text(row.id),
                ]
            })
    }

    /// Readings of printed forms that concern this record, shown beside it.
    private var corrections: [Block] {
        model.records(of: .correction, where: "concerns", is: record.id).map { row in
            let printed = row.text("printed_form") ?? ""
            let reading = row.phrase("resolution") ?? Localized(same: "")
            return .note(
                Note(
                    .warning, Localized("Printed as “\(printed)” (\(row.id))", "原文印作“\(printed)”（\(row.id)）"),
                    reading,
                    origin: row.origin))
        }
    }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
