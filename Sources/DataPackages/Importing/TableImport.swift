import Ecosystem

/// Imports tables of other people into a package: stage, look at the preview, commit.
public enum TableImport {
    /// Extra columns that keep a converted point as it was given.
    static let sourcePoint = ["source_lon", "source_lat", "source_crs"]
    /// Headers of a column that names the reference of each row's coordinates.
    static let referenceHeaders: Set<String> = [
        "crs", "坐标系", "坐标参考", "坐标系统", "coordinate_reference", "coordinate_system",
    ]

    /// Reads files and works out what they would change in a package; nothing is written.
    ///
    /// Tables are recognized by mapping, by name or by headers, in Chinese or English. Records with a known id change
    /// the fields that the file fills; others are added. Records without an id are matched by credit code or name, or get
    /// an id that is the same at every import.
    /// - Parameters:
    ///   - files: CSV, XLSX, or zips of CSV.
    ///   - package: what is imported into; `nil` for an empty package.
    /// - Returns: the staged import; whatever is wrong with the files is in its preview.
    public static func stage(
        _ files: [ImportFile], into package: LoadedPackage? = nil, mapping: ImportMapping? = nil,
        options: ImportOptions = ImportOptions()
    ) throws(DataPackageError) -> StagedImport {
        var reader = InputReader(
            limits: options.limits, log: FindingLog(limit: options.check.maximumFindings))
        for file in files { reader.read(file) }
        var descriptor = package?.descriptor ?? reader.descriptor ?? emptyDescriptor
        if package == nil, !reader.identity.isEmpty {
            descriptor.identity = IdentityText.identity(reader.identity, base: descriptor.identity)
        }
        if let id = options.packageID { descriptor.identity.id = id }
        if let title = options.packageTitle { descriptor.identity.title = title }
        if let version = options.packageVersion { descriptor.identity.version = version }
        let base = package?.model ?? EcosystemBuilder(descriptor.identity).build()
        let isOwn = reader.descriptor != nil || !reader.identity.isEmpty
        var stage = ImportStage(base, isOwn: isOwn, options: options, log: reader.log)
        for table in reader.tables {
            let chosen = mapping?.table(file: table.file, sheet: table.sheet)
            if chosen?.isLeftOut != true { stage.add(table, mapping: chosen) }
        }
        stage.resolveNames()
        var merge = ImportMerge(base)
        for record in stage.records {
            merge.add(record, extras: stage.tables[record.table].extras, in: stage.tables)
        }
        let model = merge.model(descriptor.identity)
        var findings = stage.log.sorted()
        findings += try StagedCheck.findings(
            model, descriptor: descriptor, base: package, stage: stage, options: options.check)
        let preview = ImportPreview(
            changes: merge.changes, unchanged: merge.unchanged, findings: findings.sorted())
        return StagedImport(
            preview: preview, model: model, descriptor: descriptor,
            isBaseComplete: package?.isComplete ?? true,
            replacedFiles: package?.tableFiles ?? [])
    }

    private static let emptyDescriptor = PackageDescriptor(
        PackageIdentity(id: "package", title: Localized("Imported package", "导入的数据包")))
}
