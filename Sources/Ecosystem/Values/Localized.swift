/// A text in Chinese and English.
///
/// Where only one form is known, both sides hold it: a reader sees the text that exists, and `check` lists the
/// missing form.
public struct Localized: Sendable, Hashable, Codable {
    /// The English form.
    public var en: String
    /// The Chinese form.
    public var zh: String

    /// A text with both forms, English first.
    public init(_ en: String, _ zh: String) {
        self.en = en
        self.zh = zh
    }

    /// The same text in both languages, for names, codes and numbers.
    public init(same text: String) {
        en = text
        zh = text
    }

    /// A text of which at least one form is known; `nil` where both are missing or empty.
    public init?(en: String?, zh: String?) {
        let english = en.flatMap { $0.isEmpty ? nil : $0 }
        let chinese = zh.flatMap { $0.isEmpty ? nil : $0 }
        guard let any = english ?? chinese else { return nil }
        self.en = english ?? any
        self.zh = chinese ?? any
    }

    /// The form for a language.
    public subscript(language: Language) -> String { language == .zh ? zh : en }

    /// Joins texts, form by form, with a separator for each language.
    public static func joined(_ parts: [Localized], _ separator: Localized = Localized(", ", "、"))
        -> Localized
    {
        Localized(
            parts.map(\.en).joined(separator: separator.en), parts.map(\.zh).joined(separator: separator.zh))
    }

    /// Both forms with another text behind.
    public static func + (left: Localized, right: Localized) -> Localized {
        Localized(left.en + right.en, left.zh + right.zh)
    }
}
