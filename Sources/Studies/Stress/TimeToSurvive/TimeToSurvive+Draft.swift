import Ecosystem
import Reporting

extension TimeToSurvive {
    /// Lays times and losses out: the figures, time to survive against time to recover, the exposure list, who is hit, what is missing.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        if let bands = result.bands { return draft(bands, result, input) }
        guard result.network != nil else { return missingDraft(result) }
        if result.findings.contains(where: { $0.code == "no-demand" }) {
            return .withoutDemand(result.firms, description.title, Self.method)
        }
        let page = TimeToSurvivePage(result, rows: input.parameters.integer("rows") ?? 30, input.model)
        var blocks: [Block] = [.figures(page.figures)]
        if let note = Note.madeUp(
            result.basis, Localized("The firms and amounts of this network are made up", "此网络的企业与数量为虚构"),
            Note.ofNoRealFirm)
        {
            blocks.append(.note(note))
        }
        // Of firms that are made up, the materials say more than any one of them.
        let isMadeUp = result.basis?.isMadeUp == true && result.money != nil
        if result.everyFirmAlone, isMadeUp { blocks.append(.table(page.sectors)) }
        if let picture = page.times { blocks.append(.picture(picture)) }
        if !result.exposed.isEmpty { blocks.append(.table(page.exposure)) }
        blocks.append(.table(page.all))
        if let hits = page.hits { blocks.append(.table(hits)) }
        if result.everyFirmAlone, !isMadeUp { blocks.append(.table(page.sectors)) }
        if let note = page.spend { blocks.append(.note(note)) }
        blocks += result.findings.map { .note(Self.note($0, result)) }
        if !result.assumptions.isEmpty { blocks.append(.table(.assumptions(result.assumptions))) }
        blocks.append(.method(Self.method))
        return ReportDraft(title: description.title, answer: page.answer, blocks: blocks)
    }

    private func draft(_ bands: Result.Bands, _ result: Result, _ input: StudyInput) -> ReportDraft {
        let page = TimeToSurviveBandsPage(result: result, bands: bands, model: input.model)
        let madeUp = Note.madeUpFirms(.synthetic).map { [Block.note($0)] } ?? []
        return ReportDraft(
            title: description.title, answer: page.answer,
            blocks: [.figures(page.figures)] + madeUp
                + UnusedParameters.notes(result.findings).map { .note($0) } + [
                    .table(page.segments), .table(page.regions), .table(.assumptions(result.assumptions)),
                    .method(Self.method), .method(FirmRisk.bandMethod),
                ])
    }

    private func missingDraft(_ result: Result) -> ReportDraft {
        var blocks: [Block] = []
        if let missing = result.missing {
            blocks.append(
                .figures([
                    missing.organizationsFigure, missing.linksFigure,
                    Figure(
                        Localized("Stocks, times to recover", "库存、恢复时间"),
                        .missing(Localized("no record", "无记录"))),
                ]))
            blocks.append(
                .note(
                    Note(
                        .gap,
                        Localized(
                            "No stock, no capacity and no time to recover of any firm is on record",
                            "没有任何企业的库存、产能与恢复时间记录"),
                        Localized(
                            "\(missing.links) supply links say who supplies whom; how many units one unit takes, what lies in stock and how long "
                                + "a plant would be out is not written anywhere.",
                            "\(missing.links) 条供应连线只说明谁供谁；每件用量、库存与停产时长均无记载。"))))
        }
        blocks.append(
            .note(
                Note(
                    .note, Localized("What would answer it", "如何作答"),
                    Localized(
                        "A network folder (--network DIR): firms.csv with demand, stock, capacity, margin and ttr, links.csv with the units of each "
                            + "input that one unit takes. docs/samples/survival is one to start from. Or say in samples how many networks of made-up firms to ask, under "
                            + "assumptions that are listed.",
                        "提供网络文件夹（--network DIR）：firms.csv 含 demand、stock、capacity、margin、ttr 列，links.csv 含每件所需投入件数。可从 docs/samples/survival 着手。或在 samples 中填写向多少个合成网络提问，所用假设均列出。"
                    ))))
        blocks.append(.method(Self.method))
        return ReportDraft(
            title: description.title,
            answer: Localized(
                "Not known: this package holds neither stocks nor times to recover.", "未知：此数据包没有库存与恢复时间。"),
            blocks: blocks)
    }
}
