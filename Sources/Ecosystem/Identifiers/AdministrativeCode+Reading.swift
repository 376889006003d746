extension AdministrativeCode {
    static let name = Localized("division code (GB/T 2260)", "行政区划代码（GB/T 2260）")

    /// Reads six digits. Longer statistical codes, shortened codes and decimal numbers are refused with the code
    /// that may be meant; a province that does not exist is an error.
    public static func read(_ text: String) -> IdentifierReading<Self> {
        let given = IdentifierText(text)
        if let refusal = given.refusal(name, length: "6") { return IdentifierReading(nil, [refusal]) }
        if let digits = given.digitsBeforePointZero {
            let finding = IdentifierFinding(
                .error, .spreadsheetNumber, value: text, expected: "6",
                suggestion: digits.utf8.count == 6 ? digits : nil,
                Localized(
                    "“\(given.text)” is a code that a spreadsheet kept as a number; give six digits as text.",
                    "“\(given.text)”是被电子表格当作数字的代码；请以文本填写 6 位数字。"))
            return IdentifierReading(nil, [finding])
        }
        if let index = given.scalars.firstIndex(where: { !IdentifierText.isDigit($0) }) {
            return IdentifierReading(
                nil,
                [given.wrongCharacter(name, at: index, expected: Localized("a digit", "数字"), code: "0-9")])
        }
        guard given.scalars.count == 6 else { return IdentifierReading(nil, [lengthFinding(given)]) }
        let code = given.text
        guard code == "100000" || isKnownProvince(code.prefix(2)) else {
            let finding = IdentifierFinding(
                .error, .unknownDivision, value: text, position: 1,
                Localized(
                    "No province has the first two digits of \(code).",
                    "没有以 \(code.prefix(2)) 开头的省级行政区（\(code)）。"))
            return IdentifierReading(nil, [finding])
        }
        return IdentifierReading(
            AdministrativeCode(unchecked: code), [given.normalization(name)].compactMap { $0 })
    }

    private static func lengthFinding(_ given: IdentifierText) -> IdentifierFinding {
        let code = given.text
        switch code.utf8.count {
        case 2, 4:
            return given.wrongLength(
                name, expected: "6", advice: Localized("Fill up with zeros.", "请以 0 补足。"),
                suggestion: code + String(repeating: "0", count: 6 - code.utf8.count))
        case 9, 12:
            return given.wrongLength(
                name, expected: "6",
                advice: Localized(
                    "The first six digits of a statistical code are the division.", "统计用区划代码的前 6 位即行政区划代码。"),
                suggestion: String(code.prefix(6)))
        default:
            return given.wrongLength(name, expected: "6")
        }
    }
}
