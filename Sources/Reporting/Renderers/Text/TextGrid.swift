/// Cells of text laid out in aligned columns within a width.
struct TextGrid {
    /// One column.
    struct Column {
        /// Words above it.
        var title: String
        /// The unit under the title.
        var unit: String
        /// Numbers stand right and are never broken.
        var isNumber: Bool
        /// Never broken either.
        var isWhole = false
    }

    var columns: [Column]
    var rows: [[String]]
    /// Whether title, unit row and rule are written.
    var hasHeader = true

    private static let gap = 2
    private static let narrowest = 8

    /// The lines. Where the columns do not fit, long words are broken over lines; where not even that fits, each row
    /// becomes a list of `title: value`.
    func lines(width: Int) -> [String] {
        guard !columns.isEmpty else { return [] }
        guard let widths = fittedWidths(width) else { return listed(width) }
        var out: [String] = []
        if hasHeader {
            out += laidOut(columns.map(\.title), widths)
            if columns.contains(where: { !$0.unit.isEmpty }) { out += laidOut(columns.map(\.unit), widths) }
            out.append(
                widths.map { String(repeating: "-", count: $0) }.joined(
                    separator: String(repeating: " ", count: Self.gap)))
        }
        for row in rows { out += laidOut(row, widths) }
        return out
    }

    /// Whether the columns stand side by side within a width.
    func fits(_ width: Int) -> Bool { fittedWidths(width) != nil }

    private func cell(_ row: [String], _ index: Int) -> String {
        row.indices.contains(index) ? row[index] : ""
    }

    /// Whether they do so without breaking a word.
    func fitsUnbroken(_ width: Int) -> Bool {
        widths.reduce(0, +) + Self.gap * (columns.count - 1) <= width
    }

    /// What each column takes with every cell on one line.
    private var widths: [Int] {
        columns.indices.map { index in
            let header = hasHeader ? [columns[index].title, columns[index].unit] : []
            return (header + rows.map { cell($0, index) }).reduce(1) { max($0, DisplayWidth.of($1)) }
        }
    }

    private func fittedWidths(_ width: Int) -> [Int]? {
        var widths = widths
        let room = width - Self.gap * (columns.count - 1)
        var excess = widths.reduce(0, +) - room
        while excess > 0 {
            let shrinkable = widths.indices.filter {
                !columns[$0].isNumber && !columns[$0].isWhole && widths[$0] > Self.narrowest
            }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
            // Down to the second widest in one step.
            let others = shrinkable.filter { $0 != widest }.map { widths[$0] }
            let floor = max(Self.narrowest, others.max() ?? Self.narrowest)
            let step = min(excess, max(1, widths[widest] - floor))
            widths[widest] -= step
            excess -= step
        }
        return widths
    }

    private func laidOut(_ row: [String], _ widths: [Int]) -> [String] {
        let broken = widths.indices.map { TerminalText.lines(cell(row, $0), width: widths[$0]) }
        let height = broken.map(\.count).max() ?? 0
        return (0..<height).map { number in
            var line = ""
            for index in widths.indices {
                let text = broken[index].indices.contains(number) ? broken[index][number] : ""
                if index > 0 { line += String(repeating: " ", count: Self.gap) }
                line +=
                    columns[index].isNumber
                    ? DisplayWidth.padded(text, rightTo: widths[index])
                    : DisplayWidth.padded(text, to: widths[index])
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    private func listed(_ width: Int) -> [String] {
        var out: [String] = []
        for row in rows {
            for (index, column) in columns.enumerated() where !cell(row, index).isEmpty {
                let unit = column.unit.isEmpty ? "" : " (\(column.unit))"
                let head = column.title.isEmpty ? "" : column.title + unit + ": "
                let lines = TerminalText.lines(head + cell(row, index), width: width - 2)
                for line in lines { out.append((index == 0 ? "" : "  ") + line) }
            }
            out.append("")
        }
        if out.last == "" { out.removeLast() }
        return out
    }
}
