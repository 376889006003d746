import Ecosystem
import Reporting

/// Relations of a record that no other table of its page shows, each once, read from the record's side.
struct RecordRelations {
    private let record: Record
    private let model: EcosystemModel

    init(_ record: Record) {
        self.record = record
        model = record.model
    }

    private static let limit = 60

    /// Adds the table of relations.
    func add(to facts: inout RecordFacts) {
        var seen = facts.told
        var rows: [[Cell]] = []
        var told: [Record] = []
        for (field, other, isForward) in [
            (FieldName("subject_id"), FieldName("object_id"), true), ("object_id", "subject_id", false),
        ] {
            for relation in model.records(of: .relation, where: field, is: record.id) {
                // What is projected from other tables is shown by those tables.
                let origin = relation.text("origin") ?? "hand"
                guard origin == "hand", relation.text(other) != record.id, seen.insert(relation.id).inserted
                else { continue }
                told.append(relation)
                if rows.count < RecordRelations.limit { rows.append(row(relation, other, isForward)) }
            }
        }
        guard !rows.isEmpty else { return }
        let title =
            facts.main.contains {
                if case .table(let table) = $0 {
                    table.id == "group" || table.id == "suppliers"
                } else {
                    false
                }
            }
            ? Localized("Other relations", "其他关系") : Localized("Relations", "关系")
        let table = Table(
            "relations", title,
            caption: told.count > rows.count
                ? Localized(
                    "The first \(rows.count) of \(told.count)", "共 \(told.count) 条，列出前 \(rows.count) 条")
                : nil,
            columns: [
                Table.Column("relation", Localized("Relation", "关系")),
                Table.Column("other", Localized("With", "对象")),
                Table.Column("content", Localized("Content", "内容")),
            ], rows: rows
        ).withoutEmptyColumns
        facts.add(table, telling: told)
    }

    private func row(_ relation: Record, _ other: FieldName, _ isForward: Bool) -> [Cell] {
        let predicate = relation.target("predicate")
        let forward = predicate?.name ?? Localized(same: relation.text("predicate") ?? "")
        let backward =
            Localized(en: predicate?.text("inverse_en"), zh: predicate?.text("inverse_zh"))
            ?? Localized("← \(forward.en)", "← \(forward.zh)")
        return [
            .text(isForward ? forward : backward, origin: relation.origin),
            relation.target(other).map { .link($0) } ?? .text(relation.text(other) ?? ""),
            relation.phrase("qualifier").map { .text($0) } ?? .text(""),
        ]
    }
}
