import Ecosystem

/// Reads what a table folder holds beside the table: `margins.csv`, `regional_output.csv`, and the table at an earlier
/// date in `flows-earlier.csv`, `final_demand-earlier.csv` and `extensions-earlier.csv`. All are optional.
struct TableCompanionReading {
    let source: PackageSource
    let sectors: [FlowTable.Label]
    let uses: [FlowTable.Label]
    let accounts: [FlowTable.Label]?

    private static let flowsFile = "flows-earlier.csv"
    private static let demandFile = "final_demand-earlier.csv"
    private static let extensionsFile = "extensions-earlier.csv"

    /// What is there; what is wrong with it is in the findings.
    func companions(among names: [String], _ log: inout FindingLog) throws -> TableCompanions {
        var found = TableCompanions()
        if names.contains("margins.csv") { found.margins = try margins(&log) }
        if names.contains("regional_output.csv") { found.regional = try regionalOutput(&log) }
        let isEarlier = [Self.flowsFile, Self.demandFile, Self.extensionsFile].contains(where: names.contains)
        if isEarlier { found.earlier = try earlier(names, &log) }
        return found
    }

    // MARK: Margins

    /// `sector,sales,purchases`: a row a sector, and perhaps a row a category of final demand with purchases alone.
    private func margins(_ log: inout FindingLog) throws -> TableCompanions.Margins? {
        let file = "margins.csv"
        let grid = try CellGrid(file, in: source, log: &log)
        guard let header = grid.rows.first, let label = header.cells.firstIndex(of: "sector"),
            let sold = header.cells.firstIndex(of: "sales"),
            let bought = header.cells.firstIndex(of: "purchases")
        else {
            log.add(
                Finding(
                    .error, file: file, row: grid.rows.first?.number,
                    Localized(
                        "needs columns named sector, sales and purchases", "需要名为 sector、sales、purchases 的列")))
            return nil
        }
        var rows: [FlowTable.Label: CellGrid.Row] = [:]
        let known = Set(sectors).union(uses)
        for row in grid.rows.dropFirst() {
            let name = LabelledTable.label(row[label])
            guard known.contains(name) else {
                log.add(
                    Finding(
                        .error, file: file, row: row.number, column: FieldName(rawValue: "sector"),
                        position: label + 1,
                        Localized(
                            "“\(Finding.shown(row[label]))” is no sector of flows.csv and no category of final_demand.csv; "
                                + "correct or drop the row",
                            "“\(Finding.shown(row[label]))”既不是 flows.csv 的部门，也不是 final_demand.csv 的类别；请更正或删除该行"
                        ),
                        value: row[label]))
                continue
            }
            if let earlier = rows.updateValue(row, forKey: name) {
                log.add(
                    Finding(
                        .error, file: file, row: row.number, column: FieldName(rawValue: "sector"),
                        position: label + 1,
                        Localized(
                            "“\(Finding.shown(row[label]))” stands already in row \(earlier.number); name each once",
                            "“\(Finding.shown(row[label]))”已在第 \(earlier.number) 行；每个只能出现一次"),
                        value: row[label]))
            }
        }
        func numbers(_ labels: [FlowTable.Label], _ column: Int, _ name: String) -> [Double] {
            labels.map { label in
                guard let row = rows[label] else {
                    log.add(Self.missing(label, file, Localized("row", "行")))
                    return 0
                }
                return Self.number(row, column, name, grid, &log)
            }
        }
        let sales = numbers(sectors, sold, "sales")
        let purchases = numbers(sectors, bought, "purchases")
        let tellsUses = uses.contains { rows[$0] != nil }
        return TableCompanions.Margins(
            sales: sales, purchases: purchases, uses: tellsUses ? numbers(uses, bought, "purchases") : nil)
    }

    // MARK: Regions

    /// `sector`, then a column a region.
    private func regionalOutput(_ log: inout FindingLog) throws -> TableCompanions.RegionalOutput? {
        let file = "regional_output.csv"
        let grid = try CellGrid(file, in: source, log: &log)
        guard let header = grid.rows.first, header.cells.count > 1, grid.rows.count > 1 else {
            log.add(
                Finding(
                    .error, file: file, row: grid.rows.first?.number,
                    Localized(
                        "needs a header row, sector and a column a region, and a row a sector",
                        "需要表头行（sector 和每个地区一列）以及每个部门一行")))
            return nil
        }
        let regions = Array(header.cells.dropFirst())
        for (place, region) in regions.enumerated()
        where region.isEmpty || regions.firstIndex(of: region) != place {
            log.add(
                Finding(
                    .error, file: file, row: header.number, position: place + 2,
                    Localized(
                        "the name “\(Finding.shown(region))” is empty or stands twice; name each region once",
                        "地区名“\(Finding.shown(region))”为空或重复；每个地区只能出现一次"), value: region))
        }
        TableReading.compare(
            sectors, grid.rows.dropFirst().map { LabelledTable.label($0[0]) }, file: file,
            Localized("rows", "行"), Localized("sectors of the rows", "行（部门及次序）"), &log)
        guard grid.rows.count - 1 == sectors.count else { return nil }
        let output = regions.indices.map { place in
            grid.rows.dropFirst().map { Self.number($0, place + 1, regions[place], grid, &log) }
        }
        return TableCompanions.RegionalOutput(regions: regions, output: output)
    }

    // MARK: Earlier date

    private func earlier(_ names: [String], _ log: inout FindingLog) throws -> TableCompanions.Earlier? {
        let flows = try LabelledTable(Self.flowsFile, in: source, log: &log)
        let demand = try LabelledTable(Self.demandFile, in: source, log: &log)
        guard let flows, let demand else { return nil }
        let rows = Localized("sectors of the rows", "行（部门及次序）")
        let sides = [
            (flows.file, flows.rows.map(\.label), Localized("rows", "行")),
            (flows.file, flows.columns, Localized("columns", "列")),
            (demand.file, demand.rows.map(\.label), Localized("rows", "行")),
        ]
        for (file, labels, side) in sides {
            TableReading.compare(sectors, labels, file: file, side, rows, &log)
        }
        TableReading.compare(
            uses, demand.columns, file: demand.file, Localized("columns", "列"),
            Localized("categories", "最终需求类别及次序"), of: "final_demand.csv", &log)
        var extensions: LabelledTable?
        if names.contains(Self.extensionsFile) {
            extensions = try LabelledTable(Self.extensionsFile, in: source, log: &log)
        }
        if let extensions {
            TableReading.compare(
                sectors, extensions.columns, file: extensions.file, Localized("columns", "列"), rows, &log)
            TableReading.compare(
                accounts ?? [], extensions.rows.map(\.label), file: extensions.file, Localized("rows", "行"),
                Localized("accounts", "账户及次序"), of: "extensions.csv", &log)
        }
        return TableCompanions.Earlier(
            flows: flows.values, finalDemand: demand.values, extensions: extensions?.values)
    }

    // MARK: Cells

    /// The number of a cell; an empty one is not zero here, and a finding.
    private static func number(
        _ row: CellGrid.Row, _ column: Int, _ name: String, _ grid: CellGrid, _ log: inout FindingLog
    ) -> Double {
        let text = row[column]
        if let number = text.cellNumber { return number }
        guard text.isEmpty else {
            log.add(grid.noNumber(text, row: row, column: column, header: name))
            return 0
        }
        log.add(
            Finding(
                .error, file: grid.file, row: row.number, column: FieldName(rawValue: name),
                position: column + 1,
                Localized(
                    "is empty; write the number, and 0 where there is nothing", "为空；请填写数字，确实没有时填 0")))
        return 0
    }

    private static func missing(_ label: FlowTable.Label, _ file: String, _ what: Localized) -> Finding {
        Finding(
            .error, file: file,
            Localized(
                "has no \(what.en) for “\(Finding.shown(label.text))”; add it",
                "缺少“\(Finding.shown(label.text))”的\(what.zh)；请补上"), value: label.text)
    }
}
