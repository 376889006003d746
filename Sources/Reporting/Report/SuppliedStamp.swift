public import Ecosystem

/// The numbers that a report rests on beside its package: a matrix, a table or a network that somebody gave.
public struct SuppliedStamp: Sendable, Equatable, Codable {
    /// Which kind it is.
    public var kind: ComputingInput.Kind
    /// The name under which it was given.
    public var name: String
    /// SHA-256 of its content.
    public var fingerprint: String
    /// How many real firms a made-up network shows as stand-ins only; absent where there are none.
    public var standIns: Int?

    /// A stamp.
    public init(kind: ComputingInput.Kind, name: String, fingerprint: String, standIns: Int? = nil) {
        self.kind = kind
        self.name = name
        self.fingerprint = fingerprint
        self.standIns = standIns
    }

    /// The stamp of an input.
    public init(_ input: ComputingInput) {
        var standIns: Int?
        if case .network(let network) = input, network.realFirms.count > 0 {
            standIns = network.realFirms.count
        }
        self.init(kind: input.kind, name: input.name, fingerprint: input.fingerprint, standIns: standIns)
    }
}
