/// Text made safe for a terminal and broken into lines of a width.
enum TerminalText {
    /// The text without what a terminal would obey: control characters become U+FFFD, direction overrides vanish,
    /// line breaks become spaces.
    static func safe(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: out.append(" ")
            case 0x00...0x1F, 0x7F...0x9F: out.append("\u{FFFD}")
            case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: break
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// Lines of at most `width` columns: broken at spaces and between Chinese characters, not before closing and not
    /// behind opening punctuation. A word wider than a line is cut.
    static func lines(_ text: String, width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        var line = ""
        var used = 0
        for piece in pieces(safe(text)) {
            let space = piece.hasSpaceBefore && !line.isEmpty ? 1 : 0
            if used + space + piece.width <= width {
                line += (space == 1 ? " " : "") + piece.text
                used += space + piece.width
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = piece.text
            used = piece.width
            while used > width {
                let cut = prefix(of: line, width: width)
                lines.append(String(line[..<cut]))
                line = String(line[cut...])
                used = DisplayWidth.of(line)
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines
    }

    private struct Piece {
        var text: String
        var width: Int
        var hasSpaceBefore: Bool
        var joinsNext: Bool
        var isWide: Bool
    }

    private static let opening: Set<Character> = ["（", "“", "‘", "《", "【", "〈", "(", "[", "『", "「"]
    private static let closing: Set<Character> = [
        "）", "”", "’", "》", "】", "〉", "，", "。", "、", "；", "：", "！", "？", "…", "』", "」",
    ]

    private static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var isSpace = false
        for character in text {
            if character == " " {
                isSpace = true
                continue
            }
            let width = DisplayWidth.of(String(character))
            let isWide = width > 1
            let isJoined: Bool
            if let last = pieces.last, !isSpace {
                isJoined = last.joinsNext || closing.contains(character) || (!isWide && !last.isWide)
            } else {
                isJoined = false
            }
            if isJoined, let index = pieces.indices.last {
                pieces[index].text.append(character)
                pieces[index].width += width
                pieces[index].joinsNext = opening.contains(character)
                pieces[index].isWide = isWide
            } else {
                pieces.append(
                    Piece(
                        text: String(character), width: width, hasSpaceBefore: isSpace,
                        joinsNext: opening.contains(character), isWide: isWide))
            }
            isSpace = false
        }
        return pieces
    }

    /// The end of the longest prefix that fits; at least one character.
    private static func prefix(of text: String, width: Int) -> String.Index {
        var index = text.startIndex
        var used = 0
        while index < text.endIndex {
            let next = text.index(after: index)
            used += DisplayWidth.of(text[index..<next])
            if used > width, index > text.startIndex { return index }
            index = next
        }
        return index
    }
}
