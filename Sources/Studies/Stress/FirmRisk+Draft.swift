import Ecosystem
import Reporting

extension FirmRisk {
    /// Lays the losses out: the largest, the curve of ranks, sectors, upstream against downstream, what is missing.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let rows = input.parameters.integer("rows") ?? 30
        if let bands = result.bands {
            let page = RiskBandsPage(bands, input.model, weight: result.weight, rows: rows)
            return ReportDraft(
                title: description.title, answer: page.answer,
                blocks: page.blocks + UnusedParameters.notes(result.findings).map { .note($0) } + [
                    .method(Self.bandMethod), .method(Self.method), .method(Self.openMethod),
                ], seed: bands.seed)
        }
        guard result.network != nil else { return missingDraft(result) }
        let page = FirmRiskPage(result, input.model, rows: rows)
        var blocks: [Block] = [.figures(page.figures)]
        if let note = Note.madeUpFirms(result.basis) { blocks.append(.note(note)) }
        if !result.scenarios.isEmpty {
            if result.everyFirmAlone {
                if result.scenarios.count > 2 { blocks.append(.picture(page.rankCurve)) }
                blocks.append(.table(page.ranking))
            } else {
                blocks += [.picture(page.directions), .table(page.ranking)]
            }
        }
        if let pair = result.pair { blocks += page.blocks(of: pair) }
        if !result.scenarios.isEmpty, result.everyFirmAlone {
            blocks += [.table(page.sectors), .picture(page.firmDirections)]
            if let regions = page.regions { blocks.append(.table(regions)) }
            if let sizes = page.sizes { blocks.append(.picture(sizes)) }
            blocks.append(.note(KeystoneBlocks.cannotSay))
        }
        blocks += result.findings.map { .note(Self.note($0, result)) }
        blocks.append(.method(Self.method))
        if result.mode == "open" { blocks.append(.method(Self.openMethod)) }
        return ReportDraft(title: description.title, answer: page.answer, blocks: blocks)
    }

    private func missingDraft(_ result: Result) -> ReportDraft {
        var blocks: [Block] = []
        if let missing = result.missing {
            blocks.append(
                .figures([missing.organizationsFigure, missing.linksFigure, missing.valuesFigure]))
            blocks.append(
                .note(
                    Note(
                        .gap,
                        Localized(
                            "What each firm buys from whom, and how much, is not on record",
                            "每家企业向谁采购、采购多少均无记录"),
                        Localized(
                            "\(missing.linksWithValue) of \(missing.links) supply links have a value, and most firms have no link at all. "
                                + "An index from these alone would rank what happens to be written down.",
                            "\(missing.links) 条供应连线中 \(missing.linksWithValue) 条有数值，多数企业没有任何连线。仅凭这些算出的指数只反映记录的多少。"
                        ))))
        }
        blocks.append(
            .note(
                Note(
                    .note, Localized("What would answer it", "如何作答"),
                    Localized(
                        "Set the number of reconstructed networks to 100: as many networks of made-up firms that fit what is counted and named here give "
                            + "patterns by segment and place, and for a named firm an interval, never a rank. Or a network folder with firms, links and "
                            + "values (--network DIR).",
                        "将“重建网络个数”设为 100：用同样数量、符合本包记载的合成企业网络，可得到按环节与地区的规律，具名企业只能得到区间而非排名。"
                            + "或提供含企业、连线与金额的网络文件夹（--network DIR）。"))))
        blocks.append(.method(Self.method))
        return ReportDraft(
            title: description.title,
            answer: Localized(
                "Not known: this package holds no quantities of supply between firms.", "未知：此数据包没有企业间供应的数量。"),
            blocks: blocks)
    }
}
