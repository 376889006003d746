import Ecosystem
import Reporting

/// What is known of a document: who wrote it, how many paragraphs are cited, and how many records rest on them.
struct SourceFacts {
    /// Sentence and figures.
    let facts: RecordFacts

    init(_ record: Record) {
        let model = record.model
        let paragraphs = model.records(of: .paragraph, where: "source_id", is: record.id)
        let citing = SourceFacts.citing([record.id] + paragraphs.map(\.id), in: model)
        let kind = record.label("kind") ?? record.kind.label
        let who = record.text("authors")
        let venue = record.phrase("publisher")
        let date = record.date()
        let scope = record.phrase("scope")
        var facts = RecordFacts(
            lead: Localized(
                kind.en.capitalizedFirst + (who.map { " by \($0)" } ?? "")
                    + (venue.map { ", \($0.en)" } ?? "")
                    + (date.map { ", \($0.en)" } ?? "; date not printed") + (scope.map { ": \($0.en)" } ?? "")
                    + ".",
                (who.map { "\($0)，" } ?? "") + kind.zh + (venue.map { "，\($0.zh)" } ?? "")
                    + (date.map { "，\($0.zh)" } ?? "，日期未印")
                    + (scope.map { "：\($0.zh)" } ?? "") + "。"))
        let cited = paragraphs.filter { paragraph in citing.contains { $0.paragraph == paragraph.id } }
        facts.figures = [
            Figure(
                Localized("Paragraphs in the directory", "段落数"),
                paragraphs.isEmpty
                    ? .missing(Localized("no record", "无记录")) : .number(FigureNumber(paragraphs.count)),
                origin: paragraphs.isEmpty
                    ? nil : Origin(basis: .counted, paragraphs: [], records: [record.id])),
            Figure(
                Localized("Of these cited by a record", "其中有记录引用"),
                cited.isEmpty ? .missing(Localized("none", "无")) : .number(FigureNumber(cited.count)),
                origin: cited.isEmpty ? nil : Origin(basis: .counted, paragraphs: [], records: [record.id])),
            Figure(
                Localized("Records that rest on it", "所支撑的记录"),
                citing.isEmpty
                    ? .missing(Localized("none", "无"))
                    : .number(FigureNumber(Set(citing.map(\.record.id)).count)),
                origin: citing.isEmpty ? nil : Origin(basis: .counted, paragraphs: [], records: [record.id])),
        ]
        facts.shown = ["scope", "kind", "authors", "publisher", "date"]
        self.facts = facts
    }

    /// Records that cite any of these paragraphs, paragraph by paragraph in their order.
    ///
    /// - Complexity: O(paragraphs · kinds · log records + answers).
    static func citing(_ ids: [String], in model: EcosystemModel) -> [(paragraph: String, record: Record)] {
        let kinds = EcosystemSchema.all.filter(\.isFact).map(\.kind).filter { model.count(of: $0) > 0 }
        return ids.flatMap { id in
            kinds.flatMap { kind in model.records(of: kind, where: "sources", is: id).map { (id, $0) } }
        }
    }
}
