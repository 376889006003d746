import Ecosystem
import Reporting

extension Parks {
    /// Lays the parks out: families, functions, overlap and complement, cost and scale.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let tables = Tables(model, result)
        var blocks: [Block] = []
        if result.parks.isEmpty {
            blocks.append(.note(Note(.gap, Localized("No park is on record in this region", "该地区无园区记录"))))
        } else {
            blocks.append(.figures(tables.figures()))
            let stages = tables.stages()
            if !stages.rows.isEmpty {
                blocks.append(
                    .picture(Picture(.heatmap(row: "park", column: "stage", value: "segments"), stages)))
            }
            blocks.append(.table(tables.functions()))
            let families = tables.families()
            if !families.rows.isEmpty {
                blocks.append(.picture(Picture(.network(from: "parent", to: "child", label: nil), families)))
            }
            blocks += [tables.overlaps(), tables.complements(), tables.gradient(), tables.costs()].filter {
                !$0.rows.isEmpty
            }
            .map(Block.table)
        }
        blocks += tables.notes().map(Block.note)
        if !result.compare.isEmpty { blocks.append(.table(tables.compare(input.others))) }
        blocks.append(.method(Parks.method))
        return ReportDraft(title: description.title, answer: answer(result, model), blocks: blocks)
    }

    private func answer(_ result: Result, _ model: EcosystemModel) -> Localized {
        let name = result.region.map { model.name(of: $0.text) } ?? model.identity.title
        guard !result.parks.isEmpty else {
            return Localized("No park is on record in \(name.en).", "\(name.zh)无园区记录。")
        }
        let parts = result.parks.count { $0.parent != nil }
        let planned = result.parks.count { $0.state != .actual }
        let count = Localized.count(result.parks.count, "park is", "parks are", "个园区")
        return Localized(
            "\(count.en) on record in \(name.en), \(parts.words) of them part of another and \(planned.words) planned; "
                + "\(result.overlappingPairs.words) pairs share a function, segment or focus.",
            "\(name.zh)记录有 \(count.zh)，其中 \(parts.words) 个为下级园区、\(planned.words) 个在规划中；"
                + "\(result.overlappingPairs.words) 对园区有相同的功能、环节或方向。")
    }
}
