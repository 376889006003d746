import Ecosystem
import Reporting

extension OpenAPISchemas {
    /// Schemas of a report and its parts, by name.
    static var report: [String: JSONValue] {
        [
            "Report": object(
                [
                    "study": string, "version": string, "title": text, "answer": text,
                    "package": reference("PackageStamp"), "compared": list(reference("PackageStamp")),
                    "scenario": orNull(string), "supplied": orNull(reference("SuppliedStamp")),
                    "parameters": map(string),
                    "seed": .object(["type": .array(["integer", "string", "null"].map(JSONValue.string))]),
                    "partial": type("boolean"), "weakestBasis": orNull(basis),
                    "result": .object([
                        "description": .string("The documented keys of the study; see docs/studies.")
                    ]),
                    "blocks": list(reference("Block")), "sources": list(reference("Citation")),
                    "files": list(object(["name": string, "mediaType": string, "bytes": count])),
                ], optional: ["applied": reference("Scenario")]),
            "PackageStamp": object(["id": string, "title": text, "version": string, "fingerprint": string]),
            "SuppliedStamp": object(
                [
                    "kind": choice(ComputingInput.Kind.allCases.map(\.rawValue)), "name": string,
                    "fingerprint": string,
                ], optional: ["standIns": count]),
            "Citation": object([
                "document": orNull(string), "title": orNull(text), "date": orNull(string),
                "paragraphs": list(object(["id": string, "section": orNull(text), "topic": orNull(text)])),
            ]),
            "Origin": object([
                "basis": basis, "state": choice(FactState.allCases.map(\.rawValue)),
                "paragraphs": list(string), "records": list(string), "note": orNull(text),
            ]),
            "Cell": cell, "Block": block,
        ]
    }

    private static let text = reference("Text")
    private static let origin = reference("Origin")
    private static var basis: JSONValue { choice(Basis.allCases.map(\.rawValue)) }

    private static func constant(_ value: String) -> JSONValue { .object(["const": .string(value)]) }
    private static func either(_ schemas: [JSONValue]) -> JSONValue { .object(["anyOf": .array(schemas)]) }

    private static var cell: JSONValue {
        let further = ["origin": origin, "printed": text]
        let link = object(["id": string, "kind": choice(RecordKind.allCases.map(\.rawValue)), "text": text])
        return either([
            object(["kind": constant("text"), "text": text], optional: further),
            object(
                [
                    "kind": constant("number"), "value": type("number"), "decimals": type("integer"),
                    "qualifier": string,
                ], optional: further),
            object(["kind": constant("links"), "links": list(link)], optional: further),
            object(["kind": constant("missing"), "text": text], optional: further),
        ])
    }

    private static var block: JSONValue {
        let figure = object(
            [
                "label": text, "value": reference("Cell"), "unit": orNull(text), "period": orNull(text),
                "origin": orNull(origin),
            ], optional: ["meaning": text])
        let column = object([
            "id": string, "title": text, "unit": orNull(text), "kind": choice(["text", "number"]),
        ])
        let table: [String: JSONValue] = [
            "id": string, "title": text, "caption": orNull(text), "columns": list(column),
            "rows": list(list(reference("Cell"))), "weakestBasis": orNull(basis),
        ]
        let names = either([orNull(string), list(string)])
        let pictures = [
            "series", "bars", "heatmap", "sankey", "network", "map", "bands", "map-over-time", "scatter",
            "timeline",
        ]
        return either([
            object(["type": constant("heading"), "title": text]),
            object(["type": constant("figures"), "figures": list(figure)]),
            object(table.merging(["type": constant("table")]) { first, _ in first }),
            object(
                table.merging([
                    "type": choice(pictures), "drawing": map(names), "highlight": orNull(string),
                ]) { first, _ in first }),
            object([
                "type": constant("note"), "level": choice(Note.Level.allCases.map(\.rawValue)), "title": text,
                "text": orNull(text), "origin": orNull(origin),
            ]),
            object([
                "type": constant("method"), "text": text, "formula": orNull(string),
                "literature": list(string), "limits": orNull(text),
            ]),
        ])
    }
}
