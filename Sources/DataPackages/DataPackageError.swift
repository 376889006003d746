public import Ecosystem

/// Why a package, file or mapping could not be read or written at all; everything milder is a ``Finding``.
public struct DataPackageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What happened and what to do next, in both languages.
    public var message: Localized
    /// The file or folder, as the caller named it.
    public var path: String?
    /// The line of the file, counted from 1, where one line is to blame.
    public var line: Int?

    /// An error with its place.
    public init(_ en: String, _ zh: String, path: String? = nil, line: Int? = nil) {
        message = Localized(en, zh)
        self.path = path
        self.line = line
    }

    /// `path:line: what happened; what to do` in English.
    public var description: String { text(.en) }

    /// The same in a language.
    public func text(_ language: Language) -> String {
        var place = path ?? ""
        if let line { place += ":\(line)" }
        return (place.isEmpty ? "" : place + ": ") + message[language]
    }
}
