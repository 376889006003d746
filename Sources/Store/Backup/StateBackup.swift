import Ecosystem
import Foundation
import GRDB

/// The whole state folder in one file: a tar archive whose last member, `SHA256SUMS`, names every other one with its
/// SHA-256, so that a damaged or cut file is known as such before anything is restored.
public enum StateBackup {
    /// What a backup holds.
    public struct Summary: Sendable, Equatable {
        /// Files, the list of sums left out.
        public let files: Int
        /// Their bytes.
        public let bytes: Int
        /// Lines of the audit chain.
        public let auditLines: Int
    }

    /// The member that holds the sums.
    static let sums = "SHA256SUMS"
    /// Bytes that are read at once.
    static let pieceSize = 1 << 20

    /// Writes the state folder to a file, also while a program serves it.
    ///
    /// The database is copied by SQLite's own backup, so the copy is one moment of it; versions of own packages are
    /// never changed once written, and those are taken that this moment names. The file appears whole or not at all.
    /// - Throws: ``StoreError`` where the folder is none of this program's, or the file cannot be written.
    public static func write(folder: String, to path: String) throws(StoreError) -> Summary {
        let database = folder + "/" + Store.fileName
        guard FileManager.default.fileExists(atPath: database) else {
            throw StoreError(
                "\(folder) is no state folder: it has no \(Store.fileName); name it with --state",
                "\(folder) 不是状态文件夹：其中没有 \(Store.fileName)；请用 --state 指定")
        }
        let part = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        defer { for file in [part, part + ".sqlite"] { try? FileManager.default.removeItem(atPath: file) } }
        do {
            let summary = try writeWhole(folder: folder, snapshot: part + ".sqlite", to: part)
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return summary
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                "\(path) cannot be written: \(error); check the folder and the room on the disk",
                "无法写入 \(path)：\(error)；请检查文件夹和磁盘空间")
        }
    }

    /// A file that the database names is gone.
    private struct Vanished: Error {}

    /// Begins anew where a visitor deletes a version between the copy of the database and that of its files.
    private static func writeWhole(folder: String, snapshot: String, to part: String) throws -> Summary {
        for _ in 0..<4 {
            do { return try write(folder: folder, snapshot: snapshot, to: part) } catch is Vanished {
                continue
            }
        }
        return try write(folder: folder, snapshot: snapshot, to: part)
    }

    private static func write(folder: String, snapshot: String, to part: String) throws -> Summary {
        try? FileManager.default.removeItem(atPath: snapshot)
        var files: [(path: String, source: String)] = [(Store.fileName, snapshot)]
        let auditLines: Int
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            let from = try DatabaseQueue(path: folder + "/" + Store.fileName, configuration: configuration)
            let to = try DatabaseQueue(path: snapshot)
            try from.backup(to: to)
            try to.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            let versions = try to.read { database in
                try Store.hasOwnTables(database) ? Store.versionFolders(database) : []
            }
            auditLines = try to.read { database in
                try Store.hasOwnTables(database) ? Store.number(database, "SELECT count(*) FROM audit") : 0
            }
            try to.close()
            try from.close()
            for version in versions {
                let place = folder + "/" + version
                guard let names = try? FileManager.default.subpathsOfDirectory(atPath: place) else {
                    throw Vanished()
                }
                for name in names.sorted() where isPlainFile(place + "/" + name) {
                    files.append((version + "/" + name, place + "/" + name))
                }
            }
        }
        var archive = try TarWriting(path: part)
        var sums = ""
        var bytes = 0
        for file in files {
            guard let (sum, size) = try archive.add(file.path, from: file.source) else { throw Vanished() }
            sums += "\(sum)  \(file.path)\n"
            bytes += size
        }
        try archive.add(StateBackup.sums, Array(sums.utf8))
        try archive.finish()
        return Summary(files: files.count, bytes: bytes, auditLines: auditLines)
    }

    private static func isPlainFile(_ path: String) -> Bool {
        let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        return type == .typeRegular
    }
}

extension Store {
    /// Whether the schema has got as far as own packages.
    static func hasOwnTables(_ database: Database) throws -> Bool { try database.tableExists("own_version") }

    /// The folders of all versions, relative to the state folder.
    static func versionFolders(_ database: Database) throws -> [String] {
        try Row.fetchAll(database, sql: "SELECT handle, number FROM own_version ORDER BY handle, number")
            .map { "own/\($0[0] as String)/\($0[1] as Int)" }
    }
}
