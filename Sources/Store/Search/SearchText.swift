import Foundation

/// How a text is read for search, the same for what is indexed and for what is asked.
///
/// Folding: compatibility forms (full width, ligatures) become plain ones (NFKC), letters lower case without accents,
/// commas inside numbers go. Cutting: Latin words and numbers whole; Chinese, which has no blanks, into overlapping
/// pairs of characters, the last character of a run alone, so that a single character is found as the beginning of a
/// token and a longer text as a phrase of pairs.
enum SearchText {
    /// What a folded character is.
    enum Class { case gap, word, ideograph }

    /// A stretch of characters of one class.
    struct Piece: Hashable, Sendable {
        var scalars: [UInt32]
        var isIdeographs: Bool

        var text: String { SearchText.string(scalars) }
    }

    /// Stands between the fields of one record, so that no phrase reaches from one into the next.
    static let fieldBreak = Array("\u{E000} ".utf8)

    // MARK: Folding

    /// Appends what a character becomes.
    static func fold(_ scalar: Unicode.Scalar, to out: inout [UInt32]) {
        let value = scalar.value
        switch value {
        case 0x41...0x5A: out.append(value | 0x20)
        case 0..<0x80, 0x4E00...0x9FFF, 0x3400...0x4DBF: out.append(value)
        case 0xFF21...0xFF3A: out.append((value - 0xFEE0) | 0x20)
        case 0xFF01...0xFF5E: out.append(value - 0xFEE0)
        case 0x3000, 0xA0, 0x2002...0x200A: out.append(0x20)
        default: foldRare(scalar, to: &out)
        }
    }

    private static func foldRare(_ scalar: Unicode.Scalar, to out: inout [UInt32]) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .format, .control, .surrogate, .privateUse, .unassigned: return
        default: break
        }
        let plain = String(scalar).precomposedStringWithCompatibilityMapping.lowercased()
        for part in plain.unicodeScalars {
            if part.value >= 0x80, part.value < 0x250 {
                let base = String(part).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? part
                out.append(base.value)
            } else if part.properties.generalCategory != .nonspacingMark {
                out.append(part.value)
            }
        }
    }

    /// A text folded, character by character.
    static func folded(_ text: String) -> [UInt32] {
        var out: [UInt32] = []
        out.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { fold(scalar, to: &out) }
        return out
    }

    // MARK: Cutting

    /// The class of a folded character.
    static func classOf(_ value: UInt32) -> Class {
        switch value {
        case 0x30...0x39, 0x61...0x7A: return .word
        case 0..<0x80: return .gap
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            return .ideograph
        default:
            guard let properties = Unicode.Scalar(value)?.properties else { return .gap }
            return properties.isAlphabetic || properties.generalCategory == .decimalNumber ? .word : .gap
        }
    }

    static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

    /// Whether a comma at this place only groups the digits of a number.
    static func isGrouping(_ scalars: [UInt32], _ index: Int) -> Bool {
        scalars[index] == 0x2C && index > 0 && index + 1 < scalars.count && isDigit(scalars[index - 1])
            && isDigit(scalars[index + 1])
    }

    /// Words and runs of ideographs in order; what lies between them is dropped.
    static func pieces(_ scalars: [UInt32]) -> [Piece] {
        var pieces: [Piece] = []
        var current: [UInt32] = []
        var kind = Class.gap
        func close() {
            if !current.isEmpty { pieces.append(Piece(scalars: current, isIdeographs: kind == .ideograph)) }
            current.removeAll(keepingCapacity: true)
        }
        for index in scalars.indices {
            if isGrouping(scalars, index) { continue }
            let next = classOf(scalars[index])
            if next != kind { close() }
            kind = next
            if next != .gap { current.append(scalars[index]) }
        }
        close()
        return pieces
    }

    /// Letters, digits and ideographs alone: the form in which names are compared.
    static func compact(_ text: String) -> [UInt32] { pieces(folded(text)).flatMap(\.scalars) }

    /// Words and runs joined by points: the form in which ids are compared, so that `S002 p12` is `s002.p12`.
    static func idForm(_ text: String) -> String {
        pieces(folded(text)).map(\.text).joined(separator: ".")
    }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
        return String(view)
    }

    // MARK: Tokens

    /// Appends the tokens of a text in UTF-8, each with a blank behind it.
    static func appendTokens(of text: String, to out: inout [UInt8]) {
        let scalars = folded(text)
        var previous = Class.gap
        for index in scalars.indices {
            if isGrouping(scalars, index) { continue }
            let value = scalars[index]
            let kind = classOf(value)
            if previous == .word, kind != .word { out.append(0x20) }
            previous = kind
            guard kind != .gap else { continue }
            append(value, to: &out)
            if kind == .ideograph {
                if index + 1 < scalars.count, classOf(scalars[index + 1]) == .ideograph {
                    append(scalars[index + 1], to: &out)
                }
                out.append(0x20)
            }
        }
        if previous == .word { out.append(0x20) }
    }

    private static func append(_ value: UInt32, to out: inout [UInt8]) {
        if value < 0x80 {
            out.append(UInt8(truncatingIfNeeded: value))
        } else if let scalar = Unicode.Scalar(value) {
            out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// The tokens of pieces as they follow each other; the single character at the very end is left out after a pair,
    /// because what is asked may go on there.
    static func phrase(_ pieces: [Piece]) -> [String] {
        var tokens: [String] = []
        for (place, piece) in pieces.enumerated() {
            guard piece.isIdeographs else {
                tokens.append(piece.text)
                continue
            }
            for index in piece.scalars.indices.dropLast() {
                tokens.append(string(piece.scalars[index...(index + 1)]))
            }
            if piece.scalars.count == 1 || place + 1 < pieces.count {
                tokens.append(string(piece.scalars.suffix(1)))
            }
        }
        return tokens
    }
}
