import ChainAnalysis
import Ecosystem
import Reporting

extension Balance {
    func ratioTable(_ result: Result, in model: EcosystemModel) -> Table {
        let vehicles = FigureIndex(model, Clusters.Vocabulary.vehicleCompanies)
        let parts = FigureIndex(model, Clusters.Vocabulary.partsCompanies)
        let ratios = FigureIndex(model, Clusters.Vocabulary.ratio)
        return Table(
            "ratios", Localized("Parts firms and vehicle output", "零部件企业与整车产量"),
            caption: Localized(
                "The printed ratio has no printed base; it is not parts firms over vehicle companies",
                "原文比值未印基数；它不是零部件企业数除以整车企业数"),
            columns: [
                .words("cluster", "Cluster", "集群"),
                .numbers("ratio", "Ratio as printed", "原文比值", unit: Localized("base unknown", "基数未知")),
                .numbers("parts", "Parts companies", "零部件企业", unit: Localized("companies", "家")),
                .numbers("vehicles", "Vehicle companies", "整车企业", unit: Localized("companies", "家")),
                .numbers("known", "With known output", "产量已知", unit: Localized("firms per 10,000", "家/万辆")),
            ],
            rows: result.clusters.map { cluster in
                let id = cluster.id.text
                let origin = model.origin(of: cluster.figures)
                return [
                    model.linkCell(id), ratios.figure(of: id)?.cell ?? .notPrinted,
                    parts.figure(of: id)?.cell ?? .notPrinted, vehicles.figure(of: id)?.cell ?? .notPrinted,
                    cluster.partsPer10000.map { .number($0, decimals: 2, origin: origin) }
                        ?? .notPrinted,
                ]
            })
    }

    func impliedTable(_ result: Result, in model: EcosystemModel) -> Table {
        let base = result.reading.base.words()
        return Table(
            "implied", Localized("What the printed ratio would imply", "原文比值隐含的产量"),
            caption: Localized(
                "Derived: parts firms over the ratio. Vehicles only under the assumption of \(base) vehicles a unit; estimated",
                "推算：零部件企业数除以比值。车辆数仅在每单位 \(base) 辆的假设下成立，为估计"),
            columns: [
                .words("cluster", "Cluster", "集群"),
                .numbers("units_low", "Units of the base from", "基数单位下限"),
                .numbers("units_high", "Units of the base to", "基数单位上限"),
                .numbers(
                    "vehicles_low", "Assumed vehicles from", "假设车辆数下限", unit: Localized("vehicles", "辆")),
                .numbers("vehicles_high", "Assumed vehicles to", "假设车辆数上限", unit: Localized("vehicles", "辆")),
            ],
            rows: result.clusters.map { cluster in
                let derived = model.origin(of: cluster.figures)
                let estimated = Origin.combined(
                    [derived], atBest: .estimated,
                    note: Localized("\(base) vehicles a unit are assumed", "假设每单位 \(base) 辆"))
                func cell(_ value: Double?, _ decimals: Int, _ origin: Origin) -> Cell {
                    guard cluster.ratioPrinted != nil else { return .notPrinted }
                    return value.map { .number($0, decimals: decimals, origin: origin) }
                        ?? .missing(Localized("open", "无上限"))
                }
                return [
                    model.linkCell(cluster.id.text), cell(cluster.impliedUnitsLow, 1, derived),
                    cell(cluster.impliedUnitsHigh, 1, derived),
                    cell(cluster.assumedVehiclesLow, 0, estimated),
                    cell(cluster.assumedVehiclesHigh, 0, estimated),
                ]
            })
    }

    func capitalTable(_ result: Result, in model: EcosystemModel) -> Table {
        let unit = Localized("CNY million", "百万元")
        return Table(
            "capital", Localized("Investment in vehicles and in parts", "整车与零部件投资"),
            columns: [
                .words("cluster", "Cluster", "集群"), .numbers("vehicles", "Vehicles", "整车", unit: unit),
                .numbers("parts", "Parts", "零部件", unit: unit),
                .numbers("ratio", "Parts over vehicles", "零部件 ÷ 整车"),
            ],
            rows: result.clusters.map { cluster in
                let origin = model.origin(of: cluster.figures)
                func money(_ value: Double?) -> Cell {
                    value.map { .number($0 / 1e6, decimals: 0, origin: origin) } ?? .notPrinted
                }
                return [
                    model.linkCell(cluster.id.text), money(cluster.vehicleInvestment),
                    money(cluster.partsInvestment),
                    cluster.partsToVehicleInvestment.map { .number($0, decimals: 2, origin: origin) }
                        ?? .unknown,
                ]
            })
    }

    func shortageTable(_ result: Result, in model: EcosystemModel) -> Table {
        segments(
            "shortages", Localized("Parts that the region makes too few of", "本地区产能不足的零部件"),
            result.shortages.compactMap { id in result.segments.first { $0.id == id } }, in: model)
    }

    func segmentTable(_ result: Result, in model: EcosystemModel) -> Table {
        segments("segments", Localized("Parts and systems segments", "零部件与系统环节"), result.segments, in: model)
    }

    private func segments(
        _ id: String, _ title: Localized, _ segments: [Result.Segment], in model: EcosystemModel
    ) -> Table {
        // Columns of quantities stand only where a need is on record.
        let hasQuantities = segments.contains { $0.need != nil }
        let quantities: [Table.Column] = [
            .numbers("need", "Need a week", "周需求"), .numbers("capacity", "Capacity a week", "周产能"),
            .numbers("shortage", "Lacking", "缺口"), .words("unit", "Unit", "单位"),
        ]
        return Table(
            id, title,
            columns: [
                .words("segment", "Segment", "环节"), .words("class", "Class", "判定"),
                .words("rule", "Rests on", "依据"), .words("reasons", "Why", "理由"),
                .numbers("organizations", "Firms", "机构"),
            ] + (hasQuantities ? quantities : []),
            rows: segments.map { segment in
                let activities = model.records(of: .activity, where: "segment_id", is: segment.id.text)
                let origin = Origin.counted(
                    [model.record(id: segment.id.text)].compactMap(\.self) + activities)
                let measured = Origin.combined(
                    [origin]
                        + model.records(of: .indicator, where: "entity_id", is: segment.id.text).map(\.origin)
                )
                func number(_ value: Double?) -> Cell {
                    value.map { .number($0, decimals: 0, origin: measured) } ?? .unknown
                }
                let cells: [Cell] = [
                    number(segment.need), number(segment.capacity), number(segment.shortage),
                    segment.unit.map { .text(UnitOfMeasure($0).label) } ?? .missing(Localized(same: "–")),
                ]
                return [
                    model.linkCell(segment.id.text), .text(segment.grade.label), .text(segment.rule.label),
                    .text(Localized.joined(segment.reasons.map(\.label))),
                    .number(segment.organizations, origin: origin),
                ] + (hasQuantities ? cells : [])
            })
    }

    func focusTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "focus", Localized("Areas in which vehicle and parts makers are to meet", "整零对接的重点领域"),
            columns: [
                .words("area", "Area", "领域"), .words("class", "Class", "判定"),
                .words("below", "Segments below it", "下级环节"),
                .words("organizations", "In the region", "区内机构"),
            ],
            rows: result.focus.map { area in
                let classes = CoverageClass.allCases.compactMap { grade -> Localized? in
                    guard let count = area.below[grade.rawValue] else { return nil }
                    return Localized("\(count) \(grade.label.en)", "\(grade.label.zh) \(count)")
                }
                let source = model.record(id: Vocabulary.focusSource).map { _ in
                    Origin(basis: .stated, state: .recommended, paragraphs: [Vocabulary.focusSource])
                }
                return [
                    model.record(id: area.id.text).map { .link($0, origin: source) } ?? .noRecord,
                    .text(area.grade.label),
                    classes.isEmpty ? .missing(Localized("none", "无")) : .text(Localized.joined(classes)),
                    model.linksCell(area.organizations.map(\.text)),
                ]
            })
    }

    func compareTable(_ result: Result, _ input: StudyInput) -> Table {
        let models = [input.model] + input.others
        let answers =
            [(result.clusters, result.weakOrMissing.count)]
            + result.compare.map { ($0.clusters, $0.weakOrMissing) }
        return Table(
            "compare", Localized("The same figures in the compared packages", "各数据包的同一数字"),
            columns: [
                .words("package", "Package", "数据包"), .words("cluster", "Cluster", "集群"),
                .numbers("parts", "Parts companies", "零部件企业"), .numbers("ratio", "Ratio as printed", "原文比值"),
                .numbers("weak", "Weak or missing parts segments", "弱或缺失的零部件环节"),
            ],
            rows: zip(models, answers).flatMap { model, answer in
                let parts = FigureIndex(model, Clusters.Vocabulary.partsCompanies)
                let ratios = FigureIndex(model, Clusters.Vocabulary.ratio)
                let origin = Origin.counted(model.records(of: .segment))
                return answer.0.map { cluster in
                    [
                        .text(model.identity.title), .text(model.name(of: cluster.id.text)),
                        parts.figure(of: cluster.id.text)?.cell ?? .notPrinted,
                        ratios.figure(of: cluster.id.text)?.cell ?? .notPrinted,
                        cluster.id == model.identity.homeRegion
                            ? .number(answer.1, origin: origin) : .missing(Localized("not judged", "未判定")),
                    ]
                }
            })
    }
}
