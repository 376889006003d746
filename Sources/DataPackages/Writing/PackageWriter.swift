public import Ecosystem
import FoundationEssentials
import Sheets

/// Writes a model as a data package: `datapackage.json` with the schema of every table, and a CSV file a table.
public enum PackageWriter {
    /// Writes a folder, which appears whole or not at all.
    ///
    /// Tables stand in their canonical order, with the schema's field names as headers; records keep their order.
    /// - Parameters:
    ///   - descriptor: what the package said about itself when it was read; members that this program does not know
    ///     are written back. The model's identity goes before it.
    ///   - extraFiles: files of `sourceFolder` to copy, by their paths in the package.
    ///   - sourceFolder: where the extra files are.
    ///   - besides: further files by their paths in the package.
    ///   - network: a supply network for the package's folder `network/`, written row by row.
    /// - Throws: `DataPackageError` where the target exists and is not empty, or cannot be written.
    public static func write(
        _ model: EcosystemModel, to folder: String, descriptor: PackageDescriptor? = nil,
        extraFiles: [String] = [], from sourceFolder: String? = nil, besides: [String: [UInt8]] = [:],
        network: SupplyNetwork? = nil, options: WritingOptions = .package
    ) throws {
        try requireEmpty(folder)
        try replace(
            folder, with: model, descriptor: descriptor, extraFiles: extraFiles, from: sourceFolder,
            besides: besides, network: network, options: options)
    }

    /// Writes a package that was read, with everything that it held beside its tables.
    public static func write(
        _ package: LoadedPackage, to folder: String, options: WritingOptions = .package
    ) throws {
        try write(
            package.model, to: folder, descriptor: package.descriptor, extraFiles: package.extraFiles,
            from: package.folder, options: options)
    }

    /// Writes files into a folder, which appears whole or not at all.
    ///
    /// - Throws: `DataPackageError` where the folder exists and is not empty, or cannot be written.
    public static func write(_ files: [String: [UInt8]], toNewFolder folder: String) throws {
        try requireEmpty(folder)
        try DataPackageError.wrapping(folder) {
            var transaction = try FolderTransaction(target: folder) { _ in }
            do {
                for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
                    try transaction.write(name, bytes)
                }
                try transaction.commit()
            } catch {
                transaction.abandon()
                throw error
            }
        }
    }

    /// The files of a package in memory, by name.
    public static func files(
        _ model: EcosystemModel, descriptor: PackageDescriptor? = nil, options: WritingOptions = .package
    ) -> [String: [UInt8]] {
        let parts = parts(model, descriptor: descriptor, options: options)
        var files = [PackageDescriptor.fileName: parts.descriptor]
        for table in parts.tables {
            let writer = CSVWriter(csvOptions(options))
            // A writer in memory has nothing that could fail.
            try? write(table.kind, table.columns, model, to: writer)
            files[table.kind.table + ".csv"] = writer.bytes
        }
        return files
    }

    /// A zip of the package for people: tables that Excel opens, and the descriptor, so that it can be read back.
    ///
    /// - Throws: `DataPackageError` where the file cannot be written; an old file then stays.
    public static func writeZip(
        _ model: EcosystemModel, to path: String, descriptor: PackageDescriptor? = nil,
        options: WritingOptions = .spreadsheet
    ) throws {
        try DataPackageError.wrapping(path) {
            try ZipWriter.write(to: path) { try addFiles(of: model, descriptor, options, to: $0) }
        }
    }

    /// The same zip as bytes.
    public static func zipBytes(
        _ model: EcosystemModel, descriptor: PackageDescriptor? = nil, options: WritingOptions = .spreadsheet
    ) throws -> [UInt8] {
        try DataPackageError.wrapping(nil) {
            try ZipWriter.bytes { try addFiles(of: model, descriptor, options, to: $0) }
        }
    }

    private static func addFiles(
        of model: EcosystemModel, _ descriptor: PackageDescriptor?, _ options: WritingOptions,
        to zip: ZipWriter
    ) throws {
        let parts = parts(model, descriptor: descriptor, options: options)
        try zip.add(PackageDescriptor.fileName, parts.descriptor)
        for table in parts.tables {
            let writer = CSVWriter(csvOptions(options))
            try write(table.kind, table.columns, model, to: writer)
            try zip.add(table.kind.table + ".csv", writer.bytes)
        }
    }

    /// Puts a package in the place of whatever the folder holds; files that are no tables stay.
    static func replace(
        _ folder: String, with model: EcosystemModel, descriptor: PackageDescriptor? = nil,
        extraFiles: [String] = [], from sourceFolder: String? = nil, besides: [String: [UInt8]] = [:],
        network: SupplyNetwork? = nil, options: WritingOptions = .package, replacedFiles: Set<String> = [],
        watch: @escaping (FolderTransaction.Step) throws -> Void = { _ in }
    ) throws {
        try DataPackageError.wrapping(folder) {
            var transaction = try FolderTransaction(target: folder, watch: watch)
            do {
                let parts = parts(model, descriptor: descriptor, options: options)
                for table in parts.tables {
                    try transaction.write(table.kind.table + ".csv") { path in
                        try CSVWriter.write(to: path, options: csvOptions(options)) { writer in
                            try write(table.kind, table.columns, model, to: writer)
                        }
                    }
                }
                try transaction.write(PackageDescriptor.fileName, parts.descriptor)
                for (path, bytes) in besides.sorted(by: { $0.key < $1.key }) {
                    try transaction.write(path, bytes)
                }
                if let network {
                    try NetworkWriter.write(
                        network, in: ComputingInputReader.networkFolder, to: &transaction)
                }
                if let sourceFolder {
                    for file in extraFiles { try transaction.copy(file, from: sourceFolder + "/" + file) }
                }
                if PackageSource.isFolder(folder) {
                    let tables = Set(RecordKind.allCases.map { $0.table + ".csv" })
                    try transaction.keepOldFiles(from: folder) {
                        tables.contains($0) || replacedFiles.contains($0)
                    }
                }
                try transaction.commit()
            } catch {
                transaction.abandon()
                throw error
            }
        }
    }

    private static func parts(
        _ model: EcosystemModel, descriptor: PackageDescriptor?, options: WritingOptions
    ) -> (
        descriptor: [UInt8], tables: [(kind: RecordKind, columns: [(name: FieldName, position: Int)])]
    ) {
        var tables: [(kind: RecordKind, columns: [(name: FieldName, position: Int)])] = []
        for kind in EcosystemSchema.all.map(\.kind) where model.count(of: kind) > 0 {
            tables.append((kind, TableLayout.columns(of: kind, in: model)))
        }
        var described = descriptor ?? PackageDescriptor(model.identity)
        described.identity = model.identity
        let node = described.node(
            tables: tables.map { ($0.kind, $0.columns.map(\.name)) }, isGuarded: options.guardsFormulas)
        return (Array((node.text() + "\n").utf8), tables)
    }

    private static func write(
        _ kind: RecordKind, _ columns: [(name: FieldName, position: Int)], _ model: EcosystemModel,
        to writer: CSVWriter
    ) throws {
        try writer.record(columns.map(\.name.rawValue))
        try model.forEachRow(of: kind) { row in
            for column in columns { writer.field(row[column.position]) }
            try writer.endRecord()
        }
    }

    static func csvOptions(_ options: WritingOptions) -> CSVWriterOptions {
        CSVWriterOptions(
            writesByteOrderMark: options.writesByteOrderMark, endsLinesWithCRLF: true,
            guardsFormulas: options.guardsFormulas)
    }

    /// Refuses a folder that holds something.
    static func requireEmpty(_ folder: String) throws(DataPackageError) {
        guard let real = PackageSource.realPath(folder) else { return }
        guard PackageSource.isFolder(real) else {
            throw DataPackageError("is a file; name a new folder", "是文件；请指定新文件夹", path: folder)
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: real)) ?? ["?"]
        guard names.isEmpty else {
            throw DataPackageError(
                "the folder is not empty; name a new or empty folder", "文件夹不是空的；请指定新建或空的文件夹", path: folder)
        }
    }
}

extension DataPackageError {
    /// Runs `body` and turns errors of other modules into this one.
    static func wrapping<R>(_ path: String?, _ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as SheetError {
            throw DataPackageError(error, path: path)
        }
    }

    /// The error of a table, workbook or archive; its place within the file stands in the message.
    init(_ error: SheetError, path: String?) {
        var place = Localized("", "")
        if let sheet = error.sheet { place = place + Localized("sheet \(sheet), ", "工作表 \(sheet)，") }
        if let row = error.row { place = place + Localized("row \(row), ", "第 \(row) 行，") }
        if let column = error.column { place = place + Localized("column \(column), ", "\(column) 列，") }
        self.init(
            "\(place.en)\(error.reason.en); \(error.advice.en)",
            "\(place.zh)\(error.reason.zh)；\(error.advice.zh)",
            path: path ?? error.file)
    }
}
