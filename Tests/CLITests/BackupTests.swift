import Foundation
import Testing

struct `Backup and restore on the command line` {
    @Test func `a folder that is none and a file that is none are wrong input, said with what to do`() throws
    {
        let folder = try Command.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("backup.tar").path
        let state = folder.appendingPathComponent("state").path
        let backup = try Command.run("backup", file, "--state", state)
        #expect(backup.status == 1)
        #expect(backup.errors.contains("name it with --state"))
        try Data("no backup".utf8).write(to: URL(fileURLWithPath: file))
        let restore = try Command.run("restore", file, "--state", state)
        #expect(restore.status == 1)
        #expect(restore.errors.contains("nothing was changed"))
        #expect(!FileManager.default.fileExists(atPath: state))
    }
}
