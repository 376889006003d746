import Ecosystem
import Reporting

extension OpenAPISchemas {
    /// What operations on own packages take and answer with.
    var own: [String: JSONValue] {
        let kinds = Self.choice(ComputingInput.Kind.allCases.map(\.rawValue))
        let file: JSONValue = .object(["type": .string("string"), "format": .string("binary")])
        return [
            "OwnRequest": Self.object(
                [:],
                optional: [
                    "title": .object([
                        "type": .string("string"), "maxLength": .integer(OwnData.titleLength),
                        "pattern": .string("^[^\\u0000]*$"),
                    ]),
                    "start": Self.choice(packages + [""]),
                ]),
            "ImportRequest": Self.object(["file": file], optional: ["mapping": Self.string]),
            "InputRequest": Self.object(["file": file]),
            "OwnPackage": Self.object([
                "id": Self.string, "handle": Self.string, "title": Self.reference("Text"),
                "start": Self.string, "page": Self.string, "api": Self.string, "records": Self.count,
                "fingerprint": Self.string, "version": Self.count,
                "versions": Self.list(
                    Self.object([
                        "number": Self.count, "time": Self.string, "file": Self.string, "bytes": Self.count,
                    ])),
                "inputs": Self.list(
                    Self.object(["kind": kinds, "name": Self.string, "fingerprint": Self.string])),
            ]),
            "Import": Self.object([
                "committed": Self.type("boolean"), "version": Self.count, "added": Self.count,
                "changed": Self.count, "unchanged": Self.count,
                "changes": Self.list(
                    Self.object([
                        "action": Self.choice(["added", "changed"]),
                        "table": Self.choice(RecordKind.allCases.map(\.table)), "id": Self.string,
                        "file": Self.string, "row": Self.count,
                        "fields": Self.list(
                            Self.object(["field": Self.string, "old": Self.string, "new": Self.string])),
                    ])),
                "findings": Self.list(Self.reference("Finding")),
            ]),
            "Input": Self.object([
                "kept": Self.type("boolean"), "kind": kinds, "name": Self.string,
                "fingerprint": Self.orNull(Self.string),
                "findings": Self.list(Self.reference("Finding")),
            ]),
        ]
    }
}
