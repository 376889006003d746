import ChainAnalysis
import Ecosystem
import Reporting

extension Suppliers {
    /// Paths shown in the table; the result holds all.
    private static let shownPaths = 60

    /// Lays the tiers out: how many, the network, paths, what is not on record.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        guard let organization = result.organization else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package has no supply relation; add some to the table of relations, or choose an organization.",
                    "此数据包没有供应关系；请补充关系表，或选择机构。"), blocks: [.method(Suppliers.method)])
        }
        let name = model.name(of: organization.text)
        var blocks: [Block] = [.figures(figures(result, in: model))]
        for side in result.sides {
            guard !side.links.isEmpty else { continue }
            blocks.append(.picture(network(side, of: name, in: model)))
            blocks.append(.table(tiers(side, in: model)))
            if side.namedTiers > 1 { blocks.append(.table(paths(side, in: model))) }
        }
        blocks += notes(result, in: model).map(Block.note)
        blocks += model.records(ids: result.corrections.map(\.text)).map { .note($0.correctionNote) }
        if let compared = compareTable(result, input) { blocks.append(.table(compared)) }
        blocks.append(.method(Suppliers.method))
        return ReportDraft(
            title: Localized("Suppliers and customers of \(name.en)", "\(name.zh.beforeChinese)的供应商与客户"),
            answer: answer(result, name), blocks: blocks)
    }

    private func answer(_ result: Result, _ name: Localized) -> Localized {
        let parts = result.sides.map { side -> Localized in
            let isUp = side.direction == "up"
            let first = side.tiers.first
            let firms = first?.firms ?? 0
            let places = (first?.members.count ?? 0) - firms
            if firms + places == 0 {
                return isUp
                    ? Localized("no supplier is on record", "无供应商记录")
                    : Localized("no customer is on record", "无客户记录")
            }
            var direct =
                isUp
                ? Localized.count(firms, "direct supplier", "direct suppliers", "家直接供应商")
                : Localized.count(firms, "direct customer", "direct customers", "家直接客户")
            if firms == 0 {
                direct =
                    isUp
                    ? Localized("no supplier is named", "未点名供应商") : Localized("no customer is named", "未点名客户")
            }
            if places > 0 {
                let words = Localized.count(places, "place stands", "places stand", "个地区")
                direct = direct + Localized(", \(words.en) for firms not named", "，\(words.zh)代表未点名的企业")
            }
            let tiers = Localized.count(side.namedTiers, "tier", "tiers", "层")
            return Localized("\(direct.en), \(tiers.en) on record", "\(direct.zh)，记录 \(tiers.zh)")
        }
        let joined = Localized.joined(parts, Localized("; ", "；"))
        return Localized("\(name.en): \(joined.en).", "\(name.zh)：\(joined.zh)。")
    }

    private func figures(_ result: Result, in model: EcosystemModel) -> [Figure] {
        var figures: [Figure] = []
        for side in result.sides {
            let isUp = side.direction == "up"
            let origin = Origin.counted(model.records(ids: side.links.map(\.record)))
            let first = side.tiers.first
            figures.append(
                Figure(
                    isUp
                        ? Localized("Direct suppliers, named firms", "直接供应商（具名企业）")
                        : Localized("Direct customers, named firms", "直接客户（具名企业）"),
                    first.map {
                        $0.firms > 0
                            ? .number(FigureNumber($0.firms)) : .missing(Localized("not named", "未点名"))
                    }
                        ?? Cell.noRecord.value,
                    origin: (first?.firms ?? 0) > 0 ? origin : nil))
            figures.append(
                Figure(
                    isUp
                        ? Localized("Tiers of suppliers on record", "供应商记录层数")
                        : Localized("Tiers of customers on record", "客户记录层数"),
                    side.namedTiers == 0 ? Cell.noRecord.value : .number(FigureNumber(side.namedTiers)),
                    unit: side.namedTiers == 0
                        ? nil : Localized("of \(result.depth) asked", "层（所问 \(result.depth) 层）"),
                    origin: side.namedTiers == 0 ? nil : origin))
            for sum in first?.values ?? [] {
                let valued = side.links.filter {
                    $0.tier == 1 && ($0.unit ?? "") == sum.unit && $0.value != nil
                }
                figures.append(
                    Figure(
                        isUp
                            ? Localized("Bought from direct suppliers a year", "直接采购年值")
                            : Localized("Sold to direct customers a year", "直接销售年值"),
                        .number(FigureNumber(sum.value, decimals: 0)), unit: UnitOfMeasure(sum.unit).label,
                        origin: .counted(model.records(ids: valued.map(\.record)), atBest: .derived)))
            }
        }
        return figures
    }

    private func network(_ side: Result.Side, of name: Localized, in model: EcosystemModel) -> Picture {
        let index = OrganizationIndex(model)
        let hasValues = side.links.contains { $0.value != nil }
        var columns: [Table.Column] = [
            .words("supplier", "Supplier", "供应方"), .words("customer", "Customer", "需方"),
            .numbers("tier", "Tier", "层"), .words("content", "What", "内容"),
            .words("segment", "Segment", "环节"),
            .words("place", "Supplier's places", "供应方所在"),
        ]
        if hasValues { columns += [.numbers("value", "Value a year", "年值"), .words("unit", "Unit", "单位")] }
        let rows = side.links.map { link -> [Cell] in
            let record = model.record(id: link.record)
            let origin = record?.origin
            let content = record?.kind == .component ? record?.fullName : record?.phrase("qualifier")
            var row: [Cell] = [
                model.linkCell(link.supplier, origin: origin), model.linkCell(link.customer),
                .number(link.tier, origin: origin),
                content.map { .text($0, origin: origin) } ?? .notPrinted,
                link.segment.map { model.linkCell($0.text) } ?? .notPrinted,
                places(of: link.supplier, index, in: model),
            ]
            if hasValues {
                row.append(link.value.map { .number($0, decimals: 0, origin: origin) } ?? .notPrinted)
                row.append(link.unit.map { .text(UnitOfMeasure($0).label) } ?? .notPrinted)
            }
            return row
        }
        let isUp = side.direction == "up"
        return Picture(
            .network(from: "supplier", to: "customer", label: "content"),
            Table(
                isUp ? "supplier-links" : "customer-links",
                isUp
                    ? Localized("Who supplies \(name.en), by tier", "\(name.zh.beforeChinese)的供应方，按层")
                    : Localized("Whom \(name.en) supplies, by tier", "\(name.zh.beforeChinese)的需方，按层"),
                columns: columns, rows: rows))
    }

    private func places(of id: String, _ index: OrganizationIndex, in model: EcosystemModel) -> Cell {
        if model.record(id: id)?.kind == .region { return model.linkCell(id) }
        let presences = index.presences(of: OrganizationID(id)).filter(\.isActual)
        // Sites tell where it works; the seat stands in where no site is on record.
        let sites = presences.filter { $0.site != nil }
        let regions = (sites.isEmpty ? presences : sites).compactMap { $0.region?.text }
        var seen: Set<String> = []
        let origin = presences.isEmpty ? nil : Origin.combined(presences.map(\.origin), atBest: .stated)
        return model.linksCell(regions.filter { seen.insert($0).inserted }, origin: origin)
    }

    private func tiers(_ side: Result.Side, in model: EcosystemModel) -> Table {
        Table(
            side.direction == "up" ? "supplier-tiers" : "customer-tiers",
            side.direction == "up"
                ? Localized("Tiers of suppliers", "供应商各层") : Localized("Tiers of customers", "客户各层"),
            columns: [
                .numbers("tier", "Tier", "层"), .numbers("members", "Named", "具名"),
                .numbers("links", "Links", "连线"), .words("value", "Value a year", "年值"),
                .numbers("without", "Links without value", "无值连线"),
            ],
            rows: side.tiers.map { tier in
                let records = model.records(ids: side.links.filter { $0.tier == tier.tier }.map(\.record))
                let origin = Origin.counted(records)
                let values = tier.values.map { sum -> Localized in
                    let unit = UnitOfMeasure(sum.unit).label
                    return Localized("\(sum.value.words()) \(unit.en)", "\(sum.value.words()) \(unit.zh)")
                }
                return [
                    .number(tier.tier, origin: origin), .number(tier.members.count, origin: origin),
                    .number(tier.links, origin: origin),
                    values.isEmpty
                        ? .notPrinted
                        : .text(Localized.joined(values, Localized("; ", "；")), origin: .combined([origin])),
                    .number(tier.withoutValue, origin: origin),
                ]
            })
    }

    private func paths(_ side: Result.Side, in model: EcosystemModel) -> Table {
        let shown = side.paths.prefix(Suppliers.shownPaths)
        return Table(
            side.direction == "up" ? "supplier-paths" : "customer-paths",
            side.direction == "up"
                ? Localized("Paths to suppliers", "通向供应商的路径") : Localized("Paths to customers", "通向客户的路径"),
            caption: shown.count < side.paths.count || !side.isComplete
                ? Localized(
                    "the first \(shown.count) paths; the result holds more", "前 \(shown.count) 条，结果中还有")
                : nil,
            columns: [.numbers("tiers", "Tiers", "层"), .words("path", "Path", "路径")],
            rows: shown.map { path in
                let steps = zip(path, path.dropFirst())
                let records = steps.compactMap { from, to in
                    side.links.first { link in
                        (link.supplier == to && link.customer == from)
                            || (link.supplier == from && link.customer == to)
                    }.flatMap { model.record(id: $0.record) }
                }
                let origin = Origin.counted(records, atBest: .derived)
                return [.number(path.count - 1, origin: origin), model.linksCell(path, origin: origin)]
            })
    }
}
