import Ecosystem
import Reporting

extension FirmRisk {
    /// Lays the losses out: the largest, the curve of ranks, sectors, upstream against downstream, what is missing.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let rows = input.parameters.integer("rows") ?? 30
        guard result.network != nil else { return missingDraft(result) }
        let page = FirmRiskPage(result, rows: rows)
        var blocks: [Block] = [.figures(page.figures)]
        if result.basis == .synthetic || result.basis == .estimated {
            blocks.append(
                .note(
                    Note(
                        .synthetic,
                        Localized("The firms and links of this network are made up", "此网络的企业与连线为虚构"),
                        Localized(
                            "Results say how such a network behaves, nothing of a real firm.",
                            "结果只说明此类网络的特性，不涉及真实企业。"))))
        }
        if !result.scenarios.isEmpty {
            if result.everyFirmAlone, result.scenarios.count > 2 { blocks.append(.picture(page.rankCurve)) }
            blocks.append(.picture(page.directions))
            blocks.append(.table(page.ranking))
            if result.everyFirmAlone { blocks.append(.table(page.sectors)) }
        }
        if let pair = result.pair { blocks += page.blocks(of: pair) }
        blocks += result.findings.map { .note(Self.note($0, result)) }
        blocks.append(.method(Self.method))
        if result.mode == "open" { blocks.append(.method(Self.openMethod)) }
        return ReportDraft(title: description.title, answer: page.answer, blocks: blocks)
    }

    private func missingDraft(_ result: Result) -> ReportDraft {
        var blocks: [Block] = []
        if let missing = result.missing {
            let origin = Origin(basis: .counted)
            blocks.append(
                .figures([
                    Figure(
                        Localized("Organizations on record", "有记录的机构"),
                        .number(FigureNumber(missing.organizations)), origin: origin),
                    Figure(
                        Localized("Supply links on record", "有记录的供应连线"), .number(FigureNumber(missing.links)),
                        origin: origin),
                    Figure(
                        Localized("of these with a value", "其中有数值"),
                        .number(FigureNumber(missing.linksWithValue)), origin: origin),
                ]))
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
                        "A network folder with firms, links and values (--network DIR). Or many networks rebuilt from known totals, such as firms "
                            + "per segment and input-output coefficients: they would give sector patterns, and for a named firm an interval over "
                            + "all of them, never a rank; every firm in them is synthetic.",
                        "提供含企业、连线与金额的网络文件夹（--network DIR）。或依据已知总量（各环节企业数、投入产出系数）重建多个网络：可得到部门规律，"
                            + "具名企业只能得到各网络结果的区间而非排名；其中企业均为合成。"))))
        blocks.append(.method(Self.method))
        return ReportDraft(
            title: description.title,
            answer: Localized(
                "Not known: this package holds no quantities of supply between firms.", "未知：此数据包没有企业间供应的数量。"),
            blocks: blocks)
    }
}
