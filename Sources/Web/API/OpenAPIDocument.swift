import HTTPTypes
import Ecosystem
import Reporting

/// The description of the API (OpenAPI 3.1), made from the same endpoints that the router registers.
struct OpenAPIDocument {
    let endpoints: [Endpoint]
    let version: String

    /// The document.
    var json: JSONValue {
        var paths: [String: JSONValue] = [:]
        for endpoint in endpoints {
            guard let operation = endpoint.operation else { continue }
            var methods = objectMembers(paths[endpoint.path])
            methods[endpoint.method.rawValue.lowercased()] = describe(endpoint, operation)
            paths[endpoint.path] = .object(methods)
        }
        return .object([
            "openapi": .string("3.1.0"),
            "info": .object([
                "title": .string("Jingwei"), "version": .string(version),
                "description": .string("What is known of a regional industry, and what can be asked of it."),
                "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
            ]),
            "servers": .array([.object(["url": .string("/")])]),
            "paths": .object(paths),
            "components": .object(["schemas": .object(OpenAPISchemas.all)]),
        ])
    }

    private func describe(_ endpoint: Endpoint, _ operation: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(operation), "summary": .string(endpoint.summary),
        ]
        if !endpoint.inputs.isEmpty {
            members["parameters"] = .array(
                endpoint.inputs.map { input in
                    .object([
                        "name": .string(input.name), "in": .string(input.place.rawValue),
                        "required": .bool(input.isRequired), "description": .string(input.summary),
                        "schema": input.schema,
                    ])
                })
        }
        if let name = endpoint.requestSchema {
            let schema: JSONValue = .object(["$ref": .string("#/components/schemas/\(name)")])
            members["requestBody"] = .object([
                "required": .bool(true),
                "content": .object(["application/json": .object(["schema": schema])]),
            ])
        }
        var responses: [String: JSONValue] = [:]
        for response in endpoint.responses {
            var schema: JSONValue = .object([:])
            if let name = response.schema {
                schema = .object(["$ref": .string("#/components/schemas/\(name)")])
            }
            var described: [String: JSONValue] = ["description": .string(response.summary)]
            if !response.mediaType.isEmpty {
                described["content"] = .object([response.mediaType: .object(["schema": schema])])
            }
            responses[String(response.status)] = .object(described)
        }
        members["responses"] = .object(responses)
        return .object(members)
    }

    private func objectMembers(_ value: JSONValue?) -> [String: JSONValue] {
        if case .object(let members)? = value { members } else { [:] }
    }
}
