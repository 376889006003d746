import Ecosystem
import Reporting

/// The group of an organization: what it belongs to, what belongs to it, joint ventures and firms it incubated.
struct OrganizationGroup {
    /// Relations and organizations that the table shows.
    let told: [Record]
    /// The table; `nil` where nothing is on record.
    let table: Table?

    private static let predicates: Set<String> = ["subsidiary_of", "joint_venture_of", "incubated_by"]

    init(_ record: Record) {
        let model = record.model
        func ties(_ field: FieldName) -> [Record] {
            model.records(of: .relation, where: field, is: record.id).filter {
                OrganizationGroup.predicates.contains($0.text("predicate") ?? "")
                    && $0.text("subject_id") != $0.text("object_id")
            }
        }
        let up = ties("subject_id")
        let down = ties("object_id")
        let children = model.records(of: .organization, where: "parent_id", is: record.id)
        told = up + down + children
        var rows: [[Cell]] = []
        func row(_ words: Localized, _ other: Record?, _ content: Localized?, _ origin: Origin) {
            guard let other else { return }
            rows.append([
                .link(other, origin: origin), .text(words), content.map { .text($0) } ?? .text(""),
                other.place.map { .link($0) } ?? .unknown,
            ])
        }
        let parent = record.text("parent_id")
        if let parent, !up.contains(where: { $0.text("object_id") == parent }) {
            row(
                Localized("is part of", "隶属于"), record.target("parent_id"), nil,
                OrganizationGroup.origin(of: record))
        }
        for tie in up {
            row(
                tie.target("predicate")?.name ?? Localized(same: ""), tie.target("object_id"),
                tie.phrase("qualifier"), tie.origin)
        }
        for tie in down {
            let predicate = tie.target("predicate")
            let words = Localized(en: predicate?.text("inverse_en"), zh: predicate?.text("inverse_zh"))
            row(
                words ?? Localized("includes", "下属"), tie.target("subject_id"), tie.phrase("qualifier"),
                tie.origin)
        }
        let named = Set(down.compactMap { $0.text("subject_id") })
        for child in children where !named.contains(child.id) {
            row(Localized("includes", "下属"), child, nil, OrganizationGroup.origin(of: child))
        }
        table =
            rows.isEmpty
            ? nil
            : Table(
                "group", Localized("Group and joint ventures", "集团与合资"),
                columns: [
                    Table.Column("organization", Localized("Organization", "机构")),
                    Table.Column("relation", Localized("Relation", "关系")),
                    Table.Column("content", Localized("Content", "内容")),
                    Table.Column("region", Localized("Region", "地区")),
                ], rows: rows
            ).withoutEmptyColumns
    }

    /// Where the parent of an organization is known from.
    private static func origin(of record: Record) -> Origin {
        var origin = record.origin
        origin.basis = record.text("parent_basis").flatMap(Basis.init(rawValue:)) ?? origin.basis
        return origin
    }
}
