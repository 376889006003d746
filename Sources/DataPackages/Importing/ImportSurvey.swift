public import Ecosystem

/// What files hold, before anything is decided: tables, their headers, and what each was recognized as. It is what a
/// reader sees who says how columns are to be read.
public struct ImportSurvey: Sendable, Hashable {
    /// One table of the files.
    public struct Table: Sendable, Hashable {
        /// The file's name.
        public var file: String
        /// The worksheet; `nil` for CSV.
        public var sheet: String?
        /// The name that findings show: `file.csv` or `file.xlsx#sheet`.
        public var label: String
        /// The kind of record that the mapping, the name or the headers say; `nil` where that is unclear.
        public var kind: RecordKind?
        /// Kinds that the headers fit equally well, where that is unclear.
        public var candidates: [RecordKind]
        /// Its columns in order.
        public var columns: [Column]
        /// Rows below the header.
        public var rows: Int
    }

    /// One column of a table.
    public struct Column: Sendable, Hashable {
        /// The header as written.
        public var header: String
        /// The field that the header means without a mapping; `nil` where nothing knows it.
        public var field: FieldName?
        /// The first filled cells, shortened.
        public var sample: [String]
    }

    /// The tables in the order of the files.
    public var tables: [Table]
    /// What is wrong with the files themselves: those that cannot be read have no table here.
    public var findings: [Finding]

    /// Cells that a column shows.
    private static let sampleSize = 3
    /// Characters that such a cell shows.
    private static let sampleLength = 40

    /// Looks at files; nothing is staged.
    ///
    /// - Parameter mapping: decides on kinds before names and headers do.
    public static func of(
        _ files: [ImportFile], mapping: ImportMapping? = nil, options: ImportOptions = ImportOptions()
    ) -> ImportSurvey {
        var reader = InputReader(
            limits: options.limits, log: FindingLog(limit: options.check.maximumFindings))
        for file in files { reader.read(file) }
        let tables = reader.tables.map { table in
            survey(table, mapping?.table(file: table.file, sheet: table.sheet))
        }
        return ImportSurvey(tables: tables, findings: reader.log.sorted())
    }

    private static func survey(_ input: InputTable, _ mapping: ImportMapping.Table?) -> Table {
        var kind = mapping?.kind
        var candidates: [RecordKind] = []
        if kind == nil {
            switch TableRecognition.kind(input, indexes: HeaderIndex.all) {
            case .kind(let found): kind = found
            case .ambiguous(let found): candidates = found
            case .unknown: break
            }
        }
        let schema = kind.map { EcosystemSchema.schema(of: $0) }
        let index = kind.flatMap { HeaderIndex.all[$0] }
        return Table(
            file: input.file, sheet: input.sheet, label: input.label, kind: kind, candidates: candidates,
            columns: input.header.enumerated().map { position, header in
                Column(
                    header: header, field: index?.field(header).flatMap { schema?.fields[$0].name },
                    sample: sample(input, position))
            }, rows: input.rows.count)
    }

    private static func sample(_ input: InputTable, _ position: Int) -> [String] {
        var sample: [String] = []
        for row in input.rows where sample.count < sampleSize {
            guard position < row.cells.count, !row.cells[position].isEmpty else { continue }
            sample.append(String(row.cells[position].prefix(sampleLength)))
        }
        return sample
    }
}
