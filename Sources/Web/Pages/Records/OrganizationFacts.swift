import Ecosystem
import Reporting

/// What is known of an organization: its suppliers and customers, where it is, what it makes, its group, and what is
/// not known.
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
            .filter { $0.text("predicate") == "supplies" && $0.text("subject_id") != record.id }
        customers = model.records(of: .relation, where: "subject_id", is: record.id)
            .filter { $0.text("predicate") == "supplies" && $0.text("object_id") != record.id }
        sites = model.records(of: .site, where: "organization_id", is: record.id)
        products = model.records(of: .product, where: "organization_id", is: record.id)
        activities = model.records(of: .activity, where: "organization_id", is: record.id)
    }

    /// Sentence, figures, tiers, tables and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["kind", "home_region", "home_basis", "parent_id", "parent_basis", "printed_name"]
        facts.figures = figures
        let isFirm = ["oem", "supplier", "battery_maker", "chip_maker", "company"].contains(
            record.text("kind") ?? "")
        if isFirm || suppliers.count + customers.count > 0 { facts.tiers = tiers }
        facts.add(
            supply("suppliers", Localized("Suppliers", "供应商"), suppliers, other: "subject_id"),
            telling: suppliers)
        facts.add(
            supply("customers", Localized("Customers", "客户"), customers, other: "object_id"),
            telling: customers)
        facts.add(
            KindTable.make(.site, sites, title: Localized("Sites", "点位"), omitting: ["organization_id"]),
            telling: sites)
        facts.add(segments, telling: activities)
        facts.add(
            KindTable.make(
                .product, products, title: Localized("Products and brands", "产品与品牌"),
                omitting: ["organization_id"]),
            telling: products)
        let group = OrganizationGroup(record)
        facts.add(group.table, telling: group.told)
        // A home that is also written as a relation is said once.
        for relation in model.records(of: .relation, where: "subject_id", is: record.id)
        where relation.text("predicate") == "located_in"
            && relation.text("object_id") == record.text("home_region")
        {
            facts.told.insert(relation.id)
        }
        addGaps(to: &facts, isFirm: isFirm)
        return facts
    }

    // MARK: The sentence

    private var lead: Localized {
        let full = record.fullName
        let kind = record.label("kind") ?? record.kind.label
        let home = record.target("home_region")?.name
        let en = full.en == full.zh ? full.en : "\(full.en) (\(full.zh))"
        let zh = full.en == full.zh ? full.zh : "\(full.zh)（\(full.en)）"
        var sentence = Localized(
            "\(en) is \(kind.withArticle)"
                + (home.map { " based in \($0.en)" } ?? "; where it is based is not on record"),
            zh + "，" + (home.map { "\($0.zh)的\(kind.zh)" } ?? "\(kind.zh)，所在地无记录"))
        let far = elsewhere
        if !far.isEmpty {
            let list = Localized.joined(far, Localized("; ", "、"))
            sentence = sentence + Localized(", with \(list.en)", "，\(list.zh)")
        }
        let work = activities.filter { $0.text("rank") != "secondary" }.prefix(3).compactMap {
            $0.target("segment_id")?.name
        }
        if !work.isEmpty {
            let list = Localized.joined(work)
            sentence = sentence + Localized(". Segments: \(list.en)", "。所在环节：\(list.zh)")
        }
        return sentence + Localized(".", "。")
    }

    /// What it has in regions other than its home.
    private var elsewhere: [Localized] {
        var seen: Set<String> = []
        return sites.filter { $0.isActual && $0.text("region_id") != record.text("home_region") }.compactMap {
            site -> Localized? in
            guard let region = site.target("region_id")?.name, let code = site.list("functions").first else {
                return nil
            }
            let function = Vocabulary.siteFunction.label(code)
            guard seen.insert(region.en + code).inserted, seen.count <= 3 else { return nil }
            return Localized("\(function.withArticle) in \(region.en)", "在\(region.zh)有\(function.zh)")
        }
    }

    // MARK: Figures and tables

    private var figures: [Figure] {
        let partners = { (relations: [Record], field: FieldName) in
            var seen: Set<String> = []
            return relations.filter { seen.insert($0.text(field) ?? "").inserted }
        }
        let first = printed.first
        let output: Figure =
            if let first, let words = first.figureText {
                Figure(
                    first.name, .text(words), period: Period(reading: first.text("period") ?? "n.d.").words,
                    origin: first.origin)
            } else {
                Figure(
                    Localized("Output, capacity, staff", "年产量、产能、职工"),
                    .missing(Localized("not printed in any document; unknown", "文献未印；未知")))
            }
        return [
            .count(Localized("Sites on record", "记录的点位"), sites, Localized("sites", "处")),
            .count(Localized("Products and brands", "产品与品牌"), products, Localized("named", "个")),
            .count(
                Localized("Known suppliers", "已知供应商"), partners(suppliers, "subject_id"),
                Localized("firms", "家")),
            .count(
                Localized("Known customers", "已知客户"), partners(customers, "object_id"),
                Localized("firms", "家")),
            output,
        ]
    }

    /// Figures that a document prints of it; counts over its list of brands and the like are none.
    private var printed: [Record] {
        FigureTables.current(model.records(of: .indicator, where: "entity_id", is: record.id)).filter {
            $0.figureText != nil && $0.text("status") != "counted"
        }
    }

    private func supply(_ id: String, _ title: Localized, _ relations: [Record], other field: FieldName)
        -> Table?
    {
        guard !relations.isEmpty else { return nil }
        let hasValue = relations.contains { $0.text("value") != nil }
        return Table(
            id, title,
            caption: hasValue
                ? nil : Localized("Shares are not printed; no concentration can be judged", "份额未印，不能据此判断集中度"),
            columns: [
                Table.Column("organization", Localized("Organization", "企业")),
                Table.Column(
                    "what", id == "suppliers" ? Localized("Supplies", "供什么") : Localized("Takes", "要什么")),
                Table.Column("region", Localized("Region", "地区")),
                Table.Column(
                    "share", hasValue ? Localized("Value a year", "年值") : Localized("Share", "份额"),
                    kind: .number),
            ],
            rows: relations.map { relation in
                let other = relation.target(field)
                let value: Cell
                if hasValue, let number = relation.text("value").flatMap({ FigureNumber(printed: $0) }) {
                    let unit = UnitOfMeasure(relation.text("unit") ?? "").label
                    let words = NumberWording.text(number)
                    value = .text(Localized("\(words) \(unit.en)", "\(words) \(unit.zh)"))
                } else {
                    value = .notPrinted
                }
                return [
                    other.map { Cell(.links([Cell.Link($0)]), origin: relation.origin) }
                        ?? .text(relation.text(field) ?? ""),
                    relation.phrase("qualifier").map { .text($0) } ?? .notPrinted,
                    other?.place.map { .link($0) } ?? .unknown, value,
                ]
            })
    }

    private var segments: Table? {
        guard !activities.isEmpty else { return nil }
        let hasCapacity = activities.contains { $0.text("capacity") != nil }
        let capacity =
            hasCapacity ? [Table.Column("capacity", Localized("Weekly capacity", "周产能"), kind: .number)] : []
        return Table(
            "segments", Localized("Segments of the chain", "所在环节"),
            columns: [
                Table.Column("segment", Localized("Segment", "环节")),
                Table.Column("stage", Localized("Stage", "阶段")),
                Table.Column("role", Localized("Role", "角色")),
                Table.Column("rank", Localized("Main or further", "主次")),
            ] + capacity,
            rows: activities.map { activity in
                let segment = activity.target("segment_id")
                let unit = UnitOfMeasure(activity.text("capacity_unit") ?? "").label
                let amount = activity.text("capacity").flatMap { FigureNumber(printed: $0) }.map(
                    NumberWording.text)
                return [
                    segment.map { .link($0, origin: activity.origin) } ?? .unknown,
                    segment?.cell("stage") ?? .unknown, activity.cell("role"), activity.cell("rank"),
                ]
                    + (hasCapacity
                        ? [
                            amount.map { .text(Localized("\($0) \(unit.en)", "\($0) \(unit.zh)")) }
                                ?? .notPrinted
                        ] : [])
            })
    }

    // MARK: Up and down

    private var tiers: Tiers {
        let before = nodes(suppliers, "subject_id")
        let behind = nodes(customers, "object_id") + outlets
        let deeper = Set(suppliers.compactMap { $0.text("subject_id") }).contains { id in
            model.records(of: .relation, where: "object_id", is: id).contains {
                $0.text("predicate") == "supplies"
            }
        }
        var left: [Tiers.Node] = []
        if suppliers.isEmpty {
            left = [Tiers.Node(none: Localized("Suppliers: no record", "供应商：无记录"))]
        } else {
            if !deeper { left.append(Tiers.Node(none: Localized("Second tier: no record", "二级供应商：无记录"))) }
            left += before
        }
        var right = behind
        if customers.isEmpty { right.append(Tiers.Node(none: Localized("Customers: no record", "客户：无记录"))) }
        let homes = sites.filter(\.isActual).prefix(3).map(\.name)
        return Tiers(
            title: Localized("Up and down", "上下两向"),
            text: deeper
                ? Localized(
                    "Relations on record; further tiers are on the suppliers' own pages.",
                    "已有记录的关系；再上一级见各供应商页面。")
                : Localized(
                    "Relations on record, one tier each way: the documents name no tier beyond.",
                    "已印出的关系，一层为止：文献没有给出再上一级的供应商。"),
            before: left,
            middle: Tiers.Node(
                record,
                remark: homes.isEmpty
                    ? record.target("home_region")?.name : Localized.joined(homes, Localized(" · ", " · "))),
            behind: right)
    }

    /// Ports that it relies on or ships to.
    private var outlets: [Tiers.Node] {
        model.records(of: .relation, where: "subject_id", is: record.id)
            .filter { ["depends_on", "ships_to"].contains($0.text("predicate") ?? "") }
            .compactMap { relation -> Tiers.Node? in
                guard let target = relation.target("object_id"),
                    target.list("functions").contains("port") || target.text("kind") == "port"
                        || target.text("kind") == "port_operator"
                else { return nil }
                return Tiers.Node(target, remark: remark([relation.phrase("qualifier"), target.place?.name]))
            }
    }

    private func nodes(_ relations: [Record], _ field: FieldName) -> [Tiers.Node] {
        var order: [String] = []
        var goods: [String: [Localized]] = [:]
        for relation in relations {
            let id = relation.text(field) ?? ""
            if goods[id] == nil { order.append(id) }
            goods[id, default: []] += [relation.target("segment_id")?.name ?? relation.phrase("qualifier")]
                .compactMap { $0 }
        }
        let all = order.compactMap { id -> Tiers.Node? in
            guard let other = model.record(id: id) else { return nil }
            let what = goods[id] ?? []
            return Tiers.Node(
                other, remark: remark([what.isEmpty ? nil : Localized.joined(what), other.place?.name]))
        }
        guard all.count > Tiers.limit else { return all }
        let rest = all.count - Tiers.limit
        return all.prefix(Tiers.limit)
            + [Tiers.Node(none: Localized("and \(rest) more, in the table", "另有 \(rest) 家，见下表"))]
    }

    private func remark(_ parts: [Localized?]) -> Localized? {
        let known = parts.compactMap { $0 }
        return known.isEmpty ? nil : Localized.joined(known, Localized(same: " · "))
    }

    // MARK: What is not known

    private func addGaps(to facts: inout RecordFacts, isFirm: Bool) {
        if record.text("home_region") == nil {
            facts.miss(Localized("Where it is based", "所在地"), Localized("No document says.", "文献未写。"))
        } else if let basis = record.text("home_basis").flatMap(Basis.init(rawValue:)), basis != .stated {
            facts.miss(
                Localized("Where it is based", "所在地"),
                Localized(
                    "The home region is \(basis.label.en), not stated by a document.",
                    "所在地的依据为\(basis.label.zh)，不是文献原文。"))
        }
        if isFirm, printed.isEmpty {
            facts.miss(
                Localized("Output, capacity, utilization, staff", "产量、产能、利用率、职工"),
                Localized("No document prints them.", "文献均未印。"))
        }
        if isFirm {
            facts.miss(
                suppliers.isEmpty
                    ? Localized("Suppliers", "供应商")
                    : Localized("Shares of supply and second tier", "供应份额与二级供应商"),
                suppliers.isEmpty
                    ? Localized("None is named; that does not mean that there is none.", "文献未点名，不等于没有。")
                    : Localized("Single sourcing cannot be judged.", "不能做单源判断。"))
        }
        if sites.isEmpty {
            facts.miss(
                Localized("Sites", "点位"),
                Localized("No document names a plant, office or laboratory.", "文献没有写出工厂、办公地或实验室。"))
        }
        if activities.isEmpty {
            facts.miss(
                Localized("Segment of the chain", "所在环节"), Localized("No segment is on record.", "没有环节记录。"))
        }
    }
}
