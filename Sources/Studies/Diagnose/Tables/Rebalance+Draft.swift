import Ecosystem
import InputOutput
import Reporting

extension Rebalance {
    /// Lays the answer out: whether the sums can be met, rows and columns, the cells that change most.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let given = try GivenTable(input, study: id)
        let page = RebalancePage(result: result, given: given)
        guard result.status != .nothingGiven else {
            return ReportDraft(title: description.title, answer: page.answer, blocks: page.gap)
        }
        var blocks = given.madeUp
        blocks += result.obstacles.map { .note(Note(.error, $0.words)) }
        if result.status != .infeasible { blocks.append(.figures(page.figures)) }
        if !result.misses.isEmpty { blocks.append(.table(page.missTable)) }
        if !result.changes.isEmpty { blocks.append(.table(page.changeTable)) }
        blocks.append(
            .table(
                page.lineTable(
                    "sales", Localized("Sales: rows of the table", "销售：表的各行"), result.sales)))
        blocks.append(
            .table(
                page.lineTable(
                    "purchases", Localized("Purchases: columns of the table", "采购：表的各列"), result.purchases)))
        var files: [ReportFile] = []
        if result.status != .infeasible, let fit = TableFit(given),
            let way = result.method.flatMap(Way.init(rawValue:))
        {
            files = page.files(fit, fit.run(way, rounds: max(1, result.rounds)).outcome.matrix)
            blocks.append(
                .note(
                    Note(
                        .note, Localized("The fitted table is a file of this report", "调整后的表随本结果提供"),
                        Localized(
                            "Export it as CSV: the folder files holds flows.csv and final_demand.csv.",
                            "导出 CSV：其中 files 文件夹含 flows.csv 和 final_demand.csv。"))))
        }
        blocks += given.notes
        blocks.append(.method(Rebalance.method))
        return ReportDraft(title: description.title, answer: page.answer, blocks: blocks, files: files)
    }
}
