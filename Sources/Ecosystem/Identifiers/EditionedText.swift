/// A code that may carry its edition before it: `GB/T 4754-2017 C3612`, `2017:3612`, `HS 2022 8703.80`,
/// `HS2022:870380`.
struct EditionedText {
    /// The year before the code, where there is one.
    let year: Int?
    /// The code itself without blanks, points and hyphens.
    let code: [Unicode.Scalar]

    /// Splits a prepared text; `standard` is the number or word that names the standard.
    init(_ text: IdentifierText, standard: String) {
        var rest = text.scalars[...]
        var sawStandard = false
        for word in ["GB/T", "GBT", "GB"] {
            if Self.drop(Array(word.unicodeScalars), from: &rest) { break }
        }
        Self.dropSeparators(from: &rest)
        if Self.drop(Array(standard.unicodeScalars), from: &rest) {
            sawStandard = true
            Self.dropSeparators(from: &rest)
        }
        var found: Int?
        let digits = rest.prefix(4)
        if digits.count == 4, digits.allSatisfy(IdentifierText.isDigit) {
            let after = rest.dropFirst(4).first
            let isMarked = after == ":" || (sawStandard && (after == " " || after == "-" || after == "/"))
            if isMarked {
                found = Int(IdentifierText.string(digits))
                rest = rest.dropFirst(4)
                Self.dropSeparators(from: &rest)
            }
        }
        // Without a year, a standard's number may just be the code ("4754"): keep the text whole.
        if found == nil, sawStandard, rest.isEmpty { rest = text.scalars[...] }
        year = found
        code = rest.filter { $0 != " " && $0 != "." && $0 != "-" }
    }

    private static func drop(_ word: [Unicode.Scalar], from rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        guard rest.starts(with: word) else { return false }
        rest = rest.dropFirst(word.count)
        return true
    }

    private static func dropSeparators(from rest: inout ArraySlice<Unicode.Scalar>) {
        while let first = rest.first, first == " " || first == "-" || first == ":" || first == "/" {
            rest = rest.dropFirst()
        }
    }
}
