public import Ecosystem

/// What changed between two packages: records added, removed and changed, field by field.
public struct PackageDifference: Sendable, Hashable {
    /// What happened to a record.
    public enum Action: String, Sendable, Hashable, Codable, CaseIterable {
        /// Only the second package has it.
        case added
        /// Only the first package has it.
        case removed
        /// Both have it, and some fields differ.
        case changed
    }

    /// One record.
    public struct Entry: Sendable, Hashable {
        /// The table.
        public var kind: RecordKind
        /// The record.
        public var id: String
        /// What happened.
        public var action: Action
        /// Its name, in the second package where it is there.
        public var name: Localized
        /// Fields that differ, in the order of the table; for added and removed records those that say something.
        public var fields: [FieldChange]
    }

    /// Name, version or home of the packages that differ.
    public var identity: [FieldChange]
    /// Records by table, then by id.
    public var entries: [Entry]

    /// Whether the packages say the same.
    public var isEmpty: Bool { identity.isEmpty && entries.isEmpty }

    /// Compares two models; records are matched by id within their kind.
    ///
    /// - Complexity: O(n log n) in the number of records.
    public init(from old: EcosystemModel, to new: EcosystemModel) {
        let before = IdentityText.pairs(old.identity)
        let after = IdentityText.pairs(new.identity)
        identity = zip(before, after).compactMap { left, right in
            left.1 == right.1
                ? nil : FieldChange(field: FieldName(rawValue: left.0), old: left.1, new: right.1)
        }
        entries = []
        for kind in EcosystemSchema.all.map(\.kind) {
            entries += PackageDifference.entries(of: kind, old, new)
        }
    }

    private static func entries(of kind: RecordKind, _ old: EcosystemModel, _ new: EcosystemModel) -> [Entry]
    {
        let left = rows(of: kind, old)
        let right = rows(of: kind, new)
        let leftColumns = old.columns(of: kind)
        let rightColumns = new.columns(of: kind)
        let columns = leftColumns + rightColumns.filter { !leftColumns.contains($0) }
        let leftPlaces = columns.map { leftColumns.firstIndex(of: $0) }
        let rightPlaces = columns.map { rightColumns.firstIndex(of: $0) }
        var entries: [Entry] = []
        for id in Set(left.keys).union(right.keys).sorted() {
            let versions = max(left[id]?.count ?? 0, right[id]?.count ?? 0)
            // A broken package may hold an id several times; the versions are compared in their order.
            for version in 0..<versions {
                let a = left[id].flatMap { version < $0.count ? $0[version] : nil }
                let b = right[id].flatMap { version < $0.count ? $0[version] : nil }
                var fields: [FieldChange] = []
                for (index, name) in columns.enumerated() where name != "id" {
                    let oldText = leftPlaces[index].flatMap { a?[$0] } ?? ""
                    let newText = rightPlaces[index].flatMap { b?[$0] } ?? ""
                    if oldText != newText {
                        fields.append(FieldChange(field: name, old: oldText, new: newText))
                    }
                }
                let action: Action = a == nil ? .added : b == nil ? .removed : .changed
                if action == .changed && fields.isEmpty { continue }
                let model = b == nil ? old : new
                let record = model.record(id: id)
                entries.append(
                    Entry(
                        kind: kind, id: id, action: action,
                        name: record?.kind == kind
                            ? record?.name ?? Localized(same: id) : Localized(same: id),
                        fields: fields))
            }
        }
        return entries
    }

    private static func rows(of kind: RecordKind, _ model: EcosystemModel) -> [String: [[String]]] {
        var rows: [String: [[String]]] = [:]
        model.forEachRow(of: kind) { rows[$0[0], default: []].append($0) }
        return rows
    }

    /// How many records were added, removed or changed.
    public func count(_ action: Action) -> Int { entries.reduce(0) { $0 + ($1.action == action ? 1 : 0) } }
}
