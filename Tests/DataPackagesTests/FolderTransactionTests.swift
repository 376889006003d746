import Foundation
import Synchronization
import Testing

@testable import DataPackages
@testable import Ecosystem

@Suite struct `A commit is whole or not at all` {
    /// What stops the writing in the middle.
    private struct Killed: Error {}

    private static func content(_ folder: String) throws -> [String: [UInt8]] {
        FileManager.default.fileExists(atPath: folder) ? try Places.files(folder) : [:]
    }

    /// The package before, and an import into it.
    private static func prepare(_ folder: String) throws -> StagedImport {
        let model = RandomModel.make(seed: 5)
        try PackageWriter.write(model, to: folder)
        try Data("kept".utf8).write(to: URL(filePath: folder + "/CHANGES.md"))
        let package = try PackageReader.read(folder: folder)
        let table = "id,name_en,name_zh,level\r\nr.new,New,新区,district\r\n"
        return try TableImport.stage(
            [ImportFile(name: "regions.csv", bytes: Array(table.utf8))], into: package)
    }

    @Test func `killed before any step, the folder is the old package or the new one`() throws {
        try Places.withFolder { place in
            let steps = Mutex(0)
            let target = place + "/target"
            let staged = try Self.prepare(target)
            let old = try Self.content(target)
            try staged.commit(to: target, acceptsErrors: true) { _ in steps.withLock { $0 += 1 } }
            let new = try Self.content(target)
            #expect(new != old)
            #expect(new["CHANGES.md"] == Array("kept".utf8))
            let count = steps.withLock { $0 }
            #expect(count > 30)
            var kept = 0
            for deadStep in 1...count {
                try FileManager.default.removeItem(atPath: target)
                try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
                for (name, bytes) in old { try Data(bytes).write(to: URL(filePath: target + "/" + name)) }
                let done = Mutex(0)
                // From the dead step on nothing is done any more, cleaning up included: the process is gone.
                try? staged.commit(to: target, acceptsErrors: true) { _ in
                    let number = done.withLock { count -> Int in
                        count += 1
                        return count
                    }
                    if number >= deadStep { throw Killed() }
                }
                let after = try Self.content(target)
                #expect(after == old || after == new, "killed at step \(deadStep)")
                kept += after == old ? 1 : 0
            }
            print(
                "commit killed at each of \(count) steps: \(kept) times the old package, \(count - kept) the new one"
            )
            #expect(kept >= count - 2)
        }
    }

    @Test func `a failure leaves nothing behind`() throws {
        try Places.withFolder { place in
            let target = place + "/target"
            let staged = try Self.prepare(target)
            let old = try Self.content(target)
            #expect(throws: Killed.self) {
                try staged.commit(to: target, acceptsErrors: true) { if $0 == .sync { throw Killed() } }
            }
            #expect(try Self.content(target) == old)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["target"])
        }
    }

    @Test func `where folders cannot be exchanged the old one is put back after a failure`() throws {
        try Places.withFolder { place in
            let target = place + "/target"
            try Data("x".utf8).write(to: URL(filePath: target))
            #expect(throws: DataPackageError.self) {
                try PackageWriter.write(RandomModel.make(seed: 1), to: target)
            }
            #expect(throws: DataPackageError.self) {
                try PackageWriter.write(RandomModel.make(seed: 1), to: place + "/no/such/parent")
            }
        }
    }

    @Test func `a folder left aside by a kill is put back by the next writing`() throws {
        try Places.withFolder { place in
            try FileManager.default.createDirectory(
                atPath: place + "/.target.jingwei-old", withIntermediateDirectories: true)
            try Data("a".utf8).write(to: URL(filePath: place + "/.target.jingwei-old/notes.md"))
            let transaction = try FolderTransaction(target: place + "/target")
            transaction.abandon()
            #expect(FileManager.default.fileExists(atPath: place + "/target/notes.md"))
        }
    }

    @Test func `a folder that holds something is not written over`() throws {
        try Places.withFolder { place in
            try Data("a".utf8).write(to: URL(filePath: place + "/a.txt"))
            #expect(throws: DataPackageError.self) {
                try PackageWriter.write(RandomModel.make(seed: 2), to: place)
            }
            #expect(throws: DataPackageError.self) { try PackageTemplate.write(to: place) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["a.txt"])
        }
    }

    @Test func `an import with errors is not committed`() throws {
        try Places.withFolder { place in
            let target = place + "/target"
            try PackageTemplate.write(to: target)
            let package = try PackageReader.read(folder: target)
            let table = "id,name_en,name_zh,level,parent_id\r\nr.a,A,甲,district,r.none\r\n"
            let staged = try TableImport.stage(
                [ImportFile(name: "regions.csv", bytes: Array(table.utf8))], into: package)
            let old = try Self.content(target)
            #expect(throws: DataPackageError.self) { try staged.commit(to: target) }
            #expect(try Self.content(target) == old)
        }
    }
}
