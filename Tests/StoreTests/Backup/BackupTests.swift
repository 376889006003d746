import Foundation
import GRDB
import Store
import Testing

struct `Backup and restore` {
    /// A folder with a package of two versions and a scenario, and its backup.
    private func filled() throws -> (
        folder: StateFolder, package: OwnPackage, scenario: SavedScenario, file: String
    ) {
        let folder = StateFolder()
        let store = try folder.store()
        let first = try folder.makePackage(in: store, title: "我的")
        try folder.write(version: 2, of: first.handle, in: store)
        let package = try store.addVersion(to: first, what: "a.csv", bytes: 4, detail: "")
        let scenario = try #require(
            try store.saveScenario(owner: "me", package: "p", title: "t", text: "{}"))
        let file = folder.path + ".tar"
        let summary = try StateBackup.write(folder: folder.path, to: file)
        #expect(summary.files == 3)
        #expect(summary.auditLines == 3)
        try store.close()
        return (folder, package, scenario, file)
    }

    private func names(_ path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    @Test func `what was kept comes back in another folder`() throws {
        let (folder, package, scenario, file) = try filled()
        let other = folder.path + ".other"
        let outcome = try StateRestore.restore(file, to: other)
        #expect(outcome.before == nil)
        #expect(outcome.summary.files == 3)
        let store = try Store(folder: other)
        #expect(store.ownPackage(token: package.token) == package)
        #expect(store.scenario(id: scenario.id) == scenario)
        #expect(try folder.content(of: package, in: store) == "id\n2")
        #expect(try store.firstBrokenAuditLine() == nil)
    }

    @Test func `the folder that stood there is kept beside it`() throws {
        let (folder, package, scenario, file) = try filled()
        let store = try folder.store()
        #expect(try store.deleteScenario(id: scenario.id, owner: "me"))
        try store.close()
        let outcome = try StateRestore.restore(file, to: folder.path)
        #expect(outcome.before == folder.path + ".before")
        let restored = try folder.store()
        #expect(restored.scenario(id: scenario.id) == scenario)
        #expect(restored.ownPackage(token: package.token) == package)
        #expect(try Store(folder: folder.path + ".before").scenario(id: scenario.id) == nil)
    }

    @Test func `a folder that a program works on is not restored`() throws {
        let (folder, _, scenario, file) = try filled()
        let store = try folder.store()
        let error = #expect(throws: StoreError.self) { try StateRestore.restore(file, to: folder.path) }
        #expect(error?.description.contains("stop it first") == true)
        #expect(store.scenario(id: scenario.id) == scenario)
    }

    @Test func `a file with any byte changed or cut off is refused and nothing is changed`() throws {
        let (folder, _, _, file) = try filled()
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        let other = folder.path + ".other"
        let damaged = file + ".damaged"
        defer { try? FileManager.default.removeItem(atPath: damaged) }
        // The two blocks of zeros at the end say nothing, so the content ends before them.
        let end = whole.count - 1024
        var places = Array(stride(from: 0, to: end, by: end / 97))
        places.append(end - 600)
        for place in places {
            var bytes = whole
            bytes[place] ^= 0x41
            // Fill-up bytes behind a member say nothing either.
            if whole[place] == 0, place % 512 > 300 { continue }
            try bytes.write(to: URL(fileURLWithPath: damaged))
            #expect(throws: StoreError.self, "byte \(place)") { try StateRestore.restore(damaged, to: other) }
            try whole.prefix(place).write(to: URL(fileURLWithPath: damaged))
            #expect(throws: StoreError.self, "cut at \(place)") {
                try StateRestore.restore(damaged, to: other)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: other))
        let parent = URL(fileURLWithPath: folder.path).deletingLastPathComponent().path
        let leftovers = names(parent).filter { $0.contains(".restoring-") && other.hasSuffix($0) }
        #expect(leftovers.isEmpty)
    }

    @Test func `an archive whose names lead out of the folder is refused`() throws {
        let folder = StateFolder()
        let place = folder.path + ".other"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for name in ["../evil", "/etc/evil", "own/../../evil", "own//x", ".hidden", "a\\b"] {
            let file = place + "/evil.tar"
            try Data(HandmadeTar.archive([(name, Array("x".utf8))])).write(to: URL(fileURLWithPath: file))
            let error = #expect(throws: StoreError.self) {
                try StateRestore.restore(file, to: folder.path)
            }
            #expect(error?.description.contains("it holds the name") == true, "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `a changed audit line is found, also in a backup made after it`() throws {
        let (folder, _, _, file) = try filled()
        let queue = try DatabaseQueue(path: folder.path + "/jingwei.sqlite")
        try queue.write { try $0.execute(sql: "UPDATE audit SET detail = 'nothing' WHERE number = 2") }
        try queue.close()
        let store = try folder.store()
        #expect(try store.firstBrokenAuditLine() == 2)
        try store.close()
        _ = try StateBackup.write(folder: folder.path, to: file)
        let error = #expect(throws: StoreError.self) {
            try StateRestore.restore(file, to: folder.path + ".other")
        }
        #expect(error?.description.contains("audit chain breaks at line 2") == true)
    }

    @Test func `what is no state folder and no backup is refused with what to do`() throws {
        let folder = StateFolder()
        #expect(throws: StoreError.self) {
            try StateBackup.write(folder: folder.path, to: folder.path + ".tar")
        }
        try Data("no backup".utf8).write(to: URL(fileURLWithPath: folder.path + ".tar"))
        for file in [folder.path + ".tar", folder.path + ".missing"] {
            #expect(throws: StoreError.self) { try StateRestore.restore(file, to: folder.path) }
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func `the tools of the system open a backup and find its sums right`() throws {
        let (folder, _, _, file) = try filled()
        let other = folder.path + ".other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        for words in [
            ["tar", "xf", file, "-C", other], ["sh", "-c", "cd \(other) && sha256sum -c --quiet SHA256SUMS"],
        ] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = words
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(words)")
        }
        #expect(names(other).contains("jingwei.sqlite"))
    }
}
