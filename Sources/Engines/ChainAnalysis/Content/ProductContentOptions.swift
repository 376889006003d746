public import Ecosystem

/// What a local content rests on.
public struct ProductContentOptions: Sendable, Hashable, Codable {
    /// The version of the rules.
    public static let version = "1"

    /// The indicator that holds a product's printed share from the home region.
    public var shareIndicator = IndicatorDefinitionID("i.local_sourcing")

    /// The defaults.
    public init() {}
}
