import Foundation
import Store
import Testing

struct `Own packages` {
    @Test func `a package is found by its private link alone, and its handle says nothing of that`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let made = try folder.makePackage(in: store)
        #expect(store.ownPackage(token: made.token) == made)
        #expect(store.ownPackage(token: made.handle) == nil)
        #expect(!made.handle.contains(made.token.prefix(12)))
        #expect(store.ownPackages(of: "mine") == [made])
        #expect(store.ownPackages(of: "theirs").isEmpty)
    }

    @Test func `a new version is the present one and undo goes back to the one before`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let first = try folder.makePackage(in: store)
        try folder.write(version: 2, of: first.handle, in: store)
        try store.keepDraft(OwnDraft(name: "a.csv", content: [1], mapping: ""), of: first)
        let second = try store.addVersion(to: first, what: "a.csv", bytes: 4, detail: "1 added")
        #expect(second.versions.map(\.number) == [1, 2])
        #expect(second.versions.last?.what == "a.csv")
        #expect(try folder.content(of: second, in: store) == "id\n2")
        #expect(store.draft(of: second) == nil)
        let back = try #require(try store.undoOwnPackage(second))
        #expect(back.current == 1)
        #expect(try folder.content(of: back, in: store) == "id\n1")
        #expect(
            !FileManager.default.fileExists(atPath: store.folder(ofOwn: first.handle, version: 2)))
        #expect(try store.undoOwnPackage(back) == nil)
    }

    @Test func `of two changes at once the second one is refused`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let seen = try folder.makePackage(in: store)
        try folder.write(version: 2, of: seen.handle, in: store)
        _ = try store.addVersion(to: seen, what: "a.csv", bytes: 4, detail: "")
        for change in [
            { _ = try store.addVersion(to: seen, what: "b.csv", bytes: 4, detail: "") },
            { _ = try store.undoOwnPackage(seen) },
        ] {
            let error = #expect(throws: StoreError.self) { try change() }
            #expect(error?.description.contains("changed meanwhile") == true)
        }
    }

    @Test func `the oldest versions go when there are too many`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        var package = try folder.makePackage(in: store)
        var limits = OwnLimits()
        limits.versions = 3
        for number in 2...5 {
            try folder.write(version: number, of: package.handle, in: store)
            package = try store.addVersion(
                to: package, what: "\(number)", bytes: 4, detail: "", limits: limits)
        }
        #expect(package.versions.map(\.number) == [3, 4, 5])
        #expect(!FileManager.default.fileExists(atPath: store.folder(ofOwn: package.handle, version: 2)))
        #expect(FileManager.default.fileExists(atPath: store.folder(ofOwn: package.handle, version: 3)))
    }

    @Test func `what is deleted is gone with its folder, draft, inputs and scenarios`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let package = try folder.makePackage(in: store)
        try store.keepDraft(OwnDraft(name: "a.csv", content: [1], mapping: ""), of: package)
        try store.keepInput([1, 2], kind: "matrix", name: "m.csv", of: package)
        let scenario = try #require(
            try store.saveScenario(owner: "x", package: package.handle, title: "t", text: "{}"))
        #expect(try store.deleteOwnPackage(package))
        #expect(try !store.deleteOwnPackage(package))
        #expect(store.ownPackage(token: package.token) == nil)
        #expect(store.draft(of: package) == nil)
        #expect(store.inputs(of: package).isEmpty)
        #expect(store.scenario(id: scenario.id) == nil)
        #expect(!FileManager.default.fileExists(atPath: store.folder(ofOwn: package.handle, version: 1)))
    }

    @Test func `drafts and inputs come back byte for byte and a newer one replaces the older`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let package = try folder.makePackage(in: store)
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        try store.keepDraft(OwnDraft(name: "old.csv", content: [9], mapping: "{}"), of: package)
        let draft = OwnDraft(name: "机构.csv", content: bytes, mapping: #"{"table":"organizations"}"#)
        try store.keepDraft(draft, of: package)
        #expect(store.draft(of: package) == draft)
        #expect(try store.dropDraft(of: package))
        #expect(try !store.dropDraft(of: package))
        try store.keepInput([9], kind: "matrix", name: "old.csv", of: package)
        try store.keepInput(bytes, kind: "matrix", name: "new.csv", of: package)
        #expect(store.inputs(of: package)["matrix"]?.content == bytes)
        #expect(store.inputs(of: package)["matrix"]?.name == "new.csv")
        #expect(try store.dropInput(kind: "matrix", of: package))
        #expect(store.inputs(of: package).isEmpty)
    }

    @Test func `a package too many and a byte too many are refused`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        var limits = OwnLimits()
        limits.packagesOfOne = 1
        let package = try folder.makePackage(in: store)
        let (token, handle) = Store.newOwnPackage()
        let error = #expect(throws: StoreError.self) {
            try store.addOwnPackage(
                token: token, handle: handle, owner: "mine", title: "", start: "", bytes: 1, limits: limits)
        }
        #expect(error?.description.contains("delete one first") == true)
        limits.bytes = 10
        try store.keepDraft(
            OwnDraft(name: "a", content: [1, 2, 3], mapping: ""), of: package, limits: limits)
        #expect(throws: StoreError.self) {
            try store.keepInput([1, 2, 3, 4], kind: "matrix", name: "m", of: package, limits: limits)
        }
        #expect(store.inputs(of: package).isEmpty)
    }

    @Test func `folders that nothing speaks of are removed and the others stay`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let package = try folder.makePackage(in: store)
        try folder.write(version: 2, of: package.handle, in: store)
        try folder.write(version: 1, of: "own-000000000000", in: store)
        store.removeLooseFolders()
        #expect(FileManager.default.fileExists(atPath: store.folder(ofOwn: package.handle, version: 1)))
        #expect(!FileManager.default.fileExists(atPath: store.folder(ofOwn: package.handle, version: 2)))
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/own/own-000000000000"))
    }

    @Test func `every write leaves a line that names no private link, and the chain holds`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let package = try folder.makePackage(in: store)
        try store.keepDraft(OwnDraft(name: "a.csv", content: [1], mapping: ""), of: package)
        try folder.write(version: 2, of: package.handle, in: store)
        let second = try store.addVersion(to: package, what: "a.csv", bytes: 4, detail: "3 added")
        _ = try store.undoOwnPackage(second)
        let scenario = try store.saveScenario(owner: "me", package: "p", title: "t", text: "{}")
        let lines = try store.auditLines()
        #expect(
            lines.map(\.act) == ["scenario.save", "own.undo", "own.import", "own.draft", "own.create"])
        #expect(lines.map(\.number) == [5, 4, 3, 2, 1])
        let secrets = [package.token, try #require(scenario).id]
        for line in lines {
            for secret in secrets { #expect(!"\(line)".contains(secret)) }
        }
        #expect(try store.firstBrokenAuditLine() == nil)
    }
}
