import Ecosystem
import Reporting

/// What is known of a park or port: its parts, the sites that it hosts, its anchors, its focus and its policies.
struct ParkFacts {
    private let record: Record
    private let model: EcosystemModel
    private let parts: [Record]
    private let sites: [Record]

    init(_ record: Record) {
        self.record = record
        model = record.model
        parts = model.records(of: .park, where: "parent_id", is: record.id)
        sites = ([record] + parts).flatMap { record.model.records(of: .site, where: "park_id", is: $0.id) }
    }

    /// Sentence, figures, tables and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["kind", "region_id", "parent_id", "anchors", "receiving_role"]
        let anchors = record.list("anchors").compactMap { model.record(id: $0) }
        facts.figures = [
            .count(Localized("Sites on record", "记录的点位"), sites, Localized("sites", "处")),
            .count(Localized("Sub-parks", "下级园区"), parts, Localized("parks", "个")),
            .count(Localized("Anchor organizations", "龙头机构"), anchors, Localized("named", "家")),
            firstFigure,
        ]
        facts.add(
            KindTable.make(.site, sites, title: Localized("Sites", "点位"), omitting: ["region_id"]),
            telling: sites)
        facts.add(
            KindTable.make(
                .park, parts, id: "parts", title: Localized("Sub-parks", "下级园区"),
                omitting: ["parent_id", "region_id"]),
            telling: parts)
        facts.add(organizations(anchors), telling: [])
        addGaps(to: &facts, anchors)
        return facts
    }

    private var lead: Localized {
        let kind = record.label("kind") ?? record.kind.label
        let region = record.target("region_id")?.name
        let parent = record.target("parent_id")?.name
        let role = record.phrase("receiving_role")
        return Localized(
            kind.withArticle.capitalizedFirst + (region.map { " in \($0.en)" } ?? "")
                + (parent.map { ", part of \($0.en)" } ?? "") + (role.map { "; \($0.en)" } ?? "") + ".",
            (region.map { "\($0.zh)的" } ?? "") + kind.zh + (parent.map { "，属于\($0.zh)" } ?? "")
                + (role.map { "；承接角色：\($0.zh)" } ?? "") + "。")
    }

    private var firstFigure: Figure {
        let own = model.records(of: .indicator, where: "entity_id", is: record.id)
        let named = record.list("figure_ids").compactMap { model.record(id: $0) }
        let printed = FigureTables.current(own.isEmpty ? named.filter { $0.kind == .indicator } : own)
        guard let first = printed.first(where: { $0.figureText != nil }), let words = first.figureText else {
            return Figure(
                Localized("Area, output, investment", "面积、产值、投资"),
                .missing(Localized("not printed in any document; unknown", "文献未印；未知")))
        }
        return Figure(
            first.name, .text(words), period: Period(reading: first.text("period") ?? "n.d.").words,
            origin: first.origin)
    }

    /// Anchors, and organizations that it hosts by relation or by a site.
    private func organizations(_ anchors: [Record]) -> Table? {
        var rows: [[Cell]] = []
        var seen: Set<String> = []
        func add(_ organization: Record?, _ role: Localized, _ origin: Origin) {
            guard let organization, organization.kind == .organization, seen.insert(organization.id).inserted
            else { return }
            rows.append([
                .link(organization, origin: origin), .text(role), organization.cell("kind"),
                organization.target("home_region").map { .link($0) } ?? .unknown,
            ])
        }
        for anchor in anchors { add(anchor, Localized("anchor", "龙头"), record.origin) }
        for relation in model.records(of: .relation, where: "subject_id", is: record.id)
        where relation.text("predicate") == "hosts" {
            add(
                relation.target("object_id"), relation.phrase("qualifier") ?? Localized("hosted", "入驻"),
                relation.origin)
        }
        for site in sites {
            add(site.target("organization_id"), Localized("has a site here", "有点位"), site.origin)
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            "organizations", Localized("Organizations", "机构"),
            columns: [
                Table.Column("organization", Localized("Organization", "机构")),
                Table.Column("role", Localized("Role", "角色")),
                Table.Column("kind", Localized("Kind", "类别")),
                Table.Column("region", Localized("Home", "所在地")),
            ], rows: rows)
    }

    private func addGaps(to facts: inout RecordFacts, _ anchors: [Record]) {
        if sites.isEmpty {
            facts.miss(
                Localized("Who is there", "入驻情况"),
                Localized("No site of the park is on record.", "没有园区内点位的记录。"))
        }
        if anchors.isEmpty {
            facts.miss(Localized("Anchor organizations", "龙头机构"), Localized("None is named.", "文献未点名。"))
        }
        if record.list("focus").isEmpty {
            facts.miss(Localized("What it is for", "方向"), Localized("No document says.", "文献未写。"))
        }
        if model.records(of: .indicator, where: "entity_id", is: record.id).isEmpty,
            record.text("figure_ids") == nil
        {
            facts.miss(
                Localized("Area, output, investment, jobs", "面积、产值、投资、就业"),
                Localized("No document prints them.", "文献均未印。"))
        }
    }
}
