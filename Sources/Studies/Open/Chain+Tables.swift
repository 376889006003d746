import ChainAnalysis
import Ecosystem
import Reporting

extension Chain {
    /// Links shown in one cell; of more, the count says how many there are.
    private static let shownLinks = 12

    /// Organizations by place and stage, as a picture with its table.
    func loom(_ survey: Survey, in model: EcosystemModel) -> Picture {
        let wanted = Set(survey.coverage.segments.map(\.id))
        let stages = survey.matrix.stages.filter { stage in
            survey.coverage.segments.contains { $0.stage == stage }
        }
        var rows: [[Cell]] = []
        for place in survey.matrix.places {
            for stage in stages {
                var count = Cell.noRecord
                if let cell = survey.matrix.cell(place, stage) {
                    let organizations = Chain.organizations(of: cell, in: wanted, model)
                    let records = cell.activities.compactMap { model.record(id: $0.text) }
                        .filter { $0.text("segment_id").map { wanted.contains(SegmentID($0)) } ?? false }
                    if !organizations.isEmpty {
                        count = .number(organizations.count, origin: .counted(records, atBest: cell.basis))
                    }
                }
                rows.append([model.linkCell(place.text), .text(Vocabulary.chainStage.label(stage)), count])
            }
        }
        return Picture(
            .heatmap(row: "place", column: "stage", value: "organizations"),
            Table(
                "loom", Localized("Organizations by place and stage", "各地各阶段机构数"),
                caption: Localized(
                    "An organization counts once in each place and stage; no record is not zero",
                    "机构在每地每阶段计一次；无记录不等于零"),
                columns: [
                    .words("place", "Place", "地区"), .words("stage", "Stage", "阶段"),
                    .numbers("organizations", "Organizations", "机构", unit: Localized("on record", "家")),
                ], rows: rows))
    }

    /// The tree of segments with class, reason and organizations.
    func tree(_ survey: Survey, in model: EcosystemModel) -> Table {
        Table(
            "segments", Localized("Segments by stage, upstream to recycling", "各阶段环节，自上游至回收"),
            caption: Localized(
                "Unknown is not missing: too few organizations are named to tell", "未知不是缺失：具名机构不足以判断"),
            columns: [
                .words("stage", "Stage", "阶段"), .words("segment", "Segment", "环节"),
                .words("class", "Class", "强弱"), .words("by", "Known by", "判定依据"),
                .words("why", "Why", "理由"),
                .numbers("count", "Independent organizations", "独立机构", unit: Localized("groups", "家")),
                .words("organizations", "Organizations", "机构"),
            ],
            rows: survey.coverage.segments.map { segment in
                let origin = segment.origin.shortened
                let indent = String(repeating: "· ", count: segment.depth)
                let name = model.name(of: segment.id.text)
                let count: Cell
                if segment.organizations.isEmpty {
                    count = segment.grade == .missing ? .number(0, origin: origin) : .noRecord
                } else {
                    count = .number(segment.independent, origin: origin)
                }
                return [
                    .text(
                        segment.stage.map { Vocabulary.chainStage.label($0) }
                            ?? Localized("not stated", "未说明")),
                    Cell(
                        .links([
                            Cell.Link(
                                Localized(indent + name.en, indent + name.zh), kind: .segment,
                                id: segment.id.text)
                        ])),
                    .text(
                        Localized(
                            "\(Chain.mark(segment.grade)) \(segment.grade.label.en)",
                            "\(Chain.mark(segment.grade)) \(segment.grade.label.zh)"), origin: origin),
                    .text(segment.rule.label), .text(why(segment, in: model)), count,
                    Chain.organizations(segment.organizations, in: model),
                ]
            })
    }

    private static func organizations(_ ids: [OrganizationID], in model: EcosystemModel) -> Cell {
        guard ids.count > shownLinks else { return model.linksCell(ids.map(\.text)) }
        var links = model.records(ids: ids.prefix(shownLinks).map(\.text)).map { Cell.Link($0) }
        if let last = links.popLast() {
            let more = Localized(" and \(ids.count - shownLinks) more", "等 \(ids.count) 家")
            links.append(Cell.Link(last.text + more, kind: last.kind, id: last.id))
        }
        return Cell(.links(links))
    }

    private func why(_ segment: SegmentCoverage, in model: EcosystemModel) -> Localized {
        let said = model.records(ids: segment.assessments.map(\.text)).map { record -> Localized in
            let words =
                record.phrase("description") ?? record.phrase("evidence") ?? Localized(same: record.id)
            guard segment.reasons == [.saidOfPart], let region = record.target("region_id")?.name else {
                return words
            }
            return Localized("\(region.en): \(words.en)", "\(region.zh)：\(words.zh)")
        }
        if !said.isEmpty { return Localized.joined(said, Localized("; ", "；")) }
        if segment.rule == .count {
            let groups = segment.independent
            if groups == 0 { return Localized("no organization named", "未点名机构") }
            return Localized(
                groups == 1
                    ? "1 independent organization named" : "\(groups) independent organizations named",
                "独立具名机构 \(groups) 家")
        }
        return Localized.joined(segment.reasons.map(\.label), Localized("; ", "；"))
    }

    /// Need, capacity, C and concentration of the segments that have them.
    func quantities(_ survey: Survey, in model: EcosystemModel) -> Table {
        Table(
            "quantities", Localized("Weekly need and verified capacity", "每周需求与已核实产能"),
            columns: [
                .words("segment", "Segment", "环节"), .numbers("need", "Weekly need", "周需求"),
                .numbers("capacity", "Verified capacity", "已核实产能"), .words("unit", "Unit", "单位"),
                .numbers("coverage", "C", "C"), .numbers("concentration", "HHI", "HHI"),
                .percent("surveyed", "Surveyed", "已调查"), .words("class", "Class", "强弱"),
            ],
            rows: survey.coverage.segments.compactMap { segment -> [Cell]? in
                guard let own = segment.quantities else { return nil }
                let origin = segment.origin.shortened
                func number(_ value: Double?, _ decimals: Int) -> Cell {
                    value.map { .number($0, decimals: decimals, origin: origin) } ?? .unknown
                }
                return [
                    model.linkCell(segment.id.text), number(own.need, 0), number(own.capacity, 0),
                    segment.unit.map { .text(UnitOfMeasure($0).label) } ?? .notPrinted,
                    number(own.coverage, 2), number(own.concentration, 2),
                    .percent(own.surveyedShare, origin: own.surveyedShare == nil ? nil : origin),
                    .text(segment.grade.label, origin: origin),
                ]
            })
    }

    /// Counts by stage.
    func stages(_ result: Result, _ survey: Survey) -> Table {
        let classes = CoverageClass.allCases
        return Table(
            "stages", Localized("Classes by stage", "各阶段强弱"),
            caption: Localized(
                "\(result.completeness.surveyed) surveyed of \(result.completeness.total) segments; documents judge "
                    + "\(result.completeness.assessed)",
                "\(result.completeness.total) 个环节中 \(result.completeness.surveyed) 个已调查；文献评判 "
                    + "\(result.completeness.assessed) 个"),
            columns: [
                .words("stage", "Stage", "阶段"), .numbers("segments", "Segments", "环节"),
                .numbers("recorded", "With an organization", "有机构记录"),
                .numbers("surveyed", "Surveyed", "已调查"),
            ]
                + classes.map {
                    Table.Column($0.rawValue, $0.label, kind: .number)
                },
            rows: result.stages.map { stage in
                let inside = survey.coverage.segments.filter { $0.stage == stage.stage }
                let origin = Origin.combined(inside.map(\.origin), atBest: .derived).shortened
                return [
                    .text(Vocabulary.chainStage.label(stage.stage)), .number(stage.segments, origin: origin),
                    .number(stage.recorded, origin: origin), .number(stage.surveyed, origin: origin),
                ] + classes.map { .number(stage.classes[$0.rawValue] ?? 0, origin: origin) }
            })
    }

    /// Segments by place with the values on record.
    func tierTable(_ result: Result, in model: EcosystemModel) -> Table {
        let hasValues = result.tiers.contains { $0.value != nil }
        var columns: [Table.Column] = [
            .words("stage", "Stage", "阶段"), .words("segment", "Segment", "环节"),
            .words("place", "Place", "地区"), .words("organizations", "Organizations", "机构"),
        ]
        if hasValues {
            columns += [.numbers("value", "Value a year", "年值"), .words("unit", "Unit", "单位")]
        }
        return Table(
            "tiers", Localized("Tiers by segment and place", "各环节各地的层级"),
            caption: hasValues
                ? Localized("Values of supply relations on record", "供应关系记录中的年值")
                : Localized("No value of supply is printed", "供应年值未印"),
            columns: columns,
            rows: result.tiers.map { tier in
                let activities = tier.organizations.flatMap { organization in
                    model.records(of: .activity, where: "organization_id", is: organization.text)
                        .filter { $0.text("segment_id") == tier.segment.text }
                }
                let origin = Origin.counted(activities)
                var row: [Cell] = [
                    .text(Vocabulary.chainStage.label(tier.stage)), model.linkCell(tier.segment.text),
                    model.linkCell(tier.place.text, origin: origin),
                    Chain.organizations(tier.organizations, in: model),
                ]
                if hasValues {
                    row.append(
                        tier.value.map { .number($0, decimals: 0, origin: .combined([origin])) }
                            ?? .notPrinted)
                    row.append(tier.unit.map { .text(UnitOfMeasure($0).label) } ?? .notPrinted)
                }
                return row
            })
    }
}
