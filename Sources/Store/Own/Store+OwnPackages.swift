import Foundation
import GRDB

extension Store {
    /// The private link and the handle of a package that is about to be made; nothing is kept yet.
    public static func newOwnPackage() -> (token: String, handle: String) {
        let token = PrivateToken.random()
        return (token, "own-" + PrivateToken.digest(token).prefix(12))
    }

    /// The folder of a version.
    public func folder(ofOwn handle: String, version: Int) -> String {
        "\(ownFolder(of: handle))/\(version)"
    }

    func ownFolder(of handle: String) -> String { "\(folder)/own/\(handle)" }

    /// Makes the folder above the versions, where it is missing.
    ///
    /// - Throws: ``StoreError`` where it cannot be made.
    public func prepareOwnFolder(of handle: String) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: ownFolder(of: handle), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            onFailure("own \(handle): no folder: \(error)")
            throw StoreError.notKept
        }
    }

    /// Keeps a package whose first version stands in its folder.
    ///
    /// - Parameters:
    ///   - owner: the visitor's private cookie; only its SHA-256 is kept.
    ///   - start: id of the served package that it is a copy of; empty for none.
    /// - Throws: ``StoreError`` where a limit is reached or the file cannot be written.
    public func addOwnPackage(
        token: String, handle: String, owner: String, title: String, start: String, bytes: Int,
        limits: OwnLimits = OwnLimits()
    ) throws(StoreError) -> OwnPackage {
        let owner = PrivateToken.digest(owner)
        let time = now().timeIntervalSince1970
        return try write { database in
            let all = try Store.number(database, "SELECT count(*) FROM own_package")
            let mine = try Store.number(
                database, "SELECT count(*) FROM own_package WHERE owner = ?", [owner])
            guard mine < limits.packagesOfOne else {
                throw StoreError(
                    "\(mine) packages of yours are kept already; delete one first",
                    "您已保存 \(mine) 个数据包；请先删除一个", kind: .limit)
            }
            guard all < limits.packages else { throw StoreError.full }
            try Store.checkRoom(for: bytes, limits, in: database)
            try database.execute(
                sql: """
                    INSERT INTO own_package (token, handle, owner, title, start, created_at, changed_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """, arguments: [token, handle, owner, title, start, time, time])
            try database.execute(
                sql: "INSERT INTO own_version (handle, number, made_at, what, bytes) VALUES (?, 1, ?, '', ?)",
                arguments: [handle, time, bytes])
            try self.audit("own.create", handle, "start \(start.isEmpty ? "empty" : start)", in: database)
            guard let made = try Store.ownPackages(database, "token = ?", [token]).first else {
                throw StoreError.full
            }
            return made
        }
    }

    /// The package of a private link; `nil` where there is none.
    public func ownPackage(token: String) -> OwnPackage? {
        guard PrivateToken.isWellFormed(token) else { return nil }
        return read("own package") { try Store.ownPackages($0, "token = ?", [token]) }?.first
    }

    /// A visitor's packages, the one changed last first.
    public func ownPackages(of owner: String) -> [OwnPackage] {
        let owner = PrivateToken.digest(owner)
        return read("own packages") { try Store.ownPackages($0, "owner = ?", [owner]) } ?? []
    }

    /// Keeps a version whose folder stands already, and drops the draft that it came from.
    ///
    /// - Throws: ``StoreError`` where the package was changed meanwhile, is gone, or a limit is reached.
    public func addVersion(
        to package: OwnPackage, what: String, bytes: Int, detail: String, limits: OwnLimits = OwnLimits()
    ) throws(StoreError) -> OwnPackage {
        let time = now().timeIntervalSince1970
        let number = package.current + 1
        let (changed, dropped) = try write { database -> (OwnPackage, [Int]) in
            guard let present = try Store.ownPackages(database, "token = ?", [package.token]).first,
                present.current == package.current
            else { throw StoreError.changedMeanwhile }
            try Store.checkRoom(for: bytes, limits, in: database)
            try database.execute(
                sql: "INSERT INTO own_version (handle, number, made_at, what, bytes) VALUES (?, ?, ?, ?, ?)",
                arguments: [package.handle, number, time, what, bytes])
            let old = present.versions.map(\.number).dropLast(limits.versions - 1)
            for version in old {
                try database.execute(
                    sql: "DELETE FROM own_version WHERE handle = ? AND number = ?",
                    arguments: [package.handle, version])
            }
            try Store.touch(package.handle, time, in: database)
            try database.execute(sql: "DELETE FROM own_draft WHERE handle = ?", arguments: [package.handle])
            try self.audit("own.import", package.handle, "version \(number), \(detail)", in: database)
            guard let changed = try Store.ownPackages(database, "token = ?", [package.token]).first else {
                throw StoreError.changedMeanwhile
            }
            return (changed, Array(old))
        }
        for version in dropped { removeFolder(folder(ofOwn: package.handle, version: version)) }
        return changed
    }

    /// Goes back to the version before; `nil` where there is none.
    ///
    /// - Throws: ``StoreError`` where the package was changed meanwhile or is gone.
    public func undoOwnPackage(_ package: OwnPackage) throws(StoreError) -> OwnPackage? {
        let time = now().timeIntervalSince1970
        let changed = try write { database -> OwnPackage? in
            guard let present = try Store.ownPackages(database, "token = ?", [package.token]).first,
                present.current == package.current
            else { throw StoreError.changedMeanwhile }
            guard present.versions.count > 1 else { return nil }
            try database.execute(
                sql: "DELETE FROM own_version WHERE handle = ? AND number = ?",
                arguments: [package.handle, present.current])
            try Store.touch(package.handle, time, in: database)
            try self.audit("own.undo", package.handle, "version \(present.current) dropped", in: database)
            return try Store.ownPackages(database, "token = ?", [package.token]).first
        }
        if changed != nil { removeFolder(folder(ofOwn: package.handle, version: package.current)) }
        return changed
    }

    /// Deletes a package with its versions, drafts, inputs, runs and scenarios; returns whether there was one.
    public func deleteOwnPackage(_ package: OwnPackage) throws(StoreError) -> Bool {
        let isGone = try write { database in
            try database.execute(
                sql: "DELETE FROM own_package WHERE token = ?", arguments: [package.token])
            guard database.changesCount == 1 else { return false }
            for table in ["run", "scenario"] {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE package = ?", arguments: [package.handle])
            }
            try self.audit("own.delete", package.handle, "", in: database)
            return true
        }
        removeFolder(ownFolder(of: package.handle))
        return isGone
    }

    /// Removes the folder of a version that is not kept, or no longer.
    public func removeVersionFolder(of handle: String, version: Int) {
        removeFolder(folder(ofOwn: handle, version: version))
    }

    /// Removes folders of versions that nothing speaks of: left by a process that ended between writing a folder and
    /// keeping it. For the one program that serves the folder, before it serves.
    public func removeLooseFolders() {
        guard
            let known = read(
                "versions",
                { database in
                    Set(
                        try Row.fetchAll(database, sql: "SELECT handle, number FROM own_version").map { row in
                            "\(row[0] as String)/\(row[1] as Int)"
                        })
                })
        else { return }
        let root = "\(folder)/own"
        for handle in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [] {
            let versions = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(handle)")) ?? []
            let loose = versions.filter { !known.contains("\(handle)/\($0)") }
            if loose.count == versions.count {
                removeFolder("\(root)/\(handle)")
            } else {
                for version in loose { removeFolder("\(root)/\(handle)/\(version)") }
            }
        }
    }
}

extension Store {
    static func number(
        _ database: Database, _ sql: String, _ arguments: StatementArguments = StatementArguments()
    ) throws -> Int {
        try Int.fetchOne(database, sql: sql, arguments: arguments) ?? 0
    }

    /// Refuses what would not fit.
    static func checkRoom(for bytes: Int, _ limits: OwnLimits, in database: Database) throws {
        let kept = try number(
            database,
            """
            SELECT (SELECT coalesce(sum(bytes), 0) FROM own_version)
                + (SELECT coalesce(sum(length(content)), 0) FROM own_draft)
                + (SELECT coalesce(sum(length(content)), 0) FROM own_input)
            """)
        guard kept + bytes <= limits.bytes else { throw StoreError.full }
    }

    static func touch(_ handle: String, _ time: Double, in database: Database) throws {
        try database.execute(
            sql: "UPDATE own_package SET changed_at = ? WHERE handle = ?", arguments: [time, handle])
    }

    fileprivate func removeFolder(_ path: String) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do { try FileManager.default.removeItem(atPath: path) } catch {
            onFailure("\(path) could not be removed: \(error)")
        }
    }

    static func ownPackages(_ database: Database, _ condition: String, _ arguments: StatementArguments)
        throws -> [OwnPackage]
    {
        var packages = try Row.fetchAll(
            database,
            sql: """
                SELECT token, handle, title, start, created_at, changed_at FROM own_package WHERE \(condition)
                ORDER BY changed_at DESC, token
                """, arguments: arguments
        ).map { row in
            OwnPackage(
                token: row[0], handle: row[1], title: row[2], start: row[3], createdAt: row[4],
                changedAt: row[5], versions: [])
        }
        for index in packages.indices {
            packages[index].versions = try Row.fetchAll(
                database,
                sql: "SELECT number, made_at, what, bytes FROM own_version WHERE handle = ? ORDER BY number",
                arguments: [packages[index].handle]
            ).map { OwnVersion(number: $0[0], madeAt: $0[1], what: $0[2], bytes: $0[3]) }
        }
        return packages
    }
}

extension StoreError {
    /// The folder takes no more.
    static let full = StoreError(
        "no more is taken here now; delete what is not needed, or ask the operator for room",
        "此处暂不能再保存；请删除不需要的内容，或请管理员扩充空间", kind: .limit)
    /// Somebody else changed the package.
    public static let changedMeanwhile = StoreError(
        "the package was changed meanwhile, or is gone; open its page again and look before you go on",
        "数据包已被更改或删除；请重新打开页面查看后再继续", kind: .conflict)
    /// The file cannot be written; why is in the log.
    static let notKept = StoreError(
        "what was sent could not be kept; try again, or tell the operator the time",
        "提交的内容未能保存；请重试，或把时间告诉管理员")
}
