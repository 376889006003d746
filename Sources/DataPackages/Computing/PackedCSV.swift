import Ecosystem
import Sheets

/// CSV files as they are published, plain or packed with gzip.
struct PackedCSV {
    /// The most bytes that a packed file may unpack to.
    static let limit = 1 << 30

    let source: PackageSource
    let file: String

    /// The name without `.gz`.
    static func plain(_ name: String) -> String { name.hasSuffix(".gz") ? String(name.dropLast(3)) : name }

    /// Reads record by record.
    ///
    /// - Throws: `DataPackageError` where it is missing, damaged or too large.
    func read(_ body: (borrowing CSVRecord) throws -> Void) throws {
        var options = CSVOptions()
        options.maximumFields = 20_000
        do {
            guard file.hasSuffix(".gz") else {
                if let refusal = source.refusal(file) {
                    throw DataPackageError(refusal.en, refusal.zh, path: file)
                }
                _ = try source.readCSV(file, options, body)
                return
            }
            let bytes = try GzipFile.unpacked(source.bytes(of: file, limit: Self.limit), limit: Self.limit)
            try CSVReader(options).read(bytes: bytes, body)
        } catch let error as SheetError {
            throw DataPackageError(
                "\(error.reason.en); \(error.advice.en)", "\(error.reason.zh)；\(error.advice.zh)", path: file)
        }
    }

    /// Every cell as a number, in a file that has neither header nor labels. Cells that hold none are findings and stand as
    /// 0.
    ///
    /// - Returns: Rows, columns and values row by row; `nil` where rows differ in length.
    func numbers(_ log: inout FindingLog) throws -> (rows: Int, columns: Int, values: [Double])? {
        var values: [Double] = []
        var rows = 0
        var columns: Int?
        var ragged: (row: Int, found: Int)?
        var bad: [(row: Int, column: Int, text: String)] = []
        try read { record in
            if columns == nil { columns = record.count }
            if record.count != columns, ragged == nil { ragged = (record.row, record.count) }
            for place in 0..<record.count {
                if let number = Sheets.NumberText.double(record[place]),
                    number.magnitude <= CellGrid.largestNumber
                {
                    values.append(number)
                } else {
                    values.append(0)
                    if bad.count < 100 { bad.append((record.row, place, record.string(place))) }
                }
            }
            rows += 1
        }
        for (row, column, text) in bad {
            log.add(
                Finding(
                    .error, file: file, row: row, position: column + 1,
                    CellGrid.reason(text), value: text, expected: "number"))
        }
        if let ragged {
            log.add(
                Finding(
                    .error, file: file, row: ragged.row,
                    Localized(
                        "has \(ragged.found) cells, the first row \(columns ?? 0)",
                        "有 \(ragged.found) 个单元格，第一行为 \(columns ?? 0) 个")))
            return nil
        }
        return (rows, columns ?? 0, values)
    }
}
