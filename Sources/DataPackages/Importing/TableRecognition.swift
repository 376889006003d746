import Ecosystem

/// Finds out which kind of record a foreign table holds.
enum TableRecognition {
    /// The answer: a kind, or what is unclear.
    enum Answer {
        case kind(RecordKind)
        case ambiguous([RecordKind])
        case unknown
    }

    /// By name (table, kind, label in either language), else by the headers that only few kinds have.
    static func kind(_ table: InputTable, indexes: [RecordKind: HeaderIndex]) -> Answer {
        for name in [table.name, table.sheet == nil ? "" : RelativePath.stem(table.file)] {
            if let kind = named(name) { return .kind(kind) }
        }
        var scores: [(kind: RecordKind, score: Int)] = []
        for kind in RecordKind.allCases {
            guard let index = indexes[kind] else { continue }
            let schema = EcosystemSchema.schema(of: kind)
            var fields: Set<Int> = []
            for header in table.header { if let field = index.field(header) { fields.insert(field) } }
            let common: Set<FieldName> = [
                "id", "basis", "state", "sources", "evidence", "note", "visibility",
            ]
            let own = fields.filter { !common.contains(schema.fields[$0].name) }
            // A required field that has no column speaks against the kind; one of two is worth as much.
            let missing = schema.fields.indices.filter {
                schema.fields[$0].isRequired && schema.fields[$0].name != "id" && !fields.contains($0)
            }
            guard own.count >= 2 || (own.count == 1 && table.header.count <= 2) else { continue }
            scores.append((kind, 4 * own.count - 2 * missing.count))
        }
        guard let best = scores.map(\.score).max() else { return .unknown }
        let winners = scores.filter { $0.score == best }.map(\.kind)
        return winners.count == 1 ? .kind(winners[0]) : .ambiguous(winners)
    }

    /// The kind that a file's or sheet's name says, such as `organizations`, `organization`, `机构`.
    static func named(_ name: String) -> RecordKind? {
        let wanted = HeaderText.normalized(name)
        guard !wanted.isEmpty else { return nil }
        return RecordKind.allCases.first { kind in
            [kind.table, kind.rawValue, kind.label.en, kind.label.zh, kind.label.zh + "表"].contains {
                HeaderText.normalized($0) == wanted
            }
        }
    }
}
