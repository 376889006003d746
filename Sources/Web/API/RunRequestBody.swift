import Ecosystem
import Foundation
import HTTPTypes

/// The body of a request to start a run.
struct RunRequestBody: Decodable {
    /// Id of the study.
    var study: String
    /// Parameters as texts.
    var parameters: [String: String]?
    /// Changes to try.
    var scenario: Scenario?
    /// Ids of served packages to compare with.
    var compare: [String]?

    /// Reads the body of a call.
    ///
    /// - Throws: ``WebProblem`` where it is no JSON or not of this form.
    init(_ call: Call) throws(WebProblem) {
        let type = call.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        guard type.trimmingCharacters(in: .whitespaces) == "application/json" else {
            throw WebProblem(
                .unsupportedMediaType, kind: "media-type", Localized("JSON is needed here", "此处需要 JSON"),
                Localized("Send the body as application/json.", "请以 application/json 发送。"))
        }
        do {
            self = try JSONDecoder().decode(RunRequestBody.self, from: Data(call.body))
        } catch {
            throw WebProblem(
                .badRequest, kind: "body", Localized("The body cannot be read", "无法读取请求内容"),
                Localized(same: RunRequestBody.reason(error)))
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted(let context): place(context) + context.debugDescription
        case DecodingError.keyNotFound(let key, let context):
            place(context) + "“\(key.stringValue)” is missing"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            place(context) + context.debugDescription
        default: "it is no JSON object of the form {study, parameters, scenario, compare}"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        context.codingPath.isEmpty ? "" : context.codingPath.map(\.stringValue).joined(separator: ".") + ": "
    }
}
