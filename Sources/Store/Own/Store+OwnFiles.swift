import Foundation
import GRDB

extension Store {
    /// Keeps an uploaded file until it is committed or dropped; a package has one at most, and a new one replaces it.
    ///
    /// - Throws: ``StoreError`` where the package is gone or a limit is reached.
    public func keepDraft(
        _ draft: OwnDraft, of package: OwnPackage, limits: OwnLimits = OwnLimits()
    ) throws(StoreError) {
        let time = now().timeIntervalSince1970
        try write { database in
            try Store.checkPresence(of: package, in: database)
            try database.execute(sql: "DELETE FROM own_draft WHERE handle = ?", arguments: [package.handle])
            try Store.checkRoom(for: draft.content.count, limits, in: database)
            try database.execute(
                sql: """
                    INSERT INTO own_draft (handle, name, content, mapping, made_at) VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [package.handle, draft.name, Data(draft.content), draft.mapping, time])
            try self.audit(
                "own.draft", package.handle, "\(draft.content.count) bytes", in: database)
        }
    }

    /// The file that waits; `nil` where there is none.
    public func draft(of package: OwnPackage) -> OwnDraft? {
        let row = read("draft") { database in
            try Row.fetchOne(
                database, sql: "SELECT name, content, mapping FROM own_draft WHERE handle = ?",
                arguments: [package.handle])
        }
        guard let row = row ?? nil else { return nil }
        return OwnDraft(name: row[0], content: [UInt8](row[1] as Data), mapping: row[2])
    }

    /// Drops the file that waits; returns whether there was one.
    public func dropDraft(of package: OwnPackage) throws(StoreError) -> Bool {
        try write { database in
            try database.execute(sql: "DELETE FROM own_draft WHERE handle = ?", arguments: [package.handle])
            guard database.changesCount == 1 else { return false }
            try self.audit("own.draft.drop", package.handle, "", in: database)
            return true
        }
    }

    /// Keeps a computing input of a package, in place of the one of its kind.
    ///
    /// - Parameters:
    ///   - kind: what it is: `matrix`, `table` or `network`.
    ///   - name: the file's name, as it was sent.
    /// - Throws: ``StoreError`` where the package is gone or a limit is reached.
    public func keepInput(
        _ content: [UInt8], kind: String, name: String, of package: OwnPackage,
        limits: OwnLimits = OwnLimits()
    ) throws(StoreError) {
        let time = now().timeIntervalSince1970
        try write { database in
            try Store.checkPresence(of: package, in: database)
            try database.execute(
                sql: "DELETE FROM own_input WHERE handle = ? AND kind = ?",
                arguments: [package.handle, kind])
            try Store.checkRoom(for: content.count, limits, in: database)
            try database.execute(
                sql: "INSERT INTO own_input (handle, kind, name, content, made_at) VALUES (?, ?, ?, ?, ?)",
                arguments: [package.handle, kind, name, Data(content), time])
            try Store.touch(package.handle, time, in: database)
            try self.audit(
                "own.input", package.handle, "\(kind), \(content.count) bytes", in: database)
        }
    }

    /// The computing inputs of a package by kind: the file's name and its bytes.
    public func inputs(of package: OwnPackage) -> [String: (name: String, content: [UInt8])] {
        let rows =
            read("inputs") { database in
                try Row.fetchAll(
                    database, sql: "SELECT kind, name, content FROM own_input WHERE handle = ?",
                    arguments: [package.handle])
            } ?? []
        return Dictionary(
            rows.map { ($0[0] as String, ($0[1] as String, [UInt8]($0[2] as Data))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Drops a computing input; returns whether there was one.
    public func dropInput(kind: String, of package: OwnPackage) throws(StoreError) -> Bool {
        let time = now().timeIntervalSince1970
        return try write { database in
            try database.execute(
                sql: "DELETE FROM own_input WHERE handle = ? AND kind = ?",
                arguments: [package.handle, kind])
            guard database.changesCount == 1 else { return false }
            try Store.touch(package.handle, time, in: database)
            try self.audit("own.input.drop", package.handle, kind, in: database)
            return true
        }
    }

    private static func checkPresence(of package: OwnPackage, in database: Database) throws {
        guard
            try number(
                database, "SELECT count(*) FROM own_package WHERE token = ?", [package.token]) == 1
        else { throw StoreError.changedMeanwhile }
    }
}
