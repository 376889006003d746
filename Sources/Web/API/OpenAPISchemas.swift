import DataPackages
import Ecosystem
import Reporting
import Studies

/// Schemas of what the API takes and answers with (JSON Schema 2020-12).
///
/// Objects are closed: a member that is sent and not described is an error that the tests find.
struct OpenAPISchemas {
    let studies: [StudyDescription]
    let packages: [String]

    /// By name.
    var all: [String: JSONValue] {
        var all = Self.report.merging(Self.search) { first, _ in first }
            .merging(own) { first, _ in first }
        all.merge(Self.data) { first, _ in first }
        all["Text"] = Self.object(["en": Self.string, "zh": Self.string])
        all["Package"] = Self.object([
            "id": Self.string, "title": Self.reference("Text"), "version": Self.string,
            "licence": Self.orNull(Self.string),
            "fingerprint": Self.string, "records": Self.count, "synthetic": Self.type("boolean"),
        ])
        all["Packages"] = Self.list(Self.reference("Package"))
        all["Finding"] = Self.finding
        all["Findings"] = Self.object(["findings": Self.list(Self.reference("Finding"))])
        all["Parameter"] = Self.parameter
        all["Study"] = Self.study
        all["Studies"] = Self.list(Self.reference("Study"))
        all["Run"] = run
        all["RunRequest"] = runRequest
        all["Scenario"] = Self.scenario
        all["Record"] = Self.record
        all["Records"] = Self.object([
            "total": Self.count, "offset": Self.count, "records": Self.list(Self.reference("Record")),
        ])
        all["FeatureCollection"] = Self.open([
            "type": .object(["const": .string("FeatureCollection")]),
            "features": Self.list(Self.open(["type": Self.string, "id": Self.string])),
        ])
        all["Problem"] = Self.object([
            "type": Self.string, "title": Self.string, "status": Self.count, "detail": Self.string,
            "errors": Self.errors,
        ])
        return all
    }

    // MARK: Studies

    private static var parameter: JSONValue {
        object(
            [
                "id": string, "title": reference("Text"), "help": reference("Text"),
                "unit": orNull(reference("Text")), "default": orNull(string),
                "type": choice(["choice", "record", "integer", "number", "text", "flag"]),
            ],
            optional: [
                "choices": list(object(["code": string, "label": reference("Text")])),
                "kind": choice(RecordKind.allCases.map(\.rawValue)), "minimum": type("number"),
                "maximum": type("number"), "maximumLength": count,
            ])
    }

    private static var study: JSONValue {
        object([
            "id": string, "version": string, "verb": choice(StudyDescription.Verb.allCases.map(\.rawValue)),
            "title": reference("Text"), "question": reference("Text"),
            "takes": list(choice(ComputingInput.Kind.allCases.map(\.rawValue))),
            "parameters": list(reference("Parameter")),
            "methods": list(
                object([
                    "text": reference("Text"), "formula": orNull(string), "literature": list(string),
                    "limits": orNull(reference("Text")),
                ])),
        ])
    }

    /// Parameters of all studies as an object; where two studies give one name two meanings, either is described.
    var parameters: JSONValue {
        var kinds: [String: [JSONValue]] = [:]
        for parameter in studies.flatMap(\.parameters) {
            let schema = OpenAPISchemas.schema(of: parameter)
            if kinds[parameter.id]?.contains(schema) != true {
                kinds[parameter.id, default: []].append(schema)
            }
        }
        return .object([
            "type": .string("object"), "additionalProperties": .bool(false),
            "properties": .object(
                kinds.mapValues { $0.count == 1 ? $0[0] : .object(["anyOf": .array($0)]) }),
        ])
    }

    private static func schema(of parameter: StudyParameter) -> JSONValue {
        var members: [String: JSONValue] = ["description": .string(parameter.title.en)]
        switch parameter.kind {
        case .choice(let choices):
            members["type"] = .string("string")
            members["enum"] = .array(choices.map { .string($0.code) })
        case .record(let kind):
            members["type"] = .string("string")
            members["minLength"] = .integer(1)
            members["description"] = .string("\(parameter.title.en): id of a \(kind.label.en)")
        case .integer(let range):
            members["type"] = .string("integer")
            members["minimum"] = .integer(range.lowerBound)
            members["maximum"] = .integer(range.upperBound)
        case .number(let range):
            members["type"] = .string("number")
            members["minimum"] = .number(range.lowerBound)
            members["maximum"] = .number(range.upperBound)
        case .text(let maximumLength):
            members["type"] = .string("string")
            members["minLength"] = .integer(1)
            members["maxLength"] = .integer(maximumLength)
        case .flag:
            members["type"] = .string("string")
            members["enum"] = .array([.string("yes"), .string("no")])
        }
        return .object(members)
    }

    // MARK: Runs

    private var run: JSONValue {
        Self.object(
            [
                "address": Self.string, "package": Self.string, "study": Self.string,
                "parameters": Self.map(Self.string),
                "state": Self.choice(["waiting", "working", "done", "failed", "cancelled"]),
            ],
            optional: [
                "ahead": Self.count, "fraction": Self.share, "step": Self.reference("Text"),
                "report": Self.string, "errors": Self.errors,
            ])
    }

    private var runRequest: JSONValue {
        var request = Self.object(
            ["study": Self.choice(studies.map(\.id))],
            optional: [
                "parameters": Self.map(
                    .object(["type": .array(["string", "number", "boolean"].map(JSONValue.string))])),
                "scenario": Self.reference("Scenario"), "compare": Self.list(Self.choice(packages)),
                "supplied": Self.choice(ServedPackage.suppliedWords),
            ])
        if case .object(var members) = request {
            members["examples"] = .array(studies.map { .object(["study": .string($0.id)]) })
            request = .object(members)
        }
        return request
    }

    /// Changes to try; the tables and fields that a change may name are in `docs/formats`.
    private static var scenario: JSONValue {
        let tables = RecordKind.allCases.map(\.table)
        let changes = [
            open(["remove": string]),
            open([
                "set": string, "field": string,
                "value": .object(["type": .array(["string", "number", "boolean"].map(JSONValue.string))]),
            ]),
            open(["add": choice(tables), "id": string, "fields": map(string)]),
        ]
        let shock = open([
            "what": string, "start": type("number"), "days": type("number"), "depth": type("number"),
            "recovery": type("number"),
        ])
        let seed = JSONValue.object([
            "type": .string("integer"), "minimum": .integer(0), "maximum": .integer(.max),
        ])
        return .object([
            "type": .string("object"),
            "description": .string("Changes to try; see docs/formats/scenario.md."),
            "properties": .object([
                "title": orNull(string),
                "changes": orNull(list(.object(["anyOf": .array(changes)]))),
                "shocks": orNull(list(shock)), "seed": orNull(seed),
            ]),
        ])
    }

    /// An object with these members, all required, and any others.
    private static func open(_ properties: [String: JSONValue]) -> JSONValue {
        .object([
            "type": .string("object"), "properties": .object(properties),
            "required": .array(properties.keys.sorted().map(JSONValue.string)),
        ])
    }

    // MARK: Records and findings

    private static var finding: JSONValue {
        object(
            [
                "severity": choice(Finding.Severity.allCases.map(\.rawValue)), "file": string,
                "row": orNull(count), "column": orNull(string), "message": string,
            ],
            optional: ["value": string, "expected": string, "suggestion": string, "id": string])
    }

    private static var record: JSONValue {
        object(
            [
                "id": string, "kind": choice(RecordKind.allCases.map(\.rawValue)), "name": reference("Text"),
                "fields": map(string),
            ],
            optional: [
                "basis": choice(Basis.allCases.map(\.rawValue)),
                "state": choice(FactState.allCases.map(\.rawValue)),
                "blocks": list(reference("Block")), "sources": list(reference("Citation")),
            ])
    }

    private static var errors: JSONValue { list(object(["detail": string], optional: ["parameter": string])) }
}

extension OpenAPISchemas {
    static let string: JSONValue = type("string")
    /// A whole number from 0.
    static let count: JSONValue = .object(["type": .string("integer"), "minimum": .integer(0)])
    /// A fraction from 0 to 1.
    static let share: JSONValue = .object([
        "type": .string("number"), "minimum": .integer(0), "maximum": .integer(1),
    ])

    static func type(_ name: String) -> JSONValue { .object(["type": .string(name)]) }

    static func orNull(_ schema: JSONValue) -> JSONValue {
        .object(["anyOf": .array([schema, type("null")])])
    }

    static func reference(_ name: String) -> JSONValue {
        .object(["$ref": .string("#/components/schemas/\(name)")])
    }

    static func list(_ items: JSONValue) -> JSONValue {
        .object(["type": .string("array"), "items": items])
    }

    static func map(_ values: JSONValue) -> JSONValue {
        .object(["type": .string("object"), "additionalProperties": values])
    }

    static func choice(_ values: [String]) -> JSONValue {
        .object(["type": .string("string"), "enum": .array(values.map(JSONValue.string))])
    }

    /// A closed object; all properties are required but those in `optional`.
    static func object(_ properties: [String: JSONValue], optional: [String: JSONValue] = [:]) -> JSONValue {
        .object([
            "type": .string("object"), "additionalProperties": .bool(false),
            "properties": .object(properties.merging(optional) { first, _ in first }),
            "required": .array(properties.keys.sorted().map(JSONValue.string)),
        ])
    }
}
