/// How many columns of a terminal a text takes: two for East Asian wide characters, none for combining marks.
///
/// After Unicode Standard Annex #11, kept to the ranges that occur in text; ambiguous characters count as one.
public enum DisplayWidth {
    /// Columns of a text.
    public static func of(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of(scalar: $1) }
    }

    /// Columns of one scalar.
    public static func of(scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        if isWide(value) { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }

    /// A text with spaces behind up to a width.
    public static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// A text with spaces in front up to a width.
    public static func padded(_ text: String, rightTo width: Int) -> String {
        String(repeating: " ", count: max(0, width - of(text))) + text
    }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE,
            0x2614...0x2615,
            0x2648...0x2653, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x2705, 0x274C, 0x2753...0x2755,
            0x2795...0x2797:
            true
        case 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6:
            true
        case 0x1B000...0x1B2FF, 0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
            0x1F32D...0x1F5FF,
            0x1F600...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
            true
        default: false
        }
    }
}
