public import Ecosystem

/// A file to import: CSV, a workbook, or a zip of CSV tables.
public struct ImportFile: Sendable, Hashable {
    enum Content: Sendable, Hashable {
        case path(String)
        case bytes([UInt8])
    }

    /// The file's name, which may say which table it holds, and which findings show.
    public var name: String
    let content: Content

    /// A file on disk.
    public init(path: String) {
        name = RelativePath.name(path)
        content = .path(path)
    }

    /// A file in memory, such as an upload.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        content = .bytes(bytes)
    }
}

/// What an import may hold before it is refused.
public struct ImportLimits: Sendable, Hashable {
    /// Cells of all tables together.
    public var maximumCells: Int
    /// Columns of one table.
    public var maximumColumns: Int
    /// Unpacked bytes of a workbook or zip.
    public var maximumBytes: Int

    /// Defaults: 30 million cells, 512 columns, 1 GiB.
    public init(maximumCells: Int = 30_000_000, maximumColumns: Int = 512, maximumBytes: Int = 1 << 30) {
        self.maximumCells = maximumCells
        self.maximumColumns = maximumColumns
        self.maximumBytes = maximumBytes
    }

    static let tooMany = DataPackageError(
        "the files hold more cells than an import takes; divide them", "单元格数超过一次导入的上限；请拆分文件")
}

/// How an import is staged.
public struct ImportOptions: Sendable, Hashable {
    /// What the files may hold.
    public var limits: ImportLimits
    /// How the result is checked.
    public var check: CheckOptions
    /// Whether names of records are accepted where ids are expected, when exactly one record bears the name.
    public var resolvesNames: Bool
    /// The id that the package gets, whatever the files say; `nil` keeps it.
    public var packageID: String?
    /// The title that the package gets; `nil` keeps it.
    public var packageTitle: Localized?
    /// The version that the package gets; `nil` keeps it.
    public var packageVersion: String?

    /// Defaults: names are resolved, and the package keeps what it says about itself.
    public init(
        limits: ImportLimits = ImportLimits(), check: CheckOptions = CheckOptions(),
        resolvesNames: Bool = true, packageID: String? = nil, packageTitle: Localized? = nil,
        packageVersion: String? = nil
    ) {
        self.packageID = packageID
        self.packageTitle = packageTitle
        self.packageVersion = packageVersion
        self.limits = limits
        self.check = check
        self.resolvesNames = resolvesNames
    }
}
