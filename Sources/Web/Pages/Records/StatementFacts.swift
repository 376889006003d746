import Ecosystem
import Reporting

/// What is known of a statement, an event, a person, a service or a figure: one sentence from its fields, the figure
/// itself where it is one, and what is not known.
struct StatementFacts {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// Sentence, figures and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        switch record.kind {
        case .event:
            facts.shown = ["date", "date_precision", "kind", "region_id"]
            facts.figures = [
                Figure(
                    Localized("Date", "日期"),
                    record.date().map { .text($0) } ?? .missing(Localized("not printed", "未印")),
                    origin: record.text("date") == nil ? nil : record.origin),
                fact(Localized("Kind", "类别"), "kind"), fact(Localized("Region", "地区"), "region_id"),
            ]
            let entities = record.list("entities").compactMap { model.record(id: $0) }
            facts.shown.insert("entities")
            if let table = concerned(entities) { facts.main.append(.table(table)) }
            if record.text("date") == nil {
                facts.miss(Localized("When", "时间"), Localized("Date not printed.", "日期未印。"))
            }
        case .indicator: figure(&facts)
        case .service:
            facts.shown = ["group", "provider_id", "segment_id"]
            facts.figures = [
                fact(Localized("Provider", "提供方"), "provider_id"), fact(Localized("Group", "服务类别"), "group"),
                fact(Localized("Segment", "环节"), "segment_id"),
            ]
            facts.miss(
                Localized("Price, capacity, how to ask for it", "价格、能力、办理方式"),
                Localized("No document says.", "文献未写。"))
        case .person:
            if record.text("organization_id") == nil {
                facts.miss(
                    Localized("Where the person works", "所属机构"), Localized("No document says.", "文献未写。"))
            }
        case .correction:
            facts.shown = ["printed_form", "resolution", "concerns"]
            let concerned = record.list("concerns").compactMap { model.record(id: $0) }
            if let table = self.concerned(concerned) { facts.main.append(.table(table)) }
        case .indicatorDefinition:
            let records = model.records(of: .indicator, where: "indicator_id", is: record.id)
            facts.add(
                FigureTables.list(
                    records, id: "figures", title: Localized("Figures", "数字"), withEntity: true),
                telling: records)
        default: break
        }
        return facts
    }

    private func fact(_ label: Localized, _ field: FieldName) -> Figure {
        Figure(label, record.cell(field).value, origin: record.text(field) == nil ? nil : record.origin)
    }

    /// The figure itself, what it is corrected from or by, and the same indicator elsewhere.
    private func figure(_ facts: inout RecordFacts) {
        facts.shown = [
            "entity_id", "indicator_id", "period", "value", "unit", "qualifier", "status", "corrects_id",
        ]
        let printed = record.target("corrects_id")
        facts.figures = [
            Figure(
                record.name, record.figureText.map { .text($0) } ?? .missing(Localized("not printed", "未印")),
                period: Period(reading: record.text("period") ?? "n.d.").words, origin: record.origin),
            fact(Localized("Describes", "描述对象"), "entity_id"),
            fact(Localized("Kind of number", "数值性质"), "status"),
        ]
        if let printed, let words = printed.figureText {
            facts.figures.append(
                Figure(
                    Localized("Printed as: \(printed.name.en)", "原文印作：\(printed.name.zh)"), .text(words),
                    origin: printed.origin))
            facts.told.insert(printed.id)
        }
        for reading in model.records(of: .indicator, where: "corrects_id", is: record.id) {
            guard let words = reading.figureText else { continue }
            facts.figures.append(
                Figure(
                    Localized("Read as: \(reading.name.en)", "校正读作：\(reading.name.zh)"), .text(words),
                    origin: reading.origin))
            facts.told.insert(reading.id)
        }
        if let definition = record.text("indicator_id") {
            let others = model.records(of: .indicator, where: "indicator_id", is: definition)
                .filter { $0.id != record.id && !facts.told.contains($0.id) }
            facts.add(
                FigureTables.list(
                    Array(others.prefix(60)), id: "same",
                    title: Localized("The same indicator elsewhere and at other times", "同一指标的其他数字"),
                    withEntity: true), telling: others)
        }
        if Period(reading: record.text("period") ?? "").firstDay == nil {
            facts.miss(
                Localized("The year", "年份"),
                Localized("Year not printed; it cannot be compared over time.", "年份未印，不能作跨期比较。"))
        }
    }

    /// Records that a statement names, of any kind.
    private func concerned(_ records: [Record]) -> Table? {
        guard !records.isEmpty else { return nil }
        return Table(
            "concerned", Localized("What it concerns", "涉及"),
            caption: records.count > 100
                ? Localized("The first 100 of \(records.count)", "共 \(records.count) 条，列出前 100 条") : nil,
            columns: [
                Table.Column("name", Localized("Name", "名称")), Table.Column("kind", Localized("Kind", "类别")),
                Table.Column("value", Localized("Value", "数值")), Table.Column("id", Localized("Id", "编号")),
            ],
            rows: records.prefix(100).map { other in
                [
                    other.headCell, .text(other.kind.label), other.figureText.map { .text($0) } ?? .text(""),
                    .text(other.id),
                ]
            }
        ).withoutEmptyColumns
    }

    // MARK: Sentences

    private var lead: Localized {
        let name = record.heading
        switch record.kind {
        case .event:
            let when = record.date() ?? Localized("date not printed", "日期未印")
            let kind = record.label("kind") ?? record.kind.label
            let region = record.target("region_id")?.name
            return Localized(
                "\(when.en.capitalizedFirst): \(kind.en)" + (region.map { " in \($0.en)" } ?? "") + ".",
                "\(when.zh)：\(kind.zh)" + (region.map { "，\($0.zh)" } ?? "") + "。")
        case .indicator:
            let value = record.figureSentence ?? Localized("not printed", "未印")
            let period = Period(reading: record.text("period") ?? "n.d.").words
            let entity = record.other("entity_id")
            return Localized(
                "\(record.name.en) of \(entity.en): \(value.en) (\(period.en)).",
                "\(entity.zh)的\(record.name.zh)：\(value.zh)（\(period.zh)）。")
        case .service:
            let provider = record.target("provider_id")?.name
            let group = record.label("group")
            return Localized(
                "A service" + (provider.map { " of \($0.en)" } ?? "; its provider is not on record")
                    + (group.map { ", group: \($0.en)" } ?? "") + ".",
                (provider.map { "\($0.zh)提供的服务" } ?? "服务，提供方无记录") + (group.map { "，类别：\($0.zh)" } ?? "") + "。"
            )
        case .person:
            let role = record.phrase("role") ?? Localized("named in a document", "文献提及")
            let work = record.target("organization_id")?.name
            return Localized(
                role.en.capitalizedFirst + (work.map { ", \($0.en)" } ?? "") + ".",
                role.zh + (work.map { "，\($0.zh)" } ?? "") + "。")
        case .claim:
            let course = record.label("course") ?? record.kind.label
            let (what, who) = (record.other("indicator_id"), record.other("entity_id"))
            return Localized("\(who.en): \(what.en) \(course.en).", "\(who.zh)：\(what.zh)\(course.zh)。")
        case .problem, .advantage, .assessment:
            let region = record.target("region_id")?.name
            let text = record.phrase("description") ?? record.kind.label
            return Localized(
                (region.map { "\($0.en): " } ?? "") + text.en, (region.map { "\($0.zh)：" } ?? "") + text.zh)
        case .recommendation:
            let who = record.list("addressees").map { Vocabulary.addressee.label($0) }
            let text = record.phrase("description") ?? record.kind.label
            let list = Localized.joined(who)
            return who.isEmpty ? text : Localized("To \(list.en): \(text.en)", "致\(list.zh)：\(text.zh)")
        case .correction:
            let reading = record.phrase("resolution") ?? Localized(same: "")
            return Localized(
                "Printed “\(name.en)”; read as: \(reading.en)", "原文印作“\(name.zh)”；读作：\(reading.zh)")
        case .component:
            let product = record.other("product_id")
            let region = record.target("supply_region")?.name
            let supplier = record.target("supplier_id")?.name
            return Localized(
                "A component of \(product.en)" + (region.map { " from \($0.en)" } ?? "")
                    + (supplier.map { ", supplied by \($0.en)" } ?? "; the supplier is not named") + ".",
                "\(product.zh)的部件" + (region.map { "，产自\($0.zh)" } ?? "")
                    + (supplier.map { "，供应商\($0.zh)" } ?? "，供应商未点名") + "。")
        case .activity:
            let role = record.label("role")
            return Localized(
                "\(record.other("organization_id").en) works in \(record.other("segment_id").en)"
                    + (role.map { " (\($0.en))" } ?? "") + ".",
                "\(record.other("organization_id").zh)从事\(record.other("segment_id").zh)"
                    + (role.map { "（\($0.zh)）" } ?? "") + "。")
        case .relation:
            let content = record.phrase("qualifier")
            return Localized(
                name.en + (content.map { ": \($0.en)" } ?? "") + ".",
                name.zh + (content.map { "：\($0.zh)" } ?? "") + "。")
        case .system: return record.phrase("purpose") ?? record.kind.label
        case .stage:
            let years = [record.text("start_year"), record.text("end_year")].compactMap { $0 }
            let span =
                years.isEmpty
                ? Localized("years not printed", "年份未印") : Localized(same: years.joined(separator: "–"))
            let features = Localized.joined(record.phrases("features"), Localized("; ", "；"))
            return Localized("\(span.en.capitalizedFirst). \(features.en)", "\(span.zh)。\(features.zh)")
        default:
            return record.phrase("definition") ?? record.phrase("description")
                ?? record.kind.label.capitalized
        }
    }
}

extension Table {
    /// The table without columns whose cells are all empty words.
    var withoutEmptyColumns: Table {
        let kept = columns.indices.filter { index in
            rows.contains { row in
                guard index < row.count, case .text(let text) = row[index].value else {
                    return index < row.count
                }
                return !text.en.isEmpty || !text.zh.isEmpty
            }
        }
        var table = self
        table.columns = kept.map { columns[$0] }
        table.rows = rows.map { row in kept.filter { $0 < row.count }.map { row[$0] } }
        return table
    }
}
