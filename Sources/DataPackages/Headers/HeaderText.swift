import Foundation

/// Headers as people write them, brought to one form for comparison.
enum HeaderText {
    /// NFKC, lower case, without blanks at the ends; inner blanks, hyphens and underscores become one underscore.
    static func normalized(_ text: String) -> String {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
        var out = ""
        var isGap = false
        for scalar in folded.unicodeScalars {
            if scalar.properties.isWhitespace || scalar == "_" || scalar == "-" || scalar == "\u{FEFF}" {
                isGap = true
                continue
            }
            if isGap, !out.isEmpty { out += "_" }
            isGap = false
            out.unicodeScalars.append(scalar)
        }
        return out
    }
}
