import Ecosystem
import Testing

@testable import DataPackages

@Suite struct `Reading a scenario` {
    private func parse(_ text: String) throws(DataPackageError) -> Scenario {
        try ScenarioReader.parse(Array(text.utf8), path: "s.json")
    }

    @Test func `every form of change and shock`() throws {
        let scenario = try parse(
            """
            {"title": "关厂", "changes": [
              {"remove": "o.a"}, {"remove": true, "id": "o.b"},
              {"set": "o.c", "field": "kind", "value": "oem"}, {"set": "o.c", "field": "value", "value": 12.50},
              {"set": true, "id": "o.d", "field": "automotive", "value": true},
              {"add": "organizations", "id": "o.e", "fields": {"name_zh": "戊", "kind": "oem"}}],
             "shocks": [{"what": "o.a", "start": 1, "days": 14, "depth": 0.5, "recovery": 30}], "seed": 18446744073709551615}
            """)
        #expect(scenario.title == "关厂")
        #expect(
            scenario.changes == [
                .remove(id: "o.a"), .remove(id: "o.b"), .set(id: "o.c", field: "kind", value: "oem"),
                .set(id: "o.c", field: "value", value: "12.50"),
                .set(id: "o.d", field: "automotive", value: "yes"),
                .add(.organization, id: "o.e", fields: ["name_zh": "戊", "kind": "oem"]),
            ])
        #expect(
            scenario.shocks == [Scenario.Shock(what: "o.a", start: 1, days: 14, depth: 0.5, recovery: 30)])
        #expect(scenario.seed == .max)
    }

    @Test(arguments: [
        ("{\"titel\": \"x\"}", "title", 1),
        ("{\"changes\": [\n{\"remove\": \"a\", \"set\": \"a\"}]}", "one of", 2),
        ("{\"changes\": [{}]}", "remove, set, add", 1),
        ("{\"changes\": [\n\n{\"set\": \"a\", \"value\": 1}]}", "field", 3),
        ("{\"changes\": [{\"set\": \"a\", \"field\": \"kind\"}]}", "value", 1),
        ("{\"changes\": [{\"add\": \"organisations\", \"id\": \"x\"}]}", "organizations", 1),
        (
            "{\"changes\": [{\"add\": \"sites\", \"id\": \"x\", \"fields\": {\"reigon_id\": \"a\"}}]}",
            "region_id", 1
        ),
        ("{\"changes\": [{\"add\": \"sites\"}]}", "id", 1),
        ("{\"shocks\": [{\"what\": \"a\", \"depth\": 2}]}", "0…1", 1),
        ("{\"shocks\": [{\"days\": 3}]}", "what", 1),
        ("{\"seed\": -1}", "seed", 1), ("{\"seed\": 1.5}", "seed", 1), ("[]", "object", 1),
        ("{\"changes\": {}}", "list", 1),
    ])
    func `what is wrong is refused with its line and what was meant`(text: String, word: String, line: Int) {
        let error = #expect(throws: DataPackageError.self) { try parse(text) }
        #expect(error?.line == line)
        #expect(error?.message.en.contains(word) == true, "\(error?.description ?? "")")
    }

    @Test func `a file that is not there is refused`() {
        #expect(throws: DataPackageError.self) { try ScenarioReader.read(path: "/nowhere/s.json") }
    }
}
