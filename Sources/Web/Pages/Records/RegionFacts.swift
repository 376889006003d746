import Ecosystem
import Reporting

/// What is known of a region and its parts: organizations by kind and stage, sites, parks, advantages, figures.
struct RegionFacts {
    private let record: Record
    private let model: EcosystemModel
    private let parts: [Record]
    /// This region and everything in it.
    private let inside: [String]
    private let organizations: [Record]
    private let sites: [Record]
    private let parks: [Record]

    /// Kinds of organization with a row of their own.
    private static let kindLimit = 7
    /// Rows of a table at most; the rest is one click away.
    private static let limit = 25

    init(_ record: Record) {
        let model = record.model
        self.record = record
        self.model = model
        let inside = RegionScope.ids(within: record.id, in: model)
        self.inside = inside
        parts = model.records(of: .region, where: "parent_id", is: record.id)
        organizations = inside.flatMap { model.records(of: .organization, where: "home_region", is: $0) }
        sites = inside.flatMap { model.records(of: .site, where: "region_id", is: $0) }
        parks = inside.flatMap { model.records(of: .park, where: "region_id", is: $0) }
    }

    /// Sentence, figures, tables and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["level", "parent_id", "role", "lon", "lat", "point_basis", "printed_name"]
        let indicators = model.records(of: .indicator, where: "entity_id", is: record.id)
        facts.figures = [
            .count(Localized("Organizations based here", "所在机构"), organizations, Localized("named", "家")),
            .count(Localized("Sites", "点位"), sites, Localized("sites", "处")),
            .count(Localized("Parks and ports", "园区与港口"), parks, Localized("on record", "个")),
            .count(Localized("Figures", "数字"), indicators, Localized("printed or derived", "条")),
        ]
        if let matrix = matrix { facts.main.append(.picture(matrix)) }
        let advantages = model.records(of: .advantage, where: "region_id", is: record.id)
        facts.add(
            KindTable.make(
                .advantage, advantages, title: Localized("Advantages and constraints", "优势与约束"),
                omitting: ["region_id"]),
            telling: advantages)
        add(.organization, organizations, Localized("Organizations based here", "所在机构"), to: &facts)
        add(.site, sites, Localized("Sites", "点位"), to: &facts)
        add(.park, parks, Localized("Parks and ports", "园区与港口"), to: &facts)
        for table in FigureTables.of(indicators) { facts.main.append(.table(table)) }
        for indicator in indicators { facts.told.insert(indicator.id) }
        let components = inside.flatMap { model.records(of: .component, where: "supply_region", is: $0) }
        facts.add(
            KindTable.make(
                .component, components, title: Localized("Components supplied from here", "此地供应的部件"),
                omitting: ["supply_region"]), telling: components)
        if let table = KindTable.make(
            .region, parts, id: "parts", title: Localized("Parts", "下级地区"), omitting: ["parent_id", "role"],
            limit: 40)
        {
            facts.aside.append(.table(table))
        }
        for part in parts { facts.told.insert(part.id) }
        addGaps(to: &facts, indicators)
        return facts
    }

    private var lead: Localized {
        let level = record.label("level") ?? record.kind.label
        let parent = record.target("parent_id")?.name
        func some(_ count: Int, _ one: String, _ many: String, _ zh: String) -> Localized? {
            count == 0 ? nil : Localized("\(count) \(count == 1 ? one : many)", "\(zh)")
        }
        let counts = [
            some(organizations.count, "organization", "organizations", "机构 \(organizations.count) 家"),
            some(sites.count, "site", "sites", "点位 \(sites.count) 处"),
            some(parks.count, "park", "parks", "园区 \(parks.count) 个"),
        ].compactMap { $0 }
        let held =
            counts.isEmpty
            ? Localized("no organization, site or park is on record", "没有机构、点位或园区的记录")
            : Localized("on record: ", "记录中有") + Localized.joined(counts)
        let role = record.phrase("role")
        return Localized(
            level.withArticle.capitalizedFirst + (parent.map { " in \($0.en)" } ?? "")
                + (role.map { ": \($0.en)" } ?? "")
                + "; \(held.en).",
            (parent.map { "\($0.zh)的" } ?? "") + level.zh + (role.map { "：\($0.zh)" } ?? "") + "；\(held.zh)。")
    }

    private func add(_ kind: RecordKind, _ records: [Record], _ title: Localized, to facts: inout RecordFacts)
    {
        let isWhole = inside.count == 1
        facts.add(
            KindTable.make(
                kind, records, id: kind.table, title: title,
                caption: records.count > RegionFacts.limit
                    ? Localized(
                        "The first \(RegionFacts.limit) of \(records.count), parts of the region included",
                        "共 \(records.count) 条（含下级地区），列出前 \(RegionFacts.limit) 条")
                    : (isWhole ? nil : Localized("In the region and its parts", "含下级地区")),
                omitting: isWhole ? ["region_id", "home_region"] : [], limit: RegionFacts.limit),
            telling: records)
        guard records.count > RegionFacts.limit, let folder = kind.folder else { return }
        facts.more[kind.table] = RecordFacts.More(
            title: Localized("All \(records.count)", "全部 \(records.count) 条"),
            path: "\(folder)?region=\(WebAddress.encoded(record.id))")
    }

    /// Organizations by kind and stage, as a loom.
    private var matrix: Picture? {
        guard organizations.count >= 8 else { return nil }
        var cells: [String: [String: [Record]]] = [:]
        for organization in organizations {
            let stages = Set(
                model.records(of: .activity, where: "organization_id", is: organization.id).compactMap {
                    $0.target("segment_id")?.text("stage")
                })
            for stage in stages {
                cells[organization.text("kind") ?? "", default: [:]][stage, default: []].append(organization)
            }
        }
        let stages = Vocabulary.chainStage.terms.filter { term in
            cells.values.contains { $0[term.code] != nil }
        }
        let known = Vocabulary.organizationKind.terms.filter { cells[$0.code] != nil }
        guard stages.count > 1, known.count > 1 else { return nil }
        // The kinds with most organizations have a row each, the others share one.
        let ranked = known.sorted { count(cells[$0.code]) > count(cells[$1.code]) }.prefix(
            RegionFacts.kindLimit)
        let named = Set(ranked.map(\.code))
        let others = cells.keys.filter { !named.contains($0) }.sorted()
        var groups = known.filter { named.contains($0.code) }.map { (label: $0.label, codes: [$0.code]) }
        if !others.isEmpty { groups.append((Localized("other kinds", "其他类别"), others)) }
        var rows: [[Cell]] = []
        for group in groups {
            for stage in stages {
                let found = group.codes.flatMap { cells[$0]?[stage.code] ?? [] }
                let origin = Origin.combined(found.map(\.origin), atBest: .counted).shortened
                rows.append([
                    .text(group.label), .text(stage.label),
                    found.isEmpty ? .noRecord : .number(found.count, origin: origin),
                ])
            }
        }
        return Picture(
            .heatmap(row: "kind", column: "stage", value: "organizations"),
            Table(
                "kinds", Localized("Organizations by kind and stage of the chain", "机构：类别 × 阶段"),
                caption: Localized(
                    "An organization counts once in each stage; no record is not zero", "机构在每个阶段计一次；无记录不等于零"),
                columns: [
                    Table.Column("kind", Localized("Kind", "类别")),
                    Table.Column("stage", Localized("Stage", "阶段")),
                    Table.Column(
                        "organizations", Localized("Organizations", "机构"), unit: Localized("on record", "家"),
                        kind: .number),
                ], rows: rows))
    }

    private func count(_ stages: [String: [Record]]?) -> Int {
        (stages ?? [:]).values.reduce(0) { $0 + $1.count }
    }

    private func addGaps(to facts: inout RecordFacts, _ indicators: [Record]) {
        let undated = indicators.filter { Period(reading: $0.text("period") ?? "").firstDay == nil }.count
        if undated > 0 {
            facts.miss(
                Localized(
                    undated == 1 ? "1 figure without a year" : "\(undated) figures without a year",
                    "\(undated) 条数字年份未印"),
                Localized("They cannot be compared over time.", "不能作跨期比较。"))
        }
        let pointless = sites.filter { $0.point == nil }.count
        if pointless > 0 {
            facts.miss(
                Localized(
                    pointless == 1 ? "1 site without a point" : "\(pointless) sites without a point",
                    "\(pointless) 处点位无坐标"),
                Localized("On maps they stand at their region's point.", "地图上标在所在地区的位置。"))
        }
        if organizations.isEmpty {
            facts.miss(
                Localized("Organizations", "机构"),
                Localized("None is named here; that does not mean that there is none.", "文献未点名，不等于没有。"))
        }
        if indicators.isEmpty {
            facts.miss(Localized("Figures", "数字"), Localized("No document prints any.", "文献均未印。"))
        }
    }
}

/// Regions and their parts.
enum RegionScope {
    /// A region and its parts, nearest first; a broken tree cannot make it endless.
    ///
    /// - Complexity: O(parts · log regions).
    static func ids(within id: String, in model: EcosystemModel) -> [String] {
        var found = [id]
        var seen: Set<String> = [id]
        var next = 0
        while next < found.count {
            for part in model.records(of: .region, where: "parent_id", is: found[next])
            where seen.insert(part.id).inserted { found.append(part.id) }
            next += 1
        }
        return found
    }
}
