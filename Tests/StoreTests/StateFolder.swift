import Foundation
import Store
import Synchronization
import Testing

/// A state folder of a test's own, gone with it, and a clock that is moved by hand.
final class StateFolder: Sendable {
    let path: String
    private let seconds = Mutex(1_000_000.0)

    init() {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("state-\(UUID().uuidString)").path
    }

    deinit {
        for suffix in ["", ".before", ".before-2", ".tar", ".other"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }

    /// The store of the folder, its clock this one's.
    func store() throws -> Store {
        try Store(folder: path, now: { self.seconds.withLock { Date(timeIntervalSince1970: $0) } })
    }

    func advance(_ step: Double) { seconds.withLock { $0 += step } }

    /// A package with one version in its folder, kept.
    func makePackage(in store: Store, owner: String = "mine", title: String = "Mine") throws -> OwnPackage {
        let (token, handle) = Store.newOwnPackage()
        try write(version: 1, of: handle, in: store)
        return try store.addOwnPackage(
            token: token, handle: handle, owner: owner, title: title, start: "", bytes: 4)
    }

    /// The folder of a version with one file.
    func write(version: Int, of handle: String, in store: Store) throws {
        try store.prepareOwnFolder(of: handle)
        let folder = store.folder(ofOwn: handle, version: version)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("id\n\(version)".utf8).write(to: URL(fileURLWithPath: folder + "/regions.csv"))
    }

    /// The content of the version's only file.
    func content(of package: OwnPackage, in store: Store) throws -> String {
        let folder = store.folder(ofOwn: package.handle, version: package.current)
        return try String(contentsOfFile: folder + "/regions.csv", encoding: .utf8)
    }
}
