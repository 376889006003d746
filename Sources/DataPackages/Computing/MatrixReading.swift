import Ecosystem

/// Reads a matrix file: first column region, other columns industries; an empty cell is missing. An about-file says how sure its
/// numbers are.
struct MatrixReading {
    let source: PackageSource

    /// The matrix; `nil` where a finding says why there is none.
    func matrix(_ log: inout FindingLog) throws -> RegionMatrix? {
        let names = try source.fileNames().filter { !Self.isAbout($0) }
        guard let file = names.first(where: { RelativePath.ending($0) == "csv" }) ?? names.first
        else { throw DataPackageError("there is no file", "没有文件", path: source.name) }
        let grid = try CellGrid(file, in: source, log: &log)
        guard let header = grid.rows.first, grid.rows.count > 1, header.cells.count > 1 else {
            log.add(
                Finding(
                    .error, file: file, row: grid.rows.first?.number,
                    Localized(
                        "a matrix needs a header row with industries and a row for each region",
                        "矩阵需要一行表头（各产业）和每个地区一行数据")))
            return nil
        }
        let industries = Array(header.cells.dropFirst())
        note(industries, in: header, grid, &log)
        var regions: [String] = []
        var values: [Double?] = []
        var rowOfRegion: [String: Int] = [:]
        for row in grid.rows.dropFirst() {
            let region = row[0]
            if let earlier = rowOfRegion[region] {
                log.add(
                    Finding(
                        .error, file: file, row: row.number, column: FieldName(rawValue: header[0]),
                        position: 1,
                        Localized(
                            "“\(Finding.shown(region))” stands already in row \(earlier); name each region once",
                            "“\(Finding.shown(region))”已在第 \(earlier) 行；每个地区只能出现一次"), value: region))
            }
            rowOfRegion[region] = row.number
            if row.cells.count > header.cells.count {
                log.add(
                    Finding(
                        .error, file: file, row: row.number,
                        Localized(
                            "has \(row.cells.count) cells, the header \(header.cells.count)",
                            "有 \(row.cells.count) 个单元格，表头为 \(header.cells.count) 个")))
            }
            regions.append(region)
            for (index, industry) in industries.enumerated() {
                let text = row[index + 1]
                let number = text.isEmpty ? nil : text.cellNumber
                if number == nil, !text.isEmpty {
                    log.add(grid.noNumber(text, row: row, column: index + 1, header: industry))
                }
                values.append(number)
            }
        }
        let about = try source.fileNames().first(where: Self.isAbout).map { try AboutFields($0, in: source) }
        return RegionMatrix(
            name: source.name, regions: regions, industries: industries, values: values,
            basis: about?.basis("basis", &log), source: about?.words("source"))
    }

    /// What the name of an about-file ends with: `jobs.about.json` says what `jobs.csv` is.
    static let aboutEnding = ".about.json"

    /// Whether a file says what a matrix is.
    static func isAbout(_ name: String) -> Bool { name.hasSuffix(aboutEnding) }

    private func note(
        _ industries: [String], in header: CellGrid.Row, _ grid: CellGrid, _ log: inout FindingLog
    ) {
        var seen: Set<String> = []
        for (index, industry) in industries.enumerated() where !seen.insert(industry).inserted {
            log.add(
                Finding(
                    .error, file: grid.file, row: header.number, column: FieldName(rawValue: industry),
                    position: index + 2,
                    Localized(
                        "“\(Finding.shown(industry))” heads two columns; name each industry once",
                        "“\(Finding.shown(industry))”是两列的表头；每个产业只能出现一次"), value: industry))
        }
    }
}
