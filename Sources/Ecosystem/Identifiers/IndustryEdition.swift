/// An edition of the industry classification GB/T 4754; the raw value is its year.
public enum IndustryEdition: Int, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// GB/T 4754-2011.
    case gbt2011 = 2011
    /// GB/T 4754-2017.
    case gbt2017 = 2017

    /// The name of the edition.
    public var name: String { "GB/T 4754-\(rawValue)" }

    /// Older first.
    public static func < (left: IndustryEdition, right: IndustryEdition) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The last division of each section, in order; a section begins where the one before ends.
    var sections: [(letter: Character, last: Int)] {
        let upToM: [(Character, Int)] = [
            ("A", 5), ("B", 12), ("C", 43), ("D", 46), ("E", 50), ("F", 52), ("G", 60), ("H", 62), ("I", 65),
            ("J", 69),
            ("K", 70), ("L", 72), ("M", 75),
        ]
        // The edition of 2017 put land management (79) into section N; later divisions moved up by one.
        let fromN: [(Character, Int)] =
            self == .gbt2011
            ? [("N", 78), ("O", 81), ("P", 82), ("Q", 84), ("R", 89), ("S", 95), ("T", 96)]
            : [("N", 79), ("O", 82), ("P", 83), ("Q", 85), ("R", 90), ("S", 96), ("T", 97)]
        return (upToM + fromN).map { (letter: $0.0, last: $0.1) }
    }

    /// The section of a division, `nil` where there is no such division.
    func section(ofDivision division: Int) -> Character? {
        guard division > 0 else { return nil }
        return sections.first { division <= $0.last }?.letter
    }
}
