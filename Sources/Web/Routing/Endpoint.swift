import Ecosystem
import HTTPTypes
import Reporting

/// One address with its method: what the router registers and what the API description is made from.
struct Endpoint: Sendable {
    /// A variable of the path, an item of the query, or a field of a form.
    struct Input: Sendable {
        /// Where it stands.
        enum Place: String, Sendable {
            case path, query
        }

        var name: String
        var place: Place
        var isRequired: Bool
        /// Its JSON Schema.
        var schema: JSONValue
        var summary: String

        /// A variable of the path; `example` is one that exists.
        static func path(_ name: String, _ summary: String, examples: [String]) -> Input {
            Input(
                name: name, place: .path, isRequired: true,
                schema: .object([
                    "type": .string("string"), "examples": .array(examples.map(JSONValue.string)),
                ]),
                summary: summary)
        }

        /// An optional item of the query.
        static func query(_ name: String, _ summary: String, schema: [String: JSONValue]) -> Input {
            Input(name: name, place: .query, isRequired: false, schema: .object(schema), summary: summary)
        }
    }

    /// What an endpoint answers with, for the API description.
    struct Response: Sendable {
        var status: Int
        var summary: String
        var mediaType: String
        /// Name of a schema in the components, or `nil` for any content.
        var schema: String?

        init(
            _ status: Int, _ summary: String, _ mediaType: String = "application/json", schema: String? = nil
        ) {
            self.status = status
            self.summary = summary
            self.mediaType = mediaType
            self.schema = schema
        }
    }

    /// The method.
    var method: HTTPRequest.Method
    /// The path with variables in braces.
    var path: String
    /// Its id in the API description; `nil` for pages, which are not described.
    var operation: String?
    /// What it does, in English.
    var summary: String
    var inputs: [Input]
    var responses: [Response]
    /// Bytes that a body may have.
    var bodyLimit: Int
    /// Name of the schema of a JSON body; `nil` where there is none.
    var requestSchema: String?
    /// Whether the method changes anything. A form then needs its token; the API takes JSON alone, which no foreign
    /// page can send without being allowed to.
    var changesState: Bool { method != .get && method != .head }
    /// Does it.
    var handle: @Sendable (Call) async throws -> Answer

    /// A page.
    static func page(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Answer) -> Endpoint
    {
        Endpoint(
            method: .get, path: path, operation: nil, summary: "", inputs: [], responses: [], bodyLimit: 0,
            handle: handle)
    }

    /// A form's target.
    static func form(
        _ path: String, bodyLimit: Int = 16 << 10, _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Endpoint {
        Endpoint(
            method: .post, path: path, operation: nil, summary: "", inputs: [], responses: [],
            bodyLimit: bodyLimit, handle: handle)
    }

    /// An operation of the API.
    static func api(
        _ path: String, _ operation: String, _ summary: String, method: HTTPRequest.Method = .get,
        inputs: [Input] = [], responses: [Response], bodyLimit: Int = 0,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Endpoint {
        Endpoint(
            method: method, path: path, operation: operation, summary: summary, inputs: inputs,
            responses: responses, bodyLimit: bodyLimit, handle: handle)
    }
}
