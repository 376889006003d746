public import Foundation
import GRDB

/// What outlives the process, in one SQLite file of the state folder: reports of finished runs.
///
/// The clock is given, so that tests decide the time. All methods may be called from any thread.
public final class Store: Sendable {
    let database: DatabasePool
    let now: @Sendable () -> Date
    let runLimit: Int
    let onFailure: @Sendable (String) -> Void

    /// Opens the state folder, makes it where it is missing, and brings the schema up to date.
    ///
    /// - Parameters:
    ///   - folder: the state folder.
    ///   - runLimit: reports kept at most; the oldest go first.
    ///   - now: the clock.
    ///   - onFailure: told of what could not be read or kept, for the log; the program goes on without.
    /// - Throws: ``StoreError`` where the folder cannot be made or the file is no database of this program.
    public init(
        folder: String, runLimit: Int = 10_000, now: @escaping @Sendable () -> Date = { Date() },
        onFailure: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(StoreError) {
        self.now = now
        self.runLimit = max(1, runLimit)
        self.onFailure = onFailure
        let path = folder + "/jingwei.sqlite"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.foreignKeysEnabled = true
            database = try DatabasePool(path: path, configuration: configuration)
            try Store.migrator.migrate(database)
        } catch {
            throw StoreError(
                "the state folder \(folder) cannot be used: \(error); check its permissions, or name another with --state"
            )
        }
    }

    /// Closes the file.
    public func close() throws { try database.close() }
}
