extension CSVTokenizer {
    /// Hands the complete record at `start` to the caller; false where a limit keeps it back.
    func deliver(
        start: Int, next: Int, fields: Int, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> Bool {
        let record = buffer + start
        var isDamaged = false
        var isWithheld = false
        if source.hasIssues { isDamaged = reportIssues(before: next, start: start, fields: fields) }
        if !pending.isEmpty {
            isDamaged = true
            for problem in pending {
                report(problem.kind, field: problem.field)
                if case .tooManyFields = problem.kind { isWithheld = true }
            }
        }
        for field in quoted where field.index < fields { takeOutQuotes(field, record) }
        if next - start > options.maximumFieldBytes {
            for index in 0..<fields
            where Int(bounds[2 * index + 1] - bounds[2 * index]) > options.maximumFieldBytes {
                report(.fieldTooLong, field: index)
                isWithheld = true
            }
        }
        guard !isWithheld else { return false }
        if options.undoesFormulaGuard { undoFormulaGuard(record, fields: fields) }
        summary.deliveredRecords &+= 1
        try body(
            CSVRecord(
                row: nextRow, line: nextLine, count: fields, isDamaged: isDamaged,
                base: UnsafePointer(record),
                bounds: UnsafePointer(bounds)))
        return true
    }

    /// Adds a problem of the current record.
    func report(_ kind: CSVProblem.Kind, field: Int, byteOffset: Int? = nil) {
        summary.problemCount &+= 1
        guard summary.problems.count < options.maximumProblems else { return }
        summary.problems.append(
            CSVProblem(kind: kind, row: nextRow, column: field + 1, line: nextLine, byteOffset: byteOffset))
    }

    /// Adds a bad byte of the current record.
    func report(_ issue: TextIssue, field: Int) {
        report(
            issue.isNUL ? .nulByte : .invalidText(byte: issue.byte), field: field,
            byteOffset: issue.fileOffset)
    }

    /// Reports the bad bytes before `limit` in the buffer; true where there were some.
    private func reportIssues(before limit: Int, start: Int, fields: Int) -> Bool {
        var found = false
        while let issue = source.takeIssue(before: bufferOffset + limit) {
            found = true
            let place = issue.textOffset - bufferOffset - start
            var field = 0
            while field + 1 < fields, Int(bounds[2 * (field + 1)]) <= place { field += 1 }
            report(issue, field: field)
        }
        return found
    }

    /// Removes the quotes of a field in place; the bytes only move to the front, so the rest of the record stays.
    private func takeOutQuotes(_ field: QuotedField, _ record: UnsafeMutablePointer<UInt8>) {
        let quote: UInt8 = 0x22
        let start = Int(bounds[2 * field.index])
        let end = Int(bounds[2 * field.index + 1])
        var from = start
        var to = start
        var isInside = true
        if field.isMalformed { from += 1 }
        while from < end {
            let byte = record[from]
            if byte == quote, isInside {
                from += 1
                guard from < end, record[from] == quote else {
                    isInside = false
                    continue
                }
            }
            record[to] = record[from]
            to += 1
            from += 1
        }
        bounds[2 * field.index + 1] = UInt32(truncatingIfNeeded: to)
    }

    private func undoFormulaGuard(_ record: UnsafeMutablePointer<UInt8>, fields: Int) {
        for index in 0..<fields {
            let start = Int(bounds[2 * index])
            let length = Int(bounds[2 * index + 1]) - start
            guard length > 1, record[start] == FormulaGuard.mark else { continue }
            let field = UnsafeBufferPointer(start: UnsafePointer(record + start), count: length)
            if FormulaGuard.isMarked(field) { bounds[2 * index] &+= 1 }
        }
    }

    func growBounds() {
        let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: 4 * boundsCapacity)
        grown.update(from: bounds, count: 2 * boundsCapacity)
        bounds.deallocate()
        bounds = grown
        boundsCapacity *= 2
    }
}
