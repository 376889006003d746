import Ecosystem

/// Finds records by the names that people write instead of ids.
struct NameIndex {
    private var ids: [RecordKind: [String: Set<String>]] = [:]
    private static let fields: [FieldName] = [
        "name_zh", "name_en", "short_zh", "short_en", "printed_name", "title_zh", "title_en", "label_zh",
        "label_en",
    ]

    /// The names of all records of a model.
    init(_ model: EcosystemModel) {
        for kind in RecordKind.allCases {
            let schema = EcosystemSchema.schema(of: kind)
            let columns = model.columns(of: kind)
            let positions = NameIndex.fields.filter { schema.field($0) != nil }.compactMap {
                columns.firstIndex(of: $0)
            }
            guard !positions.isEmpty else { continue }
            model.forEachRow(of: kind) { row in
                for position in positions { insert(row[position], row[0], kind) }
            }
        }
    }

    /// Adds the names of a staged record.
    mutating func add(_ record: StagedRecord) {
        for field in NameIndex.fields {
            if let name = record.values[field] { insert(name, record.id, record.kind) }
        }
    }

    private mutating func insert(_ name: String, _ id: String, _ kind: RecordKind) {
        let key = HeaderText.normalized(name)
        guard !key.isEmpty, !id.isEmpty else { return }
        ids[kind, default: [:]][key, default: []].insert(id)
    }

    /// The ids of the records of these kinds that bear a name, sorted; an empty list of kinds means every entity.
    func find(_ name: String, in kinds: [RecordKind]) -> [String] {
        let key = HeaderText.normalized(name)
        var found: Set<String> = []
        for kind in kinds.isEmpty ? RecordKind.entities : kinds { found.formUnion(ids[kind]?[key] ?? []) }
        return found.sorted()
    }
}
