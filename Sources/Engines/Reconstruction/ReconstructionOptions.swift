/// How a network is drawn.
public struct ReconstructionOptions: Sendable {
    /// The version of the rules; a change of a rule or of the order of draws changes it.
    public static let version = "2"

    /// What the values of links meet.
    public enum Values: String, Sendable, Hashable, CaseIterable {
        /// On average over many networks every firm buys of every sector exactly what it should; in one network, where a link
        /// is drawn or not, it buys more or less.
        case expected
        /// In every network a firm buys of a sector exactly what it should where it has a supplier there, and nothing where it
        /// has none.
        case fitted
    }

    /// Which size named firms have.
    public enum NamedSize: String, Sendable, Hashable, CaseIterable {
        /// That of any firm of their group.
        case any
        /// They are the largest of their group, in any order.
        case largest
    }

    /// The seed of everything that is drawn.
    public var seed: UInt64 = 1
    /// Links a firm, on average, main suppliers included.
    public var meanSuppliers = 10.0
    /// The chance of a link grows with supplier's size to this power (1: as published).
    public var supplyExponent = 1.0
    /// The chance of a link grows with customer's size to this power (1: as published).
    public var demandExponent = 1.0
    /// What the values of links meet.
    public var values = Values.expected
    /// Which size named firms have.
    public var namedSize = NamedSize.any
    /// Threads to use; the network is the same for any number.
    public var threads = 1
    /// Asked again and again whether to go on.
    public var goesOn: @Sendable () -> Bool = { true }

    /// The defaults.
    public init() {}
}
