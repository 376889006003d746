import Foundation
import Store
import Testing

struct `Saved scenarios` {
    @Test func `a scenario comes back as it was saved, also after the folder is opened again`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let saved = try #require(
            try store.saveScenario(
                owner: "me", package: "region", title: "港口停运", text: #"{"title":"港口停运","changes":[]}"#))
        #expect(PrivateToken.isWellFormed(saved.id))
        try store.close()
        #expect(try folder.store().scenario(id: saved.id) == saved)
    }

    @Test func `saving again replaces it, for its owner only`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        let first = try #require(
            try store.saveScenario(owner: "me", package: "p", title: "One", text: "{}"))
        folder.advance(60)
        #expect(
            try store.saveScenario(id: first.id, owner: "you", package: "p", title: "Theirs", text: "[]")
                == nil)
        #expect(store.scenario(id: first.id) == first)
        let second = try store.saveScenario(id: first.id, owner: "me", package: "p", title: "Two", text: "[]")
        #expect(second?.id == first.id)
        #expect(second?.title == "Two")
        #expect(second?.createdAt == 1_000_000)
        #expect(second?.changedAt == 1_000_060)
    }

    @Test func `a visitor sees their own, the last one first, and of a package where asked`() throws {
        let folder = StateFolder()
        let store = try folder.store()
        for (title, package) in [("a", "p"), ("b", "q"), ("c", "p")] {
            folder.advance(1)
            _ = try store.saveScenario(owner: "me", package: package, title: title, text: "{}")
        }
        _ = try store.saveScenario(owner: "you", package: "p", title: "theirs", text: "{}")
        #expect(store.scenarios(of: "me").map(\.title) == ["c", "b", "a"])
        #expect(store.scenarios(of: "me", package: "p").map(\.title) == ["c", "a"])
        #expect(store.scenarios(of: "nobody").isEmpty)
    }

    @Test func `only its owner deletes it`() throws {
        let store = try StateFolder().store()
        let saved = try #require(
            try store.saveScenario(owner: "me", package: "p", title: "t", text: "{}"))
        #expect(try !store.deleteScenario(id: saved.id, owner: "you"))
        #expect(try store.deleteScenario(id: saved.id, owner: "me"))
        #expect(try !store.deleteScenario(id: saved.id, owner: "me"))
        #expect(store.scenario(id: saved.id) == nil)
    }

    @Test func `a text that is too long and a scenario too many are refused with what to do`() throws {
        let store = try StateFolder().store()
        let long = String(repeating: "x", count: Store.scenarioTextLimit + 1)
        #expect(throws: StoreError.self) {
            try store.saveScenario(owner: "me", package: "p", title: "t", text: long)
        }
        for number in 0..<Store.scenarioLimit {
            _ = try store.saveScenario(owner: "me", package: "p", title: "\(number)", text: "{}")
        }
        let error = #expect(throws: StoreError.self) {
            try store.saveScenario(owner: "me", package: "p", title: "one more", text: "{}")
        }
        #expect(error?.description.contains("delete one first") == true)
    }

    @Test func `what is no private link opens nothing`() throws {
        let store = try StateFolder().store()
        for text in ["", "x", "' OR 1=1 --", String(repeating: "A", count: 32), "../../jingwei.sqlite"] {
            #expect(store.scenario(id: text) == nil)
        }
    }
}
