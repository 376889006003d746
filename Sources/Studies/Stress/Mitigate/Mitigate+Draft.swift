import Ecosystem
import Reporting

extension Mitigate {
    /// Lays the choice out: the frontier, the chosen set, what each measure does, the disruptions before and after.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        if result.findings.contains(where: { $0.code == "no-demand" }) {
            return .withoutDemand(result.firms, description.title, Self.method)
        }
        guard result.missing == nil else { return missingDraft(result) }
        let kinds = MeasureKindPage(result, input.model)
        var blocks: [Block] = []
        let labels = MeasureLabels(result, input.model)
        var answer = labels.about(kinds.answer)
        let madeUp = Note.madeUp(
            result.basis,
            result.isGenerated
                ? Localized("The firms and amounts of this network are made up", "此网络的企业与数量为虚构")
                : Localized("The firms, amounts and costs of this network are made up", "此网络的企业、数量与费用为虚构"),
            Localized(
                "The choice says how such a network behaves, nothing of a real firm.",
                "选择只说明此类网络的特性，不涉及真实企业。"))
        if let chosen = result.chosen {
            let page = MitigatePage(result, chosen, rows: input.parameters.integer("rows") ?? 30, input.model)
            answer = labels.about(page.answer)
            blocks = [.figures(page.figures)] + (madeUp.map { [.note($0)] } ?? [])
            blocks.append(.picture(page.frontier))
            if !chosen.measures.isEmpty { blocks.append(.table(page.chosenSet)) }
            blocks += [.table(page.measures), .table(page.sets), .table(page.disruptions)]
        } else if !result.kinds.isEmpty {
            blocks = [.figures(kinds.figures)] + (madeUp.map { [.note($0)] } ?? [])
        } else if let lack = Self.lack(result) {
            return ReportDraft(
                title: description.title, answer: lack.title, blocks: [.note(lack), .method(Self.method)])
        }
        if !result.kinds.isEmpty { blocks += [.note(kinds.gap)] + kinds.blocks }
        blocks += result.findings.filter { $0.code != "short-anyway" }.map { .note(kinds.note($0)) }
        if !result.assumptions.isEmpty { blocks.append(.table(.assumptions(result.assumptions))) }
        blocks.append(.method(Self.method))
        return ReportDraft(title: description.title, answer: answer, blocks: blocks)
    }

    private func missingDraft(_ result: Result) -> ReportDraft {
        var blocks: [Block] = []
        if let missing = result.missing {
            blocks.append(
                .figures([
                    missing.linksFigure,
                    Figure(
                        Localized("Stocks, times to recover, costs of measures", "库存、恢复时间、措施费用"),
                        .missing(Localized("no record", "无记录"))),
                ]))
        }
        blocks.append(
            .note(
                Note(
                    .gap,
                    Localized(
                        "No measure with a cost, no stock and no time to recover is on record",
                        "没有措施费用、库存与恢复时间的记录"),
                    Localized(
                        "A network folder would answer it (--network DIR): firms.csv with demand, stock, capacity, margin and ttr, links.csv, and "
                            + "measures.csv with what could be done and what it costs. docs/samples/survival is one to start from.",
                        "可用网络文件夹作答（--network DIR）：firms.csv 含 demand、stock、capacity、margin、ttr 列，另有 links.csv 与列出措施及费用的 measures.csv。可从 docs/samples/survival 着手。"
                    ))))
        blocks.append(.method(Self.method))
        return ReportDraft(
            title: description.title,
            answer: Localized(
                "Not known: this package holds neither stocks nor measures and their costs.",
                "未知：此数据包没有库存，也没有措施与费用。"),
            blocks: blocks)
    }
}
