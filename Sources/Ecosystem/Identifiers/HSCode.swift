/// A code of the Harmonized System with its edition: chapter (2 digits), heading (4) or subheading (6), and a
/// national suffix of two or four digits kept apart.
public struct HSCode: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The edition.
    public let edition: HSEdition
    /// The international part: two, four or six digits.
    public let digits: String
    /// The national part behind six digits, where there is one; its meaning is each country's own.
    public let nationalSuffix: String?

    init(unchecked digits: String, suffix: String?, _ edition: HSEdition) {
        self.digits = digits
        nationalSuffix = suffix
        self.edition = edition
    }

    /// The chapter, two digits.
    public var chapter: String { String(digits.prefix(2)) }
    /// The heading, four digits, where there are four.
    public var heading: String? { digits.utf8.count >= 4 ? String(digits.prefix(4)) : nil }
    /// The subheading, six digits, where there are six.
    public var subheading: String? { digits.utf8.count == 6 ? digits : nil }

    /// The printed form: `8703.80`, with the national part `8703.80.0010`.
    public var printed: String {
        guard digits.utf8.count == 6 else { return digits }
        return digits.prefix(4) + "." + digits.suffix(2) + (nationalSuffix.map { "." + $0 } ?? "")
    }

    /// The title, for codes that are listed here: the subheading's, or else the heading's.
    public var title: Localized? { (entry ?? headingEntry)?.title }

    /// The listed entry of exactly these digits in this edition.
    public var entry: HSEntry? {
        HSEntry.builtIn.first { $0.digits == digits && $0.editions.contains(edition) }
    }

    private var headingEntry: HSEntry? {
        heading.flatMap { heading in
            HSEntry.builtIn.first { $0.digits == heading && $0.editions.contains(edition) }
        }
    }

    /// `HS 2022 8703.80`, which ``read(_:edition:assuming:)`` reads back.
    public var description: String { "\(edition.name) \(printed)" }

    /// By digits, then national part, then edition.
    public static func < (left: HSCode, right: HSCode) -> Bool {
        (left.digits, left.nationalSuffix ?? "", left.edition.rawValue)
            < (right.digits, right.nationalSuffix ?? "", right.edition.rawValue)
    }
}

extension HSCode: Codable {
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
