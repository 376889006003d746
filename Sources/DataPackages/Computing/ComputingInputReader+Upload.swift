public import Ecosystem
import Sheets

extension ComputingInputReader {
    /// What an uploaded archive may hold: the few files of a table or network, of a size that a study can take.
    static let uploadLimits = ZipLimits(
        maximumEntries: 64, maximumEntryBytes: 64 << 20, maximumTotalBytes: 128 << 20, maximumDepth: 4)

    /// Files by which a folder says what its numbers are, such as made up.
    private static let descriptions: Set<String> = ["table.json", "network.json"]

    /// Reads an uploaded file: the CSV file of a matrix, or a zip of it and its about-file, or of the folder's files.
    ///
    /// Nothing is written; folders within the archive are looked through, and only CSV files and the folder's own description are read.
    /// - Parameter name: the file's name, which reports show and which opens nothing.
    /// - Throws: ``ComputingInputProblem`` with every finding where any is an error, `DataPackageError` where there is
    ///   nothing to read or the archive is refused.
    public static func read(
        _ kind: ComputingInput.Kind, uploaded name: String, bytes: [UInt8]
    ) throws -> LoadedComputingInput {
        guard bytes.starts(with: [0x50, 0x4B]) else {
            guard kind == .matrix else {
                throw DataPackageError(
                    "\(kind.label.en): a zip of the folder's CSV files is needed",
                    "\(kind.label.zh)：需要把其中的 CSV 文件打包成 zip")
            }
            return try read(kind, from: .memory([name: bytes], name: name))
        }
        var files: [String: [UInt8]] = [:]
        try DataPackageError.wrapping(nil) {
            let archive = try ZipReader(bytes: bytes, limits: uploadLimits)
            for entry in archive.entries
            where InputReader.isTable(entry.name) || descriptions.contains(RelativePath.name(entry.name))
                || MatrixReading.isAbout(entry.name)
            {
                files[RelativePath.name(entry.name)] = try archive.bytes(
                    of: entry, limit: uploadLimits.maximumEntryBytes)
            }
        }
        guard files.keys.contains(where: InputReader.isTable) else {
            throw DataPackageError("the zip holds no CSV file", "zip 中没有 CSV 文件")
        }
        return try read(kind, from: .memory(files, name: RelativePath.stem(name)))
    }
}
