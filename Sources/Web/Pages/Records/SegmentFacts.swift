import Ecosystem
import Reporting

/// What is known of a segment: how strong the home region is in it, who works in it and where, what it is part of.
struct SegmentFacts {
    private let record: Record
    private let model: EcosystemModel
    private let strength: SegmentStrength?
    private let parts: [Record]
    private let activities: [Record]

    private static let limit = 40

    init(_ record: Record, strength: SegmentStrength?) {
        let model = record.model
        self.record = record
        self.model = model
        self.strength = strength
        parts = model.records(of: .segment, where: "parent_id", is: record.id)
        // The segment itself first, then its parts in the order of the tree.
        var below = [record.id]
        var seen: Set<String> = [record.id]
        var next = 0
        while next < below.count {
            for part in model.records(of: .segment, where: "parent_id", is: below[next])
            where seen.insert(part.id).inserted { below.append(part.id) }
            next += 1
        }
        activities = below.flatMap { model.records(of: .activity, where: "segment_id", is: $0) }
    }

    /// Sentence, figures, tables and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["stage", "parent_id"]
        let named = Set(activities.compactMap { $0.text("organization_id") })
        let organizations = named.sorted().compactMap { model.record(id: $0) }
        let own = model.records(of: .assessment, where: "segment_id", is: record.id)
        facts.figures = [
            strengthFigure,
            .count(Localized("Organizations on record", "记录的机构"), organizations, Localized("named", "家")),
            .count(Localized("Nested segments", "下级环节"), parts, Localized("segments", "个")),
            Figure(Localized("Stage", "阶段"), record.cell("stage").value, origin: record.origin),
        ]
        facts.tiers = place
        facts.add(
            KindTable.make(
                .assessment, own, title: Localized("What documents say of it", "文献评价"),
                omitting: ["segment_id"]),
            telling: own)
        facts.add(table(of: activities), telling: activities)
        if activities.count > SegmentFacts.limit {
            facts.more["organizations"] = RecordFacts.More(
                title: Localized("All \(activities.count)", "全部 \(activities.count) 条"),
                path: "organizations?segment=\(WebAddress.encoded(record.id))")
        }
        if let nested { facts.main.append(.table(nested)) }
        for part in parts { facts.told.insert(part.id) }
        addGaps(to: &facts)
        return facts
    }

    private var lead: Localized {
        let stage = record.label("stage") ?? Localized(same: "")
        let parent = record.target("parent_id")?.name
        var sentence = Localized(
            "A segment of the chain (stage: \(stage.en))" + (parent.map { ", part of \($0.en)" } ?? ""),
            "产业链环节（阶段：\(stage.zh)）" + (parent.map { "，属于\($0.zh)" } ?? ""))
        if let strength {
            sentence =
                sentence
                + Localized(
                    ". \(strength.region.en): \(strength.name.en) (\(strength.why.en))",
                    "。\(strength.region.zh)：\(strength.name.zh)（\(strength.why.zh)）")
        }
        return sentence + Localized(".", "。")
    }

    private var strengthFigure: Figure {
        guard let strength else {
            return Figure(
                Localized("Strength of the home region", "主地区强弱"), .missing(Localized("not judged", "未判定")))
        }
        return Figure(
            Localized("Strength of \(strength.region.en)", "\(strength.region.zh)强弱"), .text(strength.marked),
            period: strength.by, origin: strength.origin)
    }

    /// The segment between what it is part of and its parts.
    private var place: Tiers? {
        var above: [Record] = []
        var seen: Set<String> = [record.id]
        var parent = record.target("parent_id")
        while let current = parent, seen.insert(current.id).inserted, above.count < 6 {
            above.insert(current, at: 0)
            parent = current.target("parent_id")
        }
        guard !above.isEmpty || !parts.isEmpty else { return nil }
        var below = parts.prefix(Tiers.limit).map { Tiers.Node($0, remark: strength?.marks[$0.id]) }
        if parts.count > Tiers.limit {
            let rest = parts.count - Tiers.limit
            below.append(Tiers.Node(none: Localized("and \(rest) more, in the table", "另有 \(rest) 个，见下表")))
        }
        if below.isEmpty { below = [Tiers.Node(none: Localized("No segment below it", "没有下级环节"))] }
        return Tiers(
            title: Localized("Place in the chain", "在产业链中的位置"),
            text: Localized(
                "What it is part of, and its parts with the strength of the home region.",
                "所属环节，以及下级环节与主地区强弱。"),
            before: above.isEmpty
                ? [Tiers.Node(none: Localized("A segment of the first level", "第一级环节"))]
                : above.map { Tiers.Node($0, remark: $0.label("stage")) },
            middle: Tiers.Node(record, remark: strength?.marked), behind: Array(below))
    }

    /// Parts with the class of the home region.
    private var nested: Table? {
        guard !parts.isEmpty else { return nil }
        return Table(
            "parts", Localized("Nested segments", "下级环节"),
            columns: [
                Table.Column("segment", Localized("Segment", "环节")),
                Table.Column(
                    "class", strength.map { $0.region + Localized("", "强弱") } ?? Localized("Strength", "强弱")),
                Table.Column("organizations", Localized("Activities on record", "业务记录"), kind: .number),
            ],
            rows: parts.map { part in
                let found = model.records(of: .activity, where: "segment_id", is: part.id)
                let origin = Origin.combined(found.map(\.origin), atBest: .counted).shortened
                return [
                    .link(part), strength?.marks[part.id].map { .text($0) } ?? .unknown,
                    found.isEmpty ? .noRecord : .number(found.count, origin: origin),
                ]
            })
    }

    /// Who works in it, place by place in the package's order.
    private func table(of activities: [Record]) -> Table? {
        guard !activities.isEmpty else { return nil }
        let hasParts = activities.contains { $0.text("segment_id") != record.id }
        let places = model.identity.places.map(\.text)
        func rank(_ activity: Record) -> Int {
            var region = activity.target("organization_id")?.target("home_region")
            for _ in 0..<16 {
                guard let current = region else { break }
                if let index = places.firstIndex(of: current.id) { return index }
                region = current.target("parent_id")
            }
            return places.count
        }
        let sorted = activities.map { ($0, rank($0)) }.enumerated().sorted { left, right in
            left.element.1 == right.element.1 ? left.offset < right.offset : left.element.1 < right.element.1
        }.map(\.element.0)
        let segment = hasParts ? [Table.Column("segment", Localized("Segment", "环节"))] : []
        return Table(
            "organizations", Localized("Organizations by place", "各地机构"),
            caption: activities.count > SegmentFacts.limit
                ? Localized(
                    "The first \(SegmentFacts.limit) of \(activities.count)",
                    "共 \(activities.count) 条，列出前 \(SegmentFacts.limit) 条")
                : hasParts ? Localized("In the segment and its parts", "含下级环节") : nil,
            columns: [
                Table.Column("organization", Localized("Organization", "机构")),
                Table.Column("region", Localized("Home", "所在地")),
            ] + segment + [
                Table.Column("role", Localized("Role", "角色")),
                Table.Column("rank", Localized("Main or further", "主次")),
            ],
            rows: sorted.prefix(SegmentFacts.limit).map { activity in
                let organization = activity.target("organization_id")
                return [
                    organization.map { .link($0, origin: activity.origin) } ?? .unknown,
                    organization?.target("home_region").map { .link($0) } ?? .unknown,
                ] + (hasParts ? [activity.cell("segment_id")] : []) + [
                    activity.cell("role"), activity.cell("rank"),
                ]
            })
    }

    private func addGaps(to facts: inout RecordFacts) {
        if activities.isEmpty {
            facts.miss(
                Localized("No organization is named here", "没有点名的机构"),
                Localized(
                    "That is what the documents leave open; it does not mean that there is none.",
                    "文献未提及，不等于没有企业。"))
        }
        if !activities.contains(where: { $0.text("capacity") != nil }) {
            facts.miss(
                Localized("Capacity and need", "产能与需求"),
                Localized(
                    "No quantity is on record; strength is judged by names and by what documents say.",
                    "没有数量记录；强弱按机构数与文献说法判定。"))
        }
    }
}
