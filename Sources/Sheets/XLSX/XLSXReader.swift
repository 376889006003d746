/// Reads an Excel workbook (.xlsx) row by row: shared, inline and rich texts, numbers with their exact text, dates by number
/// format in both date systems, sparse rows. Macros and formulas are never run; a formula's stored result is read.
///
/// Memory is one row and the workbook's shared texts. Not safe to share between threads.
public final class XLSXReader {
    /// One worksheet.
    public struct Sheet: Sendable, Equatable {
        /// The name on its tab.
        public let name: String
        /// True where the program hides it.
        public let isHidden: Bool
        let part: String
    }

    /// The worksheets in the order of their tabs; chart sheets are left out.
    public let sheets: [Sheet]
    /// True where dates count from 1904 (old Macintosh workbooks).
    public let uses1904: Bool

    private let file: String?
    private let zip: ZipReader
    private let sharedPart: String?
    private let isDate: [Bool]
    private var loadedShared: SharedStrings?

    /// Opens the workbook at `path`. Old `.xls` files, workbooks with a password and other formats are refused with advice.
    public convenience init(path: String, limits: ZipLimits = ZipLimits()) throws {
        let start = try XLSXReader.beginning(of: FileInput(path: path))
        do {
            try WorkbookKind.refuseOthers(start)
        } catch {
            throw error.named(path)
        }
        try self.init(ZipReader(path: path, limits: limits), file: path)
    }

    /// Opens a workbook in memory; `file` is the name for messages.
    public convenience init(bytes: [UInt8], file: String? = nil, limits: ZipLimits = ZipLimits()) throws {
        do {
            try WorkbookKind.refuseOthers(Array(bytes.prefix(WorkbookKind.neededBytes)))
        } catch {
            throw error.named(file)
        }
        try self.init(ZipReader(bytes: bytes, limits: limits, file: file), file: file)
    }

    private init(_ zip: ZipReader, file: String?) throws {
        self.zip = zip
        self.file = file
        do {
            try WorkbookKind.refuseOthers(zip)
            let root = RelationshipsPart(folder: "")
            try XLSXReader.parse(zip, "_rels/.rels", root)
            guard let main = root.ordered.first(where: { $0.type == "officeDocument" })?.path,
                zip.entry(main) != nil
            else { throw WorkbookKind.notAWorkbook() }
            let workbook = WorkbookPart()
            try XLSXReader.parse(zip, main, workbook)
            let folder = main.split(separator: "/").dropLast().joined(separator: "/")
            let name = main.split(separator: "/").last.map(String.init) ?? main
            let relationships = RelationshipsPart(folder: folder)
            try XLSXReader.parse(
                zip, RelationshipsPart.resolve("_rels/\(name).rels", in: folder), relationships)
            var found: [Sheet] = []
            for sheet in workbook.sheets {
                guard let target = relationships.targets[sheet.relationship], target.type == "worksheet"
                else { continue }
                found.append(Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.path))
            }
            let styles = CellStyles()
            if let part = relationships.ordered.first(where: { $0.type == "styles" })?.path,
                zip.entry(part) != nil
            {
                try XLSXReader.parse(zip, part, styles)
            }
            sharedPart = relationships.ordered.first { $0.type == "sharedStrings" }?.path
            sheets = found
            uses1904 = workbook.uses1904
            isDate = styles.isDate
        } catch let error as SheetError {
            throw error.named(file)
        }
    }

    /// Reads a worksheet and calls `body` for every row that has a cell. An error thrown by `body` ends the reading and is
    /// passed on. Returns the number of rows.
    @discardableResult
    public func read(_ sheet: Sheet, _ body: (borrowing XLSXRow) throws -> Void) throws -> Int {
        do {
            return try withoutActuallyEscaping(body) { body in
                let scanner = SheetScanner(try shared(), isDate: isDate, uses1904: uses1904) { row in
                    do {
                        try body(row)
                    } catch {
                        throw CallerError(error: error)
                    }
                }
                try XLSXReader.parse(zip, sheet.part, scanner)
                return scanner.rows
            }
        } catch let error as CallerError {
            throw error.error
        } catch var error as SheetError {
            error.sheet = sheet.name
            throw error.named(file)
        }
    }

    /// What the caller's closure threw, so that it is not taken for an error of the file.
    private struct CallerError: Error { let error: any Error }

    private func shared() throws -> SharedStrings {
        if let loadedShared { return loadedShared }
        let strings = SharedStrings()
        if let sharedPart, zip.entry(sharedPart) != nil { try XLSXReader.parse(zip, sharedPart, strings) }
        loadedShared = strings
        return strings
    }

    private static func parse(_ zip: ZipReader, _ part: String, _ handler: any XMLHandler) throws {
        guard let entry = zip.entry(part) else {
            var error = WorkbookKind.notAWorkbook()
            error.sheet = part
            throw error
        }
        do {
            let stream = try XMLStream(handler)
            try zip.read(entry) { try stream.feed($0) }
            try stream.finish()
        } catch var error as SheetError {
            error.sheet = error.sheet ?? part
            throw error
        }
    }

    private static func beginning(of input: FileInput) throws(SheetError) -> [UInt8] {
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: WorkbookKind.neededBytes)
        defer { buffer.deallocate() }
        let count = try input.read(into: buffer, capacity: WorkbookKind.neededBytes)
        return Array(UnsafeBufferPointer(start: buffer, count: count))
    }
}
