import Ecosystem
import Foundation
import HTTPTypes
import Reporting

/// The body of a request to start a run.
struct RunRequestBody {
    /// Id of the study.
    let study: String
    /// Parameters as texts.
    let parameters: [String: String]
    /// Changes to try.
    let scenario: Scenario?
    /// Ids of served packages to compare with.
    let compare: [String]
    /// Which of an own package's inputs is meant; `nil` to find out.
    let supplied: String?

    /// Names that the body may have.
    private static let names: Set<String> = [
        "study", "parameters", "scenario", "compare", "supplied",
    ]

    /// Reads the body of a call.
    ///
    /// - Throws: ``WebProblem`` where it is no JSON or not of this form.
    init(_ call: Call) throws(WebProblem) {
        try RunRequestBody.checkType(of: call)
        do {
            let members = try RunRequestBody.members(Data(call.body))
            guard case .string(let study)? = members["study"] else {
                throw Fault("study: the id of a study is needed", "study：需要研究的编号")
            }
            self.study = study
            parameters = try RunRequestBody.texts(members["parameters"])
            compare = try RunRequestBody.ids(members["compare"])
            switch members["supplied"] {
            case .string(let word)?: supplied = word
            case nil: supplied = nil
            default: throw Fault("supplied: a word is needed", "supplied：需要一个词")
            }
            if let value = members["scenario"] {
                guard case .object = value else {
                    throw Fault("scenario: an object is needed", "scenario：需要一个对象")
                }
            }
            scenario = try JSONDecoder().decode(WithScenario.self, from: Data(call.body)).scenario
            if let seed = scenario?.seed, seed > UInt64(Int.max) {
                throw Fault("scenario.seed: at most \(Int.max)", "scenario.seed：至多 \(Int.max)")
            }
        } catch {
            throw WebProblem(
                .badRequest, kind: "body", Localized("The body cannot be read", "无法读取请求内容"),
                RunRequestBody.reason(error))
        }
    }

    /// Refuses a body that is not said to be JSON: no page of another site can send that unasked.
    static func checkType(of call: Call) throws(WebProblem) {
        let type = call.headers[.contentType]?.split(separator: ";").first ?? ""
        guard type.trimmingCharacters(in: .whitespaces).lowercased() == "application/json" else {
            throw WebProblem(
                .unsupportedMediaType, kind: "media-type", Localized("JSON is needed here", "此处需要 JSON"),
                Localized("Send the body as application/json.", "请以 application/json 发送。"))
        }
    }

    /// The part of the body that is read as it is, so that a large seed stays whole.
    private struct WithScenario: Decodable {
        let scenario: Scenario?
    }

    /// What is wrong with the body, for readers.
    private struct Fault: Error {
        let message: Localized
        init(_ en: String, _ zh: String) { message = Localized(en, zh) }
    }

    private static func members(_ data: Data) throws -> [String: JSONValue] {
        guard case .object(let members) = try JSONDecoder().decode(JSONValue.self, from: data) else {
            throw Fault(
                "an object {study, parameters, scenario, compare, supplied} is needed",
                "需要对象 {study, parameters, scenario, compare, supplied}")
        }
        if let unknown = members.keys.filter({ !names.contains($0) }).min() {
            throw Fault(
                "“\(unknown.prefix(80))” is none of study, parameters, scenario, compare, supplied",
                "“\(unknown.prefix(80))”不在可用名称中：study, parameters, scenario, compare, supplied")
        }
        return members
    }

    /// Parameters: texts, numbers and truth values.
    private static func texts(_ value: JSONValue?) throws -> [String: String] {
        guard let value else { return [:] }
        guard case .object(let members) = value else {
            throw Fault("parameters: an object is needed", "parameters：需要一个对象")
        }
        var texts: [String: String] = [:]
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .string(let text): texts[name] = text
            case .integer, .number: texts[name] = value.text()
            case .bool(let flag): texts[name] = flag ? "yes" : "no"
            case .null, .array, .rows, .object:
                throw Fault(
                    "parameters.\(name.prefix(80)): a text, number or truth value is needed",
                    "parameters.\(name.prefix(80))：需要文字、数字或真假值")
            }
        }
        return texts
    }

    private static func ids(_ value: JSONValue?) throws -> [String] {
        guard let value else { return [] }
        guard case .array(let items) = value else {
            throw Fault("compare: a list is needed", "compare：需要一个列表")
        }
        return try items.map { item in
            guard case .string(let id) = item else {
                throw Fault("compare: ids of packages are needed", "compare：需要数据包编号")
            }
            return id
        }
    }

    private static func reason(_ error: any Error) -> Localized {
        switch error {
        case let fault as Fault: fault.message
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            Localized(same: place(context) + context.debugDescription)
        case DecodingError.keyNotFound(let key, let context):
            Localized(
                place(context) + "“\(key.stringValue)” is missing", place(context) + "缺少“\(key.stringValue)”")
        default: Localized("it is no JSON", "不是 JSON")
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        context.codingPath.isEmpty ? "" : context.codingPath.map(\.stringValue).joined(separator: ".") + ": "
    }
}
