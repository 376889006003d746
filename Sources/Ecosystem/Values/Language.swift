/// A language that every page and report can be read in.
public enum Language: String, CaseIterable, Sendable, Codable, Hashable {
    /// Simplified Chinese.
    case zh
    /// English.
    case en

    /// The other language.
    public var other: Language { self == .zh ? .en : .zh }
}
