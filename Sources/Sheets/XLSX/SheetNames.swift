/// Gives worksheets names that spreadsheet programs accept: 1 to 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at
/// either end, not "History", and each only once whatever the case of its letters.
public struct SheetNames: Sendable {
    private var taken: Set<String> = []

    /// True where no name is taken yet.
    var isEmpty: Bool { taken.isEmpty }

    /// No name is taken yet.
    public init() {}

    /// The name nearest to `wanted` that is allowed and free; it is taken from now on.
    public mutating func take(_ wanted: String) -> String {
        var cleaned = ""
        for scalar in wanted.unicodeScalars {
            switch scalar {
            case "[", "(": cleaned.unicodeScalars.append("(")
            case "]", ")": cleaned.unicodeScalars.append(")")
            case ":", "*", "?", "/", "\\": cleaned.unicodeScalars.append("-")
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value & 0xFFFE == 0xFFFE:
                cleaned.unicodeScalars.append(" ")
            default: cleaned.unicodeScalars.append(scalar)
            }
        }
        var base = SheetNames.trimmed(cleaned, to: 31)
        if base.isEmpty { base = "Sheet" }
        if base.lowercased() == "history" { base = "Sheet " + base }
        var name = base
        var number = 2
        while taken.contains(name.lowercased()) {
            let suffix = " (\(number))"
            name = SheetNames.trimmed(base, to: 31 - suffix.utf16.count) + suffix
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }

    /// At most `limit` UTF-16 units, cut between characters, without spaces and apostrophes at the ends.
    private static func trimmed(_ text: String, to limit: Int) -> String {
        var kept = ""
        var units = 0
        for character in text.drop(while: { $0 == " " || $0 == "'" }) {
            units += character.utf16.count
            guard units <= limit else { break }
            kept.append(character)
        }
        while let last = kept.last, last == " " || last == "'" { kept.removeLast() }
        return kept
    }
}
