import Ecosystem
import HTTPTypes
import Store

/// One request as pages and the API see it: decoded, bounded, with language, theme and visit settled.
struct Call: Sendable {
    /// The path as this site writes it.
    var path: String
    /// Values of the path's variables, decoded.
    var variables: [String: String] = [:]
    /// Query items in order, decoded; a name may come several times.
    var query: [(name: String, value: String)]
    /// Header fields.
    var headers: HTTPFields
    /// Cookies.
    var cookies: [String: String]
    /// The body, within the limit of the endpoint.
    var body: [UInt8] = []
    /// Fields and files of a form that was sent with files.
    var parts: [FormPart] = []
    /// The language of the answer.
    var language: Language
    /// The theme that the reader chose, `nil` for none.
    var theme: Theme?
    /// The visit that forms are tied to.
    var visit: Visit
    /// The token that forms send back.
    var formToken: String

    /// The private cookie under which a visitor finds what they keep here; `nil` where there is none yet.
    var owner: String? { cookies[Cookie.ownName].flatMap { PrivateToken.isWellFormed($0) ? $0 : nil } }

    /// Scheme and host under which the request came, as in `https://example.org`; `nil` where they cannot be read.
    var origin: String?

    /// Whether a page for frames of other sites is asked.
    var isEmbed: Bool { path.hasPrefix("/embed/") }

    /// A path of this site as a whole address; the path alone where the host is not known.
    func whole(_ path: String) -> String { (origin ?? "") + path }

    /// Whether the API is asked, which answers problems as data.
    var isAPI: Bool { path == "/api" || path.hasPrefix("/api/") }

    /// The last value of a query item; `nil` where it is missing or empty.
    func item(_ name: String) -> String? {
        guard let value = query.last(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        return value
    }

    /// Query items that are questions to a study: all but those of the page or operation itself.
    var questionItems: [String: String] {
        let own = isAPI ? Call.operationItems : Call.pageItems
        var items: [String: String] = [:]
        for (name, value) in query where !own.contains(name) { items[name] = value }
        return items
    }

    /// The item that holds the day of a map over time.
    static let dayItem = "day"
    /// Names of query items that belong to pages, not to studies.
    static let pageItems: Set<String> = [
        "lang", "run", "format", "theme", "compare", "page", "supplied", "scenario", "against",
        dayItem,
    ]
    /// Names of query items that belong to operations, not to studies.
    static let operationItems: Set<String> = ["lang", "compare", "supplied"]
}

/// Light or dark.
enum Theme: String, Sendable {
    case light, dark
}
