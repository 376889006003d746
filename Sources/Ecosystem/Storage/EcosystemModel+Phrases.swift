extension EcosystemModel {
    /// A text of the package in both languages.
    ///
    /// The table `translations` is looked up both ways; a text without a translation stands for both.
    public func phrase(_ text: String) -> Localized {
        if let row = records(of: .translation, where: "en", is: text).first, let zh = row.text("zh") {
            return Localized(text, zh)
        }
        if let row = records(of: .translation, where: "zh", is: text).first, let en = row.text("en") {
            return Localized(en, text)
        }
        return Localized(same: text)
    }

    /// Whether a text has its other language, or needs none because it holds no letters.
    public func hasTranslation(_ text: String) -> Bool {
        if !text.contains(where: \.isLetter) { return true }
        return !records(of: .translation, where: "en", is: text).isEmpty
            || !records(of: .translation, where: "zh", is: text).isEmpty
    }
}
