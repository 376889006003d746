/// Findings that every kind of identifier shares.
extension IdentifierText {
    /// Why the text cannot be looked at: empty, or far too long.
    func refusal(_ name: Localized, length: String) -> IdentifierFinding? {
        if isTooLong {
            return IdentifierFinding(
                .error, .length, value: String(original.prefix(60)), expected: length,
                Localized(
                    "The \(name.en) has more than \(Self.limit) bytes; \(length) characters are expected.",
                    "\(name.zh)超过 \(Self.limit) 字节，应为 \(length) 位。"))
        }
        if isEmpty {
            return IdentifierFinding(
                .error, .empty, value: original, expected: length,
                Localized(
                    "The \(name.en) is empty; leave the cell out or give \(length) characters.",
                    "\(name.zh)为空；请留空单元格或填写 \(length) 位。"))
        }
        if isScientific {
            return IdentifierFinding(
                .error, .spreadsheetNumber, value: original, expected: length,
                Localized(
                    "“\(text)” is a number that a spreadsheet made of the \(name.en); digits are lost. "
                        + "Format the column as text and enter the code again from its origin.",
                    "“\(text)”是电子表格把\(name.zh)当作数字的结果，位数已丢失。请把该列设为文本格式，并按原件重新录入。"))
        }
        return nil
    }

    /// The warning that a folded text deserves.
    func normalization(_ name: Localized) -> IdentifierFinding? {
        guard wasFolded else { return nil }
        return IdentifierFinding(
            .warning, .normalized, value: original, expected: text, suggestion: text,
            Localized(
                "The \(name.en) “\(original)” was read as “\(text)” (plain upper-case characters).",
                "\(name.zh)“\(original)”按半角大写读作“\(text)”。"))
    }

    /// The error of one character that never stands at its place.
    func wrongCharacter(
        _ name: Localized, at index: Int, expected: Localized, code: String, suggestion: String? = nil
    ) -> IdentifierFinding {
        let character = scalars.indices.contains(index) ? Self.string([scalars[index]]) : ""
        let hint =
            suggestion.map { Localized(" “\($0)” may be meant.", "可能应为“\($0)”。") } ?? Localized(same: "")
        return IdentifierFinding(
            .error, .character, value: original, position: index + 1, expected: code, suggestion: suggestion,
            Localized(
                "Character \(index + 1), “\(character)”, cannot stand in the \(name.en) “\(text)”: "
                    + "expected \(expected.en).\(hint.en)",
                "\(name.zh)“\(text)”第 \(index + 1) 位“\(character)”无效，应为\(expected.zh)。\(hint.zh)"))
    }

    /// The error of a wrong number of characters.
    func wrongLength(_ name: Localized, expected: String, advice: Localized? = nil, suggestion: String? = nil)
        -> IdentifierFinding
    {
        let more = advice.map { Localized(" " + $0.en, $0.zh) } ?? Localized(same: "")
        return IdentifierFinding(
            .error, .length, value: original, expected: expected, suggestion: suggestion,
            Localized(
                "The \(name.en) “\(text)” has \(scalars.count) characters, not \(expected).\(more.en)",
                "\(name.zh)“\(text)”有 \(scalars.count) 位，应为 \(expected) 位。\(more.zh)"))
    }
}
