public import Foundation
import GRDB

/// What outlives the process, in the state folder: one SQLite file with reports of finished runs, saved scenarios and
/// what is known of visitors' own packages, and one folder a version of such a package.
///
/// The clock is given, so that tests decide the time. All methods may be called from any thread.
public final class Store: Sendable {
    let database: DatabasePool
    /// The state folder.
    public let folder: String
    private let lock: StateLock
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
        self.folder = folder
        let path = folder + "/" + Store.fileName
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.foreignKeysEnabled = true
            // What a visitor deletes is overwritten, not only unlinked.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            lock = try StateLock(folder: folder, isExclusive: false)
            database = try DatabasePool(path: path, configuration: configuration)
            try Store.migrator.migrate(database)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(
                "the state folder \(folder) cannot be used: \(error); check its permissions, or name another with --state",
                "状态文件夹 \(folder) 无法使用：\(error)；请检查权限，或用 --state 另行指定"
            )
        }
    }

    /// The name of the SQLite file in the state folder.
    static let fileName = "jingwei.sqlite"

    /// Closes the file.
    public func close() throws {
        try database.close()
        lock.release()
    }
}
