import ChainAnalysis
import Ecosystem
import Reporting

extension Chain {
    /// A park's modules and what of them is there.
    func modules(_ template: ParkTemplate, in model: EcosystemModel) -> Table {
        Table(
            "modules", Localized("Modules of the plan", "规划模块"),
            caption: Localized(
                "No site on record does not say that there is none", "无点位记录不等于没有"),
            columns: [
                .words("module", "Module", "模块"), .words("content", "As the document puts it", "文献说法"),
                .words("standing", "Standing", "状态"), .words("sites", "Sites", "点位"),
            ],
            rows: template.modules.map { module in
                [
                    model.linkCell(module.segment.text), module.content.map { .text($0) } ?? .notPrinted,
                    .text(module.standing.label, origin: module.origin),
                    model.linksCell(module.sites.map(\.text)),
                ]
            })
    }

    /// What is weak, missing, contradicted and unknown.
    func notes(_ result: Result, _ survey: Survey, _ input: StudyInput) -> [Note] {
        let model = input.model
        var notes: [Note] = []
        for segment in survey.coverage.segments where segment.grade == .weak || segment.grade == .missing {
            let name = model.name(of: segment.id.text)
            let reasons: Localized
            if segment.rule == .assessment {
                reasons = Localized.joined(
                    model.records(ids: segment.assessments.map(\.text)).compactMap {
                        $0.phrase("description")
                    },
                    Localized("; ", "；"))
            } else {
                reasons = Localized.joined(segment.reasons.map(\.label), Localized("; ", "；"))
            }
            notes.append(
                Note(
                    .warning,
                    Localized(
                        "\(name.en): \(segment.grade.label.en)", "\(name.zh)：\(segment.grade.label.zh)"),
                    reasons + Localized(".", "。"), origin: segment.origin.shortened))
        }
        notes += contradictions(survey, in: model)
        let unknown = survey.coverage.segments.filter { $0.grade == .unknown }
        if !unknown.isEmpty {
            let one = unknown.filter { $0.independent == 1 }
            let names = unknown.prefix(12).map { model.name(of: $0.id.text) }
            let more = unknown.count > names.count ? Localized(" and others", "等") : Localized(same: "")
            let listed = Localized.joined(Array(names)) + more
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(unknown.count) of \(result.segments.count) segments are unknown, not missing",
                        "\(result.segments.count) 个环节中 \(unknown.count) 个未知，并非缺失"),
                    Localized(
                        "\(one.count == 1 ? "1 has" : "\(one.count) have") one organization on record. \(listed.en).",
                        "其中 \(one.count) 个有一家机构记录。\(listed.zh)。")))
        }
        let unusable = survey.coverage.segments.flatMap(\.unusable)
        if !unusable.isEmpty {
            notes.append(
                Note(
                    .warning,
                    Localized("\(unusable.count) capacities are left out", "\(unusable.count) 项产能未计入"),
                    Localized(
                        "Their unit differs from the need's, or nobody declared or printed them.",
                        "其单位与需求不同，或未经申报、未见文献。"),
                    origin: Origin(basis: .derived, records: unusable.map(\.text))))
        }
        if !result.unknownWords.isEmpty {
            let words = result.unknownWords.joined(separator: ", ")
            notes.append(
                Note(.note, Localized("Nothing is found for: \(words)", "未找到：\(words)")))
        }
        if survey.template == nil, !survey.coverage.segments.contains(where: { $0.quantities != nil }) {
            notes.append(
                Note(
                    .gap, Localized("No segment has a need and capacities", "没有环节同时有需求与产能"),
                    Localized(
                        "Classes come from what documents say and from named organizations; completeness has no value.",
                        "强弱来自文献说法与具名机构；完整度无值。")))
        }
        return notes
    }

    /// Statements about shown segments that say something else than the class.
    private func contradictions(_ survey: Survey, in model: EcosystemModel) -> [Note] {
        survey.coverage.segments.compactMap { segment -> Note? in
            let others = model.records(ids: segment.otherAssessments.map(\.text)).filter {
                $0.text("strength") != segment.grade.rawValue && segment.rule != .count
            }
            guard !others.isEmpty else { return nil }
            let name = model.name(of: segment.id.text)
            let said = others.map { record -> Localized in
                let region = record.target("region_id")?.name ?? Localized(same: "")
                let words = record.label("strength") ?? Localized(same: "")
                return Localized("\(region.en) \(words.en)", "\(region.zh)\(words.zh)")
            }
            let listed = Localized.joined(said)
            return Note(
                .note,
                Localized(
                    "\(name.en): \(segment.grade.label.en) here, said otherwise elsewhere",
                    "\(name.zh)：此处为\(segment.grade.label.zh)，别处另有说法"),
                Localized("Also on record: \(listed.en).", "另有记录：\(listed.zh)。"),
                origin: Origin.combined(others.map(\.origin), atBest: .stated))
        }
    }

    /// Classes and completeness of other packages beside this one.
    func compareTable(_ result: Result, _ input: StudyInput) -> Table? {
        guard !result.compare.isEmpty else { return nil }
        let own = Result.Compared(
            package: input.model.identity.id, region: result.region, completeness: result.completeness,
            classes: result.classes)
        let rows = zip([input.model] + input.others, [own] + result.compare).map { model, answer -> [Cell] in
            let origin = Origin(basis: .derived, records: answer.region.map { [$0.text] } ?? [])
            return [
                .text(model.identity.title),
                answer.region.map { .text(model.name(of: $0.text)) } ?? .noRecord,
                .number(answer.completeness.total, origin: origin),
                .number(answer.completeness.recorded, origin: origin),
                answer.completeness.value.map { .number($0, decimals: 2, origin: origin) } ?? .unknown,
            ] + CoverageClass.allCases.map { .number(answer.classes[$0.rawValue] ?? 0, origin: origin) }
        }
        return Table(
            "compare", Localized("Chains of the compared packages", "各数据包的产业链"),
            caption: Localized(
                "Whole trees of the home regions; trees differ between packages", "各主地区的整棵树；各包的树不尽相同"),
            columns: [
                .words("package", "Package", "数据包"), .words("region", "Region", "地区"),
                .numbers("segments", "Segments", "环节"), .numbers("recorded", "With an organization", "有机构记录"),
                .numbers("completeness", "Completeness", "完整度"),
            ]
                + CoverageClass.allCases.map {
                    Table.Column($0.rawValue, $0.label, kind: .number)
                }, rows: rows)
    }
}
