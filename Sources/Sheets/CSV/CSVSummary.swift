/// What was found out while a CSV file was read.
public struct CSVSummary: Sendable, Equatable {
    /// The encoding that was used.
    public var encoding: TextEncoding
    /// True where the file begins with a byte order mark.
    public var hasByteOrderMark: Bool
    /// The separator that was used, as a byte.
    public var delimiter: UInt8
    /// The number of the last record, blank lines included; 0 for an empty file.
    public var rows: Int
    /// How many records the caller received.
    public var deliveredRecords: Int
    /// The problems in the order of the file, at most as many as the options keep.
    public var problems: [CSVProblem]
    /// How many problems there were, kept or not.
    public var problemCount: Int
}
