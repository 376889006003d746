import Ecosystem

/// Reads data packages: a folder of CSV files, with or without `datapackage.json`.
public enum PackageReader {
    /// Reads a folder into a model; whatever is wrong comes back as findings, all at once.
    ///
    /// Tables are recognized by resource name or file name; unknown columns are kept, other files are listed in
    /// `extraFiles`. Nothing outside the folder is opened.
    /// - Throws: `DataPackageError` where the folder cannot be read at all.
    /// - Complexity: O(bytes); one pass over the tables.
    public static func read(
        folder path: String, options: CheckOptions = CheckOptions(),
        progress: ReadingProgress = ReadingProgress()
    ) throws(DataPackageError) -> LoadedPackage {
        try read(.folder(path), options: options, progress: progress)
    }

    /// Reads a package from a folder or from memory.
    public static func read(
        _ source: PackageSource, options: CheckOptions = CheckOptions(),
        progress: ReadingProgress = ReadingProgress()
    ) throws(DataPackageError) -> LoadedPackage {
        let scan = PackageScan(source, options: options, buildsModel: true, progress: progress)
        let descriptor = try scan.run()
        let model = scan.sink?.model() ?? EcosystemBuilder(descriptor.identity).build()
        var package = LoadedPackage(
            model: model, findings: scan.findings, descriptor: descriptor, extraFiles: scan.extraFiles,
            folder: source.folderPath, isComplete: scan.isComplete)
        package.tableFiles = scan.tableFiles
        return package
    }
}
