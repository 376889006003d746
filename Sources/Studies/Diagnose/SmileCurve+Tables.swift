import ChainAnalysis
import Ecosystem
import Reporting

extension SmileCurve {
    func valueTable(_ result: Result, in model: EcosystemModel) -> Table {
        let unit = Localized("CNY million", "百万元")
        return Table(
            "curve", Localized("Value along the chain", "沿链价值"),
            columns: [
                .words("stage", "Stage", "阶段"), .words("part", "Part", "段"),
                .percent("margin", "Value added of output", "增加值率"),
                .percent("share", "Part of the value", "价值占比"),
                .numbers("value", "Value added", "增加值", unit: unit),
                .numbers("output", "Output", "产值", unit: unit),
            ],
            rows: result.stages.map { stage in
                let origin = valueOrigin([stage], in: model)
                func money(_ value: Double?) -> Cell {
                    value.map { .number($0 / 1e6, decimals: 0, origin: origin) } ?? .unknown
                }
                return [
                    .text(stage.label), .text(stage.part.label), .percent(stage.margin, origin: origin),
                    .percent(stage.share, origin: origin), money(stage.valueAdded), money(stage.output),
                ]
            })
    }

    func stageTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "stages", Localized("What is on record for each stage", "各阶段的记录"),
            caption: Localized("Counts of what documents name, not shares of value", "文献点名的计数，不是价值占比"),
            columns: [
                .words("stage", "Stage", "阶段"), .words("part", "Part", "段"),
                .numbers("organizations", "Organizations", "机构"), .numbers("segments", "Segments", "环节"),
                .numbers("named", "Named in a document", "文献点名"), .words("classes", "Classes", "判定"),
            ],
            rows: result.stages.map { stage in
                let segments = model.records(of: .segment, where: "stage", is: stage.stage)
                let ids = Set(segments.map(\.id))
                let work = model.records(of: .activity).filter { ids.contains($0.text("segment_id") ?? "") }
                let origin = Origin.counted(segments)
                let classes = CoverageClass.allCases.compactMap { grade -> Localized? in
                    guard let count = stage.classes[grade.rawValue] else { return nil }
                    return Localized("\(count) \(grade.label.en)", "\(grade.label.zh) \(count)")
                }
                return [
                    .text(stage.label), .text(stage.part.label),
                    .number(stage.organizations, origin: .counted(segments + work)),
                    .number(stage.segments, origin: origin), .number(stage.named, origin: origin),
                    classes.isEmpty
                        ? .missing(Localized("no segment", "无环节")) : .text(Localized.joined(classes)),
                ]
            })
    }

    func endTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "ends", Localized("Front end, making, back end", "前端、制造段、后端"),
            columns: [
                .words("part", "Part", "段"), .percent("share", "Part of the value", "价值占比"),
                .percent("margin", "Value added of output", "增加值率"),
                .numbers("organizations", "Organizations", "机构"),
                .words("weak", "Weak or missing segments", "弱或缺失的环节"),
            ],
            rows: result.ends.map { end in
                let origin = valueOrigin(result.stages.filter { $0.part == end.part }, in: model)
                return [
                    .text(end.part.label), .percent(end.share, origin: origin),
                    .percent(end.margin, origin: origin),
                    .number(end.organizations, origin: countOrigin(model)),
                    end.weakOrMissing.isEmpty
                        ? .missing(Localized("none named", "未见点名"))
                        : model.linksCell(end.weakOrMissing.map(\.text)),
                ]
            })
    }

    func saidTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "said", Localized("What documents say of each stage", "文献对各阶段的说法"),
            columns: [
                .words("stage", "Stage", "阶段"), .words("segment", "Segment", "环节"),
                .words("where", "Where", "地区"), .words("strength", "Strength", "强弱"),
                .words("what", "In words", "说法"),
            ],
            rows: result.stages.flatMap { stage in
                model.records(ids: stage.said.map(\.text)).map { record in
                    [
                        .text(stage.label), model.linkCell(record.text("segment_id")),
                        model.linkCell(record.text("region_id")),
                        .text(record.label("strength") ?? Localized(same: "–"), origin: record.origin),
                        record.phrase("description").map { .text($0) } ?? .notPrinted,
                    ]
                }
            })
    }

    func compareTable(_ result: Result, _ input: StudyInput) -> Table {
        let models = [input.model] + input.others
        let answers = [result.ends] + result.compare.map(\.ends)
        return Table(
            "compare", Localized("The same parts in the compared packages", "各数据包的同样三段"),
            columns: [
                .words("package", "Package", "数据包"), .words("part", "Part", "段"),
                .percent("share", "Part of the value", "价值占比"),
                .numbers("organizations", "Organizations", "机构"),
            ],
            rows: zip(models, answers).flatMap { model, ends -> [[Cell]] in
                let values = Origin.counted(
                    model.records(of: .indicator, where: "indicator_id", is: Vocabulary.valueAdded),
                    atBest: .derived)
                return ends.map { end in
                    [
                        .text(model.identity.title), .text(end.part.label),
                        .percent(end.share, origin: values),
                        .number(end.organizations, origin: countOrigin(model)),
                    ]
                }
            })
    }
}
