import Ecosystem
import FoundationEssentials
import Sheets

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the files of a package come from: a folder, or bytes in memory.
public struct PackageSource: Sendable {
    enum Place: Sendable {
        /// The folder as named by the caller, and its real path.
        case folder(String, real: String)
        case memory([String: [UInt8]])
    }

    let place: Place
    /// The folder's own name, which stands for a package that gives no other.
    public let name: String

    /// A folder.
    ///
    /// - Throws: `DataPackageError` where there is no such folder or it may not be read.
    public static func folder(_ path: String) throws(DataPackageError) -> PackageSource {
        guard let real = realPath(path) else {
            throw DataPackageError(
                "there is no such folder; check the path", "没有这个文件夹；请检查路径", path: path)
        }
        guard isFolder(real) else {
            throw DataPackageError(
                "is not a folder; name the folder that holds the package's tables", "不是文件夹；请指定存放数据表的文件夹",
                path: path)
        }
        return PackageSource(place: .folder(path, real: real), name: RelativePath.name(real))
    }

    /// Files in memory, by their paths relative to the package.
    public static func memory(_ files: [String: [UInt8]], name: String = "memory") -> PackageSource {
        PackageSource(place: .memory(files), name: name)
    }

    /// The folder as the caller named it; `nil` for files in memory.
    public var folderPath: String? {
        if case .folder(let path, _) = place { path } else { nil }
    }

    /// The names of the files directly in the folder, sorted; hidden ones are left out.
    ///
    /// - Throws: `DataPackageError` where the folder may not be listed.
    func fileNames() throws(DataPackageError) -> [String] {
        switch place {
        case .memory(let files): return files.keys.filter { !$0.contains("/") }.sorted()
        case .folder(let path, let real):
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: real) else {
                throw DataPackageError(
                    "the folder cannot be listed; check its permissions", "无法列出文件夹内容；请检查权限", path: path)
            }
            return names.filter { !$0.hasPrefix(".") && Self.isRegularFile(real + "/" + $0) }.sorted()
        }
    }

    /// Why a file of the package cannot be opened; `nil` where it can.
    func refusal(_ path: String) -> Localized? {
        if let refusal = RelativePath.refusal(path) { return refusal }
        switch place {
        case .memory(let files):
            return files[path] == nil ? Localized("there is no such file", "没有这个文件") : nil
        case .folder(_, let real):
            guard let target = Self.realPath(real + "/" + path) else {
                return Localized("there is no such file", "没有这个文件")
            }
            guard target.hasPrefix(real.hasSuffix("/") ? real : real + "/") else {
                return Localized("the path leads out of the package's folder", "路径指向包文件夹之外")
            }
            return Self.isRegularFile(target) ? nil : Localized("it is not a regular file", "不是普通文件")
        }
    }

    /// The bytes of a small file.
    ///
    /// - Throws: `DataPackageError` where it cannot be opened or is larger than `limit`.
    func bytes(of path: String, limit: Int = 1 << 24) throws(DataPackageError) -> [UInt8] {
        if let refusal = refusal(path) { throw DataPackageError(refusal.en, refusal.zh, path: path) }
        switch place {
        case .memory(let files):
            let bytes = files[path] ?? []
            guard bytes.count <= limit else { throw Self.tooLarge(path, limit) }
            return bytes
        case .folder(_, let real):
            return try Self.bytes(atPath: real + "/" + path, shownAs: path, limit: limit)
        }
    }

    /// The number of bytes of a file; 0 where it cannot be asked.
    func size(of path: String) -> Int {
        switch place {
        case .memory(let files): return files[path]?.count ?? 0
        case .folder(_, let real):
            var status = stat()
            return stat(real + "/" + path, &status) == 0 ? Int(status.st_size) : 0
        }
    }

    /// Where a file of a folder lies; `nil` for files in memory.
    func path(of file: String) -> String? {
        if case .folder(_, let real) = place { real + "/" + file } else { nil }
    }

    /// Reads a CSV file record by record.
    func readCSV(
        _ path: String, _ options: CSVOptions, _ body: (borrowing CSVRecord) throws -> Void
    ) throws -> CSVSummary {
        switch place {
        case .memory(let files):
            return try CSVReader(options).read(bytes: files[path] ?? [], body)
        case .folder(_, let real):
            return try CSVReader(options).read(path: real + "/" + path, body)
        }
    }

    /// The bytes of any regular file up to a size.
    static func bytes(
        atPath path: String, shownAs name: String? = nil, limit: Int
    ) throws(DataPackageError) -> [UInt8] {
        let shown = name ?? path
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw DataPackageError("there is no such file; check the path", "没有这个文件；请检查路径", path: shown)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw DataPackageError("is not a regular file", "不是普通文件", path: shown)
        }
        guard Int(status.st_size) <= limit else { throw tooLarge(shown, limit) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DataPackageError("cannot be read; check its permissions", "无法读取；请检查权限", path: shown)
        }
        return [UInt8](data)
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> DataPackageError {
        DataPackageError(
            "is larger than \(limit >> 20) MiB and is not read", "大于 \(limit >> 20) MiB，不予读取", path: path)
    }

    /// The real path, symbolic links followed; `nil` where nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func isFolder(_ path: String) -> Bool { mode(path) == S_IFDIR }
    static func isRegularFile(_ path: String) -> Bool { mode(path) == S_IFREG }

    private static func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }
}
