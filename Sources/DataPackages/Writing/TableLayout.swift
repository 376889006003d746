import Ecosystem

/// The columns of a written table: the schema's fields that say something, in their order, then what is beyond them.
enum TableLayout {
    /// The columns of a kind, with their positions among the model's columns.
    ///
    /// A field that no record fills is left out unless it is required or says where records come from.
    static func columns(
        of kind: RecordKind, in model: EcosystemModel, keepingAll: Bool = false
    ) -> [(name: FieldName, position: Int)] {
        let schema = EcosystemSchema.schema(of: kind)
        let names = model.columns(of: kind)
        var isFilled = [Bool](repeating: keepingAll, count: names.count)
        model.forEachRow(of: kind) { row in
            for position in row.indices where !isFilled[position] {
                isFilled[position] = !row[position].isEmpty
            }
        }
        return names.enumerated().compactMap { position, name in
            let field = schema.field(name)
            let isKept = field.map { $0.isRequired || $0.name == "basis" || $0.name == "sources" } ?? true
            return isKept || isFilled[position] ? (name, position) : nil
        }
    }
}
