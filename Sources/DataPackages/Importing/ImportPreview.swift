public import Ecosystem

/// What an import would change, before anything is written.
public struct ImportPreview: Sendable, Hashable {
    /// What happens to a record.
    public enum Action: String, Sendable, Hashable, Codable {
        /// It is new.
        case added
        /// Some of its fields change.
        case changed
    }

    /// One record that is added or changed.
    public struct Change: Sendable, Hashable {
        /// What happens.
        public var action: Action
        /// The table.
        public var kind: RecordKind
        /// The record.
        public var id: String
        /// Its name after the import.
        public var name: Localized
        /// The fields, in the order of the schema.
        public var fields: [FieldChange]
        /// Where the import says so.
        public var file: String
        /// The row there.
        public var row: Int
    }

    /// Records that are added or changed, in the order of the files.
    public var changes: [Change]
    /// How many records of the files are in the package already, word for word.
    public var unchanged: Int
    /// What is wrong, odd or notable, with rows and columns of the input files.
    public var findings: [Finding]

    /// How many records are added.
    public var added: Int { changes.reduce(0) { $0 + ($1.action == .added ? 1 : 0) } }
    /// How many records are changed.
    public var changed: Int { changes.count - added }
}

/// A field before and after.
public struct FieldChange: Sendable, Hashable {
    /// The field.
    public var field: FieldName
    /// The text before; empty for "not stated".
    public var old: String
    /// The text after.
    public var new: String
}

extension ImportPreview: CustomStringConvertible {
    /// The counts, then one line a record.
    public var description: String { text(.en) }

    /// The counts, then one line a record and field, in a language; at most `limit` records are listed.
    public func text(_ language: Language, limit: Int = 200) -> String {
        var lines = [
            language == .en
                ? "\(added) added, \(changed) changed, \(unchanged) unchanged"
                : "新增 \(added)，变更 \(changed)，不变 \(unchanged)"
        ]
        for change in changes.prefix(limit) {
            lines.append(
                "\(change.action == .added ? "+" : "~") \(change.kind.table) \(change.id) \(change.name[language])"
            )
            guard change.action == .changed else { continue }
            for field in change.fields {
                lines.append(
                    "    \(field.field): “\(Finding.shown(field.old))” → “\(Finding.shown(field.new))”")
            }
        }
        if changes.count > limit { lines.append("…") }
        return lines.joined(separator: "\n") + "\n"
    }
}
