/// A Catena-X business partner number (CX-0010): `BPN`, a letter for the kind, ten characters, two check
/// characters.
///
/// The check characters follow ISO 7064 MOD 1271-36, but numbers of earlier years break the rule (so does the one
/// printed in CX-0010 itself), and the issuing register does not enforce it: a wrong check is a warning.
public struct BusinessPartnerNumber: CheckedIdentifier {
    /// What a number stands for.
    public enum Kind: Character, Sendable, Hashable, CaseIterable {
        /// A legal entity.
        case legalEntity = "L"
        /// A site of one legal entity.
        case site = "S"
        /// An address.
        case address = "A"

        /// The kind in words.
        public var label: Localized {
            switch self {
            case .legalEntity: Localized("legal entity", "法人")
            case .site: Localized("site", "场所")
            case .address: Localized("address", "地址")
            }
        }
    }

    /// The 16 characters.
    public let text: String

    /// What the number stands for.
    public var kind: Kind { text.dropFirst(3).first.flatMap(Kind.init) ?? .legalEntity }

    /// The check characters that the first 14 characters give.
    public var expectedCheckCharacters: String { Self.checkCharacters(after: text.prefix(14)) ?? "" }

    static let name = Localized("business partner number", "业务伙伴编号（BPN）")

    /// The two check characters that follow these 14 characters (ISO 7064 MOD 1271-36).
    ///
    /// - Returns: `nil` where there are not 14 digits or capital letters.
    public static func checkCharacters(after prefix: some StringProtocol) -> String? {
        guard prefix.utf8.count == 14 else { return nil }
        var product = 0
        for byte in prefix.utf8 {
            switch byte {
            case 48...57: product = (product + Int(byte - 48)) * 36 % 1271
            case 65...90: product = (product + Int(byte - 55)) * 36 % 1271
            default: return nil
            }
        }
        let check = (1271 - product * 36 % 1271 + 1) % 1271
        return IdentifierText.string(
            [check / 36, check % 36].map { Unicode.Scalar(UInt8($0 < 10 ? 48 + $0 : 55 + $0)) })
    }

    /// Reads a number; a wrong check is a warning.
    public static func read(_ text: String) -> IdentifierReading<Self> { read(text, requiring: nil) }

    /// Reads a number of one kind; another kind is an error.
    public static func read(_ text: String, requiring kind: Kind?) -> IdentifierReading<Self> {
        let given = IdentifierText(text)
        if let refusal = given.refusal(name, length: "16") { return IdentifierReading(nil, [refusal]) }
        guard given.scalars.count == 16 else {
            return IdentifierReading(nil, [given.wrongLength(name, expected: "16")])
        }
        if let finding = characterFinding(given) { return IdentifierReading(nil, [finding]) }
        let value = BusinessPartnerNumber(text: given.text)
        var findings = [given.normalization(name)].compactMap { $0 }
        if let kind, kind != value.kind {
            findings.append(
                IdentifierFinding(
                    .error, .wrongKind, value: text, position: 4, expected: String(kind.rawValue),
                    Localized(
                        "“\(value.text)” stands for a \(value.kind.label.en); a \(kind.label.en) (BPN\(kind.rawValue)…) "
                            + "is wanted here.",
                        "“\(value.text)”是\(value.kind.label.zh)编号，此处需要\(kind.label.zh)编号（BPN\(kind.rawValue)…）。"
                    )))
        }
        let expected = value.expectedCheckCharacters
        if !value.text.hasSuffix(expected) {
            findings.append(
                IdentifierFinding(
                    .warning, .checkCharacter, value: text, position: 15, expected: expected,
                    suggestion: value.text.prefix(14) + expected,
                    Localized(
                        "“\(value.text)” should end in \(expected) (ISO 7064); numbers of earlier years may differ.",
                        "“\(value.text)”末两位按 ISO 7064 应为 \(expected)；早年的编号可能不同。")))
        }
        return IdentifierReading(value, findings)
    }

    private static func characterFinding(_ given: IdentifierText) -> IdentifierFinding? {
        for (index, scalar) in given.scalars.enumerated() {
            switch index {
            case 0..<3:
                let letter: Unicode.Scalar = index == 0 ? "B" : index == 1 ? "P" : "N"
                if scalar == letter { continue }
                return given.wrongCharacter(
                    name, at: index, expected: Localized(same: String(letter)), code: String(letter))
            case 3:
                if Kind(rawValue: Character(scalar)) != nil { continue }
                return given.wrongCharacter(
                    name, at: index, expected: Localized("L, S or A", "L、S 或 A"), code: "LSA")
            default:
                if IdentifierText.isDigit(scalar) || IdentifierText.isLetter(scalar) { continue }
                return given.wrongCharacter(
                    name, at: index, expected: Localized("a digit or a capital letter", "数字或大写字母"),
                    code: "0-9A-Z")
            }
        }
        return nil
    }
}
