import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// Why a request is not answered as asked; shown as a page or as problem details (RFC 9457).
struct WebProblem: Error, Sendable {
    /// The status.
    var status: HTTPResponse.Status
    /// The kind of problem, the last part of its `type` address.
    var kind: String
    /// The kind in words.
    var title: Localized
    /// What happened and what to do, one entry a problem.
    var details: [StudyProblem.Detail]

    /// A problem with one detail.
    init(_ status: HTTPResponse.Status, kind: String, _ title: Localized, _ detail: Localized) {
        self.status = status
        self.kind = kind
        self.title = title
        details = [StudyProblem.Detail(parameter: nil, message: detail)]
    }

    /// A question that cannot be asked as it stands.
    init(_ problem: StudyProblem) {
        status = .unprocessableContent
        kind = "parameters"
        title = Localized("The question cannot be asked as it stands", "问题无法这样提出")
        details = problem.details
    }

    /// Nothing is at this address.
    static func notFound(_ what: Localized) -> WebProblem {
        WebProblem(.notFound, kind: "not-found", Localized("Nothing is here", "此处没有内容"), what)
    }

    /// Problem details as JSON, in one language.
    func json(_ language: Language) -> String {
        let errors = details.map { detail -> JSONValue in
            var members: [String: JSONValue] = ["detail": .string(detail.message[language])]
            if let parameter = detail.parameter { members["parameter"] = .string(parameter) }
            return .object(members)
        }
        return JSONValue.object([
            "type": .string("urn:jingwei:problem:\(kind)"), "title": .string(title[language]),
            "status": .integer(status.code),
            "detail": .string(details.map { $0.message[language] }.joined(separator: " ")),
            "errors": .array(errors),
        ]).text()
    }
}
