import Ecosystem
import Reporting

/// The page of one record: what it says of itself, what says something of it, where both come from, and what is not
/// known.
///
/// The same blocks are the record's answer in the API, so that page and data cannot disagree.
struct RecordPage {
    let record: Record
    let model: EcosystemModel
    /// Everything that the page says.
    let facts: RecordFacts

    /// Rows of a table of what refers to a record.
    static let rowLimit = 40

    /// A page; `strength` is how strong the home region is, for a segment.
    init(_ record: Record, strength: SegmentStrength? = nil) {
        self.record = record
        model = record.model
        var facts = RecordPage.facts(of: record, strength: strength)
        RecordPage.addFigures(of: record, to: &facts)
        RecordPage.addReferrers(of: record, to: &facts)
        facts.main += facts.later
        RecordRelations(record).add(to: &facts)
        if let places = WherePicture(record, told: facts.told).picture {
            facts.aside.insert(.picture(places), at: 0)
        }
        RecordPage.addCommonGaps(of: record, to: &facts)
        self.facts = facts
    }

    /// The sentence under the heading.
    var lead: Localized { facts.lead }

    /// All blocks in order of importance.
    var blocks: [Block] {
        var blocks: [Block] = facts.figures.isEmpty ? [] : [.figures(facts.figures)]
        blocks += facts.main + facts.aside
        if let fields = fieldTable { blocks.append(.table(fields)) }
        blocks += facts.gaps.map { .note($0) }
        blocks += corrections.map { .note(RecordPage.note(on: $0)) }
        return blocks
    }

    private static func facts(of record: Record, strength: SegmentStrength?) -> RecordFacts {
        switch record.kind {
        case .organization: OrganizationFacts(record).facts
        case .site: SiteFacts(record).facts
        case .park: ParkFacts(record).facts
        case .region: RegionFacts(record).facts
        case .segment: SegmentFacts(record, strength: strength).facts
        case .product: ProductFacts(record).facts
        case .policy: PolicyFacts(record).facts
        case .relocation, .logisticsLink, .byproductFlow: FlowFacts(record).facts
        case .source: SourceFacts(record).facts
        default: StatementFacts(record).facts
        }
    }

    // MARK: Figures and what refers to the record

    private static func addFigures(of record: Record, to facts: inout RecordFacts) {
        var seen = facts.told
        let own = record.model.records(of: .indicator, where: "entity_id", is: record.id)
        let named = record.list("figure_ids").compactMap { record.model.record(id: $0) }.filter {
            $0.kind == .indicator
        }
        let indicators = (own + named).filter { seen.insert($0.id).inserted }
        for table in FigureTables.of(indicators) { facts.main.append(.table(table)) }
        for indicator in indicators { facts.told.insert(indicator.id) }
    }

    /// Kinds in the order in which what refers to a record is shown. Relations, figures and corrections have their own
    /// places; paragraphs and translations are no statements.
    private static let referring: [RecordKind] = [
        .site, .park, .product, .component, .activity, .service, .relocation, .event, .policy, .byproductFlow,
        .logisticsLink, .person, .problem, .recommendation, .advantage, .assessment, .claim, .stage, .system,
        .organization,
        .segment, .region, .indicatorDefinition, .publication, .source,
    ]

    private static func addReferrers(of record: Record, to facts: inout RecordFacts) {
        for kind in referring {
            let schema = EcosystemSchema.schema(of: kind)
            var found: [Record] = []
            var seen = facts.told
            var by: [FieldName] = []
            for field in schema.fields where field.name != "sources" {
                guard let targets = field.type.targets, targets.isEmpty || targets.contains(record.kind)
                else { continue }
                let rows = record.model.records(of: kind, where: field.name, is: record.id)
                    .filter { $0.id != record.id && seen.insert($0.id).inserted }
                if !rows.isEmpty { by.append(field.name) }
                found += rows
            }
            if kind == .event { found.sort { ($0.text("date") ?? "") > ($1.text("date") ?? "") } }
            let omitted: Set<FieldName> = by.count == 1 ? Set(by) : []
            facts.add(KindTable.make(kind, found, omitting: omitted, limit: rowLimit), telling: found)
            if found.count > rowLimit, let region = record.kind == .region ? record.id : nil {
                let joint = kind.folder == nil ? "&" : "?"
                facts.more[kind.table] = RecordFacts.More(
                    title: Localized("All of the region and its parts", "本地区及下级的全部"),
                    path: kind.listPath + joint + "region=" + WebAddress.encoded(region))
            }
        }
    }

    // MARK: What it says of itself

    private static let hidden: Set<FieldName> = [
        "id", "name_en", "name_zh", "short_en", "short_zh", "title_en", "title_zh", "title", "label_en",
        "label_zh",
        "basis", "state", "sources", "visibility", "inverse_en", "inverse_zh", "material_en", "material_zh",
        "figure_ids",
        "named_in_source", "name_confidence", "answered_by",
    ]

    /// Fields that are shown nowhere else, with their labels.
    var fields: [(label: Localized, cell: Cell)] {
        let schema = EcosystemSchema.schema(of: record.kind)
        var rows = schema.fields.compactMap { field -> (Localized, Cell)? in
            guard !RecordPage.hidden.contains(field.name), !facts.shown.contains(field.name),
                record.text(field.name) != nil
            else { return nil }
            return (field.label, record.cell(field.name))
        }
        let known = Set(schema.fields.map(\.name))
        for name in model.columns(of: record.kind) where !known.contains(name) {
            guard let text = record.text(name), !RecordPage.hidden.contains(name) else { continue }
            rows.append((Localized(same: name.rawValue), .text(model.phrase(text))))
        }
        return rows
    }

    /// The fields as a table, for the API.
    private var fieldTable: Table? {
        let origin = EcosystemSchema.schema(of: record.kind).isFact ? record.origin : nil
        let rows = fields.map { row -> [Cell] in
            var cell = row.cell
            cell.origin = origin
            return [.text(row.label), cell]
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            "facts", Localized("What is recorded", "记录内容"),
            columns: [
                Table.Column("field", Localized("Field", "字段")),
                Table.Column("value", Localized("Value", "内容")),
            ], rows: rows)
    }

    // MARK: Corrections and gaps

    /// Corrections that a page lists; all stand on the page of the data's quality.
    static let correctionLimit = 6

    /// Readings of printed forms that concern this record or what its page shows, its own first.
    var corrections: [Record] {
        if record.kind == .correction { return [] }
        var seen: Set<String> = []
        var found: [Record] = []
        // Of all that a region holds, its own figures are near enough.
        let near = facts.told.sorted().filter {
            record.kind != .region || model.record(id: $0)?.kind == .indicator
        }
        for id in [record.id] + near where found.count < RecordPage.correctionLimit {
            found += model.records(of: .correction, where: "concerns", is: id).filter {
                seen.insert($0.id).inserted
            }
        }
        return Array(found.prefix(RecordPage.correctionLimit))
    }

    private static func note(on row: Record) -> Note {
        let printed = row.text("printed_form") ?? ""
        return Note(
            .warning, Localized("Printed as “\(printed)” (\(row.id))", "原文印作“\(printed)”（\(row.id)）"),
            row.phrase("resolution"), origin: row.origin)
    }

    private static func addCommonGaps(of record: Record, to facts: inout RecordFacts) {
        for field in EcosystemSchema.schema(of: record.kind).fields {
            guard case .name(let language) = field.type, language == .en, field.name.rawValue.hasSuffix("_en")
            else {
                continue
            }
            let other = FieldName(rawValue: field.name.rawValue.dropLast(2) + "zh")
            if record.text(field.name) != nil, record.text(other) == nil, field.name != "short_en" {
                facts.miss(
                    Localized("Its Chinese name", "中文名称"), Localized("No document gives one.", "文献未给出。"))
            } else if record.text(field.name) == nil, record.text(other) != nil, field.name != "short_en" {
                facts.miss(
                    Localized("Its English name", "英文名称"), Localized("No document gives one.", "文献未给出。"))
            }
        }
        if EcosystemSchema.schema(of: record.kind).isFact, record.list("sources").isEmpty {
            facts.miss(
                Localized("A source", "出处"), Localized("No paragraph is cited for this record.", "此记录未引段落。"))
        }
    }
}
