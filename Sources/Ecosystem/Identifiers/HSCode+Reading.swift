extension HSCode {
    static let name = Localized("HS code", "HS 编码")

    /// The code that a text holds.
    ///
    /// - Throws: `IdentifierProblem` with every finding where one is an error.
    public init(checking text: String, edition: HSEdition? = nil) throws(IdentifierProblem) {
        self = try Self.read(text, edition: edition).get()
    }

    /// Everything that is wrong with a text.
    public static func check(_ text: String, edition: HSEdition? = nil) -> [IdentifierFinding] {
        read(text, edition: edition).findings
    }

    /// Reads `870380`, `8703.80`, `8703.80.0010`, `HS 2022 8703.80` or `2022:870380`.
    ///
    /// - Parameters:
    ///   - edition: the edition that stands beside the code; one in the text must agree.
    ///   - fallback: the edition to take where none is given. Without it a code without edition is refused.
    public static func read(_ text: String, edition: HSEdition? = nil, assuming fallback: HSEdition? = nil)
        -> IdentifierReading<Self>
    {
        let given = IdentifierText(text)
        if let refusal = given.refusal(name, length: "6") { return IdentifierReading(nil, [refusal]) }
        if let digits = given.digitsBeforePointZero, digits.utf8.count > 4 {
            return IdentifierReading(nil, [spreadsheetNumber(given, digits)])
        }
        let parts = EditionedText(given, standard: "HS")
        var printed: HSEdition?
        if let year = parts.year {
            printed = HSEdition(rawValue: year)
            guard let known = printed, edition == nil || edition == known else {
                return IdentifierReading(nil, [editionUnknown(given, year: year, beside: edition)])
            }
        }
        guard parts.code.allSatisfy(IdentifierText.isDigit) else {
            let index = given.scalars.firstIndex { $0.value > 127 || IdentifierText.isLetter($0) } ?? 0
            return IdentifierReading(
                nil,
                [given.wrongCharacter(name, at: index, expected: Localized("a digit", "数字"), code: "0-9")])
        }
        let code = IdentifierText.string(parts.code)
        guard [2, 4, 6, 8, 10].contains(code.utf8.count) else {
            return IdentifierReading(nil, [lengthFinding(given, code)])
        }
        guard let chosen = printed ?? edition ?? fallback else {
            return IdentifierReading(nil, [editionMissing(given)])
        }
        guard let chapter = Int(code.prefix(2)), (1...99).contains(chapter), chapter != 77 else {
            return IdentifierReading(nil, [noChapter(given, code)])
        }
        let suffix = code.utf8.count > 6 ? String(code.dropFirst(6)) : nil
        let value = HSCode(unchecked: String(code.prefix(6)), suffix: suffix, chosen)
        return IdentifierReading(
            value, [given.normalization(name), value.unlisted(given)].compactMap { $0 })
    }

    private static func spreadsheetNumber(_ given: IdentifierText, _ digits: String) -> IdentifierFinding {
        IdentifierFinding(
            .error, .spreadsheetNumber, value: given.original, expected: "6", suggestion: digits,
            Localized(
                "“\(given.text)” is a code that a spreadsheet kept as a number; give the digits as text.",
                "“\(given.text)”是被电子表格当作数字的编码；请以文本填写。"))
    }

    private static func lengthFinding(_ given: IdentifierText, _ code: String) -> IdentifierFinding {
        let isShort = [5, 7, 9].contains(code.utf8.count)
        return IdentifierFinding(
            .error, .length, value: given.original, expected: "6, 8, 10",
            suggestion: isShort ? "0" + code : nil,
            Localized(
                "The HS code “\(given.text)” has \(code.utf8.count) digits; six are expected, eight or ten with a national "
                    + "part." + (isShort ? " A spreadsheet may have dropped a leading zero." : ""),
                "HS 编码“\(given.text)”有 \(code.utf8.count) 位，应为 6 位，含本国子目时为 8 或 10 位。"
                    + (isShort ? "可能被电子表格去掉了首位 0。" : "")))
    }

    private static func editionUnknown(_ given: IdentifierText, year: Int, beside edition: HSEdition?)
        -> IdentifierFinding
    {
        IdentifierFinding(
            .error, .editionUnknown, value: given.original,
            expected: edition.map { String($0.rawValue) }
                ?? HSEdition.allCases.map { String($0.rawValue) }.joined(separator: ", "),
            Localized(
                "The edition \(year) in “\(given.text)” is not known here or differs from the one given beside it.",
                "“\(given.text)”中的版本 \(year) 未收录，或与旁注版本不一致。"))
    }

    private static func editionMissing(_ given: IdentifierText) -> IdentifierFinding {
        IdentifierFinding(
            .error, .editionMissing, value: given.original,
            expected: HSEdition.allCases.map { String($0.rawValue) }.joined(separator: ", "),
            Localized(
                "The HS code “\(given.text)” has no edition; give 2017 or 2022.",
                "HS 编码“\(given.text)”缺版本，请注明 2017 或 2022。"))
    }

    private static func noChapter(_ given: IdentifierText, _ code: String) -> IdentifierFinding {
        IdentifierFinding(
            .error, .unknownDivision, value: given.original, position: 1,
            Localized("The HS has no chapter \(code.prefix(2)).", "HS 没有第 \(code.prefix(2)) 章。"))
    }

    /// The warning for a subheading of a completely listed heading that this edition does not have.
    private func unlisted(_ given: IdentifierText) -> IdentifierFinding? {
        guard let heading, subheading != nil, entry == nil, HSEntry.completeHeadings.contains(heading) else {
            return nil
        }
        let elsewhere = HSEntry.builtIn.first { $0.digits == digits }
        let editions = elsewhere.map {
            $0.editions.sorted().map { String($0.rawValue) }.joined(separator: ", ")
        }
        return IdentifierFinding(
            .warning, .unknownCode, value: given.original, expected: editions,
            suggestion: elsewhere == nil ? heading : nil,
            Localized(
                "\(edition.name) has no subheading \(printed)"
                    + (editions.map { "; edition \($0) has." } ?? "."),
                "\(edition.name) 没有子目 \(printed)" + (editions.map { "，\($0) 版有。" } ?? "。")))
    }
}
