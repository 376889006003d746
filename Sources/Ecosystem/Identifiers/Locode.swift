/// A UN/LOCODE: two letters for the country, three characters for the place (`CNTXG`).
public struct Locode: CheckedIdentifier {
    /// The five characters, without the blank that the register prints in the middle.
    public let text: String

    init(unchecked text: String) { self.text = text }

    /// The country, two letters (ISO 3166-1).
    public var country: String { String(text.prefix(2)) }
    /// The place within the country.
    public var place: String { String(text.suffix(3)) }
    /// The form that the register prints: `CN TXG`.
    public var printed: String { country + " " + place }

    static let name = Localized(same: "UN/LOCODE")

    /// Reads a code with or without the blank after the country; the place holds letters and the digits 2 to 9.
    /// Whether the code exists, and whether it is the one that is meant, a ``LocodeRegister`` says.
    public static func read(_ text: String) -> IdentifierReading<Self> {
        let given = IdentifierText(text)
        if let refusal = given.refusal(name, length: "5") { return IdentifierReading(nil, [refusal]) }
        var scalars = given.scalars
        let separators: [Unicode.Scalar] = [" ", "-", "\u{A0}"]
        if scalars.count == 6, separators.contains(scalars[2]) { scalars.remove(at: 2) }
        guard scalars.count == 5 else {
            return IdentifierReading(nil, [given.wrongLength(name, expected: "5")])
        }
        for (index, scalar) in scalars.enumerated() {
            if IdentifierText.isLetter(scalar) { continue }
            if index >= 2, ("2"..."9").contains(scalar) { continue }
            let shift = given.scalars.count - scalars.count
            return IdentifierReading(
                nil,
                [
                    given.wrongCharacter(
                        name, at: index >= 2 ? index + shift : index,
                        expected: index < 2
                            ? Localized("a letter", "字母")
                            : Localized("a letter or a digit from 2 to 9", "字母或 2 至 9 的数字"),
                        code: index < 2 ? "A-Z" : "A-Z2-9")
                ])
        }
        return IdentifierReading(
            Locode(unchecked: IdentifierText.string(scalars)), [given.normalization(name)].compactMap { $0 })
    }
}
