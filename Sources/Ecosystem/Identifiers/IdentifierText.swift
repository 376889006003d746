import Foundation

/// A text prepared for reading as an identifier.
///
/// NFKC folds full-width and other compatibility forms, blanks and invisible marks at the ends go, ASCII letters
/// become upper case. Letters outside ASCII stay: they are reported where they stand.
struct IdentifierText {
    /// The longest text that is looked at, in UTF-8 bytes; longer ones are no identifiers.
    static let limit = 256

    /// The text as given.
    let original: String
    /// The normal form.
    let scalars: [Unicode.Scalar]
    /// Whether more than blanks at the ends was changed.
    let wasFolded: Bool
    /// Whether the text was too long to be looked at; `scalars` is then empty.
    let isTooLong: Bool

    init(_ original: String) {
        self.original = original
        guard original.utf8.count <= Self.limit else {
            (scalars, wasFolded, isTooLong) = ([], false, true)
            return
        }
        isTooLong = false
        let isPlain = original.utf8.allSatisfy { $0 < 0x80 }
        let given = Self.trimmed(ArraySlice(original.unicodeScalars))
        var folded =
            isPlain ? given : Self.trimmed(ArraySlice(Self.compatibilityForm(original).unicodeScalars))
        // Spreadsheets write an apostrophe before digits that are meant as text.
        if folded.count > 1, folded.first == "'" || folded.first == "\u{2019}" {
            folded = Self.trimmed(folded.dropFirst())
        }
        scalars = folded.map(Self.upper)
        wasFolded = scalars != Array(given)
    }

    /// The normal form as a text.
    var text: String { Self.string(scalars) }

    /// Whether nothing is left.
    var isEmpty: Bool { scalars.isEmpty }

    /// The normal form without inner blanks, points, hyphens and strokes.
    var compact: [Unicode.Scalar] {
        scalars.filter { !Self.isBlank($0) && $0 != "." && $0 != "-" && $0 != "/" && $0 != "\u{2010}" }
    }

    /// Whether all characters are ASCII digits (false for none).
    var isAllDigits: Bool { !scalars.isEmpty && scalars.allSatisfy(Self.isDigit) }

    /// Whether the text is a number as a spreadsheet shows long ones: `9.11E+17`.
    var isScientific: Bool {
        guard let mark = scalars.firstIndex(of: "E"), mark > 0 else { return false }
        let head = scalars[..<mark]
        var tail = scalars[(mark + 1)...]
        let hasSign = tail.first == "+" || tail.first == "-"
        if hasSign { tail = tail.dropFirst() }
        let points = head.filter { $0 == "." || $0 == "," }.count
        guard hasSign || points == 1, points <= 1, !tail.isEmpty, tail.count <= 3 else { return false }
        return tail.allSatisfy(Self.isDigit)
            && head.allSatisfy { Self.isDigit($0) || $0 == "." || $0 == "," }
            && head.contains(where: Self.isDigit)
    }

    /// The digits before `.0`, where a spreadsheet wrote a code as a decimal number.
    var digitsBeforePointZero: String? {
        guard let point = scalars.firstIndex(of: "."), point > 0 else { return nil }
        let tail = scalars[(point + 1)...]
        guard !tail.isEmpty, tail.allSatisfy({ $0 == "0" }), scalars[..<point].allSatisfy(Self.isDigit) else {
            return nil
        }
        return Self.string(scalars[..<point])
    }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 65 && scalar.value <= 90 }

    /// Folded to compatibility form (NFKC).
    static func compatibilityForm(_ text: String) -> String { text.precomposedStringWithCompatibilityMapping }

    private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value >= 97, scalar.value <= 122 else { return scalar }
        return Unicode.Scalar(UInt8(scalar.value - 32))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return scalar.value <= 32 || scalar.value == 127 }
        return scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
            || scalar.properties.generalCategory == .control
    }

    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return [] }
        return scalars[first...last]
    }
}
