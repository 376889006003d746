/// Reads CSV (RFC 4180) record by record: any size of file in a bounded buffer, bad text reported at its place.
///
/// Quoted fields, doubled quotes, line breaks inside quotes, LF, CRLF and lone CR line ends, a byte order mark, and the
/// encodings of ``TextEncoding`` are understood. Blank lines are counted as rows and not delivered. How many fields a
/// record ought to have is left to the caller.
///
/// The file is passed over twice: once to find the encoding and to validate it, once to hand out records, so that every
/// record is in the right encoding from the first one. Memory is the buffer (``CSVOptions/chunkBytes`` and the longest
/// record), whatever the size of the file.
public struct CSVReader: Sendable {
    /// How the file is to be read.
    public var options: CSVOptions

    /// A reader with these options.
    public init(_ options: CSVOptions = CSVOptions()) { self.options = options }

    /// Reads the file at `path`; calls `body` for each record, the header first. An error thrown by `body` ends the reading
    /// and is passed on. Throws ``SheetError`` where the file cannot be read or is a workbook.
    @discardableResult
    public func read(
        path: String, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> CSVSummary {
        do {
            return try run(TextSource(FileInput(path: path), declared: options.encoding), body)
        } catch let error as SheetError {
            throw error.named(path)
        }
    }

    /// Reads CSV text from memory.
    @discardableResult
    public func read(
        bytes: some Sequence<UInt8>, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> CSVSummary {
        if let summary = try bytes.withContiguousStorageIfAvailable({
            try read(buffer: UnsafeRawBufferPointer($0), body)
        }) {
            return summary
        }
        return try Array(bytes).withUnsafeBytes { try read(buffer: $0, body) }
    }

    /// Reads CSV text from a buffer of the caller's.
    @discardableResult
    public func read(
        buffer: UnsafeRawBufferPointer, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> CSVSummary {
        try run(TextSource(MemoryInput(buffer), declared: options.encoding), body)
    }

    private func run(
        _ source: TextSource, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> CSVSummary {
        let tokenizer = CSVTokenizer(source, options)
        try tokenizer.run(body)
        return tokenizer.summary
    }
}
