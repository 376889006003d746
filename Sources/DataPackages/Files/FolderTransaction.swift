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

/// Writes a folder that appears whole or not at all.
///
/// Everything is written to a hidden folder beside the target, brought to disk, and put in its place in one step; a
/// folder that stood there before is exchanged with it and removed afterwards. Whatever fails or is killed on the
/// way, the target is the old folder or the new one.
struct FolderTransaction {
    /// A step of the work, handed to `watch` before it is done; tests let any step fail.
    enum Step: Hashable, Sendable {
        case makeFolder
        case write(String)
        case keep(String)
        case sync
        case putInPlace
        case moveOldAway
        case removeOld
        case cleanUp
    }

    private let target: String
    private let temporary: String
    private let watch: (Step) throws -> Void
    private var written: Set<String> = []

    /// Begins with an empty hidden folder beside `target`.
    ///
    /// - Throws: `DataPackageError` where the folder above `target` is missing or may not be written.
    init(target path: String, watch: @escaping (Step) throws -> Void = { _ in }) throws {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard !path.isEmpty, path != "/", path != "." || PackageSource.realPath(path) != nil else {
            throw DataPackageError("name the folder to write", "请指定要写入的文件夹", path: path)
        }
        // A link is followed, so that the folder behind it is replaced and not the link.
        path = PackageSource.realPath(path) ?? path
        let (parent, name) = FolderTransaction.split(path)
        target = path
        self.watch = watch
        FolderTransaction.recover(path, parent: parent, name: name)
        guard PackageSource.isFolder(parent) else {
            throw DataPackageError(
                "the folder above does not exist; create it first", "上级文件夹不存在；请先创建", path: path)
        }
        try watch(.makeFolder)
        var candidate = ""
        var isMade = false
        for attempt in 0..<1_000 {
            candidate = "\(parent)/.\(name).jingwei-\(getpid())-\(attempt).part"
            if mkdir(candidate, 0o777) == 0 {
                isMade = true
                break
            }
            if errno != EEXIST { break }
        }
        guard isMade else { throw FolderTransaction.failure(path) }
        temporary = candidate
    }

    /// Writes a file of the new folder.
    mutating func write(_ path: String, _ body: (String) throws -> Void) throws {
        try watch(.write(path))
        if let refusal = RelativePath.refusal(path) {
            throw DataPackageError(refusal.en, refusal.zh, path: path)
        }
        try makeFolders(for: path)
        try body(temporary + "/" + path)
        written.insert(path)
    }

    /// Writes a file of the new folder from bytes.
    mutating func write(_ path: String, _ bytes: [UInt8]) throws {
        try write(path) { try AtomicFile.write(bytes, to: $0) }
    }

    /// Takes over every file of the old folder that `isReplaced` does not name; files are linked, not copied, where
    /// the file system can.
    mutating func keepOldFiles(from folder: String, except isReplaced: (String) -> Bool) throws {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return }
        for name in names.sorted() where !written.contains(name) && !isReplaced(name) {
            let old = folder + "/" + name
            guard !PackageSource.isFolder(old) || FolderTransaction.isLink(old) else {
                if mkdir(temporary + "/" + name, 0o777) != 0, errno != EEXIST {
                    try makeFolders(for: name + "/x")
                }
                continue
            }
            try watch(.keep(name))
            try makeFolders(for: name)
            try FolderTransaction.take(old, as: temporary + "/" + name)
            written.insert(name)
        }
    }

    /// Copies one file from elsewhere.
    mutating func copy(_ path: String, from source: String) throws {
        try watch(.keep(path))
        if let refusal = RelativePath.refusal(path) {
            throw DataPackageError(refusal.en, refusal.zh, path: path)
        }
        try makeFolders(for: path)
        try FolderTransaction.take(source, as: temporary + "/" + path, mayLink: false)
        written.insert(path)
    }

    /// Puts the new folder in its place.
    func commit() throws {
        try watch(.sync)
        FolderTransaction.sync(temporary)
        try watch(.putInPlace)
        // An empty folder, or none, is simply replaced.
        if rename(temporary, target) == 0 {
            return FolderTransaction.sync(FolderTransaction.split(target).parent)
        }
        guard errno == ENOTEMPTY || errno == EEXIST else { throw FolderTransaction.failure(target) }
        if FolderSwap.exchange(temporary, target) {
            FolderTransaction.sync(FolderTransaction.split(target).parent)
            try? watch(.removeOld)
            try? FileManager.default.removeItem(atPath: temporary)
            return
        }
        let (parent, name) = FolderTransaction.split(target)
        let old = "\(parent)/.\(name).jingwei-old"
        try watch(.moveOldAway)
        guard rename(target, old) == 0 else { throw FolderTransaction.failure(target) }
        guard rename(temporary, target) == 0 else {
            let error = FolderTransaction.failure(target)
            _ = rename(old, target)
            throw error
        }
        try? watch(.removeOld)
        try? FileManager.default.removeItem(atPath: old)
    }

    /// Takes the hidden folder away; the target stays as it was.
    func abandon() {
        guard (try? watch(.cleanUp)) != nil else { return }
        try? FileManager.default.removeItem(atPath: temporary)
    }
}

extension FolderTransaction {
    /// Puts back an old folder that a kill left aside, and removes what dead processes left behind.
    private static func recover(_ target: String, parent: String, name: String) {
        let old = "\(parent)/.\(name).jingwei-old"
        if !PackageSource.isFolder(target), PackageSource.isFolder(old) { _ = rename(old, target) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: parent) else { return }
        let start = ".\(name).jingwei-"
        for leftover in names where leftover.hasPrefix(start) && leftover.hasSuffix(".part") {
            let number = leftover.dropFirst(start.count).prefix { $0 != "-" }
            guard let process = Int32(number), process != getpid(), kill(process, 0) != 0, errno == ESRCH
            else {
                continue
            }
            try? FileManager.default.removeItem(atPath: parent + "/" + leftover)
        }
    }

    private func makeFolders(for path: String) throws {
        var folder = temporary
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            if mkdir(folder, 0o777) != 0, errno != EEXIST { throw FolderTransaction.failure(target) }
        }
    }

    private static func take(_ old: String, as new: String, mayLink: Bool = true) throws {
        if mayLink, link(old, new) == 0 { return }
        do {
            try FileManager.default.copyItem(atPath: old, toPath: new)
        } catch {
            throw DataPackageError("cannot be copied; check its permissions", "无法复制；请检查权限", path: old)
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let parent = slash == path.startIndex ? "/" : String(path[..<slash])
        return (parent, String(path[path.index(after: slash)...]))
    }

    private static func sync(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure(_ path: String) -> DataPackageError {
        let reason = strerror(errno).map { String(cString: $0) } ?? ""
        return DataPackageError(
            "the folder cannot be written (\(reason)); check its permissions and the free space",
            "文件夹无法写入（\(reason)）；请检查权限和剩余空间", path: path)
    }
}
