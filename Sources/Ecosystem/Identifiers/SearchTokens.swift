/// A query or title cut into what can be compared: Latin words, runs of Chinese characters, numbers.
struct SearchTokens {
    /// Latin words in lower case; a plural `s` is dropped from words of more than three letters.
    private(set) var words: [String] = []
    /// Runs of other letters, which have no blanks between words.
    private(set) var runs: [String] = []
    /// Digits, with the points inside them left out.
    private(set) var numbers: [String] = []

    var isEmpty: Bool { words.isEmpty && runs.isEmpty && numbers.isEmpty }

    init(_ text: String) {
        let scalars = Array(IdentifierText.compatibilityForm(text).unicodeScalars)
        var index = 0
        func run(_ holds: (Unicode.Scalar) -> Bool) -> String {
            let start = index
            while index < scalars.count, holds(scalars[index]) { index += 1 }
            return IdentifierText.string(scalars[start..<index])
        }
        while index < scalars.count {
            let scalar = scalars[index]
            if IdentifierText.isDigit(scalar) {
                let digits = run { IdentifierText.isDigit($0) || $0 == "." || $0 == "," }
                numbers.append(digits.filter(\.isNumber))
            } else if scalar.value < 0x250, scalar.properties.isAlphabetic {
                words.append(
                    Self.singular(run { $0.value < 0x250 && $0.properties.isAlphabetic }.lowercased()))
            } else if scalar.properties.isAlphabetic {
                runs.append(run { $0.value >= 0x250 && $0.properties.isAlphabetic })
            } else {
                index += 1
            }
        }
    }

    private static func singular(_ word: String) -> String {
        word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }
}
