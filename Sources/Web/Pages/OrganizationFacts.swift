import Ecosystem
import Reporting

/// What is known of an organization: its suppliers and customers, where it is, what it makes, and what is unknown.
struct OrganizationFacts {
    private let record: Record
    private let model: EcosystemModel
    private let suppliers: [Record]
    private let customers: [Record]
    private let sites: [Record]
    private let products: [Record]
    private let activities: [Record]

    init(_ record: Record) {
        self.record = record
        model = record.model
        suppliers = model.records(of: .relation, where: "object_id", is: record.id)
            .filter { $0.text("predicate") == "supplies" }
        customers = model.records(of: .relation, where: "subject_id", is: record.id)
            .filter { $0.text("predicate") == "supplies" }
        sites = model.records(of: .site, where: "organization_id", is: record.id)
        products = model.records(of: .product, where: "organization_id", is: record.id)
        activities = model.records(of: .activity, where: "organization_id", is: record.id)
    }

    /// Figures, then tables, then what is not known.
    var blocks: [Block] {
        var blocks: [Block] = [.figures(figures)]
        if !suppliers.isEmpty {
            blocks.append(
                .table(supply("suppliers", Localized("Suppliers", "供应商"), suppliers, other: "subject_id")))
        }
        if !customers.isEmpty {
            blocks.append(
                .table(supply("customers", Localized("Customers", "客户"), customers, other: "object_id")))
        }
        if suppliers.count + customers.count > 0 {
            blocks.append(
                .note(
                    Note(
                        .gap, Localized("One tier is recorded", "只记录到一级"),
                        Localized(
                            "The documents name direct suppliers and customers; shares and further tiers are not printed.",
                            "文献只写直接供应与客户关系；份额和更上游未印。"))))
        }
        blocks += gaps
        return blocks
    }

    private var figures: [Figure] {
        [
            count(Localized("Sites", "点位"), sites, Localized("sites", "处")),
            count(Localized("Segments", "环节"), activities, Localized("segments", "个")),
            count(Localized("Known suppliers", "已知供应商"), suppliers, Localized("firms", "家")),
            count(Localized("Known customers", "已知客户"), customers, Localized("firms", "家")),
        ]
    }

    /// A count of records; none is "no record", never zero.
    private func count(_ label: Localized, _ records: [Record], _ unit: Localized) -> Figure {
        guard !records.isEmpty else { return Figure(label, .missing(Localized("no record", "无记录"))) }
        return Figure(
            label, .number(FigureNumber(records.count)), unit: unit,
            origin: .combined(records.map(\.origin), atBest: .counted))
    }

    private func supply(_ id: String, _ title: Localized, _ relations: [Record], other field: FieldName)
        -> Table
    {
        Table(
            id, title,
            caption: Localized("Shares are not printed; no concentration can be judged", "份额未印，不能据此判断集中度"),
            columns: [
                Table.Column("organization", Localized("Organization", "企业")),
                Table.Column("what", Localized("What", "供什么")),
                Table.Column("region", Localized("Region", "地区")),
                Table.Column("share", Localized("Share", "份额"), kind: .number),
            ],
            rows: relations.map { relation in
                let other = relation.target(field)
                return [
                    other.map { Cell(.links([Cell.Link($0)]), origin: relation.origin) }
                        ?? .text(relation.text(field) ?? ""),
                    relation.phrase("qualifier").map { .text($0) } ?? .notPrinted,
                    other?.target("home_region").map { .link($0) } ?? .unknown, .notPrinted,
                ]
            })
    }

    private var gaps: [Block] {
        var gaps: [Block] = []
        let figures = model.records(of: .indicator, where: "entity_id", is: record.id)
        if figures.isEmpty {
            gaps.append(
                .note(
                    Note(
                        .gap, Localized("Output, capacity, utilization, staff", "产量、产能、利用率、职工"),
                        Localized("No document prints them.", "文献均未印。"))))
        }
        if sites.isEmpty {
            gaps.append(
                .note(
                    Note(
                        .gap, Localized("Sites", "点位"),
                        Localized("No document names a plant, office or laboratory.", "文献没有写出工厂、办公地或实验室。"))))
        }
        return gaps
    }
}
