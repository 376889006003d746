/// The rule that keeps a spreadsheet program from running a cell of an exported CSV file as a formula (OWASP, "CSV
/// Injection"), and that an import can undo without loss.
///
/// A text is dangerous where, after any apostrophes at its start, there comes `=`, `+`, `-`, `@`, a tab, a carriage return, a
/// line feed or one of the full-width `＝＋－＠`. Writing puts one apostrophe before a dangerous text; reading takes one off
/// where a dangerous text begins with an apostrophe. A plain number such as `-12.5` or `+1e3` is left alone, because it is no
/// formula and must stay a number.
public enum FormulaGuard {
    /// The apostrophe.
    static let mark: UInt8 = 0x27

    /// The text as it is written.
    public static func guarded(_ text: String) -> String {
        var copy = text
        let isNeeded = copy.withUTF8 { FormulaGuard.needsMark($0) }
        return isNeeded ? "'" + text : text
    }

    /// The text as it was before ``guarded(_:)``.
    public static func unguarded(_ text: String) -> String {
        var copy = text
        let isMarked = copy.withUTF8 { FormulaGuard.isMarked($0) }
        return isMarked ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// True where a mark has to be written before `text`.
    static func needsMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        // Most cells begin with a letter, a digit or a Chinese character other than the full-width signs.
        if first > 0x40, first != 0xEF { return false }
        return isDangerous(text) && !isPlainNumber(text)
    }

    /// True where `text` begins with a mark that reading takes off.
    static func isMarked(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.first == mark && isDangerous(text)
    }

    private static func isDangerous(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count, text[index] == mark { index += 1 }
        guard index < text.count else { return false }
        switch text[index] {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A: return true
        case 0xEF:
            // U+FF1D, U+FF0B, U+FF0D and U+FF20 in UTF-8.
            guard index + 2 < text.count, text[index + 1] == 0xBC else { return false }
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[index + 2])
        default: return false
        }
    }

    /// `[+-]digits[.digits][e[+-]digits]`, with at least one digit before the exponent.
    static func isPlainNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        func digits() -> Int {
            let start = index
            while index < text.count, text[index] >= 0x30, text[index] <= 0x39 { index += 1 }
            return index - start
        }
        func sign() {
            if index < text.count, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
        }
        sign()
        var count = digits()
        if index < text.count, text[index] == 0x2E {
            index += 1
            count += digits()
        }
        guard count > 0 else { return false }
        if index < text.count, text[index] == 0x65 || text[index] == 0x45 {
            index += 1
            sign()
            guard digits() > 0 else { return false }
        }
        return index == text.count
    }
}
