/// A code of the industry classification GB/T 4754 with its edition: division (2 digits), group (3) or class (4).
///
/// The edition belongs to the code: 3660 makes parts in the edition of 2011 and bodies and trailers in 2017.
public struct IndustryCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The edition.
    public let edition: IndustryEdition
    /// Two to four digits.
    public let digits: String

    init(unchecked digits: String, _ edition: IndustryEdition) {
        self.digits = digits
        self.edition = edition
    }

    /// The section letter, `C` for manufacturing.
    public var section: Character { edition.section(ofDivision: Int(division) ?? 0) ?? "?" }
    /// The first two digits.
    public var division: String { String(digits.prefix(2)) }
    /// The first three digits, where there are three.
    public var group: String? { digits.utf8.count >= 3 ? String(digits.prefix(3)) : nil }
    /// The four digits, where there are four.
    public var industryClass: String? { digits.utf8.count == 4 ? digits : nil }

    /// The title, for the codes that are listed here.
    public var title: Localized? { IndustryTitle.find(digits, edition)?.title }

    /// The code one step up: a group for a class, a division for a group.
    public var parent: IndustryCode? {
        digits.utf8.count > 2 ? IndustryCode(unchecked: String(digits.dropLast()), edition) : nil
    }

    /// The codes of another edition that cover the same activity, where the table here says so; the code itself
    /// for its own edition.
    public func codes(in other: IndustryEdition) -> [IndustryCode] {
        if other == edition { return [self] }
        switch (edition, other) {
        case (.gbt2011, .gbt2017):
            return (IndustryTitle.find(digits, .gbt2011)?.in2017 ?? []).map {
                IndustryCode(unchecked: $0, .gbt2017)
            }
        default:
            return IndustryTitle.edition2011.filter { $0.in2017.contains(digits) }
                .map { IndustryCode(unchecked: $0.digits, .gbt2011) }
        }
    }

    /// `GB/T 4754-2017 C3612`, which ``read(_:edition:assuming:)`` reads back.
    public var description: String { "\(edition.name) \(section)\(digits)" }

    /// By digits, then by edition.
    public static func < (left: IndustryCode, right: IndustryCode) -> Bool {
        left.digits == right.digits ? left.edition < right.edition : left.digits < right.digits
    }
}

extension IndustryCode: Codable {
    /// Reads the text form with its edition.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let reading = Self.read(try container.decode(String.self))
        guard let value = reading.value else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: IdentifierProblem(reading.findings).description)
        }
        self = value
    }

    /// Writes the text form with its edition.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
