import ChainAnalysis
import Ecosystem
import Reporting

extension SmileCurve {
    /// Lays the answer out: the curve, the stages, the three parts, what documents say.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        var blocks: [Block] = [.figures(figures(result, in: model))]
        let hasValues = result.year != nil
        let hasMargins = result.stages.contains { $0.margin != nil }
        if hasValues {
            blocks.append(
                .picture(
                    Picture(
                        .bars(name: "stage", values: [hasMargins ? "margin" : "share"]),
                        valueTable(result, in: model))))
            blocks.append(.table(stageTable(result, in: model)))
        } else {
            blocks.append(
                .picture(
                    Picture(.bars(name: "stage", values: ["organizations"]), stageTable(result, in: model))))
        }
        blocks.append(.table(endTable(result, in: model)))
        if !result.stages.allSatisfy(\.said.isEmpty) { blocks.append(.table(saidTable(result, in: model))) }
        blocks += notes(result, in: model).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(compareTable(result, input))) }
        blocks.append(.method(SmileCurve.method))
        return ReportDraft(title: description.title, answer: answer(result, in: model), blocks: blocks)
    }

    private func end(_ part: Result.Part, of result: Result) -> Result.End? {
        result.ends.first { $0.part == part }
    }

    private func answer(_ result: Result, in model: EcosystemModel) -> Localized {
        let name = model.name(of: result.region?.text ?? "")
        guard result.stages.contains(where: { $0.segments > 0 }) else {
            return Localized("This package has no segments of a chain.", "此数据包没有产业链环节。")
        }
        if let front = end(.front, of: result)?.share, let making = end(.making, of: result)?.share,
            let back = end(.back, of: result)?.share, let year = result.year
        {
            let shape: Localized =
                switch result.depth {
                case .some(let depth) where depth > 0:
                    Localized(
                        "the curve smiles, by \((depth * 100).words()) points of margin",
                        "曲线呈微笑，增加值率深度为 \((depth * 100).words()) 个百分点")
                case .some: Localized("the curve does not smile", "曲线不呈微笑")
                case nil: Localized("margins are not known", "增加值率未知")
                }
            return Localized(
                "In \(year) \(name.en) made \(front.percentWords().en) of its value at the front end, "
                    + "\(making.percentWords().en) in making and \(back.percentWords().en) at the back end; \(shape.en).",
                "\(name.zh)\(year)年的价值前端占 \(front.percentWords().zh)，制造段占 \(making.percentWords().zh)，后端占 "
                    + "\(back.percentWords().zh)；\(shape.zh)。")
        }
        let counts = Result.Part.allCases.map { end($0, of: result)?.organizations ?? 0 }
        let empty = Localized.joined(
            result.stages.filter { result.emptyStages.contains($0.stage) }.map(\.label))
        let none =
            result.emptyStages.isEmpty
            ? Localized(same: "") : Localized(", and none in \(empty.en)", "，\(empty.zh)没有")
        return Localized(
            "No value by stage is on record for \(name.en); documents name \(counts[0]) organizations at the front end, "
                + "\(counts[1]) in making and \(counts[2]) at the back end\(none.en).",
            "没有\(name.zh)各阶段的价值记录；文献点名的机构前端 \(counts[0]) 家、制造段 \(counts[1]) 家、后端 \(counts[2]) 家\(none.zh)。")
    }

    private func figures(_ result: Result, in model: EcosystemModel) -> [Figure] {
        result.ends.map { end in
            let origin = valueOrigin(result.stages.filter { $0.part == end.part }, in: model)
            guard let share = end.share else {
                return Figure(
                    Localized("Organizations named, \(end.part.label.en)", "\(end.part.label.zh)具名机构"),
                    .number(FigureNumber(end.organizations)), unit: Localized("organizations", "家"),
                    origin: countOrigin(model))
            }
            return Figure(
                Localized("Part of the value, \(end.part.label.en)", "\(end.part.label.zh)价值占比"),
                Cell.percent(share).value, unit: Localized(same: "%"),
                period: result.year.map { Localized("\($0)", "\($0)年") }, origin: origin)
        }
    }

    func valueOrigin(_ stages: [Result.Stage], in model: EcosystemModel) -> Origin {
        model.origin(of: stages.flatMap(\.figures))
    }

    func countOrigin(_ model: EcosystemModel) -> Origin { .counted(model.records(of: .activity)) }

    private func notes(_ result: Result, in model: EcosystemModel) -> [Note] {
        var notes: [Note] = []
        for record in model.records(ids: result.problems.map(\.text)) {
            notes.append(Note(.note, record.name, record.phrase("description"), origin: record.origin))
        }
        if result.year == nil {
            notes.append(
                Note(
                    .gap, Localized("No value added by stage is printed", "各阶段增加值未印"),
                    Localized(
                        "Document 001 says that the ends of the curve are thin in some clusters, without a number. Shares of value "
                            + "stay unknown; counts of named organizations say only what documents name. Add i.value_added and "
                            + "i.output_value for segments, organizations or products; docs/samples/smile-curve is an example.",
                        "文献 001 称部分集群两端布局不足，未给数字。价值占比未知；具名机构数只反映文献点名。可为环节、企业或产品补充 i.value_added 与 "
                            + "i.output_value；docs/samples/smile-curve 为示例。")))
        }
        for part in result.missingEnds {
            let end = end(part, of: result)
            let isValue = end?.isThin == true
            notes.append(
                Note(
                    .warning,
                    Localized(
                        "The \(part.label.en) is \(isValue ? "thin" : "without a named organization")",
                        "\(part.label.zh)\(isValue ? "薄弱" : "没有具名机构")"),
                    isValue
                        ? Localized(
                            "It makes \(end?.share?.percentWords().en ?? "") of the value.",
                            "仅占价值的 \(end?.share?.percentWords().zh ?? "")。")
                        : nil,
                    origin: isValue
                        ? valueOrigin(result.stages.filter { $0.part == part }, in: model)
                        : countOrigin(model)))
        }
        for stage in result.stages where result.emptyStages.contains(stage.stage) {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "No organization of the region is on record in \(stage.label.en)",
                        "\(stage.label.zh)没有区内机构记录"),
                    Localized(
                        "\(stage.segments) segments, none with a named organization: unknown, not proved to be missing.",
                        "\(stage.segments) 个环节均无具名机构：未知，不等于缺失。"), origin: countOrigin(model)))
        }
        let silent = result.stages.filter { $0.segments > 0 && result.year != nil && $0.valueAdded == nil }
        if !silent.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("Some stages have no value on record", "部分阶段没有价值记录"),
                    Localized.joined(silent.map(\.label))))
        }
        return notes
    }
}

extension SmileCurve.Result.Part {
    /// The words for readers.
    var label: Localized {
        switch self {
        case .front: Localized("front end", "前端")
        case .making: Localized("making", "制造段")
        case .back: Localized("back end", "后端")
        }
    }
}

extension SmileCurve.Result.Stage {
    /// The stage in words.
    var label: Localized { Ecosystem.Vocabulary.chainStage.label(stage) }
}
