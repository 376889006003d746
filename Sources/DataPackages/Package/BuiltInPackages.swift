import Ecosystem
import FoundationEssentials

/// The packages that ship with the program.
public struct BuiltInPackages: Sendable {
    /// The folder that holds one folder a package.
    public let root: String

    /// Packages in a folder.
    public init(root: String) { self.root = root }

    /// Finds the shipped packages: the folder that the environment names in `JINGWEI_DATA`, else the nearest `Data`
    /// upward from the program, then from the working directory, that holds a package.
    ///
    /// Environment, program and working directory are those of the process unless they are given.
    /// - Throws: `DataPackageError` where there is none, with what to do.
    public static func locate(
        environment: [String: String]? = nil, executable: String? = nil, workingDirectory: String? = nil
    ) throws(DataPackageError) -> BuiltInPackages {
        let environment = environment ?? ProcessInfo.processInfo.environment
        if let named = environment["JINGWEI_DATA"], !named.isEmpty {
            let packages = BuiltInPackages(root: named)
            guard !packages.ids.isEmpty else {
                throw DataPackageError(
                    "JINGWEI_DATA names a folder without a data package; correct or unset it",
                    "JINGWEI_DATA 所指文件夹中没有数据包；请更正或取消该变量", path: named)
            }
            return packages
        }
        let program =
            executable ?? PackageSource.realPath("/proc/self/exe") ?? CommandLine.arguments.first ?? ""
        let starts = [
            PackageSource.realPath(program) ?? program,
            workingDirectory ?? FileManager.default.currentDirectoryPath,
        ]
        for start in starts {
            var folder = start
            for _ in 0..<24 {
                let packages = BuiltInPackages(root: folder == "/" ? "/Data" : folder + "/Data")
                if !packages.ids.isEmpty { return packages }
                guard let slash = folder.lastIndex(of: "/"), folder != "/" else { break }
                folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
            }
        }
        throw DataPackageError(
            "no built-in data package is found; name a folder with --data or set JINGWEI_DATA",
            "找不到内置数据包；请用 --data 指定文件夹，或设置 JINGWEI_DATA")
    }

    /// The ids of the packages, the folder names: folders with a descriptor and a table of regions, in the order that
    /// `packages.json` gives, then the others by name.
    public var ids: [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else { return [] }
        let found = names.filter { name in
            let folder = root + "/" + name
            return !name.hasPrefix(".")
                && PackageSource.isRegularFile(folder + "/" + PackageDescriptor.fileName)
                && PackageSource.isRegularFile(folder + "/" + RecordKind.region.table + ".csv")
        }.sorted()
        let listed = order.filter { found.contains($0) }
        return listed + found.filter { !listed.contains($0) }
    }

    /// What `packages.json` lists, each once; nothing where there is no such file or it is not readable.
    private var order: [String] {
        guard let bytes = try? PackageSource.bytes(atPath: root + "/packages.json", limit: 1 << 20),
            let list = try? JSONParser.parse(bytes)["packages"]?.elements
        else { return [] }
        var seen: Set<String> = []
        return list.compactMap(\.string).filter { seen.insert($0).inserted }
    }

    /// The id of the package that is used where none is named: the first one.
    public var defaultID: String? { ids.first }

    /// The folder of a package.
    ///
    /// - Throws: `DataPackageError` for an id that is none of `ids`.
    public func folder(_ id: String) throws(DataPackageError) -> String {
        guard ids.contains(id) else {
            let known = ids.joined(separator: ", ")
            throw DataPackageError(
                "there is no built-in package “\(Finding.shown(id))”; there are: \(known)",
                "没有内置数据包“\(Finding.shown(id))”；现有：\(known)")
        }
        return root + "/" + id
    }
}
