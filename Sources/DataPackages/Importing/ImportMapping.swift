public import Ecosystem

/// Says how the columns of a foreign table are to be read; see `docs/formats/import.md`.
public struct ImportMapping: Sendable, Hashable {
    /// The mapping of one table.
    public struct Table: Sendable, Hashable {
        /// The file that it is for, by name; `nil` for every file.
        public var file: String?
        /// The worksheet that it is for; `nil` for every sheet.
        public var sheet: String?
        /// The kind of record that the table holds; `nil` to find out.
        public var kind: RecordKind?
        /// The field of a header; a header with `nil` is left out.
        public var columns: [String: FieldName?]
        /// The reference of longitude and latitude; they are converted to WGS-84.
        public var coordinateReference: CoordinateReference?
        /// Values of fields that the table does not hold or leaves empty.
        public var defaults: [FieldName: String]
        /// Whether an empty cell takes away what the package says; otherwise it changes nothing.
        public var emptyErases: Bool
        /// Whether the table is not imported at all, such as a sheet of remarks.
        public var isLeftOut: Bool

        /// A mapping; everything may be left to recognition.
        public init(
            file: String? = nil, sheet: String? = nil, kind: RecordKind? = nil,
            columns: [String: FieldName?] = [:],
            coordinateReference: CoordinateReference? = nil, defaults: [FieldName: String] = [:],
            emptyErases: Bool = false, isLeftOut: Bool = false
        ) {
            self.file = file
            self.sheet = sheet
            self.kind = kind
            self.columns = columns
            self.coordinateReference = coordinateReference
            self.defaults = defaults
            self.emptyErases = emptyErases
            self.isLeftOut = isLeftOut
        }
    }

    /// The mappings; the first that fits a table is used.
    public var tables: [Table]

    /// A mapping.
    public init(tables: [Table]) { self.tables = tables }

    /// The mapping for a table.
    func table(file: String, sheet: String?) -> Table? {
        tables.first { mapping in
            (mapping.file == nil || mapping.file == file) && (mapping.sheet == nil || mapping.sheet == sheet)
        }
    }
}
