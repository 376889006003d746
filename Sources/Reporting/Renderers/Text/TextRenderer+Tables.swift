import Ecosystem

extension TextRenderer {
    func lines(of figures: [Figure]) -> [String] {
        let rows = figures.map { figure in
            [
                figure.label[language], valueText(figure), figure.origin.map(basisText) ?? "",
                figure.period?[language] ?? "", figure.origin.map { idText($0.paragraphs, 3) } ?? "",
            ].map(TerminalText.safe)
        }
        let used = (0..<5).filter { index in index < 2 || rows.contains { !$0[index].isEmpty } }
        return TextGrid(
            columns: used.map { TextGrid.Column(title: "", unit: "", isNumber: $0 == 1) },
            rows: rows.map { row in used.map { row[$0] } }, hasHeader: false
        ).lines(width: width)
    }

    /// A table; `bars` names the column whose numbers are also drawn as bars, `all` how many rows there are where only some
    /// are shown, `weakest` what it rests on where its cells do not say.
    func lines(
        of table: Table, bars: Int? = nil, of all: Int? = nil, weakest: Basis? = nil
    ) -> [String] {
        let grid = grid(of: table, bars: bars)
        // Without room for bars the numbers stand alone.
        if bars != nil, !grid.fits(width) { return lines(of: table) }
        var out = wrapped(table.title[language]).map(bold)
        if let caption = table.caption { out += wrapped(caption[language]) }
        out += grid.lines(width: width)
        var foot = ReportWords.rows(table.rows.count)[language]
        if let all, all > table.rows.count { foot = ReportWords.rows(table.rows.count, of: all)[language] }
        if let weakest = weakest ?? table.weakestBasis {
            foot += " · " + ReportWords.weakest[language] + colon + weakest.label[language]
        }
        return out + [faint(foot)]
    }

    /// The cells of a table as they are written, with what its rows rest on.
    func grid(of table: Table, bars: Int? = nil) -> TextGrid {
        var columns = table.columns.map { column in
            TextGrid.Column(
                title: TerminalText.safe(column.title[language]),
                unit: TerminalText.safe(column.unit?[language] ?? ""), isNumber: column.kind == .number)
        }
        var rows = table.rows.map { row in row.map { TerminalText.safe(valueText($0.value)) } }
        if let bars {
            columns.append(TextGrid.Column(title: "", unit: "", isNumber: false, isWhole: true))
            let lengths = barLengths(table.rows.map { $0.indices.contains(bars) ? $0[bars].value : nil })
            for index in rows.indices { rows[index].append(String(repeating: "█", count: lengths[index])) }
        }
        if table.rows.contains(where: { $0.contains { $0.origin != nil } }) {
            columns.append(TextGrid.Column(title: ReportWords.basis[language], unit: "", isNumber: false))
            columns.append(TextGrid.Column(title: ReportWords.source[language], unit: "", isNumber: false))
            for (index, row) in table.rows.enumerated() {
                let row = RowOrigins(row, of: table)
                rows[index].append(row.weakest.map { basisText($0) } ?? "")
                rows[index].append(TerminalText.safe(idText(row.paragraphs, 2)))
            }
        }
        return TextGrid(columns: columns, rows: rows)
    }

    private func barLengths(_ values: [Cell.Value?]) -> [Int] {
        let numbers = values.map { value -> Double in
            guard case .number(let number) = value, number.value.isFinite else { return 0 }
            return max(0, number.value)
        }
        guard let largest = numbers.max(), largest > 0 else { return numbers.map { _ in 0 } }
        return numbers.map { $0 > 0 ? max(1, Int(($0 / largest * 20).rounded())) : 0 }
    }

    private func valueText(_ figure: Figure) -> String {
        guard case .missing = figure.value else {
            return NumberWording.with(unit: figure.unit?[language], valueText(figure.value), language)
        }
        return valueText(figure.value)
    }

    func valueText(_ value: Cell.Value) -> String {
        switch value {
        case .text(let text), .missing(let text): text[language]
        case .number(let number): NumberWording.text(number)
        case .links(let links):
            links.map { $0.text[language] }.joined(separator: language == .zh ? "、" : ", ")
        }
    }
}
