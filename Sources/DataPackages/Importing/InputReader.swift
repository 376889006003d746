import Ecosystem
import Sheets

/// Reads the tables of input files: CSV, workbooks, and zips of CSV.
struct InputReader {
    /// What was read, in the order of the files.
    private(set) var tables: [InputTable] = []
    /// What a package inside the files says about itself.
    private(set) var identity: [(String, String)] = []
    private(set) var descriptor: PackageDescriptor?
    var log: FindingLog
    private let limits: ImportLimits
    private var cells = 0

    init(limits: ImportLimits, log: FindingLog) {
        self.limits = limits
        self.log = log
    }

    /// Reads one file; whatever is wrong inside becomes a finding.
    mutating func read(_ file: ImportFile) {
        do {
            switch RelativePath.ending(file.name) {
            case "xlsx", "xlsm": try workbook(file)
            case "zip": try archive(file)
            case "csv", "txt", "tsv": try csv(file, isGuarded: true)
            case "xls", "et":
                refuse(
                    file, "old workbooks are not read; save it as .xlsx or CSV", "不读取旧版工作簿；请另存为 .xlsx 或 CSV")
            default:
                refuse(
                    file, "the ending says neither CSV nor XLSX; rename the file or convert it",
                    "扩展名不是 CSV 或 XLSX；请改名或转换格式")
            }
        } catch let error as SheetError {
            let place = error.sheet.map { file.name + "#" + $0 } ?? file.name
            log.add(
                Finding(
                    .error, file: place, row: error.row, column: error.column.map { FieldName(rawValue: $0) },
                    Localized(
                        "\(error.reason.en); \(error.advice.en)", "\(error.reason.zh)；\(error.advice.zh)")))
        } catch let error as DataPackageError {
            log.add(Finding(.error, file: file.name, row: error.line, error.message))
        } catch {
            refuse(file, "the file cannot be read (\(error))", "文件无法读取（\(error)）")
        }
    }

    private mutating func refuse(_ file: ImportFile, _ en: String, _ zh: String) {
        log.add(Finding(.error, file: file.name, Localized(en, zh)))
    }

    private mutating func csv(_ file: ImportFile, isGuarded: Bool) throws {
        var options = CSVOptions(delimiter: .detected, undoesFormulaGuard: isGuarded)
        options.maximumFields = limits.maximumColumns
        var table = InputTable(
            label: file.name, name: RelativePath.stem(file.name), file: RelativePath.name(file.name),
            sheet: nil,
            headerRow: 0, header: [], rows: [])
        var budget = limits.maximumCells - cells
        let body: (borrowing CSVRecord) throws -> Void = { record in
            budget -= record.count
            guard budget >= 0 else { throw ImportLimits.tooMany }
            if table.headerRow == 0 {
                table.headerRow = record.row
                table.header = record.strings
            } else {
                table.rows.append(InputTable.Row(number: record.row, cells: record.strings))
            }
        }
        let summary: CSVSummary
        switch file.content {
        case .path(let path): summary = try CSVReader(options).read(path: path, body)
        case .bytes(let bytes): summary = try CSVReader(options).read(bytes: bytes, body)
        }
        cells = limits.maximumCells - budget
        report(summary, file, header: table.header)
        guard table.headerRow > 0 else {
            return refuse(file, "the file is empty; it needs a header row", "文件为空；至少应有表头行")
        }
        tables.append(table)
    }

    private mutating func report(_ summary: CSVSummary, _ file: ImportFile, header: [String]) {
        if summary.encoding != .utf8 {
            log.add(
                Finding(
                    .note, file: file.name, row: 1,
                    Localized("read as \(summary.encoding.rawValue)", "按 \(summary.encoding.rawValue) 读取")))
        }
        for problem in summary.problems {
            let name = problem.column > 0 && problem.column <= header.count ? header[problem.column - 1] : nil
            log.add(
                Finding(
                    problem.kind == .strayQuote ? .warning : .error, file: file.name, row: problem.row,
                    column: name.map { FieldName(rawValue: $0) }, position: problem.column,
                    Localized(problem.text.en, problem.text.zh)))
        }
        if summary.problemCount > summary.problems.count {
            refuse(
                file,
                "\(summary.problemCount - summary.problems.count) further faults of the text are not listed",
                "另有 \(summary.problemCount - summary.problems.count) 处文本错误未列出")
        }
    }

    private mutating func workbook(_ file: ImportFile) throws {
        let zipLimits = ZipLimits(maximumTotalBytes: limits.maximumBytes)
        let reader =
            switch file.content {
            case .path(let path): try XLSXReader(path: path, limits: zipLimits)
            case .bytes(let bytes): try XLSXReader(bytes: bytes, file: file.name, limits: zipLimits)
            }
        for sheet in reader.sheets {
            let label = file.name + "#" + sheet.name
            var table = InputTable(
                label: label, name: sheet.name, file: RelativePath.name(file.name), sheet: sheet.name,
                headerRow: 0,
                header: [], rows: [])
            var budget = limits.maximumCells - cells
            let columnLimit = limits.maximumColumns
            var errors: [(row: Int, column: Int, text: String)] = []
            try reader.read(sheet) { row in
                budget -= max(1, min(row.lastColumn, columnLimit))
                guard budget >= 0 else { throw ImportLimits.tooMany }
                let texts = row.strings(width: min(row.lastColumn, columnLimit))
                if table.headerRow == 0 {
                    guard texts.contains(where: { !$0.isEmpty }) else { return }
                    table.headerRow = row.number
                    table.header = texts
                    return
                }
                guard texts.contains(where: { !$0.isEmpty }) else { return }
                var entry = InputTable.Row(number: row.number, cells: texts)
                for index in 0..<row.count {
                    guard let cell = row[index] else { continue }
                    if cell.mayHaveLostDigits { entry.lossy.insert(cell.column - 1) }
                    if cell.kind == .error, errors.count < 1_000 {
                        errors.append((row.number, cell.column, cell.text))
                    }
                }
                table.rows.append(entry)
            }
            cells = limits.maximumCells - budget
            for error in errors {
                let name = error.column <= table.header.count ? table.header[error.column - 1] : ""
                log.add(
                    Finding(
                        .error, file: label, row: error.row, column: FieldName(rawValue: name),
                        position: error.column,
                        Localized(
                            "the cell holds the spreadsheet error \(error.text); correct the formula or the value",
                            "单元格是表格错误 \(error.text)；请改正公式或数值"), value: error.text))
            }
            guard table.headerRow > 0 else { continue }
            if sheet.name == WorkbookExport.identitySheet, table.header.first == "key" {
                identity += table.rows.map { ($0.cells.first ?? "", $0.cells.count > 1 ? $0.cells[1] : "") }
            } else {
                tables.append(table)
            }
        }
    }

    private mutating func archive(_ file: ImportFile) throws {
        let zipLimits = ZipLimits(maximumTotalBytes: limits.maximumBytes)
        let reader =
            switch file.content {
            case .path(let path): try ZipReader(path: path, limits: zipLimits)
            case .bytes(let bytes): try ZipReader(bytes: bytes, limits: zipLimits, file: file.name)
            }
        var guarded: [String: Bool] = [:]
        // Whoever zips a folder gets its name before every file.
        let top = InputReader.topFolder(of: reader.entries.map(\.name))
        if let entry = reader.entry(top + PackageDescriptor.fileName) {
            let node = try JSONParser.parse(
                try reader.bytes(of: entry, limit: 1 << 24),
                path: file.name + "#" + PackageDescriptor.fileName)
            let read = PackageDescriptor.read(node, fallbackName: RelativePath.stem(file.name), into: &log)
            for resource in read.resources { guarded[top + resource.path] = resource.isGuarded }
            descriptor = read
        }
        for entry in reader.entries where InputReader.isTable(entry.name) {
            let bytes = try reader.bytes(of: entry, limit: limits.maximumBytes)
            try csv(
                ImportFile(name: RelativePath.name(entry.name), bytes: bytes),
                isGuarded: guarded[entry.name] ?? (descriptor == nil))
        }
    }

    /// The folder, with its slash, that holds a descriptor where none stands at the top; else empty.
    private static func topFolder(of names: [String]) -> String {
        guard !names.contains(PackageDescriptor.fileName) else { return "" }
        let found = names.filter { name in
            let parts = name.split(separator: "/")
            return parts.count == 2 && parts[1] == PackageDescriptor.fileName
        }
        return found.count == 1 ? String(found[0].dropLast(PackageDescriptor.fileName.count)) : ""
    }

    /// Whether an entry is a table; systems put hidden companions of files into archives, which are none.
    static func isTable(_ name: String) -> Bool {
        RelativePath.ending(name) == "csv" && !RelativePath.name(name).hasPrefix(".")
            && !name.hasPrefix("__MACOSX/")
    }
}
