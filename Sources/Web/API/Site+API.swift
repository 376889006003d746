import Ecosystem
import HTTPTypes
import Reporting
import Studies

extension Site {
    /// The operations of the API and its description, which is made from them.
    var api: [Endpoint] {
        let operations =
            packageOperations + mapOperations + studyOperations + runOperations + recordOperations
            + searchOperations + dataOperations + scenarioOperations + ownOperations
        let document = OpenAPIDocument(
            endpoints: operations,
            schemas: OpenAPISchemas(studies: studies.map(\.description), packages: order),
            version: Site.version
        ).json.text()
        return operations + [.file("/api/v1/openapi.json") { _ in .json(document) }]
    }

    /// Where the operations of a package stand.
    static let packageRoot = "/api/v1/packages/{package}"

    /// The address of a run in the API.
    static func apiPath(ofRun address: String, in package: ServedPackage) -> String {
        "/api/v1/packages/\(WebAddress.encoded(package.id))/runs/\(WebAddress.encoded(address))"
    }

    /// The package of an operation.
    var packageInput: Endpoint.Input {
        // A listed id, that of a companion, or the private link of an own package.
        let ids =
            order
            + order.compactMap { id in packages.listed[id].flatMap { packages.companions.id(beside: $0) } }
        let schema: JSONValue = .object([
            "type": .string("string"), "examples": .array(order.map(JSONValue.string)),
            "anyOf": .array([
                .object(["enum": .array(ids.map(JSONValue.string))]),
                .object(["pattern": .string(OwnAddress.pattern)]),
            ]),
        ])
        return Endpoint.Input(
            name: "package", place: .path, schema: schema,
            summary: "Id of a served package, or of an own one.")
    }

    /// The language of an operation's messages and files.
    var languageInput: Endpoint.Input {
        .query(
            "lang", "Language of messages and files; else what the header Accept-Language prefers, else zh.",
            among: Language.allCases.map(\.rawValue))
    }

    /// A text in both languages as data.
    static func both(_ text: Localized) -> JSONValue {
        .object(["en": .string(text.en), "zh": .string(text.zh)])
    }
}
