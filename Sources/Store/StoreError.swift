public import Ecosystem

/// Why something cannot be kept, read or brought back.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of thing is in the way.
    public enum Kind: Sendable, Equatable {
        /// Files, permissions, damage: for the operator.
        case folder
        /// What was asked exceeds a limit.
        case limit
        /// Somebody else changed it meanwhile.
        case conflict
    }

    /// What is in the way.
    public let kind: Kind
    /// What happened, where, and what to do.
    public let message: Localized

    /// An error.
    public init(_ en: String, _ zh: String, kind: Kind = .folder) {
        self.kind = kind
        message = Localized(en, zh)
    }

    /// The English message.
    public var description: String { message.en }
}
