public import Ecosystem

extension PackageDifference: CustomStringConvertible {
    /// The English text.
    public var description: String { text(.en) }

    /// One line a record (`+`, `-`, `~`), the fields below it.
    public func text(_ language: Language) -> String {
        let isEnglish = language == .en
        var lines = [
            isEnglish
                ? "\(count(.added)) added, \(count(.removed)) removed, \(count(.changed)) changed"
                : "新增 \(count(.added))，删除 \(count(.removed))，变更 \(count(.changed))"
        ]
        for change in identity { lines.append("~ package \(PackageDifference.line(change))") }
        var table: RecordKind?
        for entry in entries {
            if entry.kind != table {
                table = entry.kind
                lines.append("\(entry.kind.table) (\(entry.kind.label[language]))")
            }
            let sign = entry.action == .added ? "+" : entry.action == .removed ? "-" : "~"
            lines.append("  \(sign) \(entry.id) \(entry.name[language])")
            guard entry.action == .changed else { continue }
            for change in entry.fields { lines.append("      " + PackageDifference.line(change)) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ change: FieldChange) -> String {
        "\(change.field): “\(Finding.shown(change.old))” → “\(Finding.shown(change.new))”"
    }

    /// `{"added": n, "removed": n, "changed": n, "package": […], "records": [{table, id, action, name, fields}]}`.
    public func json() -> String {
        func node(_ change: FieldChange) -> JSONNode {
            .object([
                ("field", .text(change.field.rawValue)), ("old", .text(change.old)),
                ("new", .text(change.new)),
            ])
        }
        let records = entries.map { entry in
            JSONNode.object([
                ("table", .text(entry.kind.table)), ("id", .text(entry.id)),
                ("action", .text(entry.action.rawValue)),
                ("name", .object([("zh", .text(entry.name.zh)), ("en", .text(entry.name.en))])),
                ("fields", JSONNode(.array(entry.fields.map(node)))),
            ])
        }
        return JSONNode.object([
            ("added", .number(count(.added))), ("removed", .number(count(.removed))),
            ("changed", .number(count(.changed))), ("package", JSONNode(.array(identity.map(node)))),
            ("records", JSONNode(.array(records))),
        ]).text() + "\n"
    }
}
