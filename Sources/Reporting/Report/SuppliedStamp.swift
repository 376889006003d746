public import Ecosystem

/// The numbers that a report rests on beside its package: a matrix, a table or a network that somebody gave.
public struct SuppliedStamp: Sendable, Equatable, Codable {
    /// Which kind it is.
    public var kind: ComputingInput.Kind
    /// The name under which it was given.
    public var name: String
    /// SHA-256 of its content.
    public var fingerprint: String

    /// A stamp.
    public init(kind: ComputingInput.Kind, name: String, fingerprint: String) {
        self.kind = kind
        self.name = name
        self.fingerprint = fingerprint
    }

    /// The stamp of an input.
    public init(_ input: ComputingInput) {
        self.init(kind: input.kind, name: input.name, fingerprint: input.fingerprint)
    }
}
