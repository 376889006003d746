/// Checks data packages without keeping them: the scan of ``PackageReader`` with no model behind it.
public enum PackageCheck {
    /// Everything that is wrong, odd, notable or missing in a folder, in the order of file, row and column.
    ///
    /// - Throws: `DataPackageError` where the folder cannot be read at all.
    /// - Complexity: O(bytes) time; memory for ids and translations only (a million rows: under 200 MB).
    public static func findings(
        folder path: String, options: CheckOptions = CheckOptions(),
        progress: ReadingProgress = ReadingProgress()
    ) throws(DataPackageError) -> [Finding] {
        try findings(.folder(path), options: options, progress: progress)
    }

    /// The same for a folder or files in memory.
    public static func findings(
        _ source: PackageSource, options: CheckOptions = CheckOptions(),
        progress: ReadingProgress = ReadingProgress()
    ) throws(DataPackageError) -> [Finding] {
        let scan = PackageScan(source, options: options, buildsModel: false, progress: progress)
        _ = try scan.run()
        return scan.findings
    }
}
