import Ecosystem
import Foundation
import HTTPTypes
import Reporting
import Store
import Studies
import Testing

@testable import Web

@Suite(.timeLimit(.minutes(10)))
struct `Scenarios in a form` {
    private static let path = "/r/\(TestSites.region)/scenario"
    private let visitor = TestSites.visitor.fresh()

    private func item(_ location: String?) throws -> String {
        let query = try #require(location?.split(separator: "?").last)
        let part = try #require(query.split(separator: "&").first { $0.hasPrefix("scenario=") })
        return try #require(PercentDecoding.decoded(part.dropFirst(9).utf8, plusIsSpace: true))
    }

    private func address(_ scenario: String, _ more: String = "") -> String {
        "\(Self.path)?scenario=\(WebAddress.encoded(scenario))\(more)"
    }

    @Test func `every step leads to the address of the scenario after it`() async throws {
        let removed = try await visitor.get("\(Self.path)?do=remove&record=o.nobo")
        #expect(removed.status == 303)
        let first = try item(removed.headers[.location])
        #expect(JSONValue(text: first)["changes"]?[0]?["remove"] == .string("o.nobo"))
        let set = try await visitor.get(address(first, "&do=set&record=o.gwm&field=home_region&value=r.tj"))
        let second = try item(set.headers[.location])
        #expect(JSONValue(text: second)["changes"]?.list.count == 2)
        let added = try await visitor.get(
            address(
                second,
                "&do=add&kind=activity&record=os.try&f.organization_id=o.gwm&f.segment_id=sg.sys.seat"))
        let third = try item(added.headers[.location])
        #expect(JSONValue(text: third)["changes"]?[2]?["fields"]?["segment_id"] == .string("sg.sys.seat"))
        let named = try await visitor.get(address(third, "&do=title&title=Try"))
        let fourth = try item(named.headers[.location])
        #expect(JSONValue(text: fourth)["title"] == .string("Try"))
        let page = try await visitor.get(address(fourth, "&lang=en"))
        #expect(page.status == 200 && PageReading(page.text).problems == [])
        #expect(page.text.contains("os.try") && page.text.contains("Tianjin"))
        let dropped = try await visitor.get(address(fourth, "&do=drop&n=2"))
        #expect(JSONValue(text: try item(dropped.headers[.location]))["changes"]?.list.count == 2)
    }

    @Test(arguments: [
        ("do=remove&record=o.nobody", "o.nobody"), ("do=set&record=o.gwm&field=colour&value=red", "colour"),
        ("do=drop&n=1", "n"), ("do=fly", "fly"), ("do=add&kind=car&record=x", "kind"),
        ("scenario=%7B", "scenario"), ("scenario=%7B%22changes%22%3A%5B%7B%7D%5D%7D", "remove"),
        ("scenario=0123456789abcdef0123456789abcdef", "scenario"),
        ("do=add&kind=region&record=r.bj", "r.bj"),
    ])
    func `a step that cannot be taken is refused with its reason`(query: String, word: String) async throws {
        let reply = try await visitor.get("\(Self.path)?\(query)&lang=en")
        #expect(reply.status == 422)
        #expect(PageReading(reply.text).problems == [])
        #expect(reply.text.contains(word))
    }

    @Test func `a record is found by search and its fields are offered`() async throws {
        let found = try await visitor.get("\(Self.path)?q=\(WebAddress.encoded("长城汽车"))")
        #expect(found.text.contains("record=o.gwm"))
        let chosen = try await visitor.get("\(Self.path)?record=o.gwm&field=kind")
        let page = PageReading(chosen.text)
        #expect(page.problems == [])
        #expect(page.tags.contains { $0.name == "select" && $0.attributes["name"] == "value" })
    }

    @Test func `a study is asked with it, beside what is on record`() async throws {
        let scenario = "{\"title\":\"Try\",\"changes\":[{\"remove\":\"o.nobo\"}]}"
        let asked = try await visitor.get(
            "\(Self.path)/ask?study=chain&against=record&scenario=\(WebAddress.encoded(scenario))")
        #expect(asked.status == 303)
        let study = try await visitor.get(try #require(asked.headers[.location]))
        #expect(study.status == 303)
        let compared = try #require(study.headers[.location])
        #expect(compared.hasPrefix("/r/\(TestSites.region)/compare?a="))
        let page = try await visitor.get(compared + "&lang=en")
        #expect(page.status == 200 && PageReading(page.text).problems == [])
        #expect(page.text.contains("t-settings") && page.text.contains("t-figures"))
        // The answer alone says what was changed, and its form asks with the same scenario.
        let alone = try await visitor.get(
            "/r/\(TestSites.region)/studies/chain?scenario=\(WebAddress.encoded(scenario))&lang=en")
        let reading = PageReading(alone.text)
        #expect(alone.status == 200 && reading.problems == [])
        #expect(
            reading.tags.contains {
                $0.attributes["name"] == "scenario" && $0.attributes["value"] == scenario
            })
        #expect(try await visitor.get("\(Self.path)/ask?study=none&scenario=%7B%7D").status == 422)
        #expect(try await visitor.get("\(Self.path)/ask?study=chain").status == 422)
    }

    @Test func `a scenario is kept under a private link, and only its owner deletes it`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jingwei-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(folder: folder.path)
        let site = TestSites.small(
            studies: [ProbeStudy()], store: store, limits: { $0.pageWait = .seconds(30) })
        let owner = Visitor(site)
        let text = "{\"title\":\"Kept\",\"changes\":[{\"remove\":\"o.a\"}]}"
        let page = try await owner.get("/r/small/scenario?scenario=\(WebAddress.encoded(text))")
        let token = try #require(
            PageReading(page.text).tags.first { $0.attributes["name"] == "token" }?.attributes["value"])
        #expect(try await owner.post("/r/small/scenario/save", form: ["text": text]).status == 403)
        let bad = try await owner.post(
            "/r/small/scenario/save", form: ["token": token, "text": "{\"changes\": 3}"])
        #expect(bad.status == 422)
        let saved = try await owner.post("/r/small/scenario/save", form: ["token": token, "text": text])
        #expect(saved.status == 303)
        let location = try #require(saved.headers[.location])
        let id = try item(location)
        #expect(id.count == 32)
        // Who has the link reads it; in another package it is none; a study is asked with it.
        let stranger = owner.fresh()
        let read = try await stranger.get(location)
        #expect(read.status == 200 && read.text.contains("Kept"))
        let answer = try await stranger.get("/r/small/studies/probe?scenario=\(id)")
        #expect(answer.status == 200 && answer.text.contains("Kept"))
        let other = PageReading(read.text).tags.first { $0.attributes["name"] == "token" }?
            .attributes["value"]
        let refused = try await stranger.post(
            "/r/small/scenario/delete", form: ["token": other ?? "", "id": id])
        #expect(refused.status == 404)
        let deleted = try await owner.post("/r/small/scenario/delete", form: ["token": token, "id": id])
        #expect(deleted.status == 303)
        #expect(try await owner.get(location).status == 422)
        site.queue.close()
    }
}
