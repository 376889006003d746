import Ecosystem
import HTTPTypes

/// One request as pages and the API see it: decoded, bounded, with language and theme settled.
struct Call: Sendable {
    /// The path, percent-decoded by part.
    var path: String
    /// Values of the path's variables.
    var variables: [String: String]
    /// Query items in order; a name may come several times.
    var query: [(name: String, value: String)]
    /// Header fields.
    var headers: HTTPFields
    /// Cookies.
    var cookies: [String: String]
    /// The body, within the limit of the endpoint.
    var body: [UInt8]
    /// The language of the page: `?lang=`, else the cookie, else `Accept-Language`, else Chinese.
    var language: Language
    /// The theme that the reader chose, `nil` for none.
    var theme: Theme?
    /// The token that forms send back.
    var formToken: String

    /// The last value of a query item; `nil` where it is missing or empty.
    func item(_ name: String) -> String? {
        guard let value = query.last(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
        return value
    }

    /// Query items that are questions to a study: all but those of the page itself.
    var questionItems: [String: String] {
        var items: [String: String] = [:]
        for (name, value) in query where !Call.pageItems.contains(name) { items[name] = value }
        return items
    }

    /// Names of query items that belong to pages, not to studies.
    static let pageItems: Set<String> = ["lang", "run", "format", "theme", "compare", "page"]
}

/// Light or dark.
enum Theme: String, Sendable {
    case light, dark
}
