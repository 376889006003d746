/// A small CSV file as text, for callers that need no streaming.
public struct CSVTable: Sendable, Equatable {
    /// One record with its number in the file.
    public struct Row: Sendable, Equatable {
        /// The record's number, the header being row 1.
        public var number: Int
        /// Its fields.
        public var fields: [String]
    }

    /// The fields of the first record.
    public var header: [String]
    /// The records after it.
    public var rows: [Row]
    /// What was found out while reading.
    public var summary: CSVSummary

    /// Reads the whole file at `path`.
    public init(path: String, options: CSVOptions = CSVOptions()) throws {
        var records: [Row] = []
        summary = try CSVReader(options).read(path: path) {
            records.append(Row(number: $0.row, fields: $0.strings))
        }
        header = records.first?.fields ?? []
        rows = Array(records.dropFirst())
    }

    /// Reads CSV text from memory.
    public init(bytes: [UInt8], options: CSVOptions = CSVOptions()) throws {
        var records: [Row] = []
        summary = try CSVReader(options).read(bytes: bytes) {
            records.append(Row(number: $0.row, fields: $0.strings))
        }
        header = records.first?.fields ?? []
        rows = Array(records.dropFirst())
    }
}
