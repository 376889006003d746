/// The unit of a printed figure. Its key is the unit as the data writes it; the register knows what it means.
///
/// (The name avoids Foundation's `Unit`.) A unit that the register does not know is kept under its own key: it is
/// shown as it is and converts to nothing.
public struct UnitOfMeasure: Sendable, Hashable {
    /// What a unit measures. Two units convert into each other only where this is the same.
    public enum Dimension: Sendable, Hashable {
        /// A part of a whole.
        case share
        /// A difference of two shares.
        case shareDifference
        /// A number without unit: a ratio, a multiple.
        case ratio
        /// Things counted; which things.
        case count(of: String)
        /// Money; the currency.
        case money(currency: String)
        /// Mass, in tonnes.
        case mass
        /// Length, in km.
        case length
        /// Area, in km².
        case area
        /// Time of fixed length, in seconds.
        case duration
        /// Time by the calendar, in months.
        case calendar
        /// Temperature, in degrees Celsius.
        case temperature
        /// Power, in kW.
        case power
        /// Energy, in kWh.
        case energy
        /// A place in an order.
        case rank
        /// A level of a standard.
        case grade
        /// A number that only names something.
        case code
        /// One dimension for each unit of another.
        indirect case per(Dimension, Dimension)
        /// A document prints no unit, or the register does not know it; the key.
        case unstated(String)
    }

    let definition: UnitDefinition

    init(_ definition: UnitDefinition) { self.definition = definition }

    /// The unit of a key or of one of its usual other names, or an unregistered unit with that key.
    public init(_ key: String) {
        self = UnitRegister.unit(key) ?? UnitOfMeasure(UnitDefinition(unregistered: key))
    }

    /// The unit as the data writes it.
    public var key: String { definition.key }
    /// What it measures.
    public var dimension: Dimension { definition.dimension }
    /// How many reference units one of these is: 1 for yuan, 1e8 for "100 million yuan".
    public var factor: Double { definition.scale.value }
    /// The unit in words, for a unit row: `CNY 100 million`, `亿元`.
    public var label: Localized { definition.label }
    /// Whether the register knows it.
    public var isRegistered: Bool { definition.isRegistered }

    /// Whether figures in this unit convert into another.
    public func converts(to other: UnitOfMeasure) -> Bool {
        if self == other { return true }
        if case .unstated = dimension { return false }
        return dimension == other.dimension
    }

    /// Units are the same where their keys are.
    public static func == (left: UnitOfMeasure, right: UnitOfMeasure) -> Bool {
        left.definition === right.definition || left.key == right.key
    }

    /// Hashes the key.
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension UnitOfMeasure: Codable {
    /// Reads a key.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(key)
    }
}
