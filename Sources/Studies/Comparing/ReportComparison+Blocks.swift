import Ecosystem
public import Reporting

extension ReportComparison {
    /// Rows that a page shows of one table.
    public static let rowLimit = 200

    /// The comparison laid out: what was asked differently, figures, tables.
    public var blocks: [Block] { blocks(rowsOfTables: ReportComparison.rowLimit) }

    /// The comparison laid out with so many differing rows of each table at most; a file takes all.
    public func blocks(rowsOfTables limit: Int) -> [Block] {
        var blocks: [Block] = []
        if !settings.isEmpty { blocks.append(.table(settingTable)) }
        if !figures.isEmpty { blocks.append(.table(figureTable)) }
        for table in tables { blocks.append(.table(block(of: table, limit))) }
        return blocks
    }

    private static let first = Localized("First (A)", "第一个（A）")
    private static let second = Localized("Second (B)", "第二个（B）")
    private static let absent = Cell.missing(Localized("not there", "没有"))

    private var settingTable: Table {
        Table(
            "settings", Localized("What was asked differently", "问得不同之处"),
            columns: [
                .words("what", "What", "内容"), Table.Column("a", ReportComparison.first),
                Table.Column("b", ReportComparison.second),
            ],
            rows: settings.map { setting in
                [
                    .text(setting.name), setting.left.map { .text($0) } ?? ReportComparison.absent,
                    setting.right.map { .text($0) } ?? ReportComparison.absent,
                ]
            })
    }

    private var figureTable: Table {
        Table(
            "figures", Localized("Figures that differ", "不同的数字"),
            caption: equalFigures == 0
                ? nil : Localized("\(equalFigures) further figures are equal", "另有 \(equalFigures) 个数字相同"),
            columns: [
                .words("figure", "Figure", "数字"),
                Table.Column("a", ReportComparison.first, kind: .number),
                Table.Column("b", ReportComparison.second, kind: .number),
                .numbers("difference", "B − A", "B − A"), .words("unit", "Unit", "单位"),
            ],
            rows: figures.map { pair in
                [
                    .text(pair.label), ReportComparison.cell(pair.left), ReportComparison.cell(pair.right),
                    pair.difference.map { .number($0, decimals: pair.decimals) }
                        ?? .missing(Localized("no numbers of one unit", "不是同一单位的数")),
                    (pair.left?.unit ?? pair.right?.unit).map { .text($0) } ?? .text(""),
                ]
            })
    }

    private static func cell(_ figure: Figure?) -> Cell {
        figure.map { Cell($0.value, origin: $0.origin) } ?? absent
    }

    private func block(of pair: TablePair, _ limit: Int) -> Table {
        let shown = pair.changes.prefix(limit)
        var remarks: [Localized] = []
        switch pair.onlyIn {
        case .left: remarks.append(Localized("Only the first has this table", "只有第一个有此表"))
        case .right: remarks.append(Localized("Only the second has this table", "只有第二个有此表"))
        case nil: remarks.append(Localized("\(pair.equalRows) rows are equal", "\(pair.equalRows) 行相同"))
        }
        if shown.count < pair.changes.count {
            remarks.append(
                Localized(
                    "the first \(shown.count) of \(pair.changes.count) differences",
                    "共 \(pair.changes.count) 处不同，列出前 \(shown.count) 处"))
        }
        return Table(
            "rows-" + pair.id, pair.title, caption: .joined(remarks, Localized("; ", "；")),
            columns: [
                .words("row", "Row", "行"), .words("column", "Column", "列"),
                Table.Column("a", ReportComparison.first), Table.Column("b", ReportComparison.second),
            ],
            rows: shown.map { change in
                [
                    change.row, change.column.map { .text($0.title) } ?? .text(Localized("whole row", "整行")),
                    change.left ?? ReportComparison.absent, change.right ?? ReportComparison.absent,
                ]
            })
    }
}

extension ReportComparison.FigurePair {
    /// Decimals of the difference: those of the finer figure.
    fileprivate var decimals: Int {
        [left, right].compactMap { figure -> Int? in
            if case .number(let number)? = figure?.value { number.decimals } else { nil }
        }.max() ?? 0
    }
}
