/// The numbers that a printed figure allows.
public struct FigureInterval: Sendable, Hashable, Codable {
    /// The lower end; `nil` for no lower end.
    public let lower: Double?
    /// The upper end; `nil` for no upper end.
    public let upper: Double?
    /// Whether the lower end belongs to it.
    public let includesLower: Bool
    /// Whether the upper end belongs to it.
    public let includesUpper: Bool

    /// An interval.
    public init(lower: Double?, upper: Double?, includesLower: Bool = true, includesUpper: Bool = true) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
    }

    /// Whether a number lies in it.
    public func contains(_ value: Double) -> Bool {
        if let lower, includesLower ? value < lower : value <= lower { return false }
        if let upper, includesUpper ? value > upper : value >= upper { return false }
        return !value.isNaN
    }
}
