import Ecosystem
import Reporting

extension Disrupt {
    /// Lays the answer out: the loss and its curve, who is hit through whom, what runs dry, regions, what was assumed.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        guard result.source != nil else { return missingDraft(result) }
        let page = DisruptPage(result, input)
        guard !result.shocks.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "Say what stops: a firm, a sector, a region or a way.", "请指定停摆对象：企业、部门、地区或通道。"),
                blocks: [.table(page.choices)] + UnusedParameters.notes(result.findings).map { .note($0) }
                    + [.table(page.assumptions), .method(Self.method)])
        }
        var blocks: [Block] = [.figures(page.figures)]
        if let note = Note.madeUpFirms(result.basis) { blocks.append(.note(note)) }
        blocks.append(.picture(page.curve))
        if let days = page.regionDays { blocks.append(.picture(days)) }
        if let bands = result.bands { blocks.append(.table(page.bands(bands))) }
        blocks.append(.table(page.shocks))
        if !result.hits.isEmpty { blocks.append(.table(page.hits)) }
        if result.hidden > 0 {
            blocks.append(
                .note(
                    Note(
                        .gap,
                        Localized(
                            "\(result.hidden.words) firms that documents name are not ranked",
                            "\(result.hidden.words) 家文献点名的企业不列入排名"),
                        Localized(
                            "One reconstructed network says nothing of a named firm; they are in the sums, not in the list.",
                            "单个重建网络不能说明具名企业；其损失计入合计，不进名单。"))))
        }
        if let bands = result.bands {
            blocks.append(.table(page.dry(bands)))
            if !bands.named.isEmpty { blocks.append(.table(page.named(bands))) }
        }
        blocks.append(.table(page.dry))
        if result.segments.contains(where: { $0.worst > 1e-9 }) { blocks.append(.picture(page.segmentWeeks)) }
        if result.regions.contains(where: { $0.worst > 1e-9 }) {
            if let map = page.map { blocks.append(.picture(map)) }
            blocks.append(.picture(page.regionWeeks))
            blocks.append(.table(page.regions))
        }
        let notices = try DisruptionNotice.files(result, input)
        blocks += notices.notes.map { .note($0) }
        blocks += result.findings.map { .note(Self.note($0)) }
        if let note = page.abroadOfTable { blocks.append(.note(note)) }
        blocks.append(.note(Self.unsaid(result)))
        blocks.append(.table(page.assumptions))
        blocks.append(.method(Self.method))
        if result.bands != nil { blocks.append(.method(FirmRisk.bandMethod)) }
        return ReportDraft(
            title: description.title, answer: page.answer, blocks: blocks, files: notices.files,
            seed: result.bands.flatMap { UInt64(exactly: $0.seed) })
    }

    /// What the data cannot say.
    private static func unsaid(_ result: Result) -> Note {
        var en = [
            "how much each firm really holds in stock, how long it searches and how it shares out: the same assumption holds for all",
            "prices, contracts, cash",
        ]
        var zh = ["各企业真实库存、寻找供应商的时间与分配方式：所有企业采用同一假设", "价格、合同、资金"]
        if result.source == "table" {
            en.insert("which firm is hit: a sector stands for all of its firms", at: 0)
            zh.insert("哪家企业受冲击：一个部门代表其全部企业", at: 0)
        }
        if result.jobDays == nil {
            let words = DisruptPage.noJobs(result)
            en.append("jobs: " + words.en)
            zh.append("就业：" + words.zh)
        }
        if result.regions.isEmpty {
            en.append("where: no regions are given")
            zh.append("地点：未给出地区")
        }
        return Note(
            .gap, Localized("What the data cannot say", "数据不能说明的事"),
            Localized(en.joined(separator: "; ") + ".", zh.joined(separator: "；") + "。"))
    }

    private func missingDraft(_ result: Result) -> ReportDraft {
        return ReportDraft(
            title: description.title,
            answer: Localized(
                "Not known: this package holds no quantities of supply between firms.", "未知：此数据包没有企业间供应的数量。"),
            blocks: [
                .figures(result.missing.map { [$0.linksFigure, $0.valuesFigure] } ?? []),
                .note(
                    Note(
                        .gap,
                        Localized(
                            "What each firm buys from whom, and how much, is not on record",
                            "每家企业向谁采购、采购多少均无记录"),
                        Localized(
                            "Give a network folder with firms, links and values (--network DIR), or an input-output table (--table DIR) whose sectors "
                                + "stand for their firms; or say in samples how many networks to rebuild from known totals: every firm in them is synthetic.",
                            "请提供含企业、连线与金额的网络文件夹（--network DIR），或以部门代表企业的投入产出表（--table DIR）；或在 samples 中填写依已知总量重建多少个网络，其中企业均为合成。"
                        ))),
                .method(Self.method),
            ])
    }
}
