import Ecosystem
import Foundation
import GRDB

/// Brings a state folder back from a backup: the whole folder or nothing.
public enum StateRestore {
    /// What a restore did.
    public struct Outcome: Sendable, Equatable {
        /// What the backup held.
        public let summary: StateBackup.Summary
        /// Where the folder that stood there before was put; `nil` where there was none.
        public let before: String?
    }

    /// Restores a backup.
    ///
    /// Everything is unpacked beside the folder and checked (sums, names, SQLite's own check, the audit chain) before
    /// the folder is put in its place in one step. A folder that stands there is kept beside it under another name.
    /// - Throws: ``StoreError`` where the file is damaged or no backup, or a program works on the folder; then nothing
    ///   is changed.
    public static func restore(_ path: String, to folder: String) throws(StoreError) -> Outcome {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let part = folder + ".restoring-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: part) }
        do {
            try FileManager.default.createDirectory(
                atPath: part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            var reading = try TarReading(path: path)
            let (files, bytes) = try reading.unpack(into: part)
            let lines = try check(part, path)
            let before = try replace(folder, with: part)
            return Outcome(
                summary: StateBackup.Summary(files: files, bytes: bytes, auditLines: lines), before: before)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                "\(path) cannot be restored to \(folder): \(error); nothing was changed",
                "无法把 \(path) 恢复到 \(folder)：\(error)；未作任何更改")
        }
    }

    /// Checks the database of an unpacked backup; returns the lines of its audit chain.
    private static func check(_ folder: String, _ path: String) throws -> Int {
        let file = folder + "/" + Store.fileName
        guard FileManager.default.fileExists(atPath: file) else {
            throw StoreError(
                "\(path) is no backup of this program: it holds no \(Store.fileName)",
                "\(path) 不是本程序的备份：其中没有 \(Store.fileName)")
        }
        let queue = try DatabaseQueue(path: file)
        defer { try? queue.close() }
        return try queue.read { database in
            let verdict = try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? ""
            guard verdict == "ok" else {
                throw StoreError("\(path): its database is damaged: \(verdict)", "\(path)：数据库已损坏：\(verdict)")
            }
            guard try !Store.migrator.hasBeenSuperseded(database) else {
                throw StoreError(
                    "\(path) was made by a later version of this program; restore it with that one",
                    "\(path) 由更新版本的程序生成；请用该版本恢复")
            }
            guard try Store.hasOwnTables(database) else { return 0 }
            if let line = try Store.firstBrokenAuditLine(in: database) {
                throw StoreError(
                    "\(path): its audit chain breaks at line \(line); somebody changed it",
                    "\(path)：审计链在第 \(line) 条断开，内容被改动过")
            }
            for version in try Store.versionFolders(database)
            where !FileManager.default.fileExists(atPath: folder + "/" + version) {
                throw StoreError("\(path): \(version) is missing from it", "\(path)：缺少 \(version)")
            }
            return try Store.number(database, "SELECT count(*) FROM audit")
        }
    }

    /// Puts a folder in the place of another, which goes aside under a free name.
    private static func replace(_ folder: String, with part: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: folder) else {
            try FileManager.default.moveItem(atPath: part, toPath: folder)
            return nil
        }
        let isEmpty = try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty
        if isEmpty {
            guard rename(part, folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
            return nil
        }
        let lock = try StateLock(folder: folder, isExclusive: true)
        defer { lock.release() }
        var aside = folder + ".before"
        var number = 2
        while FileManager.default.fileExists(atPath: aside) {
            aside = folder + ".before-\(number)"
            number += 1
        }
        guard rename(folder, aside) == 0 else { throw CocoaError(.fileWriteUnknown) }
        guard rename(part, folder) == 0 else {
            _ = rename(aside, folder)
            throw CocoaError(.fileWriteUnknown)
        }
        return aside
    }
}
