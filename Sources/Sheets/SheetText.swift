/// A message in English and Chinese.
public struct SheetText: Sendable, Equatable, Hashable {
    /// The English wording.
    public var en: String
    /// The Chinese wording.
    public var zh: String

    /// Both wordings.
    public init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }
}
