/// A large CSV file cut at line ends, so that several threads can read it side by side and find what one would.
///
/// Only a file is cut in which every line end ends a record: UTF-8, ended by LF, without a quote, an invalid byte or a zero byte in any part
/// (``survey(_:)``). Where the cuts are depends on the file alone, never on how many threads there are.
///
/// ```swift
/// guard let parts = try CSVParts(path: path, options: options) else { /* read it in one go */ }
/// let surveys = try (0..<parts.count).map { try parts.survey($0) }   // side by side
/// guard let rows = parts.firstRows(surveys) else { /* read it in one go */ }
/// for part in 0..<parts.count { try parts.read(part, from: rows[part]) { record in … } }   // side by side
/// ```
public struct CSVParts: Sendable {
    /// What one part is like.
    public struct Survey: Sendable, Equatable {
        /// Whether each of its lines is a record of valid text without quotes.
        public var isPlain: Bool
        /// How many lines it has.
        public var lines: Int
    }

    /// The longest line that is looked for at a cut.
    private static let longestLine = 1 << 20

    /// How many parts there are, two at least.
    public var count: Int { starts.count - 1 }

    private let path: String
    private let options: CSVOptions
    private let form: CSVForm
    private let hasMark: Bool
    /// Where each part begins, and where the last ends.
    private let starts: [Int]

    /// Looks at the beginning of a file and at the places of the cuts.
    ///
    /// - Parameter partBytes: about how long a part is to be.
    /// - Returns: `nil` for a file of less than two parts, and where it is plain from the beginning that it has to be read in one go.
    /// - Throws: ``SheetError`` where the file cannot be read or is a workbook.
    public init?(path: String, options: CSVOptions, partBytes: Int = 1 << 22) throws(SheetError) {
        let length = max(16, partBytes)
        guard options.encoding ?? .utf8 == .utf8, options.maximumRecords == .max,
            options.maximumRecordBytes >= length + Self.longestLine
        else { return nil }
        do {
            let file = try FileInput(path: path)
            guard file.size >= 2 * length else { return nil }
            let capacity = 1 << 16
            let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            defer { buffer.deallocate() }
            let filled = try file.read(into: buffer, capacity: capacity)
            try TextSurvey.refuseBinary(buffer, count: filled)
            let mark = TextSurvey.byteOrderMark(buffer, count: filled)
            guard mark?.encoding ?? .utf8 == .utf8 else { return nil }
            let first = mark?.length ?? 0
            form = try Self.form(of: file, from: first, options)
            guard form.terminator == 0x0A else { return nil }
            var starts = [first]
            var wanted = first + length
            while wanted < file.size {
                guard let start = try Self.lineStart(in: file, from: wanted, buffer, capacity) else {
                    return nil
                }
                if start >= file.size { break }
                starts.append(start)
                wanted = start + length
            }
            guard starts.count > 1 else { return nil }
            self.starts = starts + [file.size]
            self.path = path
            self.options = options
            hasMark = first > 0
        } catch {
            throw error.named(path)
        }
    }

    /// Looks through one part.
    public func survey(_ part: Int) throws(SheetError) -> Survey {
        do {
            let input = try InputPart(FileInput(path: path), starts[part]..<starts[part + 1])
            return try Self.survey(input)
        } catch {
            throw error.named(path)
        }
    }

    /// The row in which each part begins, from what was found in all; `nil` where the file has to be read in one go.
    public func firstRows(_ surveys: [Survey]) -> [Int]? {
        guard surveys.count == count, surveys.allSatisfy(\.isPlain) else { return nil }
        var rows: [Int] = []
        var row = 1
        for survey in surveys {
            rows.append(row)
            row += survey.lines
        }
        return rows
    }

    /// Hands out the records of one part; see ``CSVReader/read(path:_:)``.
    @discardableResult
    public func read(
        _ part: Int, from row: Int, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> CSVSummary {
        do {
            let input = try InputPart(FileInput(path: path), starts[part]..<starts[part + 1])
            let survey = TextSurvey(encoding: .utf8, markLength: 0, isClean: true)
            let tokenizer = CSVTokenizer(try TextSource(input, survey: survey), options)
            try tokenizer.run(form, from: row, body)
            tokenizer.summary.hasByteOrderMark = hasMark
            return tokenizer.summary
        } catch let error as SheetError {
            throw error.named(path)
        }
    }

    /// What a reader of the whole file finds out from its beginning.
    private static func form(
        of file: FileInput, from first: Int, _ options: CSVOptions
    ) throws(SheetError) -> CSVForm {
        let survey = TextSurvey(encoding: .utf8, markLength: 0, isClean: true)
        let input = try InputPart(file, first..<file.size)
        let tokenizer = CSVTokenizer(try TextSource(input, survey: survey), options)
        return try tokenizer.form()
    }

    /// The beginning of the next line; the end of the file where there is none, `nil` where a line is too long to be cut.
    private static func lineStart(
        in file: FileInput, from offset: Int, _ buffer: UnsafeMutablePointer<UInt8>, _ capacity: Int
    ) throws(SheetError) -> Int? {
        try file.seek(to: offset)
        var place = offset
        while place - offset < longestLine {
            let count = try file.read(into: buffer, capacity: capacity)
            if count == 0 { return place }
            for index in 0..<count where buffer[index] == 0x0A { return place + index + 1 }
            place += count
        }
        return nil
    }

    private static func survey(_ input: InputPart) throws(SheetError) -> Survey {
        let capacity = 1 << 18
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 64)
        defer { buffer.deallocate() }
        let lineEnd = ByteMask.spread(0x0A)
        let quote = ByteMask.spread(0x22)
        var lines = 0
        var rest = 0
        while true {
            let added = try input.read(into: buffer + rest, capacity: capacity - rest)
            // A part ends behind a whole line, so that nothing is left over but of a character that is cut off.
            guard added > 0 else { return Survey(isPlain: rest == 0, lines: lines) }
            let filled = rest + added
            (buffer + filled).initialize(repeating: 0, count: 64)
            let text = UTF8Check.scan(buffer, count: filled)
            guard text.valid == filled || text.isCutOff, !text.hasNUL else {
                return Survey(isPlain: false, lines: lines)
            }
            var quotes: UInt64 = 0
            for block in stride(from: rest, to: filled, by: 64) {
                let left = filled - block
                let inside: UInt64 = left < 64 ? (1 &<< UInt64(left)) &- 1 : .max
                lines &+= (ByteMask.find(buffer + block, lineEnd, lineEnd, lineEnd) & inside).nonzeroBitCount
                quotes |= ByteMask.find(buffer + block, quote, quote, quote) & inside
            }
            guard quotes == 0 else { return Survey(isPlain: false, lines: lines) }
            rest = filled - text.valid
            if rest > 0 { buffer.update(from: buffer + text.valid, count: rest) }
        }
    }
}

extension CSVSummary {
    /// What was found out by reading the parts of one file, in their order.
    ///
    /// - Parameter limit: how many problems are kept.
    public static func joined(_ parts: [CSVSummary], keeping limit: Int) -> CSVSummary? {
        guard var whole = parts.first else { return nil }
        for part in parts.dropFirst() {
            whole.rows = part.rows
            whole.deliveredRecords += part.deliveredRecords
            whole.problems += part.problems.prefix(max(0, limit - whole.problems.count))
            whole.problemCount += part.problemCount
        }
        return whole
    }
}
