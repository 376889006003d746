/// How a CSV file is to be written.
public struct CSVWriterOptions: Sendable, Equatable {
    /// Begins the file with a byte order mark, so that Excel reads it as UTF-8.
    public var writesByteOrderMark: Bool
    /// Ends records with CR LF; with LF alone where false.
    public var endsLinesWithCRLF: Bool
    /// The separator, as a byte: a comma unless told otherwise.
    public var delimiter: UInt8
    /// Puts an apostrophe before cells that a spreadsheet program could run (see ``FormulaGuard``).
    public var guardsFormulas: Bool

    /// What each option is.
    public init(
        writesByteOrderMark: Bool = true, endsLinesWithCRLF: Bool = true, delimiter: UInt8 = 0x2C,
        guardsFormulas: Bool = true
    ) {
        self.writesByteOrderMark = writesByteOrderMark
        self.endsLinesWithCRLF = endsLinesWithCRLF
        self.delimiter = delimiter
        self.guardsFormulas = guardsFormulas
    }

    /// For people and their spreadsheet programs: byte order mark, CR LF, formula-like cells made harmless.
    public static let export = CSVWriterOptions()
    /// For data packages: plain UTF-8, LF, cells as they are.
    public static let package = CSVWriterOptions(
        writesByteOrderMark: false, endsLinesWithCRLF: false, guardsFormulas: false)
}

/// Writes CSV to memory or, through ``write(to:options:_:)``, to a file that appears whole or not at all.
public final class CSVWriter {
    private let options: CSVWriterOptions
    /// The bytes written and not yet flushed; for a writer in memory, all of them.
    public private(set) var bytes: [UInt8] = []
    private let file: AtomicFile?
    private var fieldsInRecord = 0
    private var isRecordEmpty = true

    /// A writer in memory.
    public convenience init(_ options: CSVWriterOptions = .export) { self.init(options, file: nil) }

    private init(_ options: CSVWriterOptions, file: AtomicFile?) {
        self.options = options
        self.file = file
        if options.writesByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Writes a file: a temporary one beside it takes its place when `body` has returned and all is on disk. Where `body`
    /// throws, the old file stays as it was.
    public static func write(
        to path: String, options: CSVWriterOptions = .export, _ body: (CSVWriter) throws -> Void
    ) throws {
        let file = try AtomicFile(path: path)
        let writer = CSVWriter(options, file: file)
        try body(writer)
        try writer.flush()
        try file.commit()
    }

    /// The CSV text of `records`.
    public static func bytes(of records: [[String]], options: CSVWriterOptions = .export) -> [UInt8] {
        let writer = CSVWriter(options)
        for record in records {
            for field in record { writer.put(field) }
            writer.close()
        }
        return writer.bytes
    }

    /// Writes one record.
    public func record(_ fields: some Sequence<String>) throws {
        for field in fields { put(field) }
        try endRecord()
    }

    /// Adds one field of text to the record.
    public func field(_ text: String) { put(text) }

    /// Adds one whole number to the record.
    public func field(_ number: Int) { put(String(number)) }

    /// Adds one field given as UTF-8 to the record.
    public func field(_ text: UnsafeBufferPointer<UInt8>) { put(text) }

    /// Ends the record.
    public func endRecord() throws {
        close()
        if file != nil, bytes.count >= 1 << 16 { try flush() }
    }

    private func close() {
        // A record of one empty field would be a blank line, which is no record.
        if fieldsInRecord <= 1, isRecordEmpty { bytes += [0x22, 0x22] }
        if options.endsLinesWithCRLF { bytes.append(0x0D) }
        bytes.append(0x0A)
        fieldsInRecord = 0
        isRecordEmpty = true
    }

    private func flush() throws {
        guard let file else { return }
        try bytes.withUnsafeBytes { try file.write($0) }
        bytes.removeAll(keepingCapacity: true)
    }

    private func put(_ text: String) {
        var copy = text
        copy.withUTF8 { put($0) }
    }

    private func put(_ text: UnsafeBufferPointer<UInt8>) {
        if fieldsInRecord > 0 { bytes.append(options.delimiter) }
        fieldsInRecord += 1
        guard !text.isEmpty else { return }
        isRecordEmpty = false
        let isMarked = options.guardsFormulas && FormulaGuard.needsMark(text)
        var needsQuotes = false
        var hasQuote = false
        for byte in text {
            switch byte {
            case 0x22:
                hasQuote = true
                needsQuotes = true
            case 0x0A, 0x0D, options.delimiter: needsQuotes = true
            // A program that splits at another separator must not find a formula behind it.
            case 0x3B, 0x09, 0x2C: needsQuotes = needsQuotes || options.guardsFormulas
            default: break
            }
        }
        if needsQuotes { bytes.append(0x22) }
        if isMarked { bytes.append(FormulaGuard.mark) }
        if hasQuote {
            for byte in text {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
        } else {
            bytes.append(contentsOf: text)
        }
        if needsQuotes { bytes.append(0x22) }
    }
}
