/// What a field may hold. An empty cell is always "not stated".
public enum FieldType: Sendable, Hashable {
    /// The record's own id.
    case id
    /// Text that is kept as it is and shown the same in both languages (printed labels, authors, file names).
    case text
    /// Text shown to readers; its other language stands in the table `translations`.
    case phrase
    /// Several phrases, separated by `;`.
    case phrases
    /// A name in one language; the other language has a field of its own.
    case name(Language)
    /// A term of a vocabulary.
    case code(Vocabulary)
    /// Several terms of a vocabulary, separated by `;`.
    case codes(Vocabulary)
    /// The id of one record of these kinds.
    case reference([RecordKind])
    /// Ids of records of these kinds, separated by `;`.
    case references([RecordKind])
    /// A number within limits.
    case number(ClosedRange<Double>)
    /// A whole number within limits.
    case integer(ClosedRange<Int>)
    /// A year, month or day: `2014`, `2014-07`, `2014-07-31`.
    case date
    /// A period as printed: a year, a span, a word, or `n.d.` for "not printed".
    case period
    /// Degrees east, WGS-84.
    case longitude
    /// Degrees north, WGS-84.
    case latitude
    /// A unit of measurement, as printed.
    case unit
    /// A comparison sign of a printed figure: `=`, `>`, `<`, `>=`, `<=`, `~`, `~<`.
    case qualifier
    /// `yes` or `no`.
    case boolean
    /// An identifier with rules of its own.
    case identifier(IdentifierScheme)

    /// Any finite number.
    public static let anyNumber = FieldType.number(
        -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)

    /// Whether the field holds several values separated by `;`.
    public var isList: Bool {
        switch self {
        case .phrases, .codes, .references: true
        default: false
        }
    }

    /// The kinds that a reference may point to, or `nil` for other types.
    public var targets: [RecordKind]? {
        switch self {
        case .reference(let kinds), .references(let kinds): kinds
        default: nil
        }
    }
}
