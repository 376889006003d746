import Ecosystem
import Reporting

/// What is known of a policy: who issued it, where it applies, which segments it concerns, and how far it is.
struct PolicyFacts {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    /// Sentence, steps, figures, tables and gaps.
    var facts: RecordFacts {
        var facts = RecordFacts(lead: lead)
        facts.shown = ["instrument", "issuer_id", "region_id", "segments", "year", "status"]
        facts.steps = steps
        facts.figures = [
            fact(Localized("Issuer", "发布方"), "issuer_id"), fact(Localized("Region", "地区"), "region_id"),
            fact(Localized("Year", "年份"), "year"), fact(Localized("Status", "状态"), "status"),
        ]
        let segments = record.list("segments").compactMap { model.record(id: $0) }
        facts.add(
            KindTable.make(.segment, segments, title: Localized("Segments it concerns", "涉及环节")), telling: [])
        if record.text("issuer_id") == nil {
            facts.miss(Localized("Who issued it", "发布方"), Localized("No document says.", "文献未写。"))
        }
        if record.text("year") == nil {
            facts.miss(Localized("When it was issued", "发布年份"), Localized("Year not printed.", "年份未印。"))
        }
        if segments.isEmpty {
            facts.miss(Localized("Which segments it concerns", "涉及环节"), Localized("None is named.", "文献未点名。"))
        }
        if record.text("status") == nil {
            facts.miss(Localized("How far it is", "进展"), Localized("No document says.", "文献未写。"))
        }
        return facts
    }

    private func fact(_ label: Localized, _ field: FieldName) -> Figure {
        Figure(label, record.cell(field).value, origin: record.text(field) == nil ? nil : record.origin)
    }

    private var lead: Localized {
        let what = record.label("instrument") ?? record.kind.label
        let issuer = record.target("issuer_id")?.name
        let region = record.target("region_id")?.name
        let year = record.text("year")
        let status = record.label("status")
        return Localized(
            what.withArticle.capitalizedFirst + (issuer.map { " issued by \($0.en)" } ?? "")
                + (year.map { " in \($0)" } ?? "") + (region.map { ", for \($0.en)" } ?? "")
                + (status.map { "; \($0.en)" } ?? "") + ".",
            (issuer.map { $0.zh } ?? "") + (year.map { (issuer == nil ? "" : "于 ") + "\($0)年" } ?? "")
                + (issuer == nil && year == nil ? "" : "发布的") + what.zh
                + (region.map { "，适用于\($0.zh)" } ?? "")
                + (status.map { "；状态：\($0.zh)" } ?? "") + "。")
    }

    /// The path of a policy, with the present step; side states have no path.
    private var steps: [RecordFacts.Step] {
        let names: [(codes: Set<String>, title: Localized)] = [
            (["recommended", "contested"], Localized("recommended", "建议")),
            (["planned"], Localized("planned", "规划")),
            (
                ["approved", "issued", "signed", "concluded", "first_batch"],
                Localized("approved or issued", "批准或发布")
            ),
            (["in_force", "operating", "established"], Localized("in force", "施行")),
            (["achieved"], Localized("achieved", "已实现")),
        ]
        guard let status = record.text("status"),
            let now = names.firstIndex(where: { $0.codes.contains(status) })
        else { return [] }
        return names.enumerated().map { index, step in
            RecordFacts.Step(
                title: index == now ? (record.label("status") ?? step.title) : step.title,
                isPresent: index == now)
        }
    }
}
