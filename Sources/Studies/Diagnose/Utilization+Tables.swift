import DemandCapacity
import Ecosystem
import Reporting

extension Utilization {
    func printedTable(_ result: Result, in model: EcosystemModel) -> Table {
        let uses = FigureIndex(model, Vocabulary.printedUse)
        let capacities = FigureIndex(model, Vocabulary.printedCapacity)
        return Table(
            "printed-use", Localized("Use as printed", "原文所印利用率"),
            caption: Localized(
                "Outputs follow from capacity and rounded use and are intervals",
                "产量由产能与取整的利用率推算，为区间"),
            columns: [
                .words("region", "Country or region", "国家或地区"), .percent("use", "Use", "利用率"),
                .words("period", "Period", "时期"),
                .numbers("gap", "Against the first row", "与首行相差", unit: Localized("points", "百分点")),
                .numbers("capacity", "Capacity", "产能", unit: Localized("vehicles a year", "辆/年")),
                .numbers("output_low", "Output from", "产量下限", unit: Localized("vehicles", "辆")),
                .numbers("output_high", "Output to", "产量上限", unit: Localized("vehicles", "辆")),
            ],
            rows: result.printedUse.map { entry in
                let use = uses.figure(of: entry.region.text)
                let capacity = capacities.figure(of: entry.region.text)
                let origin = model.origin(of: [use?.id, capacity?.id].compactMap(\.self))
                func derived(_ value: Double?) -> Cell {
                    value.map { .number($0, decimals: 0, origin: origin) } ?? .notPrinted
                }
                return [
                    model.linkCell(entry.region.text), use?.cell ?? .notPrinted,
                    .text(Period(reading: entry.period ?? "").words),
                    entry.pointsFromFirst.map { .number($0, decimals: 0, origin: origin) }
                        ?? .missing(Localized(same: "–")),
                    capacity?.cell ?? .notPrinted, derived(entry.outputLow), derived(entry.outputHigh),
                ]
            })
    }

    func useTable(
        _ id: String, _ title: Localized, _ column: (id: String, en: String, zh: String),
        _ uses: [Result.Use],
        isPlant: Bool, in model: EcosystemModel
    ) -> Table {
        Table(
            id, title,
            columns: [
                .words(column.id, column.en, column.zh), .percent("use", "Use", "利用率"),
                .numbers("output", "Output", "产量", unit: Localized("vehicles", "辆")),
                .numbers("capacity", "Capacity", "产能", unit: Localized("vehicles", "辆")),
                .numbers("idle", "Not used", "未用", unit: Localized("vehicles", "辆")),
                .numbers("left_out", "Left out", "未计入", unit: Localized("records", "条")),
            ] + (isPlant ? [.percent("trend", "Last three months", "近三月变化")] : []),
            rows: uses.map { use in
                let origin = model.origin(of: use.figures)
                let isKnown = use.use != nil
                func number(_ value: Double) -> Cell {
                    isKnown ? .number(value, decimals: 0, origin: origin) : .unknown
                }
                return [
                    model.linkCell(use.id), .percent(use.use, origin: origin), number(use.output),
                    number(use.capacity), number(use.idle), .number(use.leftOut, origin: origin),
                ] + (isPlant ? [.percent(use.trend, origin: use.trend.map { _ in origin })] : [])
            })
    }

    func idleTable(_ result: Result, in model: EcosystemModel) -> Table {
        useTable(
            "idle", Localized("Idle capacity", "闲置产能清单"), ("plant", "Plant", "工厂"), result.idle,
            isPlant: false,
            in: model)
    }

    func exitTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "exit-candidates", Localized("Candidates for exit or another use", "退出或转用候选"),
            caption: Localized("A list to look at, not a judgement", "供核对，不是结论"),
            columns: [.words("maker", "Maker", "企业"), .words("why", "Why", "理由")],
            rows: result.exitCandidates.map { maker in
                var reasons: [Localized] = []
                let use = result.makers.first { $0.id == maker }
                if let use, use.output == 0, use.leftOut == 0, let year = result.year {
                    reasons.append(Localized("nothing made in all of \(year)", "\(year)年全年无产量"))
                }
                for verdict in result.verdicts where verdict.subject == maker && verdict.outcome == .applies {
                    let rule = RuleSet.builtIn(verdict.set)?.rules.first { $0.id == verdict.rule }
                    if let rule, rule.suggestsExit { reasons.append(rule.title) }
                }
                return [
                    model.linkCell(maker),
                    .text(
                        Localized.joined(reasons, Localized("; ", "；")),
                        origin: use.map { model.origin(of: $0.figures) }),
                ]
            })
    }

    func verdictTable(_ result: Result, in model: EcosystemModel) -> Table {
        let shown = result.verdicts.filter { $0.outcome != .doesNotApply }
        return Table(
            "verdicts", Localized("What the rules find", "规则判定"),
            caption: Localized(
                "\(result.verdicts.count - shown.count) verdicts “does not apply” are not listed",
                "另有 \(result.verdicts.count - shown.count) 项“不符合”未列出"),
            columns: [
                .words("subject", "Maker or place", "企业或地区"), .words("rule", "Rule", "规则"),
                .words("outcome", "Outcome", "判定"), .words("class", "Class", "类别"),
                .words("figures", "Figures", "所用数字"), .words("set", "Rule set", "规则集"),
            ],
            rows: shown.map { verdict in
                let set = RuleSet.builtIn(verdict.set)
                let rule = set?.rules.first { $0.id == verdict.rule }
                return [
                    model.linkCell(verdict.subject),
                    .text(rule?.title ?? Localized(same: verdict.rule), origin: set.map(Utilization.origin)),
                    .text(verdict.outcome.label),
                    verdict.productClass.map { model.linkCell($0) } ?? .missing(Localized("all", "全部")),
                    .text(Utilization.words(verdict, rule)),
                    .text(Localized(same: "\(verdict.set) \(set?.version ?? "")")),
                ]
            })
    }

    /// The figures of a verdict: `2024: 10; 2025: 900`, use as per cent.
    private static func words(_ verdict: Result.Verdict, _ rule: UseRule?) -> Localized {
        guard !verdict.figures.isEmpty else { return Localized("none on record", "无记录") }
        let isUse = rule?.metric == .useOfYear
        func one(_ value: Double) -> Localized {
            isUse ? value.percentWords() : Localized(same: value.words())
        }
        return Localized.joined(
            verdict.figures.map { figure in
                let own = one(figure.value)
                let against = figure.compared.map(one)
                return Localized(
                    "\(figure.time): \(own.en)" + (against.map { " (class \($0.en))" } ?? ""),
                    "\(figure.time)：\(own.zh)" + (against.map { "（同类 \($0.zh)）" } ?? ""))
            }, Localized("; ", "；"))
    }

    private static func origin(_ set: RuleSet) -> Origin {
        Origin(basis: set.basis, paragraphs: set.paragraphs, note: set.source)
    }

    func ruleTable(_ result: Result) -> Table {
        Table(
            "rule-sets", Localized("Rule sets used", "所用规则集"),
            columns: [
                .words("set", "Rule set", "规则集"), .words("rule", "Rule", "规则"),
                .numbers("limit", "Limit", "限值"), .words("source", "From", "出处"),
                .words("valid_from", "Valid from", "施行"),
            ],
            rows: result.ruleSets.flatMap { rules -> [[Cell]] in
                guard let set = RuleSet.builtIn(rules.id) else { return [] }
                let origin = Utilization.origin(set)
                return set.rules.map { rule in
                    let limit = rules.rules.first { $0.rule == rule.id }?.value
                    return [
                        .text(
                            Localized(
                                "\(set.title.en), version \(set.version)",
                                "\(set.title.zh)（第 \(set.version) 版）"),
                            origin: origin), .text(rule.title, origin: origin),
                        limit.map { .number($0, decimals: 0, origin: origin) }
                            ?? .missing(
                                rule.comparator == .isZero
                                    ? Localized("zero", "零") : Localized("that of the class", "同类平均")),
                        .text(set.source),
                        set.validFrom.map { .text($0) } ?? .missing(Localized("not stated", "未注明")),
                    ]
                }
            })
    }

    func pipelineTable(_ result: Result, in model: EcosystemModel) -> Table {
        let unit = Localized("vehicles a year", "辆/年")
        return Table(
            "pipeline",
            Localized("What is there, what is coming, what is expected to be bought", "已有、在建、规划与预期需求"),
            columns: [
                .words("place", "Place", "地区"), .numbers("existing", "In place", "已有", unit: unit),
                .numbers("building", "Under construction", "在建", unit: unit),
                .numbers("approved", "Approved or planned", "已批或规划", unit: unit),
                .numbers("demand", "Expected demand", "预期需求", unit: unit),
                .numbers("index", "Overheating index", "过热指数", unit: Localized("capacity / demand", "产能÷需求")),
                .percent("growth", "Coming, of what is in place", "新增占已有"),
                .percent("share", "Part of all that is coming", "占全部新增"),
                .numbers("projects", "Projects", "项目数"),
            ],
            rows: result.pipeline.map { entry in
                let origin = model.origin(of: entry.figures)
                func number(_ value: Double?, decimals: Int = 0) -> Cell {
                    value.map { .number($0, decimals: decimals, origin: origin) } ?? .unknown
                }
                return [
                    model.linkCell(entry.region.text), number(entry.existing),
                    number(entry.underConstruction),
                    number(entry.approved), number(entry.demand), number(entry.overheating, decimals: 2),
                    .percent(entry.growth, origin: origin), .percent(entry.shareOfComing, origin: origin),
                    .number(entry.projects, origin: origin),
                ]
            })
    }

    func projectTable(_ result: Result, in model: EcosystemModel) -> Table {
        Table(
            "projects", Localized("Figures of capacity that is built or planned", "在建与规划产能的单项数字"),
            caption: Localized(
                "Figures of different scope; they are not added up", "各项口径不同，不相加"),
            columns: [
                .words("entity", "Describes", "描述对象"), .words("what", "Figure", "指标"),
                .words("capacity", "Vehicles", "数量"), .words("phase", "State", "状态"),
                .words("period", "Period", "时期"),
            ],
            rows: result.projects.compactMap { project in
                guard let figure = model.find(project.figure, as: Indicator.self) else { return nil }
                return [
                    model.linkCell(project.entity), .text(figure.name), figure.wordsCell,
                    .text(project.phase.label), .text(figure.periodWords),
                ]
            })
    }

    func compareTable(_ result: Result, _ input: StudyInput) -> Table {
        let own = Result.Compared(
            package: input.model.identity.id, region: result.region, year: result.year,
            use: result.whole?.use,
            zeroOutput: result.zeroOutput.count, lowOutput: result.lowOutput.count)
        let models = [input.model] + input.others
        return Table(
            "compare", Localized("The same questions to the compared packages", "各数据包的同一问题"),
            columns: [
                .words("package", "Package", "数据包"), .words("region", "Region", "地区"),
                .words("year", "Year", "年份"), .percent("use", "Use", "利用率"),
                .numbers("zero", "Makers at zero", "停产企业"), .numbers("low", "Low makers", "低产企业"),
            ],
            rows: zip(models, [own] + result.compare).map { model, answer in
                let origin = Origin.counted(
                    model.records(of: .indicator, where: "indicator_id", is: Vocabulary.output))
                return [
                    .text(model.identity.title), .text(model.name(of: answer.region?.text ?? "")),
                    answer.year.map { .text("\($0)") } ?? .unknown, .percent(answer.use, origin: origin),
                    answer.year == nil ? .unknown : .number(answer.zeroOutput, origin: origin),
                    answer.year == nil ? .unknown : .number(answer.lowOutput, origin: origin),
                ]
            })
    }
}

extension Utilization.Result.Phase {
    /// The word for readers.
    var label: Localized {
        switch self {
        case .existing: Localized("in place", "已有")
        case .underConstruction: Localized("under construction", "在建")
        case .approved: Localized("approved or planned", "已批或规划")
        }
    }
}
