/// The place of a record in a model: its kind and its row, counted from 0.
///
/// It is valid for the model that gave it and for scenarios made from that model.
public struct RecordReference: Hashable, Sendable, Comparable {
    /// The kind.
    public let kind: RecordKind
    /// The row in the kind's table.
    public let row: Int

    /// A place.
    public init(_ kind: RecordKind, _ row: Int) {
        self.kind = kind
        self.row = row
    }

    /// By kind in the order of the tables, then by row.
    public static func < (left: RecordReference, right: RecordReference) -> Bool {
        left.kind == right.kind ? left.row < right.row : left.kind.order < right.kind.order
    }
}
