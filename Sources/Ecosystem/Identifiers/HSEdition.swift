/// An edition of the Harmonized System; the raw value is the year it took force.
public enum HSEdition: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// HS 2017.
    case hs2017 = 2017
    /// HS 2022.
    case hs2022 = 2022

    /// The name of the edition.
    public var name: String { "HS \(rawValue)" }

    /// Older first.
    public static func < (left: HSEdition, right: HSEdition) -> Bool { left.rawValue < right.rawValue }
}
