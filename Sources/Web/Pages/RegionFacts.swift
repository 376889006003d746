import Ecosystem
import Reporting

/// What is known of a region: who is at home there, its sites and parks, its parts, and its advantages.
struct RegionFacts {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// Figures, organizations, sites, advantages and constraints.
    var blocks: [Block] {
        let inside = within
        let organizations = inside.flatMap { model.records(of: .organization, where: "home_region", is: $0) }
        let sites = inside.flatMap { model.records(of: .site, where: "region_id", is: $0) }
        let parks = inside.flatMap { model.records(of: .park, where: "region_id", is: $0) }
        var blocks: [Block] = [
            .figures([
                count(
                    Localized("Organizations at home here", "所在机构"), organizations, Localized("named", "家")),
                count(Localized("Sites", "点位"), sites, Localized("sites", "处")),
                count(Localized("Parks", "园区"), parks, Localized("parks", "个")),
            ])
        ]
        let advantages = model.records(of: .advantage, where: "region_id", is: record.id)
        if !advantages.isEmpty { blocks.append(.table(table(of: advantages))) }
        if !organizations.isEmpty {
            blocks.append(
                .table(
                    Table(
                        "home-organizations", Localized("Organizations at home here", "所在机构"),
                        caption: Localized("In the region and its parts", "含下级地区"),
                        columns: [
                            Table.Column("organization", Localized("Organization", "机构")),
                            Table.Column("kind", Localized("Kind", "类别")),
                            Table.Column("region", Localized("Home", "所在地")),
                        ],
                        rows: organizations.map { row in
                            [
                                Cell(.links([Cell.Link(row)]), origin: row.origin),
                                .text(row.label("kind") ?? Localized(same: "")),
                                row.target("home_region").map { .link($0) } ?? .unknown,
                            ]
                        })))
        }
        return blocks
    }

    /// This region and its parts, nearest first; a broken tree cannot make it endless.
    private var within: [String] {
        var found = [record.id]
        var seen: Set<String> = [record.id]
        var next = 0
        while next < found.count {
            for part in model.records(of: .region, where: "parent_id", is: found[next])
            where seen.insert(part.id).inserted { found.append(part.id) }
            next += 1
        }
        return found
    }

    private func count(_ label: Localized, _ records: [Record], _ unit: Localized) -> Figure {
        guard !records.isEmpty else { return Figure(label, .missing(Localized("no record", "无记录"))) }
        return Figure(
            label, .number(FigureNumber(records.count)), unit: unit,
            origin: .combined(records.map(\.origin), atBest: .counted))
    }

    private func table(of advantages: [Record]) -> Table {
        Table(
            "advantages", Localized("Advantages and constraints", "优势与约束"),
            columns: [
                Table.Column("kind", Localized("Kind", "类别")),
                Table.Column("factor", Localized("Factor", "要素")),
                Table.Column("description", Localized("Description", "说明")),
            ],
            rows: advantages.map { row in
                [
                    .text(row.label("kind") ?? Localized(same: "")),
                    .text(row.label("factor") ?? Localized(same: "")),
                    Cell(.text(row.phrase("description") ?? Localized(same: "")), origin: row.origin),
                ]
            })
    }
}
