extension UnifiedSocialCreditCode {
    static let name = Localized("Unified Social Credit Code", "统一社会信用代码")

    /// Reads a code with all its traps: folded characters, spreadsheet numbers, look-alike letters, departments
    /// with letters. The inner organization code's check, an unknown department or category are warnings.
    public static func read(_ text: String) -> IdentifierReading<Self> {
        // Most codes are right as they stand; those need no folding.
        if isRight(text) {
            let value = UnifiedSocialCreditCode(unchecked: text)
            return IdentifierReading(value, value.warnings(text))
        }
        let given = IdentifierText(text)
        if let refusal = given.refusal(name, length: "18") { return IdentifierReading(nil, [refusal]) }
        if given.digitsBeforePointZero != nil { return IdentifierReading(nil, [spreadsheetNumber(given)]) }
        guard given.scalars.count == 18 else { return IdentifierReading(nil, [lengthFinding(given)]) }
        if let finding = characterFinding(given) { return IdentifierReading(nil, [finding]) }

        let code = given.text
        guard let expected = checkCharacter(after: code.prefix(17)), let last = code.last else {
            return IdentifierReading(nil, [lengthFinding(given)])
        }
        if expected != last {
            // A spreadsheet keeps 15 digits and fills up with zeros.
            if given.isAllDigits, code.hasSuffix("000") {
                return IdentifierReading(nil, [spreadsheetNumber(given)])
            }
            return IdentifierReading(nil, [checkFinding(given, expected: expected, found: last)])
        }
        let value = UnifiedSocialCreditCode(unchecked: code)
        return IdentifierReading(value, [given.normalization(name)].compactMap { $0 } + value.warnings(text))
    }

    private func warnings(_ original: String) -> [IdentifierFinding] {
        var findings: [IdentifierFinding] = []
        if registrarName == nil {
            findings.append(
                IdentifierFinding(
                    .warning, .unknownRegistrar, value: original, position: 1,
                    Localized(
                        "Character 1, “\(registrar)”, is no known registering department; compare with the licence.",
                        "第 1 位“\(registrar)”不是已知的登记管理部门代码，请与证照核对。")))
        } else if let list = Self.categories[registrar], list[category] == nil {
            findings.append(
                IdentifierFinding(
                    .warning, .unknownCategory, value: original, position: 2,
                    expected: list.keys.sorted().map(String.init).joined(separator: ", "),
                    Localized(
                        "Character 2, “\(category)”, is no known category of department \(registrar).",
                        "第 2 位“\(category)”不是登记管理部门 \(registrar) 的已知机构类别。")))
        }
        if !AdministrativeCode.isKnownProvince(registeringDivision.prefix(2)), registeringDivision != "100000"
        {
            findings.append(
                IdentifierFinding(
                    .warning, .unknownDivision, value: original, position: 3,
                    Localized(
                        "Characters 3 to 8, \(registeringDivision), belong to no province.",
                        "第 3 至 8 位 \(registeringDivision) 不属于任何省级行政区。")))
        }
        let inner = organizationCode
        if let expected = Self.organizationCheckCharacter(after: inner.prefix(8)), let last = inner.last,
            expected != last
        {
            findings.append(
                IdentifierFinding(
                    .warning, .innerCheckCharacter, value: original, position: 17,
                    expected: String(expected),
                    Localized(
                        "The organization code inside, \(inner), should end in \(expected); compare with the licence.",
                        "其中的组织机构代码 \(inner) 末位应为 \(expected)，请与证照核对。")))
        }
        return findings
    }

    private static func spreadsheetNumber(_ given: IdentifierText) -> IdentifierFinding {
        IdentifierFinding(
            .error, .spreadsheetNumber, value: given.original, expected: "18",
            Localized(
                "“\(given.text)” looks like a code that a spreadsheet kept as a number: only 15 digits survive. "
                    + "Format the column as text and enter the code again from its origin.",
                "“\(given.text)”像是被电子表格当作数字的代码，只保留了 15 位。请把该列设为文本格式，并按原件重新录入。"))
    }

    private static func checkFinding(_ given: IdentifierText, expected: Character, found: Character)
        -> IdentifierFinding
    {
        IdentifierFinding(
            .error, .checkCharacter, value: given.original, position: 18, expected: String(expected),
            suggestion: String(given.text.prefix(17)) + String(expected),
            Localized(
                "The check character of “\(given.text)” is \(found), but the other 17 give \(expected): one of the 18 "
                    + "is wrong. Compare with the licence.",
                "“\(given.text)”的校验位为 \(found)，按前 17 位应为 \(expected)：18 位中至少一位有误，请与证照核对。"))
    }

    private static func lengthFinding(_ given: IdentifierText) -> IdentifierFinding {
        let compact = IdentifierText.string(given.compact)
        let suggestion = isRight(compact) ? compact : nil
        let advice: Localized? =
            switch given.compact.count {
            case 18 where suggestion != nil: Localized("Leave out blanks and hyphens.", "请去掉空格和连字符。")
            case 15 where given.isAllDigits:
                Localized(
                    "15 digits are a business registration number of before October 2015.",
                    "15 位数字是 2015 年 10 月以前的工商注册号。")
            case 9:
                Localized(
                    "Nine characters are an organization code; the whole code has 18.",
                    "9 位为组织机构代码，完整代码为 18 位。")
            default: nil
            }
        return given.wrongLength(name, expected: "18", advice: advice, suggestion: suggestion)
    }

    /// The first character that the code cannot hold at its place.
    private static func characterFinding(_ given: IdentifierText) -> IdentifierFinding? {
        for (index, scalar) in given.scalars.enumerated() {
            let inDivision = (2..<8).contains(index)
            if inDivision ? IdentifierText.isDigit(scalar) : value(scalar) != nil { continue }
            return given.wrongCharacter(
                name, at: index,
                expected: inDivision
                    ? Localized("a digit", "数字")
                    : Localized(
                        "a digit or a capital letter other than I, O, S, V, Z", "数字或 I、O、S、V、Z 以外的大写字母"),
                code: inDivision ? "0-9" : alphabet, suggestion: repaired(given))
        }
        return nil
    }

    /// The code with look-alike letters replaced, where that makes its check character right.
    private static func repaired(_ given: IdentifierText) -> String? {
        let lookAlike: [Unicode.Scalar: Unicode.Scalar] = ["O": "0", "I": "1", "Z": "2", "S": "5"]
        let inDivision: [Unicode.Scalar: Unicode.Scalar] = ["L": "1", "B": "8", "D": "0", "Q": "0", "G": "6"]
        let scalars = given.scalars.enumerated().map { index, scalar in
            lookAlike[scalar] ?? ((2..<8).contains(index) ? inDivision[scalar] ?? scalar : scalar)
        }
        let code = IdentifierText.string(scalars)
        guard isRight(code) else { return nil }
        return code
    }

    /// Whether a normal form has the right characters and check character.
    private static func isRight(_ code: String) -> Bool {
        let bytes = code.utf8
        guard bytes.count == 18, bytes.dropFirst(2).prefix(6).allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
            return false
        }
        guard let check = checkCharacter(after: code.prefix(17)) else { return false }
        return check == code.last
    }
}
