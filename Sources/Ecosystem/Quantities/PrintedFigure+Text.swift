extension PrintedFigure {
    /// The figure for a table or a figure block, signs before the number: `≥30 万吨`, `>CNY 300 billion`.
    public var text: Localized {
        Localized(body(.en, lead: qualifier.sign), body(.zh, lead: qualifier.sign))
    }

    /// The figure for a sentence, words before the number: `more than 3,000 persons`, `超过 3,000 人`.
    public var sentence: Localized {
        let words = qualifier.words
        let zh = body(.zh, lead: "")
        // A Chinese word and the digits behind it are set apart by a blank; a word before 第 is not.
        let gap = zh.unicodeScalars.first.map { $0.value < 0x80 } ?? false ? " " : ""
        return Localized(
            (words.en.isEmpty ? "" : words.en + " ") + body(.en, lead: ""),
            (words.zh.isEmpty ? "" : words.zh + gap) + zh)
    }

    /// The number alone, in the figure's own unit, for a table whose unit row names the unit.
    public var digitsText: String {
        if case .code = unit.definition.style { return number.text }
        return qualifier.sign + NumberWords.grouped(number.text)
    }

    private func body(_ language: Language, lead: String) -> String {
        let definition = unit.definition
        let parts = affixes(language)
        if case .code = definition.style { return lead + number.text }
        guard definition.usesNumberWords, let base = number.timesTen(toThe: definition.scale.power) else {
            return lead + parts.before + NumberWords.grouped(number.text) + parts.behind
        }
        // The reference unit is shown with the word of the scale, so the unit's own power is spent here.
        let scale = NumberWords.scale(for: base, language)
        let digits = NumberWords.digits(number.exponent >= 0 ? base.withoutEndingZeros : base, in: scale)
        guard !scale.word.isEmpty else { return lead + parts.before + digits + parts.behind }
        // 万 and 亿 join the measure word: 4,804.93 万辆.
        let joined =
            language == .zh && parts.behind.hasPrefix(" ") ? String(parts.behind.dropFirst()) : parts.behind
        return lead + parts.before + digits + " " + scale.word + joined
    }

    private func affixes(_ language: Language) -> (before: String, behind: String) {
        switch unit.definition.style {
        case .bare, .code: ("", "")
        case .words(let zh, let en, let one):
            switch language {
            case .zh: zh
            case .en: (en.0, number.text == "1" && unit.definition.scale.power <= 0 ? one ?? en.1 : en.1)
            }
        }
    }
}
