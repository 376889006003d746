import Ecosystem
import Reporting

/// What is known of a product: who makes it, what it is made of, and where each component comes from.
struct ProductFacts {
    private let record: Record
    private let model: EcosystemModel
    private let components: [Record]

    init(_ record: Record) {
        self.record = record
        model = record.model
        components = model.records(of: .component, where: "product_id", is: record.id)
    }

    /// Sentence, figures, components and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["kind", "organization_id", "segment_id"]
        let regions = distinct("supply_region")
        let suppliers = distinct("supplier_id")
        facts.figures = [
            Figure(
                Localized("Organization", "机构"), record.cell("organization_id").value,
                origin: record.text("organization_id") == nil ? nil : record.origin),
            Figure(
                Localized("Segment", "环节"), record.cell("segment_id").value,
                origin: record.text("segment_id") == nil ? nil : record.origin),
            .count(Localized("Components on record", "记录的部件"), components, Localized("kinds", "种")),
            .count(Localized("Regions they come from", "部件来自"), regions, Localized("regions", "个地区")),
        ]
        facts.add(
            KindTable.make(
                .component, components, title: Localized("Components and where they come from", "部件与产地"),
                omitting: ["product_id"]), telling: components)
        if !components.isEmpty {
            facts.more["product-components"] = RecordFacts.More(
                title: Localized("Local content of this product, as a study", "该产品的本地配套率（研究）"),
                path: "studies/local-content?product=\(WebAddress.encoded(record.id))")
        }
        // A place that supplies a component is shown with the component.
        let shown = Set(
            components.flatMap { [$0.text("supply_region"), $0.text("supplier_id")].compactMap { $0 } })
        for relation in model.records(of: .relation, where: "object_id", is: record.id)
        where relation.text("predicate") == "supplies" && shown.contains(relation.text("subject_id") ?? "") {
            facts.told.insert(relation.id)
        }
        if let makers { facts.main.append(.table(makers)) }
        if components.isEmpty {
            facts.miss(
                Localized("What it is made of", "部件构成"), Localized("No component is on record.", "没有部件记录。"))
        } else if suppliers.isEmpty {
            facts.miss(
                Localized("Who supplies the components", "部件供应商"),
                Localized(
                    "\(components.count) components have a place, none a supplier.",
                    "\(components.count) 种部件有产地，没有供应商。"))
        }
        if record.text("organization_id") == nil {
            facts.miss(Localized("Who makes it", "生产机构"), Localized("No record.", "无记录。"))
        }
        if model.records(of: .indicator, where: "entity_id", is: record.id).isEmpty {
            facts.miss(
                Localized("Output, sales, price", "产量、销量、价格"), Localized("No document prints them.", "文献均未印。")
            )
        }
        return facts
    }

    private func distinct(_ field: FieldName) -> [Record] {
        var seen: Set<String> = []
        return components.filter { component in
            component.text(field).map { seen.insert($0).inserted } ?? false
        }
    }

    private var lead: Localized {
        let kind = record.label("kind") ?? record.kind.label
        let maker = record.target("organization_id")
        let segment = record.target("segment_id")?.name
        let home = maker?.target("home_region")?.name
        return Localized(
            kind.withArticle.capitalizedFirst + (maker.map { " of \($0.name.en)" } ?? "")
                + (home.map { " (\($0.en))" } ?? "") + (segment.map { ", segment \($0.en)" } ?? "") + ".",
            (maker.map { $0.name.zh + (home.map { "（\($0.zh)）" } ?? "") + "的" } ?? "") + kind.zh
                + (segment.map { "，环节：\($0.zh)" } ?? "") + "。")
    }

    /// Sites whose list of products names it.
    private var makers: Table? {
        guard let organization = record.text("organization_id") else { return nil }
        let names = [record.name.en, record.name.zh, record.fullName.en, record.fullName.zh].map {
            $0.lowercased()
        }
        let sites = model.records(of: .site, where: "organization_id", is: organization).filter { site in
            site.list("products").contains { names.contains($0.lowercased()) }
        }
        return KindTable.make(
            .site, sites, id: "makers", title: Localized("Sites that name it", "写明此产品的点位"),
            omitting: ["organization_id"])
    }
}
