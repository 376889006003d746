import Ecosystem

/// Numbers with labels at the rows and columns: `region/sector`, `region.sector`, a plain name, or two header rows and two
/// leading columns for region and sector.
struct LabelledTable {
    /// A row of numbers.
    struct Row {
        let number: Int
        let label: FlowTable.Label
    }

    let file: String
    private(set) var columns: [FlowTable.Label] = []
    private(set) var rows: [Row] = []
    /// Row by row.
    private(set) var values: [Double] = []

    /// Reads a file; `nil` where a finding says why it holds no table. An empty cell is no flow, 0.
    init?(_ file: String, in source: PackageSource, log: inout FindingLog) throws {
        self.file = file
        let grid = try CellGrid(file, in: source, log: &log)
        guard let start = Self.start(of: grid), start > 0 else {
            log.add(
                Finding(
                    .error, file: file,
                    Localized(
                        "holds no labelled numbers: a header row and rows of numbers are needed",
                        "没有带标签的数字：需要表头行和数字行")))
            return nil
        }
        // Two leading columns hold no number in any row; one cell that is none does not make a column of labels.
        let body = grid.rows.dropFirst(start)
        let isWide = body.contains { $0.cells.count > 2 }
        let lead = isWide && body.allSatisfy { $0[1].cellNumber == nil } ? 2 : 1
        // A row that names the index columns alone is no header.
        let heads = grid.rows.prefix(start).filter { $0.cells.dropFirst(lead).contains { !$0.isEmpty } }
        guard let top = heads.first, heads.count <= 2 else {
            log.add(
                Finding(
                    .error, file: file, row: 1,
                    Localized(
                        "one or two header rows are needed, here are \(heads.count)",
                        "需要一或两行表头，这里有 \(heads.count) 行")))
            return nil
        }
        let width = heads.map(\.cells.count).max() ?? 0
        for column in lead..<max(lead, width) {
            let second = heads.count > 1 ? heads.last?[column] : nil
            columns.append(second.map { .init(region: top[column], sector: $0) } ?? Self.label(top[column]))
        }
        for row in grid.rows.dropFirst(start) {
            rows.append(
                Row(
                    number: row.number,
                    label: lead == 2 ? .init(region: row[0], sector: row[1]) : Self.label(row[0])))
            if row.cells.count != width {
                log.add(
                    Finding(
                        .error, file: file, row: row.number,
                        Localized(
                            "has \(row.cells.count) cells, the header \(width)",
                            "有 \(row.cells.count) 个单元格，表头为 \(width) 个")))
            }
            for (index, column) in columns.enumerated() {
                let text = row[lead + index]
                let number = text.isEmpty ? 0 : text.cellNumber
                if number == nil {
                    log.add(grid.noNumber(text, row: row, column: lead + index, header: column.text))
                }
                values.append(number ?? 0)
            }
        }
        twice(rows.map(\.label), &log) { rows[$0].number }
        twice(columns, &log) { _ in top.number }
    }

    /// What the second of two header rows begins with, in files of one column.
    private static let headerWords: Set<String> = ["", "sector", "category", "industry", "部门", "类别", "行业"]

    /// The first row of numbers: at least half of its cells behind the label are numbers. In a table of one column a row
    /// whose only cell is none is a header only where its label is a header's.
    private static func start(of grid: CellGrid) -> Int? {
        let found = grid.rows.firstIndex { row in
            let cells = row.cells.dropFirst().filter { !$0.isEmpty }
            let numbers = cells.count { $0.cellNumber != nil }
            return numbers > 0 && 2 * numbers >= cells.count - 1
        }
        guard let found, found == 2, grid.rows[1].cells.count == 2,
            !headerWords.contains(grid.rows[1][0].lowercased())
        else { return found }
        return 1
    }

    private func twice(_ labels: [FlowTable.Label], _ log: inout FindingLog, _ row: (Int) -> Int) {
        var seen: Set<FlowTable.Label> = []
        for (index, label) in labels.enumerated() where !seen.insert(label).inserted {
            log.add(
                Finding(
                    .error, file: file, row: row(index),
                    Localized(
                        "“\(Finding.shown(label.text))” stands twice; each label must be unique",
                        "“\(Finding.shown(label.text))”出现两次；标签不得重复"), value: label.text))
        }
    }

    /// `region/sector` or `region.sector`, or a sector alone.
    static func label(_ text: String) -> FlowTable.Label {
        for sign: Character in ["/", "."] {
            if let place = text.firstIndex(of: sign), place > text.startIndex {
                let sector = text[text.index(after: place)...]
                if !sector.isEmpty { return .init(region: String(text[..<place]), sector: String(sector)) }
            }
        }
        return .init(sector: text)
    }
}
