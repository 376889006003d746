/// Why the state folder cannot be used.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What happened, where, and what to do.
    public let description: String

    /// An error.
    public init(_ description: String) { self.description = description }
}
