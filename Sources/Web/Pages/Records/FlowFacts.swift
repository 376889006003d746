import Ecosystem
import Reporting

/// What is known of something that moves: a relocation, a logistics link, a flow of by-products.
struct FlowFacts {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// Sentence, ends, figures and gaps.
    var facts: RecordFacts {
        switch record.kind {
        case .relocation: relocation
        case .logisticsLink: link
        default: byproduct
        }
    }

    private func fact(_ label: Localized, _ field: FieldName) -> Figure {
        Figure(label, record.cell(field).value, origin: record.text(field) == nil ? nil : record.origin)
    }

    private func node(_ field: FieldName, _ none: Localized) -> [Tiers.Node] {
        let targets = record.list(field).compactMap { model.record(id: $0) }
        return targets.isEmpty
            ? [Tiers.Node(none: none)]
            : targets.map { Tiers.Node($0, remark: $0.label("kind") ?? $0.label("level") ?? $0.kind.label) }
    }

    // MARK: Relocations

    private var relocation: RecordFacts {
        let kind = record.label("kind") ?? record.kind.label
        let who = record.target("organization_id")?.name
        let from = record.target("from_region")?.name
        let to = record.target("to_region")?.name
        let year = record.text("start_year")
        let what = record.phrases("activity")
        let activity = what.isEmpty ? nil : Localized.joined(what)
        var facts = RecordFacts(
            lead: Localized(
                kind.en.capitalizedFirst + (activity.map { " of \($0.en)" } ?? "")
                    + (who.map { " by \($0.en)" } ?? "")
                    + (from.map { " from \($0.en)" } ?? "") + (to.map { " to \($0.en)" } ?? "")
                    + (year.map { ", from \($0) on" } ?? "; the year is not printed") + ".",
                (who?.zh ?? "") + (activity.map { (who == nil ? "" : "的") + $0.zh } ?? "")
                    + (from.map { "由\($0.zh)" } ?? "")
                    + (to.map { "到\($0.zh)" } ?? "") + "（\(kind.zh)）" + (year.map { "，\($0)年起" } ?? "，年份未印")
                    + "。"))
        facts.shown = [
            "kind", "organization_id", "from_region", "to_region", "to_site", "start_year", "activity",
            "lead",
        ]
        facts.figures = [
            fact(Localized("Organization", "机构"), "organization_id"),
            fact(Localized("Start", "起始年"), "start_year"),
            fact(Localized("Led by", "主导方"), "lead"), fact(Localized("To site", "迁入点位"), "to_site"),
        ]
        facts.tiers = Tiers(
            title: Localized("From and to", "由何处到何处"), text: kind.capitalized + Localized(".", "。"),
            before: node("from_region", Localized("From: no record", "迁出地：无记录")),
            middle: Tiers.Node(record, remark: activity),
            behind: node("to_region", Localized("To: no record", "迁入地：无记录")))
        let figures = record.list("figure_ids").compactMap { model.record(id: $0) }
        let indicators = figures.filter { $0.kind == .indicator }
        facts.add(
            KindTable.make(
                .indicator, FigureTables.current(indicators), title: Localized("Figures", "数字"), omitting: []),
            telling: indicators)
        var seen: Set<String> = []
        let events =
            (figures.filter { $0.kind == .event }
            + model.records(of: .event, where: "entities", is: record.id))
            .filter { seen.insert($0.id).inserted }
            .sorted { ($0.text("date") ?? "") > ($1.text("date") ?? "") }
        facts.add(KindTable.make(.event, events), telling: events)
        if !indicators.isEmpty { facts.shown.insert("figures") }
        if year == nil { facts.miss(Localized("When", "时间"), Localized("Year not printed.", "年份未印。")) }
        if figures.isEmpty {
            facts.miss(
                Localized("Land, jobs, investment", "土地、就业、投资"),
                Localized("No document prints them.", "文献均未印。"))
        }
        if record.phrases("outcome").isEmpty {
            facts.miss(Localized("Outcome", "结果"), Localized("No document says.", "文献未写。"))
        }
        return facts
    }

    // MARK: Logistics links

    private var link: RecordFacts {
        let mode = record.label("mode") ?? record.kind.label
        let from = record.target("from_id")?.name
        let to = record.target("to_id")?.name
        let via = record.list("via").compactMap { model.record(id: $0)?.name }
        let through = via.isEmpty ? Localized("", "") : Localized(" via ", "，途经") + Localized.joined(via)
        let ends = Localized(
            (from.map { " from \($0.en)" } ?? "") + (to.map { " to \($0.en)" } ?? ""),
            (from.map { "\($0.zh)" } ?? "") + (to.map { " → \($0.zh)" } ?? ""))
        let time = record.phrase("printed_time")
        let distance = record.phrase("printed_distance")
        var facts = RecordFacts(
            lead: Localized(
                mode.en.capitalizedFirst + ends.en + through.en + (time.map { "; time: \($0.en)" } ?? "")
                    + (distance.map { "; distance: \($0.en)" } ?? "") + ".",
                mode.zh + "：" + ends.zh + through.zh + (time.map { "；时间：\($0.zh)" } ?? "")
                    + (distance.map { "；距离：\($0.zh)" } ?? "") + "。"))
        facts.shown = [
            "mode", "from_id", "to_id", "via", "printed_time", "printed_distance", "time", "time_unit",
            "time_qualifier",
            "distance", "distance_unit", "distance_qualifier",
        ]
        facts.figures = [
            fact(Localized("Mode", "方式"), "mode"),
            measure(Localized("Time", "时间"), "time"), measure(Localized("Distance", "距离"), "distance"),
        ]
        facts.tiers = Tiers(
            title: Localized("From and to", "起讫"),
            text: Localized("The ends that a document names; no route is drawn.", "文献写明的起讫点；未给出线路。"),
            before: node("from_id", Localized("From: no record", "起点：无记录")),
            middle: Tiers.Node(
                record, remark: via.isEmpty ? mode : Localized("via ", "途经") + Localized.joined(via)),
            behind: node("to_id", Localized("To: no record", "终点：无记录")))
        if time == nil { facts.miss(Localized("Travel time", "时间"), Localized("Not printed.", "未印。")) }
        if distance == nil { facts.miss(Localized("Distance", "距离"), Localized("Not printed.", "未印。")) }
        facts.miss(
            Localized("Capacity, frequency, cost", "能力、班次、费用"),
            Localized("No field of the documents gives them.", "文献未写。"))
        return facts
    }

    private func measure(_ label: Localized, _ field: FieldName) -> Figure {
        let unit = FieldName(rawValue: field.rawValue + "_unit")
        let sign = FieldName(rawValue: field.rawValue + "_qualifier")
        if let text = record.text(field), let number = PrintedNumber(reading: text) {
            let qualifier = record.text(sign).flatMap(Qualifier.init(reading:)) ?? .exactly
            let figure = PrintedFigure(number, UnitOfMeasure(record.text(unit) ?? ""), qualifier)
            return Figure(label, .text(figure.text), origin: record.origin)
        }
        let printed = record.phrase(FieldName(rawValue: "printed_" + field.rawValue))
        return Figure(
            label, printed.map { .text($0) } ?? .missing(Localized("not printed", "未印")),
            origin: printed == nil ? nil : record.origin)
    }

    // MARK: By-products

    private var byproduct: RecordFacts {
        let from = record.other("from_id")
        let to = record.other("to_id")
        let use = record.phrase("use")
        let loop = record.label("loop_level")
        var facts = RecordFacts(
            lead: Localized(
                "\(record.name.en) from \(from.en) goes to \(to.en)" + (use.map { ", for \($0.en)" } ?? "")
                    + (loop.map { "; \($0.en)" } ?? "") + ".",
                "\(from.zh)的\(record.name.zh)送往\(to.zh)" + (use.map { "，用于\($0.zh)" } ?? "")
                    + (loop.map { "；\($0.zh)" } ?? "")
                    + "。"))
        facts.shown = ["from_id", "to_id", "use", "loop_level", "quantity", "unit", "qualifier"]
        facts.tiers = Tiers(
            title: Localized("From and to", "由何处到何处"), text: record.name.capitalized + Localized(".", "。"),
            before: node("from_id", Localized("From: no record", "产出方：无记录")),
            middle: Tiers.Node(record, remark: use),
            behind: node("to_id", Localized("To: no record", "利用方：无记录")))
        var quantity = Figure(Localized("Quantity", "数量"), .missing(Localized("not printed", "未印")))
        if let number = record.text("quantity").flatMap(PrintedNumber.init(reading:)) {
            let qualifier = record.text("qualifier").flatMap(Qualifier.init(reading:)) ?? .exactly
            let figure = PrintedFigure(number, UnitOfMeasure(record.text("unit") ?? ""), qualifier)
            quantity = Figure(Localized("Quantity", "数量"), .text(figure.text), origin: record.origin)
        } else {
            facts.miss(Localized("Quantity", "数量"), Localized("Not printed.", "未印。"))
        }
        facts.figures = [
            fact(Localized("Use", "用途"), "use"), fact(Localized("Loop", "循环层级"), "loop_level"), quantity,
        ]
        return facts
    }
}
