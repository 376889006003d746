import Ecosystem

/// What goes wrong in cells; apart from the inner loop, so that texts are made only here.
extension TableScan {
    private func text(_ cell: Bytes) -> String { String(decoding: cell, as: UTF8.self) }

    /// The text without blanks at its ends, where it has some.
    private func trimmed(_ cell: Bytes) -> String? {
        let short = CellValues.trimmed(cell)
        return short.count < cell.count && !short.isEmpty ? text(short) : nil
    }

    @inline(never)
    func reportBadID(_ cell: Bytes, _ position: Int) {
        report(.error, position, FindingText.badID, value: cell, suggestion: trimmed(cell))
    }

    @inline(never)
    func reportControl(_ cell: Bytes, _ position: Int) {
        report(.warning, position, FindingText.control, value: cell)
    }

    @inline(never)
    func reportEmptyPart(_ cell: Bytes, _ position: Int) {
        report(.warning, position, FindingText.emptyPart, value: cell)
    }

    @inline(never)
    func reportTerm(_ cell: Bytes, _ position: Int, _ terms: Int) {
        let vocabulary = context.vocabularies[terms]
        let word = text(cell)
        let near = NearestText.term(word, in: vocabulary)
        report(
            vocabulary.isClosed ? .error : .warning, position,
            FindingText.term(word, vocabulary: vocabulary, near: near), value: cell,
            expected: vocabulary.terms.map(\.code).joined(separator: ", "), suggestion: near)
    }

    @inline(never)
    func reportWrongKind(_ cell: Bytes, _ position: Int, _ number: Int, _ mask: KindMask) {
        guard let kind = ids.entry(number).kinds.kinds.first else { return }
        report(
            .error, position, FindingText.wrongKind(text(cell), is: kind, expected: mask), value: cell,
            expected: mask.kinds.map(\.table).joined(separator: ", "))
    }

    @inline(never)
    func reportNoNumber(_ cell: Bytes, _ position: Int) {
        let suggestion = NumberText.plain(text(cell))
        report(
            .error, position, FindingText.noNumber(text(cell)), value: cell, expected: "number",
            suggestion: suggestion)
    }

    @inline(never)
    func reportNoInteger(_ cell: Bytes, _ position: Int) {
        let suggestion = NumberText.plain(text(cell)).flatMap { Int($0) == nil ? nil : $0 }
        report(
            .error, position, FindingText.noInteger(text(cell)), value: cell, expected: "whole number",
            suggestion: suggestion)
    }

    @inline(never)
    func reportRange(_ cell: Bytes, _ position: Int, _ rule: ColumnRule) {
        var suggestion: String?
        if rule.check == .latitude, let value = CellValues.number(cell), value.magnitude <= 180 {
            suggestion = "lon/lat"
        }
        let limits = NumberText.limits(rule.low, rule.high)
        report(
            .error, position,
            suggestion == nil ? FindingText.range(text(cell), limits) : FindingText.swapped(text(cell)),
            value: cell,
            expected: limits, suggestion: suggestion)
    }

    @inline(never)
    func reportNoDate(_ cell: Bytes, _ position: Int) {
        let reading = CalendarPoint(reading: text(cell))
        var suggestion: String?
        switch reading {
        case .year, .month, .day: suggestion = reading?.text
        default: break
        }
        report(
            .error, position, FindingText.noDate(text(cell)), value: cell,
            expected: "YYYY, YYYY-MM, YYYY-MM-DD",
            suggestion: suggestion)
    }

    @inline(never)
    func reportPeriod(_ cell: Bytes, _ position: Int) {
        report(.warning, position, FindingText.period(text(cell)), value: cell)
    }

    @inline(never)
    func reportUnit(_ cell: Bytes, _ position: Int) {
        let near = UnitRegister.nearestKey(to: text(cell))
        report(.warning, position, FindingText.unit(text(cell), near: near), value: cell, suggestion: near)
    }

    @inline(never)
    func reportQualifier(_ cell: Bytes, _ position: Int) {
        let near = Qualifier(reading: text(cell))?.rawValue
        report(
            .error, position, FindingText.qualifier(text(cell)), value: cell,
            expected: Qualifier.allCases.map(\.rawValue).joined(separator: " "), suggestion: near)
    }

    @inline(never)
    func reportBoolean(_ cell: Bytes, _ position: Int) {
        var suggestion: String?
        switch text(cell).lowercased() {
        case "true", "y", "1", "yes", "是": suggestion = "yes"
        case "false", "n", "0", "no", "否": suggestion = "no"
        default: break
        }
        report(
            .error, position, FindingText.boolean(text(cell)), value: cell, expected: "yes, no",
            suggestion: suggestion)
    }

    @inline(never)
    func reportMissing(_ bits: UInt64) {
        for (index, field) in schema.fields.enumerated() where bits & (1 << UInt64(index)) != 0 {
            report(.error, map.position(of: index) ?? 0, FindingText.empty(field))
        }
    }

    @inline(never)
    func reportWidth(_ count: Int) {
        if count < width {
            report(.error, count, FindingText.width(count, expected: width), expected: String(width))
        } else {
            context.isComplete = false
            context.report(
                .error, table: table, row: row, position: width + 1,
                FindingText.width(count, expected: width),
                expected: String(width), recordID: context.id(record))
        }
    }

    @inline(never)
    func reportUntranslated(_ cell: Bytes, _ position: Int) {
        let phrase = text(cell)
        guard phrase.contains(where: \.isLetter), context.missingPhrases.insert(cell).isNew else { return }
        if let short = trimmed(cell), translations.contains(CellValues.trimmed(cell)) {
            report(.warning, position, FindingText.blanks, value: cell, suggestion: short)
        } else {
            report(.gap, position, FindingText.untranslated(phrase), value: cell)
        }
    }

    @inline(never)
    func countUntranslated(_ cell: Bytes) {
        if text(cell).contains(where: \.isLetter) { context.untranslatedPhrases += 1 }
    }
}
