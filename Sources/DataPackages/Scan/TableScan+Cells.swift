import Ecosystem

extension TableScan {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Puts the record's id among the known ones.
    @inline(__always)
    func readID(_ cell: Bytes) {
        guard !cell.isEmpty else { return }
        record =
            isTranslation
            ? ids.appendLate(cell, row: row, table: table)
            : ids.append(cell, row: row, kind: kindMask, table: table)
    }

    /// Sends a filled cell through the rule of its column.
    @inline(__always)
    func check(_ cell: Bytes, _ position: Int) {
        let rule = rules[position]
        switch rule.check {
        case .none: break
        case .id: if CellValues.isBadID(cell) { reportBadID(cell, position) }
        case .text, .name: if CellValues.hasControl(cell) { reportControl(cell, position) }
        case .phrase: phrase(cell, position)
        case .phrases:
            CellValues.parts(cell) { $0.isEmpty ? reportEmptyPart(cell, position) : phrase($0, position) }
        case .code:
            if let terms = rule.termView, terms.find(cell) < 0 { reportTerm(cell, position, rule.terms) }
        case .codes:
            CellValues.parts(cell) { part in
                if part.isEmpty {
                    reportEmptyPart(cell, position)
                } else if let terms = rule.termView, terms.find(part) < 0 {
                    reportTerm(part, position, rule.terms)
                }
            }
        case .reference: reference(cell, position, rule.mask)
        case .references:
            CellValues.parts(cell) {
                $0.isEmpty ? reportEmptyPart(cell, position) : reference($0, position, rule.mask)
            }
        case .number, .longitude, .latitude:
            guard let value = CellValues.number(cell) else { return reportNoNumber(cell, position) }
            if value < rule.low || value > rule.high { reportRange(cell, position, rule) }
        case .integer:
            guard let value = CellValues.integer(cell) else { return reportNoInteger(cell, position) }
            if Double(value) < rule.low || Double(value) > rule.high { reportRange(cell, position, rule) }
        case .date: if !CellValues.isDate(cell) { reportNoDate(cell, position) }
        case .period: if !context.isGoodPeriod(cell) { reportPeriod(cell, position) }
        case .unit: if !context.isKnownUnit(cell) { reportUnit(cell, position) }
        case .qualifier: if !CellValues.isQualifier(cell) { reportQualifier(cell, position) }
        case .boolean: if !CellValues.isBoolean(cell) { reportBoolean(cell, position) }
        case .identifier: break
        case .translationEN:
            if CellValues.hasControl(cell) { reportControl(cell, position) }
            translations.addEnglish(cell, row: row)
        case .translationZH:
            if CellValues.hasControl(cell) { reportControl(cell, position) }
            translations.addChinese(cell)
        }
    }

    @inline(__always)
    private func reference(_ cell: Bytes, _ position: Int, _ mask: KindMask) {
        let number = ids.find(cell)
        if number < 0 {
            wait(cell, position, mask)
        } else if !mask.meets(ids.entry(number).kinds) {
            reportWrongKind(cell, position, number, mask)
        }
    }

    /// Keeps a reference to something that has not been read yet.
    private func wait(_ cell: Bytes, _ position: Int, _ mask: KindMask) {
        let text = context.pendingTexts.insert(cell).number
        guard text >= 0 else { return }
        context.pending.append(
            ScanContext.Pending(
                text: UInt32(truncatingIfNeeded: text), row: UInt32(truncatingIfNeeded: row), record: record,
                mask: mask, table: UInt8(truncatingIfNeeded: table),
                position: UInt16(truncatingIfNeeded: position + 1)))
    }

    /// The number of an id, or the complement of its number among the texts that wait for their id.
    func target(_ cell: Bytes) -> Int32 {
        let number = ids.find(cell)
        if number >= 0 { return Int32(truncatingIfNeeded: number) }
        return ~Int32(truncatingIfNeeded: context.pendingTexts.insert(cell).number)
    }

    @inline(__always)
    private func phrase(_ cell: Bytes, _ position: Int) {
        if CellValues.hasControl(cell) { reportControl(cell, position) }
        guard context.options.listsGaps else { return }
        if hasTranslations {
            if !translations.contains(cell) { reportUntranslated(cell, position) }
        } else {
            countUntranslated(cell)
        }
    }
}
