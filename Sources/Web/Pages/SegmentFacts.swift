import Ecosystem
import Reporting

/// What is known of a segment: who works in it and where, what documents say of its strength, what it is part of.
struct SegmentFacts {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// Figures, organizations, assessments, and the gap where nobody is named.
    var blocks: [Block] {
        let activities = model.records(of: .activity, where: "segment_id", is: record.id)
        let parts = model.records(of: .segment, where: "parent_id", is: record.id)
        var blocks: [Block] = []
        blocks.append(
            .figures([
                activities.isEmpty
                    ? Figure(Localized("Organizations", "机构"), .missing(Localized("no record", "无记录")))
                    : Figure(
                        Localized("Organizations", "机构"), .number(FigureNumber(activities.count)),
                        unit: Localized("named", "家"),
                        origin: .combined(activities.map(\.origin), atBest: .counted)),
                Figure(
                    Localized("Stage", "阶段"), .text(record.label("stage") ?? Localized(same: "")),
                    origin: record.origin),
            ]))
        blocks += assessments
        if activities.isEmpty {
            blocks.append(
                .note(
                    Note(
                        .gap, Localized("No organization is named here", "没有点名的机构"),
                        Localized(
                            "That is what the documents leave open; it does not mean that there is none.",
                            "文献未提及，不等于没有企业。"))))
        } else {
            blocks.append(.table(organizations(activities)))
        }
        if !parts.isEmpty {
            blocks.append(
                .table(
                    Table(
                        "parts", Localized("Nested segments", "下级环节"),
                        columns: [Table.Column("segment", Localized("Segment", "环节"))],
                        rows: parts.map { [.link($0)] })))
        }
        return blocks
    }

    private var assessments: [Block] {
        model.records(of: .assessment, where: "segment_id", is: record.id).map { row in
            let region = row.target("region_id")?.name ?? Localized(same: "")
            let strength = row.label("strength") ?? Localized(same: "")
            return .note(
                Note(
                    row.text("strength") == "strong" ? .note : .warning,
                    Localized("\(region.en): \(strength.en)", "\(region.zh)：\(strength.zh)"),
                    row.phrase("description"), origin: row.origin))
        }
    }

    private func organizations(_ activities: [Record]) -> Table {
        Table(
            "organizations", Localized("Organizations", "机构"),
            columns: [
                Table.Column("organization", Localized("Organization", "机构")),
                Table.Column("region", Localized("Home", "所在地")),
                Table.Column("role", Localized("Role", "角色")),
                Table.Column("rank", Localized("Main or further", "主次")),
            ],
            rows: activities.map { activity in
                let organization = activity.target("organization_id")
                return [
                    organization.map { Cell(.links([Cell.Link($0)]), origin: activity.origin) } ?? .unknown,
                    organization?.target("home_region").map { .link($0) } ?? .unknown,
                    .text(activity.label("role") ?? Localized(same: "")),
                    .text(activity.label("rank") ?? Localized(same: "")),
                ]
            })
    }
}
