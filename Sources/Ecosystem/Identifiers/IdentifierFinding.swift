/// What a check of an identifier found, for people (in both languages) and for programs.
public struct IdentifierFinding: Sendable, Hashable {
    /// Whether the value can be used.
    public enum Severity: String, Sendable, Hashable, Codable {
        /// The value is not an identifier of this kind and is refused.
        case error
        /// The value is kept; somebody should look at it.
        case warning
    }

    /// What is wrong, for programs.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nothing but blanks.
        case empty
        /// Too many or too few characters.
        case length
        /// A character that this identifier never holds; `position` says which.
        case character
        /// A spreadsheet turned the text into a number and lost digits or zeros.
        case spreadsheetNumber
        /// Full-width or lower-case characters or a text mark were read as their plain form.
        case normalized
        /// The check character disagrees with the rest; `expected` holds the computed one.
        case checkCharacter
        /// The check character of the organization code inside disagrees.
        case innerCheckCharacter
        /// The registering department is not in the list.
        case unknownRegistrar
        /// The category is not in the department's list.
        case unknownCategory
        /// The division does not exist in any edition.
        case unknownDivision
        /// The form is right, but the register at hand does not hold the code.
        case unknownCode
        /// The code was valid at another time; `suggestion` holds its successor.
        case repealed
        /// The code means different things in different editions and no edition is given.
        case editionMissing
        /// The edition is assumed, and the code means something else in another edition.
        case editionAssumed
        /// The edition is not one that is known here, or two editions are given.
        case editionUnknown
        /// The section letter does not belong to the division.
        case section
        /// A variant that circulates for another code; `suggestion` holds that one.
        case alias
        /// An identifier of another kind stands where this kind is wanted.
        case wrongKind
    }

    /// Whether the value can be used.
    public let severity: Severity
    /// What is wrong.
    public let kind: Kind
    /// The offending value as it was given, cut after 60 characters.
    public let value: String
    /// The place in the value, counted from 1, where one character is to blame.
    public let position: Int?
    /// What would have been right: a character, a length, an edition.
    public let expected: String?
    /// A whole value that may have been meant.
    public let suggestion: String?
    /// What happened and what to do, in both languages.
    public let message: Localized

    /// A finding.
    public init(
        _ severity: Severity, _ kind: Kind, value: String, position: Int? = nil, expected: String? = nil,
        suggestion: String? = nil, _ message: Localized
    ) {
        self.severity = severity
        self.kind = kind
        self.value = value.count > 60 ? String(value.prefix(60)) + "…" : value
        self.position = position
        self.expected = expected
        self.suggestion = suggestion
        self.message = message
    }
}
