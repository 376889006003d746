import Ecosystem
import Reporting
import Studies

/// Schemas of what the API answers with (JSON Schema 2020-12).
enum OpenAPISchemas {
    /// By name.
    static var all: [String: JSONValue] {
        [
            "Text": object(["en": string, "zh": string]),
            "Package": package, "Packages": list("Package"),
            "Finding": finding, "Findings": object(["findings": list("Finding")]),
            "Study": study, "Studies": list("Study"),
            "Run": run, "RunRequest": runRequest, "Report": report,
            "Record": record,
            "Records": object(["total": integer, "offset": integer, "records": list("Record")]),
            "Problem": problem,
        ]
    }

    private static let string: JSONValue = type("string")
    private static let integer: JSONValue = type("integer")
    private static let any: JSONValue = .object([:])

    private static func type(_ name: String) -> JSONValue { .object(["type": .string(name)]) }
    private static func orNull(_ name: String) -> JSONValue {
        .object(["type": .array([.string(name), .string("null")])])
    }
    private static func reference(_ name: String) -> JSONValue {
        .object(["$ref": .string("#/components/schemas/\(name)")])
    }
    private static func list(_ name: String) -> JSONValue {
        .object(["type": .string("array"), "items": reference(name)])
    }
    private static func choice(_ values: [String]) -> JSONValue {
        .object(["type": .string("string"), "enum": .array(values.map(JSONValue.string))])
    }
    /// An object; all properties are required but those in `optional`.
    private static func object(_ properties: [String: JSONValue], optional: [String: JSONValue] = [:])
        -> JSONValue
    {
        .object([
            "type": .string("object"),
            "properties": .object(properties.merging(optional) { first, _ in first }),
            "required": .array(properties.keys.sorted().map(JSONValue.string)),
        ])
    }

    private static var package: JSONValue {
        object([
            "id": string, "title": reference("Text"), "version": string, "licence": orNull("string"),
            "fingerprint": string, "records": integer, "synthetic": type("boolean"),
        ])
    }

    private static var finding: JSONValue {
        object(
            ["severity": choice(["error", "warning", "note", "gap"]), "file": string, "message": string],
            optional: ["row": orNull("integer"), "column": orNull("string")])
    }

    private static var study: JSONValue {
        object([
            "id": string, "version": string, "verb": choice(StudyDescription.Verb.allCases.map(\.rawValue)),
            "title": reference("Text"), "question": reference("Text"),
            "parameters": .object(["type": .string("array"), "items": type("object")]),
            "methods": .object(["type": .string("array"), "items": type("object")]),
        ])
    }

    private static var run: JSONValue {
        object(
            [
                "address": string, "package": string,
                "state": choice(["waiting", "working", "done", "cancelled"]),
            ], optional: ["report": string, "fraction": type("number"), "step": reference("Text")])
    }

    private static var runRequest: JSONValue {
        let texts: JSONValue = .object(["type": .string("object"), "additionalProperties": string])
        let strings: JSONValue = .object(["type": .string("array"), "items": string])
        return .object([
            "type": .string("object"), "required": .array([.string("study")]),
            "properties": .object([
                "study": .object([
                    "type": .string("string"), "examples": .array(StudyCatalogue.all.map { .string($0.id) }),
                ]),
                "parameters": texts, "scenario": type("object"), "compare": strings,
            ]),
            "examples": .array([
                .object(["study": .string(StudyCatalogue.all.first?.id ?? ""), "parameters": .object([:])])
            ]),
        ])
    }

    private static var report: JSONValue {
        object(
            [
                "study": string, "version": string, "title": reference("Text"), "answer": reference("Text"),
                "package": type("object"), "parameters": type("object"), "result": any,
                "blocks": .object(["type": .string("array"), "items": type("object")]),
            ])
    }

    private static var record: JSONValue {
        object(
            [
                "id": string, "kind": choice(RecordKind.allCases.map(\.rawValue)), "name": reference("Text"),
                "fields": .object(["type": .string("object"), "additionalProperties": string]),
            ],
            optional: [
                "basis": choice(Basis.allCases.map(\.rawValue)),
                "state": choice(FactState.allCases.map(\.rawValue)),
                "blocks": type("array"), "sources": type("array"),
            ])
    }

    private static var problem: JSONValue {
        object([
            "type": string, "title": string, "status": integer, "detail": string,
            "errors": .object(["type": .string("array"), "items": type("object")]),
        ])
    }
}
