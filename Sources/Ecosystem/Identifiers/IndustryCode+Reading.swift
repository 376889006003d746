extension IndustryCode {
    static let name = Localized("industry code (GB/T 4754)", "国民经济行业代码（GB/T 4754）")

    /// The code that a text holds.
    ///
    /// - Throws: `IdentifierProblem` with every finding where one is an error.
    public init(checking text: String, edition: IndustryEdition? = nil) throws(IdentifierProblem) {
        self = try Self.read(text, edition: edition).get()
    }

    /// Everything that is wrong with a text.
    public static func check(_ text: String, edition: IndustryEdition? = nil) -> [IdentifierFinding] {
        read(text, edition: edition).findings
    }

    /// Reads `3612`, `C3612`, `GB/T 4754-2017 C3612` or `2017:3612`.
    ///
    /// - Parameters:
    ///   - edition: the edition that stands beside the code; one in the text must agree.
    ///   - fallback: the edition to take where none is given; a code that means something else in another edition
    ///     then gets a warning. Without it a code without edition is refused.
    public static func read(
        _ text: String, edition: IndustryEdition? = nil, assuming fallback: IndustryEdition? = nil
    ) -> IdentifierReading<Self> {
        let given = IdentifierText(text)
        if let refusal = given.refusal(name, length: "2-4") { return IdentifierReading(nil, [refusal]) }
        let parts = EditionedText(given, standard: "4754")
        var findings = [given.normalization(name)].compactMap { $0 }
        var printed: IndustryEdition?
        if let year = parts.year {
            printed = IndustryEdition(rawValue: year)
            guard let known = printed, edition == nil || edition == known else {
                return IdentifierReading(nil, [editionUnknown(given, year: year, beside: edition)])
            }
        }
        let (letter, digits) = split(parts.code)
        if let finding = digitFinding(given, parts.code, digits) { return IdentifierReading(nil, [finding]) }
        guard let chosen = printed ?? edition ?? fallback else {
            return IdentifierReading(nil, [editionMissing(given, digits)])
        }
        guard let section = chosen.section(ofDivision: Int(digits.prefix(2)) ?? 0) else {
            let finding = IdentifierFinding(
                .error, .unknownDivision, value: text,
                Localized(
                    "\(chosen.name) has no division \(digits.prefix(2)).",
                    "\(chosen.name) 没有大类 \(digits.prefix(2))。"))
            return IdentifierReading(nil, [finding])
        }
        if let letter, letter != section {
            findings.append(
                IdentifierFinding(
                    .warning, .section, value: text, position: 1, expected: String(section),
                    suggestion: String(section) + digits,
                    Localized(
                        "Division \(digits.prefix(2)) belongs to section \(section), not \(letter).",
                        "大类 \(digits.prefix(2)) 属于门类 \(section)，不是 \(letter)。")))
        }
        let value = IndustryCode(unchecked: digits, chosen)
        if printed == nil, edition == nil, let finding = value.assumption(given) { findings.append(finding) }
        if let finding = value.unlisted(given) { findings.append(finding) }
        return IdentifierReading(value, findings)
    }

    private static func split(_ code: [Unicode.Scalar]) -> (letter: Character?, digits: String) {
        guard let first = code.first, IdentifierText.isLetter(first) else {
            return (nil, IdentifierText.string(code))
        }
        return (Character(first), IdentifierText.string(code.dropFirst()))
    }

    private static func digitFinding(_ given: IdentifierText, _ code: [Unicode.Scalar], _ digits: String)
        -> IdentifierFinding?
    {
        let isRight = digits.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
        let pointZero = given.digitsBeforePointZero
        if isRight, pointZero == nil, (2...4).contains(digits.utf8.count) { return nil }
        return IdentifierFinding(
            .error, pointZero != nil ? .spreadsheetNumber : isRight ? .length : .character,
            value: given.original,
            expected: "2-4", suggestion: pointZero,
            Localized(
                "“\(given.text)” is no industry code: two to four digits are expected, with or without the section "
                    + "letter before them.",
                "“\(given.text)”不是行业代码：应为 2 至 4 位数字，前面可带门类字母。"))
    }

    private static func editionUnknown(_ given: IdentifierText, year: Int, beside edition: IndustryEdition?)
        -> IdentifierFinding
    {
        IdentifierFinding(
            .error, .editionUnknown, value: given.original,
            expected: edition.map { String($0.rawValue) }
                ?? IndustryEdition.allCases.map { String($0.rawValue) }.joined(separator: ", "),
            Localized(
                "The edition \(year) in “\(given.text)” is not known here or differs from the one given beside it.",
                "“\(given.text)”中的版本 \(year) 未收录，或与旁注版本不一致。"))
    }

    private static func editionMissing(_ given: IdentifierText, _ digits: String) -> IdentifierFinding {
        let meanings = IndustryEdition.allCases.compactMap { edition in
            IndustryTitle.find(digits, edition).map {
                Localized("\(edition.rawValue): \($0.title.en)", "\(edition.rawValue)：\($0.title.zh)")
            }
        }
        let list = Localized.joined(meanings, Localized("; ", "；"))
        return IdentifierFinding(
            .error, .editionMissing, value: given.original,
            expected: IndustryEdition.allCases.map { String($0.rawValue) }.joined(separator: ", "),
            Localized(
                "The industry code “\(given.text)” has no edition; editions number differently"
                    + (meanings.isEmpty ? "." : " (\(list.en))."),
                "行业代码“\(given.text)”缺版本，各版编号不同" + (meanings.isEmpty ? "。" : "（\(list.zh)）。")))
    }

    /// The warning that a code read under an assumed edition means something else in another one.
    private func assumption(_ given: IdentifierText) -> IdentifierFinding? {
        for other in IndustryEdition.allCases where other != edition {
            guard let theirs = IndustryTitle.find(digits, other)?.title, theirs != title else { continue }
            let ours = title ?? Localized("not listed", "未收录")
            return IdentifierFinding(
                .warning, .editionAssumed, value: given.original, expected: String(edition.rawValue),
                Localized(
                    "\(digits) is read in the edition of \(edition.rawValue) (\(ours.en)); in \(other.rawValue) it is "
                        + "\(theirs.en).",
                    "\(digits) 按 \(edition.rawValue) 版读作“\(ours.zh)”；在 \(other.rawValue) 版中为“\(theirs.zh)”。"))
        }
        return nil
    }

    /// The warning for a code of a division that is listed here completely, but not with this code.
    private func unlisted(_ given: IdentifierText) -> IdentifierFinding? {
        guard title == nil, division == IndustryTitle.completeDivision else { return nil }
        let known = parent.flatMap { $0.title == nil ? $0.parent : $0 }
        return IdentifierFinding(
            .warning, .unknownCode, value: given.original, suggestion: known?.digits,
            Localized(
                "\(edition.name) has no code \(digits) in division \(division).",
                "\(edition.name) 大类 \(division) 中没有代码 \(digits)。"))
    }
}
