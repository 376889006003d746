import Ecosystem
import HTTPTypes
import Reporting

/// The description of the API (OpenAPI 3.1), made from the same endpoints that the router registers.
struct OpenAPIDocument {
    let endpoints: [Endpoint]
    let schemas: OpenAPISchemas
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
                "summary": .string("What is known of a regional industry, and what can be asked of it."),
                "description": .string(OpenAPIDocument.description),
                "license": .object(["name": .string("Apache-2.0"), "identifier": .string("Apache-2.0")]),
            ]),
            "servers": .array([.object(["url": .string("/")])]),
            "paths": .object(paths),
            "components": .object(["schemas": .object(schemas.all)]),
        ])
    }

    private static let description = """
        Reports and records hold both languages; messages and files come in the language of `lang`. Shares are fractions \
        from 0 to 1, a printed figure is {value, qualifier, unit}, and what is not known is null or absent, never 0. \
        Problems are problem details (RFC 9457) with one entry of `errors` for each thing that is wrong. An address that \
        is known but not with the method asked is answered 405 with the header Allow.
        """

    private func describe(_ endpoint: Endpoint, _ operation: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(operation), "summary": .string(endpoint.summary),
        ]
        if !endpoint.inputs.isEmpty { members["parameters"] = .array(endpoint.inputs.map(describe)) }
        if let name = endpoint.requestSchema {
            members["requestBody"] = .object([
                "required": .bool(true),
                "content": content([
                    (endpoint.takesFiles ? "multipart/form-data" : "application/json", name)
                ]),
            ])
        }
        var responses: [String: JSONValue] = [:]
        for response in OpenAPIDocument.shared(by: endpoint) + endpoint.responses {
            responses[String(response.status)] = describe(response)
        }
        members["responses"] = .object(responses)
        return .object(members)
    }

    /// What every operation may answer, said once; an operation's own words for a status replace these.
    private static func shared(by endpoint: Endpoint) -> [Endpoint.Response] {
        var responses: [Endpoint.Response] = [
            .problem(
                400,
                endpoint.requestSchema == nil
                    ? "The address cannot be read." : "The address or the body cannot be read."),
            .problem(414, "The address is too long."),
            .problem(
                429, "Too many requests of one client.", headers: ["Retry-After": "Seconds to wait."]),
            .problem(500, "Something failed here; the reason is in the operator's log."),
        ]
        if endpoint.inputs.contains(where: { $0.place == .path }) {
            responses.append(.problem(404, "Nothing is at this address."))
        }
        if endpoint.inputs.contains(where: { $0.place == .query }) {
            responses.append(.problem(422, "An item of the query cannot be used; each one is named."))
        }
        return responses
    }

    private func describe(_ input: Endpoint.Input) -> JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(input.name), "in": .string(input.place.rawValue),
            "required": .bool(input.place == .path), "description": .string(input.summary),
            "schema": input.schema,
        ]
        if input.isSpread || input.schema["type"] == .string("array") {
            members["style"] = .string("form")
            members["explode"] = .bool(true)
        }
        return .object(members)
    }

    private func describe(_ response: Endpoint.Response) -> JSONValue {
        var members: [String: JSONValue] = ["description": .string(response.summary)]
        if !response.contents.isEmpty { members["content"] = content(response.contents) }
        if !response.headers.isEmpty {
            members["headers"] = .object(
                response.headers.mapValues { summary in
                    .object([
                        "description": .string(summary),
                        "schema": .object(["type": .string("string")]),
                    ])
                })
        }
        if !response.links.isEmpty {
            members["links"] = .object(
                Dictionary(
                    response.links.map { link in
                        (
                            link.operation,
                            .object([
                                "operationId": .string(link.operation),
                                "parameters": .object(link.inputs.mapValues(JSONValue.string)),
                            ])
                        )
                    }, uniquingKeysWith: { first, _ in first }))
        }
        return .object(members)
    }

    private func content(_ contents: [(mediaType: String, schema: String?)]) -> JSONValue {
        var members: [String: JSONValue] = [:]
        for (mediaType, schema) in contents {
            members[mediaType] = .object(schema.map { ["schema": OpenAPISchemas.reference($0)] } ?? [:])
        }
        return .object(members)
    }

    private func objectMembers(_ value: JSONValue?) -> [String: JSONValue] {
        if case .object(let members)? = value { members } else { [:] }
    }
}
