import Reporting

/// The part of Markdown that change logs use, as HTML: headings, paragraphs, lists, tables, `code`. Everything else is
/// shown as it is written; nothing becomes a link or markup of its own.
enum PlainMarkdown {
    /// The text as HTML; headings begin below the page's own.
    static func markup(of text: String) -> HTML {
        var out: [HTML] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            String($0).trimmingSpaces
        }[...]
        while let line = lines.first {
            if line.isEmpty {
                lines.removeFirst()
            } else if line.hasPrefix("#") {
                lines.removeFirst()
                let words = String(line.drop { $0 == "#" }).trimmingSpaces
                out.append(HTML(line.hasPrefix("## ") ? .h3 : .h2) { inline(words) })
            } else if line.hasPrefix("- ") {
                out.append(list(&lines))
            } else if line.hasPrefix("|") {
                out.append(table(&lines))
            } else {
                out.append(
                    HTML(.p) { inline(taken(&lines) { !$0.isEmpty && !isOther($0) }.joined(separator: " ")) })
            }
        }
        return HTML(out)
    }

    private static func isOther(_ line: String) -> Bool {
        line.hasPrefix("#") || line.hasPrefix("- ") || line.hasPrefix("|")
    }

    private static func taken(_ lines: inout ArraySlice<String>, while holds: (String) -> Bool) -> [String] {
        var found: [String] = []
        while let line = lines.first, holds(line) {
            found.append(line)
            lines.removeFirst()
        }
        return found
    }

    private static func list(_ lines: inout ArraySlice<String>) -> HTML {
        let rows = taken(&lines) { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("|") }
        var items: [String] = []
        for row in rows {
            if row.hasPrefix("- ") {
                items.append(String(row.dropFirst(2)))
            } else if let last = items.popLast() {
                items.append(last + " " + row)
            }
        }
        return HTML(.ul, .class("plain-list")) { for item in items { HTML(.li) { inline(item) } } }
    }

    private static func table(_ lines: inout ArraySlice<String>) -> HTML {
        let rows = taken(&lines) { $0.hasPrefix("|") }.map(cells)
        guard let head = rows.first else { return .empty }
        let body = rows.dropFirst().filter { row in
            !row.allSatisfy { $0.allSatisfy { $0 == "-" || $0 == ":" } }
        }
        return HTML(
            .div, .class("tbl"), .role("region"), .label(head.joined(separator: ", ")),
            HTML.Attribute("tabindex", "0")
        ) {
            HTML(.table) {
                HTML(.thead) {
                    HTML(.tr) { for cell in head { HTML(.th, .scope("col")) { inline(cell) } } }
                }
                HTML(.tbody) {
                    for row in body { HTML(.tr) { for cell in row { HTML(.td) { inline(cell) } } } }
                }
            }
        }
    }

    /// The cells of a row; a `|` inside `code` stays.
    private static func cells(_ line: String) -> [String] {
        var cells: [String] = [""]
        var isCode = false
        for character in line.dropFirst() {
            if character == "`" { isCode.toggle() }
            if character == "|", !isCode {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        if cells.last?.trimmingSpaces.isEmpty == true { cells.removeLast() }
        return cells.map(\.trimmingSpaces)
    }

    private static func inline(_ text: String) -> HTML {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count > 2, parts.count % 2 == 1 else { return HTML(text: text) }
        return HTML(
            parts.enumerated().map { index, part in
                index % 2 == 0 ? HTML(text: String(part)) : HTML(.code) { String(part) }
            })
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
