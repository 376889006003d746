import Ecosystem
import Foundation
import GRDB

/// One line of the audit chain: who looks after the folder sees what was written, and that no line is missing.
public struct AuditLine: Sendable, Equatable {
    /// Its place, from 1 without gaps.
    public let number: Int
    /// When, in seconds since 1970.
    public let at: Double
    /// What was done, such as `own.import`.
    public let act: String
    /// To what: a handle, never a private link.
    public let subject: String
    /// Counts and names that say more; never contents.
    public let detail: String
    /// SHA-256 over the line before and this line.
    public let hash: String
}

extension Store {
    /// Adds a line, within the transaction that does what it says.
    func audit(_ act: String, _ subject: String, _ detail: String, in database: Database) throws {
        let last = try Row.fetchOne(
            database, sql: "SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")
        let number = (last?[0] ?? 0) + 1
        let at = now().timeIntervalSince1970
        let hash = Store.auditHash(
            after: last?[1] ?? "", number: number, at: at, act: act, subject: subject, detail: detail)
        try database.execute(
            sql: "INSERT INTO audit (number, at, act, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [number, at, act, subject, detail, hash])
    }

    private static func auditHash(
        after previous: String, number: Int, at: Double, act: String, subject: String, detail: String
    ) -> String {
        var hash = SHA256Hash()
        hash.add("\(previous)\n\(number)\n\(at)\n")
        for text in [act, subject, detail] { hash.add("\(text.utf8.count) \(text)\n") }
        return hash.finish()
    }

    /// The latest lines, newest first.
    public func auditLines(limit: Int = 100) throws -> [AuditLine] {
        try database.read { database in
            try Store.lines(
                database,
                "SELECT number, at, act, subject, detail, hash FROM audit ORDER BY number DESC LIMIT ?",
                [max(0, limit)])
        }
    }

    /// The first line that does not follow from the one before; `nil` where the chain holds.
    ///
    /// It finds lines that were changed, removed from the middle or put in between; lines cut off at the end leave a
    /// shorter chain that holds.
    /// - Complexity: O(lines).
    public func firstBrokenAuditLine() throws -> Int? {
        try database.read { try Store.firstBrokenAuditLine(in: $0) }
    }

    static func firstBrokenAuditLine(in database: Database) throws -> Int? {
        var previous = ""
        var expected = 1
        let rows = try Row.fetchCursor(
            database, sql: "SELECT number, at, act, subject, detail, hash FROM audit ORDER BY number")
        while let row = try rows.next() {
            let line = Store.line(row)
            let hash = auditHash(
                after: previous, number: line.number, at: line.at, act: line.act, subject: line.subject,
                detail: line.detail)
            guard line.number == expected, line.hash == hash else { return expected }
            previous = line.hash
            expected += 1
        }
        return nil
    }

    private static func lines(_ database: Database, _ sql: String, _ arguments: StatementArguments) throws
        -> [AuditLine]
    {
        try Row.fetchAll(database, sql: sql, arguments: arguments).map(line)
    }

    private static func line(_ row: Row) -> AuditLine {
        AuditLine(
            number: row[0], at: row[1], act: row[2], subject: row[3], detail: row[4], hash: row[5])
    }
}
