/// How a CSV file is to be read.
public struct CSVOptions: Sendable, Equatable {
    /// The byte that separates fields.
    public enum Delimiter: Sendable, Equatable {
        /// `,`
        case comma
        /// `;`
        case semicolon
        /// A tab.
        case tab
        /// The one of the three that the first record holds most often outside quotes; a comma where none occurs.
        case detected
    }

    /// The separator; a comma unless told otherwise.
    public var delimiter: Delimiter
    /// The encoding; found out from the bytes unless told otherwise.
    public var encoding: TextEncoding?
    /// Takes off the one apostrophe that ``CSVWriter`` puts before a formula-like cell (see ``FormulaGuard``).
    public var undoesFormulaGuard: Bool
    /// Stops after this many delivered records (the header counts), for previews.
    public var maximumRecords: Int
    /// A record with more fields is reported and not delivered.
    public var maximumFields: Int
    /// A record with a longer field (in bytes) is reported and not delivered.
    public var maximumFieldBytes: Int
    /// A longer record (in bytes) is reported and not delivered.
    public var maximumRecordBytes: Int
    /// How many problems are kept; the rest is only counted.
    public var maximumProblems: Int
    /// How many bytes are read at a time.
    public var chunkBytes: Int

    /// Defaults: comma, detected encoding, cells as they stand, 16,384 fields, 1 MiB a field, 16 MiB a record,
    /// 1,000 problems kept, 256 KiB a read.
    public init(
        delimiter: Delimiter = .comma, encoding: TextEncoding? = nil, undoesFormulaGuard: Bool = false,
        maximumRecords: Int = .max, maximumFields: Int = 16_384, maximumFieldBytes: Int = 1 << 20,
        maximumRecordBytes: Int = 1 << 24, maximumProblems: Int = 1_000, chunkBytes: Int = 1 << 18
    ) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.undoesFormulaGuard = undoesFormulaGuard
        self.maximumRecords = maximumRecords
        self.maximumFields = maximumFields
        self.maximumFieldBytes = maximumFieldBytes
        self.maximumRecordBytes = maximumRecordBytes
        self.maximumProblems = maximumProblems
        self.chunkBytes = chunkBytes
    }
}
