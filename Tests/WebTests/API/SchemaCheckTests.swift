import Reporting
import Testing

/// The tests of the API rest on this check, so it must be able to fail.
struct `Check against schemas` {
    private let document = JSONValue(
        text: """
            {"components": {"schemas": {
              "Thing": {"type": "object", "additionalProperties": false, "required": ["id"],
                "properties": {"id": {"type": "string", "minLength": 1}, "size": {"type": "integer", "minimum": 0, "maximum": 9},
                  "kind": {"enum": ["a", "b"]}, "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                  "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                  "texts": {"type": "object", "additionalProperties": {"type": "string"}}}},
              "Odd": {"uniqueItems": true}, "Lost": {"$ref": "#/components/schemas/Nothing"}}}}
            """)

    @Test(arguments: [
        "{\"id\": \"x\"}",
        "{\"id\": \"x\", \"size\": 9, \"kind\": \"b\", \"note\": null, \"texts\": {\"a\": \"b\"}, \"parts\": [{\"id\": \"y\"}]}",
    ])
    func `what fits has no problems`(text: String) {
        #expect(SchemaCheck(document).problems(of: JSONValue(text: text), named: "Thing") == [])
    }

    @Test(arguments: [
        ("[]", "none of"), ("{}", "id is missing"), ("{\"id\": \"\"}", "shorter"), ("{\"id\": 1}", "none of"),
        ("{\"id\": \"x\", \"size\": 10}", "over"), ("{\"id\": \"x\", \"size\": -1}", "under"),
        ("{\"id\": \"x\", \"size\": 1.5}", "none of"), ("{\"id\": \"x\", \"kind\": \"c\"}", ".kind"),
        ("{\"id\": \"x\", \"more\": 1}", "more is not described"), ("{\"id\": \"x\", \"note\": 1}", ".note"),
        ("{\"id\": \"x\", \"texts\": {\"a\": 1}}", ".texts.a"),
        ("{\"id\": \"x\", \"parts\": [{}]}", ".parts[0]"),
    ])
    func `what does not fit is told with its place`(text: String, problem: String) {
        let problems = SchemaCheck(document).problems(of: JSONValue(text: text), named: "Thing")
        #expect(problems.contains { $0.contains(problem) }, "\(problems)")
    }

    @Test func `a rule that is not known and a schema that is not there are told`() {
        #expect(SchemaCheck(document).problems(of: .null, named: "Odd").count == 1)
        #expect(SchemaCheck(document).problems(of: .null, named: "Lost").count == 1)
        #expect(SchemaCheck(document).problems(of: .null, named: "Nothing").count == 1)
    }
}
