import Ecosystem
import InputOutput
import Reporting

extension InterIndustry {
    /// Lays the answer out: the chains first, then every sector, accounts by region, what is odd about the table.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        guard case .table(let table)? = input.supplied else {
            return ReportDraft(
                title: description.title, answer: Localized("No table was given.", "未提供投入产出表。"), blocks: [])
        }
        let page = InterIndustryPage(result: result, table: table, model: input.model)
        var blocks: [Block] = []
        if let note = Note.madeUp(table.about) { blocks.append(.note(note)) }
        for chain in result.chains {
            if result.chains.count > 1 { blocks.append(.heading(page.name(chain.sector))) }
            blocks += page.blocks(of: chain)
        }
        blocks.append(.heading(Localized("All sectors", "全部部门")))
        blocks.append(
            .picture(Picture(.bars(name: "sector", values: ["backward", "forward"]), page.linkageBars())))
        blocks.append(.table(page.sectorTable()))
        if !result.accounts.isEmpty { blocks.append(.table(page.accountTable())) }
        blocks += page.tableNotes().map(Block.note)
        blocks += [.method(InterIndustry.method), .method(InterIndustry.importMethod)]
        return ReportDraft(title: page.title, answer: page.answer, blocks: blocks)
    }
}
