import ChainAnalysis
import Ecosystem
import Reporting

extension Network {
    /// Lays the network out: in a few numbers, drawn, its members, what it bears, what changed.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        guard result.summary.links > 0 else {
            return ReportDraft(
                title: description.title,
                answer: input.supplied == nil
                    ? Localized(
                        "No supply is on record between two members; add relations of supply, or give a network folder.",
                        "没有成员之间的供应记录；请补充供应关系，或提供网络文件夹。")
                    : Localized(
                        "No link of the network joins two different firms; add rows to links.csv.",
                        "网络中没有连接两家不同企业的供应；请在 links.csv 中补充。"),
                blocks: Network.methods.map(Block.method))
        }
        let tables = NetworkTables(result, input)
        var blocks: [Block] = tables.madeUp + [.figures(tables.figures), .picture(tables.links)]
        blocks += tables.gaps.map(Block.note)
        blocks += [.table(tables.members), .table(tables.positions)]
        blocks.append(.table(tables.structure))
        if !result.segments.isEmpty { blocks.append(.table(tables.segments)) }
        if result.communities.count > 1 { blocks.append(.table(tables.communities)) }
        blocks.append(.picture(tables.curves))
        if !result.robustness.regions.isEmpty { blocks.append(.picture(tables.regions)) }
        if let change = result.change {
            blocks.append(.table(tables.changes(change)))
            if !change.gained.isEmpty || !change.lost.isEmpty {
                blocks.append(.table(tables.changedLinks(change)))
            }
        }
        if !result.compare.isEmpty { blocks.append(.table(tables.compared)) }
        blocks += Network.methods.map(Block.method)
        return ReportDraft(
            title: description.title, answer: answer(result, tables), blocks: blocks, seed: Self.seed(input))
    }

    private func answer(_ result: Result, _ tables: NetworkTables) -> Localized {
        let summary = result.summary
        let members = Localized.count(summary.members, "member", "members", "个成员")
        let links = Localized.count(summary.links, "link", "links", "条连线")
        var parts = [Localized("\(members.en) and \(links.en) on record", "记录 \(members.zh)、\(links.zh)")]
        parts.append(
            summary.core > 0
                ? Localized(
                    "\(summary.core.words) of them supply each other, directly or around",
                    "其中 \(summary.core.words) 个直接或间接互供")
                : Localized("no two supply each other", "无成员互供"))
        if let first = result.members.first {
            let name = tables.name(first.id)
            parts.append(
                Localized(
                    "\(name.en) is the most important supplier", "最重要的供应方为\(name.zh)"))
        }
        if summary.cutMembers > 0 {
            parts.append(
                summary.cutMembers == 1
                    ? Localized("the network falls apart without one member", "缺 1 个成员网络即断裂")
                    : Localized(
                        "it falls apart without any one of \(summary.cutMembers.words) members",
                        "缺 \(summary.cutMembers.words) 个成员中任一个即断裂"))
        }
        if let single = summary.singleSourced {
            let words = single.percentWords()
            parts.append(
                Localized(
                    "\(words.en) of the inputs have one supplier on record", "\(words.zh)的投入只有一家供应方记录"))
        }
        let joined = Localized.joined(parts, Localized("; ", "；"))
        return Localized(joined.en + ".", joined.zh + "。")
    }
}
