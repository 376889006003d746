import Foundation
import GRDB
public import Reporting
public import Studies

/// A kept run, without its report.
public struct KeptRun: Sendable, Equatable {
    /// Its permanent address.
    public let address: String
    /// The study.
    public let study: String
    /// The package that it was asked of.
    public let package: String
    /// When it was kept, in seconds since 1970.
    public let keptAt: Double
}

extension Store: RunArchive {
    /// The kept report of an address; `nil` where there is none or it was written by another version.
    public func report(at address: String) -> Report? {
        do {
            let bytes = try database.read { database in
                try Data.fetchOne(
                    database, sql: "SELECT report FROM run WHERE address = ?", arguments: [address])
            }
            return bytes.flatMap { try? JSONDecoder().decode(Report.self, from: $0) }
        } catch {
            onFailure("run \(address) could not be read: \(error)")
            return nil
        }
    }

    /// Keeps a report; a failure to write leaves the run in memory only.
    public func keep(_ report: Report, at address: String) {
        guard !report.isPartial, let bytes = try? JSONEncoder().encode(report) else { return }
        let time = now().timeIntervalSince1970
        do { try write(report, bytes, at: address, time) } catch {
            onFailure("run \(address) could not be kept: \(error)")
        }
    }

    private func write(_ report: Report, _ bytes: Data, at address: String, _ time: Double) throws {
        try database.write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO run (address, study, version, package, fingerprint, kept_at, report)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    address, report.study, report.version, report.package.id, report.package.fingerprint,
                    time, bytes,
                ])
            try database.execute(
                sql: """
                    DELETE FROM run WHERE address IN
                        (SELECT address FROM run ORDER BY kept_at DESC, address LIMIT -1 OFFSET ?)
                    """, arguments: [runLimit])
        }
    }

    /// The latest kept runs of a package, newest first.
    public func latestRuns(of package: String, limit: Int = 20) -> [KeptRun] {
        let rows = try? database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT address, study, package, kept_at FROM run WHERE package = ?
                    ORDER BY kept_at DESC, address LIMIT ?
                    """, arguments: [package, max(0, min(limit, 1000))])
        }
        return (rows ?? []).map { KeptRun(address: $0[0], study: $0[1], package: $0[2], keptAt: $0[3]) }
    }

    /// The latest kept reports of a study of a package with the time of each, newest first; those that were written by another
    /// version of this program are passed over.
    public func latestReports(of study: String, package: String, limit: Int = 50) -> [(
        time: Double, report: Report
    )] {
        let rows = try? database.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT kept_at, report FROM run WHERE package = ? AND study = ?
                    ORDER BY kept_at DESC, address LIMIT ?
                    """, arguments: [package, study, max(0, min(limit, 1000))])
        }
        return (rows ?? []).compactMap { row -> (time: Double, report: Report)? in
            let bytes: Data = row[1]
            return (try? JSONDecoder().decode(Report.self, from: bytes)).map { (row[0], $0) }
        }
    }
}
