import Ecosystem

extension HTMLRenderer {
    /// The loom: rows across, columns down, one value where they cross; `nil` for other drawings.
    ///
    /// Rows and columns stand in the order in which the table names them. What the table leaves out or marks as missing
    /// is shown in words, never as zero. The five shades are fifths of the largest value.
    func loom(_ picture: Picture) -> HTML? {
        guard case .heatmap(let rowName, let columnName, let valueName) = picture.drawing,
            let row = picture.table.columns.firstIndex(where: { $0.id == rowName }),
            let column = picture.table.columns.firstIndex(where: { $0.id == columnName }),
            let value = picture.table.columns.firstIndex(where: { $0.id == valueName })
        else { return nil }
        let weave = Weave(picture.table, row: row, column: column, value: value, language: language)
        guard weave.columns.count <= 12, !weave.rows.isEmpty else { return nil }
        return HTML(
            .div, .class("loombox"), .role("region"), .label(picture.table.title[language]),
            HTML.Attribute("tabindex", "0")
        ) {
            HTML(.table, .class("loom")) {
                HTML(.thead) {
                    HTML(.tr) {
                        HTML(.td) { HTML.empty }
                        for name in weave.columns { HTML(.th, .scope("col")) { name } }
                    }
                }
                HTML(.tbody) {
                    for name in weave.rows {
                        HTML(
                            .tr,
                            weave.place[name].flatMap { links.placeClass(ofRegion: $0) }.map { .class($0) }
                        ) {
                            HTML(.th, .scope("row")) {
                                self.value(weave.heads[name] ?? .text(Localized(same: name)))
                            }
                            for column in weave.columns { crossing(weave, name, column) }
                        }
                    }
                }
            }
        }
    }

    private func crossing(_ weave: Weave, _ row: String, _ column: String) -> HTML {
        guard let cell = weave.cells[row]?[column] else {
            return HTML(.td, .class("h0")) { HTML(.span) { Localized("no record", "无记录")[language] } }
        }
        guard case .number(let number) = cell.value else {
            return HTML(.td, .class("h0")) { HTML(.span) { value(cell.value) } }
        }
        let share = weave.largest > 0 ? number.value / weave.largest : 0
        let shade = number.value <= 0 ? 1 : min(5, Int((share * 5).rounded(.up)))
        return HTML(.td, .class("h\(max(1, shade))")) { HTML(.span) { value(cell.value) } }
    }

    /// A long table turned into a matrix.
    private struct Weave {
        var rows: [String] = []
        var columns: [String] = []
        var cells: [String: [String: Cell]] = [:]
        var heads: [String: Cell.Value] = [:]
        /// Region ids of rows that are regions.
        var place: [String: String] = [:]
        var largest = 0.0

        init(_ table: Table, row: Int, column: Int, value: Int, language: Language) {
            for cells in table.rows where cells.count > max(row, column, value) {
                let (name, across) = (Weave.name(cells[row], language), Weave.name(cells[column], language))
                if heads[name] == nil {
                    rows.append(name)
                    heads[name] = cells[row].value
                    if case .links(let links) = cells[row].value, let link = links.first, link.kind == .region
                    {
                        place[name] = link.id
                    }
                }
                if !columns.contains(across) { columns.append(across) }
                self.cells[name, default: [:]][across] = cells[value]
                if case .number(let number) = cells[value].value { largest = max(largest, number.value) }
            }
        }

        private static func name(_ cell: Cell, _ language: Language) -> String {
            switch cell.value {
            case .text(let text), .missing(let text): text[language]
            case .number(let number): NumberWording.text(number)
            case .links(let links): links.map { $0.text[language] }.joined(separator: " ")
            }
        }
    }
}
