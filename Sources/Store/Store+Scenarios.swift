import Ecosystem
import Foundation
import GRDB

/// A scenario that a visitor saved.
public struct SavedScenario: Sendable, Equatable {
    /// Its private link: 32 hexadecimal digits that nobody guesses. Who has it may read the scenario.
    public let id: String
    /// Id of the package that it changes.
    public let package: String
    /// Its title, as the visitor wrote it.
    public let title: String
    /// The scenario as JSON text, as it was given.
    public let text: String
    /// When it was saved first, in seconds since 1970.
    public let createdAt: Double
    /// When it was saved last, in seconds since 1970.
    public let changedAt: Double
}

extension Store {
    /// Scenarios that one visitor may keep.
    public static let scenarioLimit = 200
    /// Bytes that the text of a scenario may have.
    public static let scenarioTextLimit = 1 << 20

    /// Saves a scenario: a new one, or in place of one of the same owner.
    ///
    /// - Parameters:
    ///   - id: the private link of the scenario to replace; `nil` for a new one.
    ///   - owner: the visitor's private cookie; only its SHA-256 is kept.
    ///   - text: the scenario as JSON; it is kept as it is, so check it before.
    /// - Returns: the saved scenario; `nil` where `id` is none of this owner's.
    /// - Throws: ``StoreError`` where the text is too long, the owner has too many, or the file cannot be written.
    public func saveScenario(
        id: String? = nil, owner: String, package: String, title: String, text: String
    ) throws(StoreError) -> SavedScenario? {
        guard text.utf8.count <= Store.scenarioTextLimit, title.utf8.count <= 1000 else {
            throw StoreError(
                "a scenario has at most \(Store.scenarioTextLimit) bytes and its title 1000; make it smaller",
                "情景至多 \(Store.scenarioTextLimit) 字节，标题至多 1000 字节；请缩减", kind: .limit)
        }
        let owner = PrivateToken.digest(owner)
        let time = now().timeIntervalSince1970
        return try write { database in
            if let id {
                try database.execute(
                    sql: """
                        UPDATE scenario SET package = ?, title = ?, body = ?, changed_at = ?
                        WHERE id = ? AND owner = ?
                        """, arguments: [package, title, text, time, id, owner])
                guard database.changesCount == 1 else { return nil }
            } else {
                let count =
                    try Int.fetchOne(
                        database, sql: "SELECT count(*) FROM scenario WHERE owner = ?", arguments: [owner])
                    ?? 0
                guard count < Store.scenarioLimit else {
                    throw StoreError(
                        "\(count) scenarios are kept already; delete one first", "已保存 \(count) 个情景；请先删除一个",
                        kind: .limit)
                }
            }
            let token = id ?? PrivateToken.random()
            if id == nil {
                try database.execute(
                    sql: """
                        INSERT INTO scenario (id, owner, package, title, body, created_at, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """, arguments: [token, owner, package, title, text, time, time])
            }
            try self.audit(
                "scenario.save", String(PrivateToken.digest(token).prefix(12)), "\(text.utf8.count) bytes",
                in: database)
            return try Store.scenarios(database, "id = ?", [token]).first
        }
    }

    /// The scenario of a private link; `nil` where there is none.
    public func scenario(id: String) -> SavedScenario? {
        guard PrivateToken.isWellFormed(id) else { return nil }
        return read("scenario") { try Store.scenarios($0, "id = ?", [id]) }?.first
    }

    /// A visitor's scenarios, the one saved last first; `package` leaves others out.
    public func scenarios(of owner: String, package: String? = nil) -> [SavedScenario] {
        let owner = PrivateToken.digest(owner)
        return read("scenarios") { database in
            try Store.scenarios(
                database, package == nil ? "owner = ?" : "owner = ? AND package = ?",
                package.map { [owner, $0] } ?? [owner])
        } ?? []
    }

    /// Deletes a scenario of an owner; returns whether there was one.
    public func deleteScenario(id: String, owner: String) throws(StoreError) -> Bool {
        try write { database in
            try database.execute(
                sql: "DELETE FROM scenario WHERE id = ? AND owner = ?",
                arguments: [id, PrivateToken.digest(owner)])
            guard database.changesCount == 1 else { return false }
            try self.audit(
                "scenario.delete", String(PrivateToken.digest(id).prefix(12)), "", in: database)
            return true
        }
    }

    private static func scenarios(_ database: Database, _ condition: String, _ arguments: StatementArguments)
        throws -> [SavedScenario]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, package, title, body, created_at, changed_at FROM scenario WHERE \(condition)
                ORDER BY changed_at DESC, id
                """, arguments: arguments
        ).map { row in
            SavedScenario(
                id: row[0], package: row[1], title: row[2], text: row[3], createdAt: row[4],
                changedAt: row[5])
        }
    }
}
