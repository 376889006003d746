import Ecosystem
import Sheets

extension TableScan {
    /// What can only be judged when all cells of a record are seen.
    @inline(__always)
    func checkRow(_ record: borrowing CSVRecord, _ filled: UInt64) {
        if requiredBits & ~filled != 0 { reportMissing(requiredBits & ~filled) }
        if basisBit | sourcesBit != 0 { checkProvenance(record, filled) }
        if context.options.listsGaps, !namePairs.isEmpty { checkNames(filled) }
        for pair in valueUnits where filled & pair.value != 0 && filled & pair.unit == 0 {
            report(.warning, pair.position - 1, FindingText.noUnit)
        }
        if let longitudePosition, let latitudePosition {
            checkPoint(record, longitudePosition, latitudePosition)
        }
        switch schema.kind {
        case .organization, .region, .site, .park: checkIdentifiers(record)
        case .relation, .byproductFlow:
            if let subjectPosition, let objectPosition, !record.isEmpty(subjectPosition),
                ByteTable.equal(record[subjectPosition], record[objectPosition])
            {
                report(.warning, objectPosition, FindingText.selfRelation, value: record[objectPosition])
            }
        default: break
        }
        if !linkColumns.isEmpty { addLinks(record) }
        if let startPosition, let endPosition, !record.isEmpty(endPosition) {
            checkSpan(record, startPosition, endPosition)
        }
        if let namePosition { checkSameName(record[namePosition], namePosition) }
    }

    private func checkProvenance(_ record: borrowing CSVRecord, _ filled: UInt64) {
        if basisBit != 0, filled & basisBit == 0 {
            report(.warning, basisPosition ?? 0, FindingText.noBasis)
        }
        if sourcesBit != 0, filled & sourcesBit == 0, let sourcesPosition {
            // A member's declaration and made-up data have no paragraph to cite.
            if let basisPosition {
                let basis = record[basisPosition]
                if equals(basis, "declared") || equals(basis, "synthetic") { return }
            }
            report(.warning, sourcesPosition, FindingText.noSource)
        }
    }

    private func equals(_ cell: Bytes, _ word: StaticString) -> Bool {
        ByteTable.equal(cell, Bytes(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    private func checkNames(_ filled: UInt64) {
        for pair in namePairs {
            let hasEN = filled & pair.en != 0
            let hasZH = filled & pair.zh != 0
            if hasEN == hasZH {
                if pair.isMain, !hasEN, pair.en & requiredBits == 0 {
                    report(.gap, pair.enPosition - 1, FindingText.noName)
                }
            } else if hasEN {
                report(.gap, pair.zhPosition - 1, FindingText.noChineseName)
            } else if pair.en & requiredBits == 0 {
                report(.gap, pair.enPosition - 1, FindingText.noEnglishName)
            }
        }
    }

    private func checkPoint(_ record: borrowing CSVRecord, _ longitude: Int, _ latitude: Int) {
        let east = record[longitude]
        let north = record[latitude]
        if east.isEmpty && north.isEmpty { return }
        if east.isEmpty || north.isEmpty {
            report(.error, east.isEmpty ? longitude : latitude, FindingText.halfPoint)
            return
        }
        guard let x = CellValues.number(east), let y = CellValues.number(north) else { return }
        guard let point = GeoPoint(longitude: x, latitude: y) else { return }
        var region: Int32?
        if let regionPosition, !record.isEmpty(regionPosition) { region = target(record[regionPosition]) }
        if schema.kind == .region {
            var scale = RegionReach.Scale.wide
            if let levelPosition { scale = RegionReach.Scale(level: record.string(levelPosition)) }
            if self.record >= 0 { context.regionPoints[self.record] = (point, scale) }
        }
        context.places.append(
            ScanContext.Place(
                longitude: x, latitude: y, region: region, record: self.record,
                row: UInt32(truncatingIfNeeded: row), position: UInt16(truncatingIfNeeded: longitude + 1),
                table: UInt8(truncatingIfNeeded: table)))
    }

    private func addLinks(_ record: borrowing CSVRecord) {
        guard self.record >= 0 else { return }
        for (position, field) in linkColumns where !record.isEmpty(position) {
            context.links.append(
                ScanContext.Link(
                    child: self.record, parent: target(record[position]),
                    row: UInt32(truncatingIfNeeded: row),
                    position: UInt16(truncatingIfNeeded: position + 1),
                    field: UInt8(truncatingIfNeeded: field),
                    table: UInt8(truncatingIfNeeded: table)))
        }
    }

    private func checkSpan(_ record: borrowing CSVRecord, _ start: Int, _ end: Int) {
        let from = record[start]
        let to = record[end]
        guard !from.isEmpty, CellValues.isDate(from), CellValues.isDate(to) else { return }
        // Dates of the form YYYY-MM-DD compare as their bytes as far as both are given.
        for index in 0..<min(from.count, to.count) where from[index] != to[index] {
            if to[index] < from[index] {
                report(
                    .error, end, FindingText.endBeforeStart(String(decoding: from, as: UTF8.self)), value: to)
            }
            return
        }
    }

    private func checkSameName(_ cell: Bytes, _ position: Int) {
        guard !cell.isEmpty, let names else { return }
        let (number, isNew) = names.insert(cell)
        if isNew {
            nameRows.append(UInt32(truncatingIfNeeded: row))
        } else if number >= 0 {
            report(.warning, position, FindingText.sameName(row: Int(nameRows[number])), value: cell)
        }
    }

    private func checkIdentifiers(_ record: borrowing CSVRecord) {
        for (position, scheme) in identifierColumns where !record.isEmpty(position) {
            let text = record.string(position)
            switch scheme {
            case .unifiedSocialCredit:
                identifier(UnifiedSocialCreditCode.check(text), position)
                guard let codes else { continue }
                let (number, isNew) = codes.insert(record[position])
                if isNew {
                    codeRows.append(UInt32(truncatingIfNeeded: row))
                } else if number >= 0 {
                    report(
                        .error, position, FindingText.sameCode(row: Int(codeRows[number])),
                        value: record[position])
                }
            case .administrativeDivision:
                let reading = AdministrativeCode.read(text)
                identifier(reading.findings, position)
                if let code = reading.value, self.record >= 0 {
                    context.regionCodes.append(
                        (
                            self.record, code, UInt32(truncatingIfNeeded: row),
                            UInt16(truncatingIfNeeded: position + 1), UInt8(truncatingIfNeeded: table)
                        ))
                }
            case .industry:
                var edition: IndustryEdition?
                if let editionPosition, let year = CellValues.integer(record[editionPosition]) {
                    edition = IndustryEdition(rawValue: year)
                    if edition == nil {
                        report(
                            .warning, editionPosition, FindingText.unknownEdition,
                            value: record[editionPosition])
                        continue
                    }
                }
                identifier(IndustryCode.check(text, edition: edition), position)
            case .harmonizedSystem: identifier(HSCode.check(text), position)
            case .locode:
                let reading = Locode.read(text)
                identifier(reading.findings, position)
                if let code = reading.value, let finding = LocodeRegister.bohai.resolve(code).finding {
                    // Variants and places that the short list lacks are remarks, not errors.
                    report(
                        .note, position, finding.message, value: record[position],
                        suggestion: finding.suggestion)
                }
            case .businessPartner:
                // The number's own standard never enforces its check characters.
                for finding in BusinessPartnerNumber.check(text) {
                    report(
                        .warning, position, finding.message, value: record[position],
                        expected: finding.expected,
                        suggestion: finding.suggestion)
                }
            }
        }
    }

    private func identifier(_ findings: [IdentifierFinding], _ position: Int) {
        for finding in findings {
            context.report(
                finding.severity == .error ? .error : .warning, table: table, row: row,
                position: position + 1,
                finding.message, value: finding.value, expected: finding.expected,
                suggestion: finding.suggestion,
                recordID: context.id(record))
        }
    }
}
