import Ecosystem
import Reporting

extension Roles {
    /// Lays the roles out: the answer, functions and stages against the region, words of the documents, plan and record.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let tables = Tables(model, result)
        guard !result.places.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package names no region with parts to compare.", "此数据包没有可比较下级地区的区域。"),
                blocks: [.method(Roles.method)])
        }
        var blocks: [Block] = []
        let functions = tables.functions()
        if !functions.rows.isEmpty {
            blocks.append(
                .picture(Picture(.heatmap(row: "place", column: "function", value: "quotient"), functions)))
        }
        blocks.append(.table(tables.words()))
        blocks += [tables.stages(), tables.matrix(), tables.differences()].filter { !$0.rows.isEmpty }
            .map(Block.table)
        blocks += tables.notes().map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(tables.compare(input.others))) }
        blocks.append(.method(Roles.method))
        return ReportDraft(title: description.title, answer: answer(result, model), blocks: blocks)
    }

    /// For each place the function that stands out most.
    private func answer(_ result: Result, _ model: EcosystemModel) -> Localized {
        let parts = result.places.compactMap { profile -> Localized? in
            // The function with most sites beyond what the region's share would give.
            func excess(_ part: Part) -> Double {
                Double(part.count) * (1 - part.benchmarkShare / max(part.share, .leastNormalMagnitude))
            }
            let best = profile.functions.filter { $0.locationQuotient > 1 }.max { excess($0) < excess($1) }
            guard let best else { return nil }
            let name = model.name(of: profile.place.text)
            let function = Ecosystem.Vocabulary.siteFunction.label(best.code)
            let times = best.locationQuotient.words()
            return Localized(
                "\(function.en) in \(name.en) (\(times) times the region's share)",
                "\(name.zh)的\(function.zh)（为区域占比的 \(times) 倍）")
        }
        guard !parts.isEmpty else {
            return Localized(
                "No place stands out by the functions of its sites on record.", "按记录的点位功能，各地没有突出的一项。")
        }
        let list = Localized.joined(parts)
        return Localized("By sites on record, what stands out is \(list.en).", "按记录的点位，突出的是\(list.zh)。")
    }
}
