import ChainAnalysis
import Ecosystem
import Reporting

extension Chain {
    /// Lays the chain out: the answer, classes, a park's modules, the loom, the tree, what is weak and what is unknown.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let survey = try result.survey ?? survey(input)
        guard !result.segments.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "There is nothing to judge: no segment fits; ask for others, or add a table of segments.",
                    "无可判定：没有符合的环节；请改换条件，或补充环节表。"),
                blocks: [.method(Chain.method(CoverageOptions()))])
        }
        var blocks: [Block] = [.figures(figures(result, survey, in: model))]
        if let template = survey.template {
            blocks.append(.table(modules(template, in: model)))
        } else if !survey.matrix.places.isEmpty {
            blocks.append(.picture(loom(survey, in: model)))
        }
        blocks.append(.table(tree(survey, in: model)))
        if survey.coverage.segments.contains(where: { $0.quantities != nil }) {
            blocks.append(.table(quantities(survey, in: model)))
        }
        blocks.append(.table(stages(result, survey)))
        if !result.tiers.isEmpty { blocks.append(.table(tierTable(result, in: model))) }
        if !result.ties.isEmpty {
            blocks.append(
                .picture(
                    Picture(
                        .sankey(from: "from", to: "to", value: "ties"), tieTable(result, in: model))))
        }
        blocks += notes(result, survey, input).map(Block.note)
        blocks += model.records(ids: result.corrections.map(\.text)).map { .note($0.correctionNote) }
        if let compared = compareTable(result, input) { blocks.append(.table(compared)) }
        blocks.append(.method(Chain.method(survey.coverage.options)))
        return ReportDraft(
            title: title(survey, input), answer: answer(result, survey, in: model), blocks: blocks)
    }

    private func title(_ survey: Survey, _ input: StudyInput) -> Localized {
        let model = input.model
        let region = Chain.place(survey, in: model)
        if let park = survey.template?.park {
            let name = model.name(of: park.text)
            return Localized("Modules of \(name.en)", "\(name.zh.beforeChinese)的规划模块")
        }
        if let words = input.parameters.text("track") {
            return Localized(
                "Technology track \(words), \(region.en)", "\(region.zh.beforeChinese)技术路线：\(words)")
        }
        if let root = input.parameters.text("root") {
            let name = model.name(of: root)
            return Localized("\(name.en), \(region.en)", "\(region.zh)\(name.zh)")
        }
        return Localized("The industrial chain of \(region.en)", "\(region.zh.beforeChinese)产业链")
    }

    private func answer(_ result: Result, _ survey: Survey, in model: EcosystemModel) -> Localized {
        if let template = survey.template {
            let name = model.name(of: template.park.text)
            let counts = ParkTemplate.Standing.allCases.compactMap { standing -> Localized? in
                let count = template.modules.count { $0.standing == standing }
                return count == 0
                    ? nil : Localized("\(count) \(standing.label.en)", "\(count) 个\(standing.label.zh)")
            }
            let listed = Localized.joined(counts, Localized("; ", "；"))
            let total = template.modules.count
            return Localized(
                "\(name.en) is to hold \(total) modules: \(listed.en).",
                "\(name.zh.beforeChinese)规划 \(total) 个模块：\(listed.zh)。")
        }
        let region = Chain.place(survey, in: model)
        let counts = [CoverageClass.strong, .adequate, .weak, .missing].compactMap { grade -> Localized? in
            guard let count = survey.coverage.completeness.classes[grade], count > 0 else { return nil }
            let parts = survey.coverage.segments.count { $0.grade == grade && $0.reasons == [.saidOfPart] }
            let remark =
                parts == 0
                ? Localized(same: "")
                : Localized(" (\(parts) by a part of the region)", "（其中 \(parts) 个由区内一地而来）")
            return Localized("\(count) \(grade.label.en)", "\(grade.label.zh) \(count) 个") + remark
        }
        let unknown = survey.coverage.completeness.classes[.unknown] ?? 0
        let total = result.segments.count
        let judged = counts.isEmpty ? Localized("none is judged", "无一可判定") : Localized.joined(counts)
        return Localized(
            "Of \(total) segments in \(region.en): \(judged.en); for \(unknown) too little is known.",
            "\(region.zh) \(total) 个环节中，\(judged.zh)；\(unknown) 个未知。")
    }

    private func figures(_ result: Result, _ survey: Survey, in model: EcosystemModel) -> [Figure] {
        var figures = CoverageClass.allCases.map { grade -> Figure in
            let origins = survey.coverage.segments.filter { $0.grade == grade }.map(\.origin)
            return Figure(
                Localized("\(Chain.mark(grade)) \(grade.label.en)", "\(Chain.mark(grade)) \(grade.label.zh)"),
                .number(FigureNumber(origins.count)),
                unit: Localized(origins.count == 1 ? "segment" : "segments", "个"),
                origin: Origin.combined(origins, atBest: .derived).shortened,
                meaning: Chain.meaning(ofClass: grade.rawValue))
        }
        let completeness = result.completeness
        let counts = Localized(
            "\(completeness.surveyed) surveyed of \(completeness.total)",
            "\(completeness.total) 个中 \(completeness.surveyed) 个已调查")
        let surveyed = survey.coverage.segments.filter(\.isSurveyed)
        figures.append(
            Figure(
                Localized("Completeness, mean C", "完整度，C 的均值"),
                completeness.value.map { .number(FigureNumber($0, decimals: 2)) }
                    ?? .missing(Localized("no quantities on record: ", "无数量记录：") + counts),
                period: completeness.value == nil ? nil : counts,
                origin: completeness.value == nil ? nil : Origin.combined(surveyed.map(\.origin)).shortened,
                meaning: Chain.meaningOfCompleteness))
        figures.append(
            Figure(
                Localized("With an organization on record", "有机构记录的环节"),
                .number(FigureNumber(completeness.recorded)),
                unit: Localized("of \(completeness.total) segments", "个（共 \(completeness.total) 个）"),
                origin: Origin.combined(survey.coverage.segments.map(\.origin), atBest: .counted).shortened,
                meaning: Chain.meaningOfRecorded))
        for figure in survey.template?.figures ?? [] {
            figures.append(
                Figure(
                    figure.name, figure.cell.value, unit: figure.printed?.unit.label,
                    period: figure.periodWords,
                    origin: figure.origin))
        }
        return figures
    }

    /// The region's name, or that no region is asked for.
    private static func place(_ survey: Survey, in model: EcosystemModel) -> Localized {
        survey.scope.region.map { model.name(of: $0.text) } ?? Localized("all places", "所有地区")
    }

    /// The mark of a class: shapes that survive grey print.
    static func mark(_ grade: CoverageClass) -> String {
        switch grade {
        case .strong: "■"
        case .adequate: "◧"
        case .weak: "▨"
        case .missing: "☒"
        case .unknown: "⬚"
        }
    }
}

extension Origin {
    /// The origin with its first records and paragraphs; of more, a note says how many there are.
    var shortened: Origin {
        guard records.count > Origin.namedRecords || paragraphs.count > Origin.namedRecords else {
            return self
        }
        let rest = Localized(
            "rests on \(records.count) records, the first \(min(records.count, Origin.namedRecords)) are named",
            "依据 \(records.count) 条记录，此处列出前 \(min(records.count, Origin.namedRecords)) 条")
        return Origin(
            basis: basis, state: state, paragraphs: Array(paragraphs.prefix(Origin.namedRecords)),
            records: Array(records.prefix(Origin.namedRecords)),
            note: note.map { Localized.joined([$0, rest], Localized("; ", "；")) } ?? rest)
    }
}
