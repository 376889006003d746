import Ecosystem
import Reporting

extension Overlap {
    /// Lays the comparison out: how they stand, what both have, whom both serve, what documents say.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        guard result.first != nil, result.second != nil else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package has no two ports or parks; add some to the table of parks, or give a matrix.",
                    "此数据包没有两个港口或园区；请补充园区表，或提供矩阵。"), blocks: [.method(Overlap.method)])
        }
        let tables = OverlapTables(result, input)
        var blocks: [Block] = [.figures(tables.figures)]
        blocks += tables.notes.map(Block.note)
        if !result.sharing.isEmpty { blocks.append(.table(tables.sharing)) }
        if let hinterland = result.hinterland { blocks.append(.picture(tables.places(hinterland))) }
        blocks += result.shares.map { .picture(tables.shares($0)) }
        blocks += result.shares.isEmpty ? [] : [.table(tables.measures)]
        if !result.compare.isEmpty { blocks.append(.table(tables.compared)) }
        blocks.append(.method(Overlap.method))
        let (first, second) = (tables.first, tables.second)
        return ReportDraft(
            title: Localized("\(first.en) and \(second.en)", "\(first.zh)与\(second.zh.beforeChinese)"),
            answer: answer(result, tables), blocks: blocks)
    }

    private func answer(_ result: Result, _ tables: OverlapTables) -> Localized {
        let (first, second) = (tables.first, tables.second)
        var parts = [
            Localized("\(first.en) and \(second.en)", "\(first.zh)与\(second.zh)")
                + OverlapTables.words(result.pattern)
        ]
        if let similarity = result.similarity?.percentWords() {
            parts.append(
                result.source == "matrix"
                    ? Localized("the cosine of what they handle is \(similarity.en)", "货类余弦 \(similarity.zh)")
                    : Localized(
                        "they share \(similarity.en) of their features on record", "记录特征共有 \(similarity.zh)"))
        }
        if let shared = result.sharedHinterland?.percentWords() {
            parts.append(
                result.source == "matrix"
                    ? Localized("the cosine of where it comes from is \(shared.en)", "来源地余弦 \(shared.zh)")
                    : Localized(
                        "by distance their hinterland is shared to \(shared.en)", "按距离腹地共享 \(shared.zh)"))
        }
        switch (result.stated.competes.isEmpty, result.stated.cooperates.isEmpty) {
        case (false, false):
            parts.append(Localized("documents call them both rivals and partners", "文件称其既竞争又合作"))
        case (false, true): parts.append(Localized("documents call them rivals", "文件称其相互竞争"))
        case (true, false): parts.append(Localized("documents call them partners", "文件称其合作或互补"))
        case (true, true): break
        }
        let joined = Localized.joined(parts, Localized("; ", "；"))
        return Localized(joined.en + ".", joined.zh + "。")
    }
}
