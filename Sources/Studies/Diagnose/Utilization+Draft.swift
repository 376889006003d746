import DemandCapacity
import Ecosystem
import Reporting

extension Utilization {
    /// Lays the answer out: the answer, plants or countries as bars, roll-ups, verdicts, what is coming, what is missing.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        var blocks: [Block] = []
        let figures = figures(result, in: model)
        if !figures.isEmpty { blocks.append(.figures(figures)) }
        if result.plants.isEmpty {
            if !result.printedUse.isEmpty {
                blocks.append(
                    .picture(
                        Picture(
                            .bars(name: "region", values: ["use"]), printedTable(result, in: model),
                            highlight: result.printedUse.first?.region.text)))
            }
        } else {
            blocks.append(
                .picture(
                    Picture(
                        .bars(name: "plant", values: ["use"]),
                        useTable(
                            "plants", Localized("Use of each plant", "各工厂利用率"), ("plant", "Plant", "工厂"),
                            result.plants,
                            isPlant: true, in: model))))
            for (id, title, column, uses) in [
                ("places", Localized("Use by place", "各地利用率"), ("place", "Place", "地区"), result.places),
                ("classes", Localized("Use by class", "各类产品利用率"), ("class", "Class", "产品类别"), result.classes),
                ("makers", Localized("Use by maker", "各企业利用率"), ("maker", "Maker", "企业"), result.makers),
            ] where !uses.isEmpty {
                blocks.append(.table(useTable(id, title, column, uses, isPlant: false, in: model)))
            }
            if !result.printedUse.isEmpty { blocks.append(.table(printedTable(result, in: model))) }
        }
        if !result.idle.isEmpty { blocks.append(.table(idleTable(result, in: model))) }
        if !result.exitCandidates.isEmpty { blocks.append(.table(exitTable(result, in: model))) }
        if !result.verdicts.isEmpty { blocks.append(.table(verdictTable(result, in: model))) }
        if !result.pipeline.isEmpty { blocks.append(.table(pipelineTable(result, in: model))) }
        if !result.projects.isEmpty { blocks.append(.table(projectTable(result, in: model))) }
        blocks.append(.table(ruleTable(result)))
        blocks += notes(result, in: model).map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(compareTable(result, input))) }
        blocks += [.method(Utilization.method), .method(Utilization.pipelineMethod)]
        return ReportDraft(title: description.title, answer: answer(result, in: model), blocks: blocks)
    }

    private func answer(_ result: Result, in model: EcosystemModel) -> Localized {
        let name = model.name(of: result.region?.text ?? "")
        if let whole = result.whole, let use = whole.use, let year = result.year {
            let (percent, output, capacity) = (
                use.percentWords(), whole.output.words(), whole.capacity.words()
            )
            let idle = Localized.count(result.idle.count, "plant", "plants", "家工厂")
            let zero = Localized.count(result.zeroOutput.count, "maker", "makers", "家企业")
            return Localized(
                "\(name.en) used \(percent.en) of its vehicle capacity in \(year): \(output) of \(capacity); "
                    + "\(idle.en) \(result.idle.count == 1 ? "lies" : "lie") largely idle, and in their last month "
                    + "\(zero.en) made nothing and \(result.lowOutput.count) almost nothing.",
                "\(name.zh)\(year)年整车产能利用率为 \(percent.zh)（\(output)/\(capacity)）；\(idle.zh)大部分闲置；最近一月 "
                    + "\(zero.zh)停产，\(result.lowOutput.count) 家几近停产。")
        }
        let gap = Localized(
            "No plant of \(name.en) has output and capacity on record",
            "记录中没有\(name.zh)任何工厂的产量与产能")
        guard let printed = result.printedUse.first, let capacity = printed.capacity,
            let low = printed.outputLow, let high = printed.outputHigh
        else { return Localized(gap.en + ".", gap.zh + "。") }
        let region = model.name(of: printed.region.text)
        let period = Period(reading: printed.period ?? "").words
        let use = printed.use.value.percentWords()
        func millions(_ value: Double) -> Localized {
            Localized((value / 1e6).words() + " million", (value / 1e4).words(decimals: 0) + " 万")
        }
        return Localized(
            "\(gap.en); as printed, \(region.en) used \(use.en) of its light-vehicle capacity of \(capacity.sentence.en) in \(period.en), so "
                + "\(millions(low).en) to \(millions(high).en) were made and about \(millions(capacity.value - high).en) could "
                + "have been made besides.",
            "\(gap.zh)；按原文，\(region.zh)\(period.zh)轻型车产能 \(capacity.sentence.zh)，利用率 \(use.zh)，即产量约 \(millions(low).zh)至 "
                + "\(millions(high).zh)辆，另有约 \(millions(capacity.value - high).zh)辆产能未用。")
    }

    private func figures(_ result: Result, in model: EcosystemModel) -> [Figure] {
        var figures: [Figure] = []
        if let whole = result.whole, let use = whole.use {
            let origin = model.origin(of: whole.figures)
            let period = result.year.map { Localized("\($0)", "\($0)年") }
            figures.append(
                Figure(
                    Localized("Use of capacity", "产能利用率"), Cell.percent(use).value,
                    unit: Localized(same: "%"),
                    period: period, origin: origin))
            figures.append(
                Figure(
                    Localized("Not used", "未用产能"), .number(FigureNumber(whole.idle, decimals: 0)),
                    unit: Localized("vehicles", "辆"), period: period, origin: origin))
        } else if let printed = result.printedUse.first {
            let figure = FigureIndex(model, Vocabulary.printedUse).figure(of: printed.region.text)
            let name = model.name(of: printed.region.text)
            figures.append(
                Figure(
                    Localized("Use of capacity, \(name.en)", "\(name.zh)产能利用率"),
                    figure?.cell.value ?? Cell.unknown.value,
                    unit: Localized(same: "%"), period: figure?.periodWords, origin: figure?.origin))
        }
        for count in result.makerCounts {
            let name = model.name(of: count.region.text)
            for (en, zh, definition) in [
                ("Makers counted", "整车企业", Vocabulary.makers),
                ("Below 1,000 vehicles a month", "月产不足千辆", Vocabulary.lowMakers),
                ("Of these at zero", "其中停产", Vocabulary.zeroMakers),
            ] {
                guard let figure = FigureIndex(model, definition).figure(of: count.region.text) else {
                    continue
                }
                figures.append(
                    Figure(
                        Localized("\(en), \(name.en)", "\(name.zh)\(zh)"), figure.cell.value,
                        unit: figure.printed?.unit.label, period: figure.periodWords, origin: figure.origin))
            }
        }
        return figures
    }

    private func notes(_ result: Result, in model: EcosystemModel) -> [Note] {
        var notes: [Note] = []
        if result.plants.isEmpty {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "The documents print no output and no capacity of any plant here", "文献未印此地任何工厂的产量与产能"),
                    Localized(
                        "Use by plant, class and place, low makers and idle plants stay unknown. Add figures i.output and "
                            + "i.capacity for sites, organizations or products; docs/samples/utilization is an example.",
                        "工厂、类别与各地的利用率，低产企业与闲置工厂均未知。可为厂址、企业或产品补充 i.output 与 i.capacity；"
                            + "docs/samples/utilization 为示例。")))
        }
        for count in result.makerCounts {
            let region = model.name(of: count.region.text)
            guard let low = count.lowShareAtLeast else { continue }
            let zero = count.zeroShareAtMost
            notes.append(
                Note(
                    .note,
                    Localized(
                        "At least \(low.percentWords().en) of the makers counted in \(region.en) make almost nothing",
                        "\(region.zh)所计企业中至少 \(low.percentWords().zh)几乎不生产"),
                    Localized(
                        "At least \(low.percentWords().en) of \(count.all.value.words()) are low"
                            + (zero.map {
                                "; at most \($0.percentWords().en) stand still, and they are among the low ones"
                            } ?? "")
                            + ". The counts are limits (“more than”, “nearly”), so the shares are limits too.",
                        "共计 \(count.all.value.words()) 家"
                            + (zero.map { "；停产至多 \($0.percentWords().zh)，且包含在低产之内" } ?? "")
                            + "。原文为“超过”“近”，故份额亦为界限。"),
                    origin: Origin.combined(
                        [Vocabulary.makers, Vocabulary.lowMakers, Vocabulary.zeroMakers].compactMap {
                            FigureIndex(model, $0).figure(of: count.region.text)?.origin
                        })))
        }
        let leftOut = result.plants.filter { $0.leftOut > 0 }.count
        if leftOut > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(leftOut) \(leftOut == 1 ? "plant lacks" : "plants lack") output or capacity at some time",
                        "\(leftOut) 家工厂在部分时期缺产量或产能"),
                    Localized("They are left out of sums, not counted as zero.", "汇总时未计入，不作零处理。")))
        }
        for plant in result.plants where plant.isAboveCapacity {
            notes.append(
                Note(
                    .warning,
                    Localized(
                        "\(model.name(of: plant.id).en) made more than its capacity",
                        "\(model.name(of: plant.id).zh)产量超过产能"),
                    Localized(
                        "Extra shifts, or a capacity that is out of date; look at the figures.",
                        "可能加班生产，或产能口径已过时；请核对。"), origin: model.origin(of: plant.figures)))
        }
        let unknown = result.verdicts.filter { $0.outcome == .insufficientData }.count
        if unknown > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(unknown) of \(result.verdicts.count) verdicts lack figures",
                        "\(result.verdicts.count) 项判定中有 \(unknown) 项数据不足")))
        }
        if result.pipeline.contains(where: { $0.existing != nil && $0.demand == nil }) {
            notes.append(
                Note(
                    .gap, Localized("No expected demand is given for some places", "部分地区没有预期需求"),
                    Localized(
                        "Without it there is no overheating index; add i.demand for the place.",
                        "故不算过热指数；可为该地补充 i.demand。")))
        }
        return notes
    }
}
