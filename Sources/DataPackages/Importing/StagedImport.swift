public import Ecosystem

/// An import that has been read and checked, and waits to be committed or dropped.
public struct StagedImport: Sendable {
    /// What would change, and what is wrong.
    public let preview: ImportPreview
    /// The package as it would be.
    public let model: EcosystemModel
    let descriptor: PackageDescriptor
    /// Whether the package that is imported into was read without loss.
    let isBaseComplete: Bool
    /// Files of the package whose content is now in the model under another name.
    let replacedFiles: Set<String>

    /// Writes the package with the import into a folder, which is the old package or the new one at every moment.
    ///
    /// - Parameter acceptsErrors: commits in spite of findings that are errors.
    /// - Throws: `DataPackageError` where findings are errors, where the package could not be read without loss, or
    ///   where the folder cannot be written; then nothing is changed.
    public func commit(to folder: String, acceptsErrors: Bool = false) throws {
        try commit(to: folder, acceptsErrors: acceptsErrors, watch: { _ in })
    }

    func commit(
        to folder: String, acceptsErrors: Bool = false,
        watch: @escaping (FolderTransaction.Step) throws -> Void
    ) throws {
        let errors = preview.findings.count(.error)
        guard errors == 0 || acceptsErrors else {
            throw DataPackageError(
                "the import has \(errors) error\(errors == 1 ? "" : "s") and is not committed; correct them and import again",
                "导入有 \(errors) 处错误，未写入；请改正后重新导入", path: folder)
        }
        guard isBaseComplete else {
            throw DataPackageError(
                "parts of the package in the folder cannot be read, and would be lost; run check and correct them first",
                "文件夹中的数据包有无法读取的内容，写入会造成丢失；请先运行 check 并改正", path: folder)
        }
        try PackageWriter.replace(
            folder, with: model, descriptor: descriptor, replacedFiles: replacedFiles, watch: watch)
    }
}
