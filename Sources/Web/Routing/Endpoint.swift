import Ecosystem
import HTTPTypes
import Reporting

/// One address with its method: what the router registers and what the API description is made from.
struct Endpoint: Sendable {
    /// What stands at the address.
    enum Kind: Sendable {
        /// A page for readers.
        case page
        /// A file that pages load or readers save.
        case file
        /// The target of a form, which must carry the token of its page.
        case form
        /// An operation of the API; the name is its id in the description.
        case operation(String)
    }

    /// A variable of the path or an item of the query.
    struct Input: Sendable {
        /// Where it stands.
        enum Place: String, Sendable {
            case path, query
        }

        var name: String
        var place: Place
        /// Its JSON Schema.
        var schema: JSONValue
        var summary: String
        /// Whether `schema` describes an object whose members are items of the query, each by its own name.
        var isSpread = false
    }

    /// What an endpoint answers with, for the API description.
    struct Response: Sendable {
        /// Where a value of this answer leads: an operation, and its inputs as runtime expressions.
        struct Link: Sendable {
            var operation: String
            var inputs: [String: String]
        }

        var status: Int
        var summary: String
        /// Media types, each with the name of a schema in the components or `nil` for any content.
        var contents: [(mediaType: String, schema: String?)]
        /// Header fields with what they say.
        var headers: [String: String] = [:]
        var links: [Link] = []
    }

    /// The method.
    var method: HTTPRequest.Method
    /// The path with variables in braces.
    var path: String
    var kind: Kind
    /// What it does, in English.
    var summary = ""
    var inputs: [Input] = []
    var responses: [Response] = []
    /// Bytes that a body may have.
    var bodyLimit = 0
    /// Name of the schema of the body; `nil` where there is none.
    var requestSchema: String?
    /// Whether the body is `multipart/form-data` with files, else JSON or plain form fields.
    var takesFiles = false
    /// Whether a client may ask this only a few times a minute, because it writes to the state folder.
    var isMetered = false
    /// Does it.
    var handle: @Sendable (Call) async throws -> Answer

    /// Its id in the API description; `nil` where it is not described.
    var operation: String? {
        if case .operation(let id) = kind { id } else { nil }
    }

    /// Whether the method changes anything.
    var changesState: Bool { method != .get && method != .head }

    /// Whether a form's token is needed.
    var needsToken: Bool {
        if case .form = kind { true } else { false }
    }

    /// A page.
    static func page(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Answer) -> Endpoint
    {
        Endpoint(method: .get, path: path, kind: .page, handle: handle)
    }

    /// A file.
    static func file(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Answer) -> Endpoint
    {
        Endpoint(method: .get, path: path, kind: .file, handle: handle)
    }

    /// A form's target.
    static func form(
        _ path: String, bodyLimit: Int = 16 << 10, takesFiles: Bool = false, isMetered: Bool = false,
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Endpoint {
        Endpoint(
            method: .post, path: path, kind: .form, bodyLimit: bodyLimit, takesFiles: takesFiles,
            isMetered: isMetered, handle: handle)
    }

    /// An operation of the API.
    static func api(
        _ path: String, _ operation: String, _ summary: String, method: HTTPRequest.Method = .get,
        inputs: [Input] = [], body: (schema: String, limit: Int)? = nil, takesFiles: Bool = false,
        isMetered: Bool = false, responses: [Response],
        _ handle: @escaping @Sendable (Call) async throws -> Answer
    ) -> Endpoint {
        Endpoint(
            method: method, path: path, kind: .operation(operation), summary: summary, inputs: inputs,
            responses: responses, bodyLimit: body?.limit ?? 0, requestSchema: body?.schema,
            takesFiles: takesFiles,
            isMetered: isMetered, handle: handle)
    }
}
