import Ecosystem
import Reporting

/// What is known of a site: who does what there, in which park and region, and how exactly its point is known.
struct SiteFacts {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// Sentence, figures, neighbours, map and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["organization_id", "region_id", "park_id", "functions", "lon", "lat", "point_basis"]
        facts.figures = [
            fact(Localized("Organization", "机构"), "organization_id"),
            fact(Localized("Park", "园区"), "park_id"),
            Figure(
                Localized("Status", "状态"), record.cell("status").value, period: record.date("status_date"),
                origin: record.text("status") == nil ? nil : record.origin),
            fact(Localized("Products and brands", "产品与品牌"), "products"),
        ]
        facts.shown.formUnion(["status", "status_date", "products"])
        if let neighbours = neighbours { facts.later.append(.table(neighbours)) }
        addGaps(to: &facts)
        return facts
    }

    private func fact(_ label: Localized, _ field: FieldName) -> Figure {
        Figure(label, record.cell(field).value, origin: record.text(field) == nil ? nil : record.origin)
    }

    private var lead: Localized {
        let functions = record.list("functions").map { Vocabulary.siteFunction.label($0) }
        let what = functions.isEmpty ? Localized("site", "点位") : Localized.joined(functions)
        let owner = record.target("organization_id")?.name
        let region = record.target("region_id")?.name ?? Localized("a place not on record", "地区无记录处")
        let park = record.target("park_id")?.name
        let status = record.label("status")
        return Localized(
            what.en.capitalizedFirst + (owner.map { " of \($0.en)" } ?? "") + " in \(region.en)"
                + (park.map { ", in \($0.en)" } ?? "") + (status.map { "; \($0.en)" } ?? "") + ".",
            (owner.map { "\($0.zh)在" } ?? "位于") + region.zh + (owner == nil ? "，" : "的") + what.zh
                + (park.map { "，在\($0.zh)内" } ?? "") + (status.map { "；状态：\($0.zh)" } ?? "") + "。")
    }

    /// Other sites of the same park, else of the same region.
    private var neighbours: Table? {
        let isPark = record.text("park_id") != nil
        let field: FieldName = isPark ? "park_id" : "region_id"
        guard let place = record.text(field) else { return nil }
        let others = model.records(of: .site, where: field, is: place).filter { $0.id != record.id }
        return KindTable.make(
            .site, others, id: "neighbours",
            title: isPark
                ? Localized("Other sites of the park", "同园区的其他点位")
                : Localized("Other sites of the region", "同地区的其他点位"),
            omitting: [field, "products"], limit: 12)
    }

    private func addGaps(to facts: inout RecordFacts) {
        let exactness = record.label("point_basis")
        if record.point == nil {
            facts.miss(
                Localized("Its point", "坐标"),
                Localized(
                    "No point is on record; on maps it stands at its region's point.", "没有坐标；地图上标在所在地区的位置。"))
        } else if let exactness, record.text("point_basis") != "stated" {
            facts.miss(
                Localized("Its exact point", "准确坐标"),
                Localized("The point is known as: \(exactness.en).", "坐标依据：\(exactness.zh)。"))
        }
        if record.text("organization_id") == nil {
            facts.miss(Localized("Who operates it", "由谁运营"), Localized("No document says.", "文献未写。"))
        }
        if record.text("park_id") == nil {
            facts.miss(Localized("Whether it lies in a park", "是否在园区内"), Localized("No record.", "无记录。"))
        }
        if model.records(of: .indicator, where: "entity_id", is: record.id).isEmpty {
            facts.miss(
                Localized("Capacity, output, staff", "产能、产量、职工"),
                Localized("No document prints them.", "文献均未印。"))
        }
    }
}
