/// Cuts UTF-8 text into records.
///
/// The buffer is looked through 64 bytes at a time for separators, line ends and quotes (``ByteMask``); only these bytes
/// are handled one by one. A record that the end of the buffer cuts off is moved to the front and scanned again.
final class CSVTokenizer {
    let options: CSVOptions
    let source: TextSource
    var summary: CSVSummary

    /// The buffer always has 64 zero bytes beyond `end`.
    var buffer: UnsafeMutablePointer<UInt8>
    var capacity: Int
    var end = 0
    var isAtEnd = false
    /// The offset of `buffer[0]` in the decoded text.
    var bufferOffset = 0

    /// Start and end of the fields of the current record, relative to its start.
    var bounds: UnsafeMutablePointer<UInt32>
    var boundsCapacity = 256
    /// Fields of the current record that hold quotes to be taken out.
    var quoted: [QuotedField] = []
    /// What is wrong in the current record, found by the scan.
    var pending: [(kind: CSVProblem.Kind, field: Int)] = []
    var nextRow = 1
    var nextLine = 1

    /// A field whose bytes are not its text yet.
    struct QuotedField {
        var index: Int
        /// True where text follows the closing quote: the bounds then include the opening quote.
        var isMalformed: Bool
    }

    /// Where the scan stands within a field.
    enum Place {
        case plain
        case inside
        case closed
    }

    init(_ source: TextSource, _ options: CSVOptions) {
        self.options = options
        self.source = source
        capacity = max(4_096, min(options.chunkBytes, 1 << 26))
        buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 64)
        bounds = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * boundsCapacity)
        summary = CSVSummary(
            encoding: source.survey.encoding, hasByteOrderMark: source.survey.markLength > 0,
            delimiter: options.delimiter.byte, rows: 0, deliveredRecords: 0, problems: [], problemCount: 0)
    }

    deinit {
        buffer.deallocate()
        bounds.deallocate()
    }

    /// Reads to the end and hands out each record.
    func run(_ body: (borrowing CSVRecord) throws -> Void) throws {
        let form = try form()
        try scan(form, body)
    }

    /// Fills the buffer for the first time and finds out how the text is written.
    func form() throws(SheetError) -> CSVForm {
        try fill(keepingFrom: 0)
        let terminator = lineEnd()
        if options.delimiter == .detected { summary.delimiter = detectDelimiter(terminator) }
        return CSVForm(delimiter: summary.delimiter, terminator: terminator)
    }

    /// Hands out each record of a part of a text whose form is known, rows and lines counted from `row`.
    func run(
        _ form: CSVForm, from row: Int, _ body: (borrowing CSVRecord) throws -> Void
    ) throws {
        summary.delimiter = form.delimiter
        nextRow = row
        nextLine = row
        try fill(keepingFrom: 0)
        try scan(form, body)
    }

    private func scan(_ form: CSVForm, _ body: (borrowing CSVRecord) throws -> Void) throws {
        try scan(delimiter: form.delimiter, terminator: form.terminator, body)
        summary.rows = nextRow - 1
        summary.problemCount += source.unkeptIssues
    }

    private func scan(delimiter: UInt8, terminator: UInt8, _ body: (borrowing CSVRecord) throws -> Void)
        throws
    {
        let quote: UInt8 = 0x22
        let patterns = (ByteMask.spread(delimiter), ByteMask.spread(terminator), ByteMask.spread(quote))
        let fieldLimit = max(1, options.maximumFields)
        let recordLimit = max(1_024, min(options.maximumRecordBytes, 1 << 30))
        var remaining = max(0, options.maximumRecords)
        var start = 0
        /// True while a record with an unterminated quote is read again, its quotes being plain characters.
        var ignoresQuotes = false

        records: while remaining > 0 {
            let bytes = buffer
            var fieldStart = start
            var fields = 0
            var place = Place.plain
            var closedAt = 0
            var hasDoubled = false
            var isStray = false
            var lines = 1
            var block = start
            var mask: UInt64 = 0
            pending.removeAll(keepingCapacity: true)
            quoted.removeAll(keepingCapacity: true)
            if block < end {
                mask = ByteMask.find(bytes + block, patterns.0, patterns.1, patterns.2)
                if end &- block < 64 { mask &= (1 &<< UInt64(end &- block)) &- 1 }
            }

            while true {
                var at = end
                var byte = terminator
                if mask == 0 {
                    block &+= 64
                    if block < end {
                        mask = ByteMask.find(bytes + block, patterns.0, patterns.1, patterns.2)
                        if end &- block < 64 { mask &= (1 &<< UInt64(end &- block)) &- 1 }
                        continue
                    }
                    if end - start >= recordLimit {
                        if place == .inside {
                            report(.unterminatedQuote, field: fields)
                            ignoresQuotes = true
                            continue records
                        }
                        start = try skipRecord(from: start, terminator: terminator)
                        ignoresQuotes = false
                        continue records
                    }
                    if !isAtEnd {
                        try fill(keepingFrom: start)
                        start = 0
                        continue records
                    }
                    if start >= end { break records }
                    if place == .inside {
                        report(.unterminatedQuote, field: fields)
                        ignoresQuotes = true
                        continue records
                    }
                } else {
                    at = block &+ mask.trailingZeroBitCount
                    mask &= mask &- 1
                    byte = bytes[at]
                }

                if place == .inside {
                    if byte == quote, at < end {
                        place = .closed
                        closedAt = at
                    } else if byte == terminator {
                        lines &+= 1
                    }
                    continue
                }
                if byte == quote, at < end {
                    if place == .closed {
                        if at == closedAt &+ 1 {
                            hasDoubled = true
                            place = .inside
                        }
                    } else if !ignoresQuotes {
                        if at == fieldStart {
                            place = .inside
                        } else if !isStray {
                            isStray = true
                            pending.append((.strayQuote, fields))
                        }
                    }
                    continue
                }

                // A separator, a line end or the end of the file: the field is complete.
                let isLast = byte == terminator
                var stop = at
                if isLast, stop > fieldStart, bytes[stop &- 1] == 0x0D, terminator == 0x0A || at == end {
                    stop &-= 1
                }
                var from = fieldStart
                if place == .closed {
                    let isMalformed = stop != closedAt &+ 1
                    if isMalformed {
                        pending.append((.textAfterClosingQuote, fields))
                    } else {
                        from = fieldStart &+ 1
                        stop = closedAt
                    }
                    if isMalformed || hasDoubled {
                        quoted.append(QuotedField(index: fields, isMalformed: isMalformed))
                        hasDoubled = false
                    }
                    place = .plain
                }
                if fields < fieldLimit {
                    if fields == boundsCapacity { growBounds() }
                    bounds[2 &* fields] = UInt32(truncatingIfNeeded: from &- start)
                    bounds[2 &* fields &+ 1] = UInt32(truncatingIfNeeded: stop &- start)
                } else if fields == fieldLimit {
                    pending.append((.tooManyFields, fields))
                }
                fields &+= 1
                isStray = false
                fieldStart = at &+ 1
                guard isLast else { continue }

                let isBlank = fields == 1 && stop == from && from == start
                if !isBlank,
                    try deliver(start: start, next: fieldStart, fields: min(fields, fieldLimit), body)
                {
                    remaining -= 1
                }
                nextRow &+= 1
                nextLine &+= lines
                start = min(fieldStart, end)
                if ignoresQuotes {
                    ignoresQuotes = false
                    continue records
                }
                guard remaining > 0 else { break records }
                // The next record begins in the same block: its bits are still in the mask.
                fields = 0
                lines = 1
                if !pending.isEmpty { pending.removeAll(keepingCapacity: true) }
                if !quoted.isEmpty { quoted.removeAll(keepingCapacity: true) }
            }
        }
    }
}
