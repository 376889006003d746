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
    /// Further header fields of the answer.
    var headers: HTTPFields = [:]
    /// Where the reader may go on: the words of the link and its address on this site.
    var way: (title: Localized, path: String)?

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

    /// A question that is not taken now.
    init(_ refusal: RunRefusal) {
        self.init(.serviceUnavailable, kind: "busy", Localized("Not now", "暂时无法处理"), refusal.message)
        headers[.retryAfter] = "60"
    }

    /// Problem details as JSON, in one language.
    func json(_ language: Language) -> String {
        JSONValue.object([
            "type": .string("urn:jingwei:problem:\(kind)"), "title": .string(title[language]),
            "status": .integer(status.code),
            "detail": .string(details.map { $0.message[language] }.joined(separator: " ")),
            "errors": WebProblem.errors(details, language),
        ]).text()
    }

    /// Details as data: what is wrong, and with which parameter.
    static func errors(_ details: [StudyProblem.Detail], _ language: Language) -> JSONValue {
        .array(
            details.map { detail in
                var members: [String: JSONValue] = ["detail": .string(detail.message[language])]
                if let parameter = detail.parameter { members["parameter"] = .string(parameter) }
                return .object(members)
            })
    }
}

extension WebProblem {
    /// Nothing is at this address.
    static func notFound(_ what: Localized) -> WebProblem {
        WebProblem(.notFound, kind: "not-found", Localized("Nothing is here", "此处没有内容"), what)
    }

    /// The address is known, but not with this method.
    static func method(_ method: HTTPRequest.Method, allowed: String) -> WebProblem {
        var problem = WebProblem(
            .methodNotAllowed, kind: "method", Localized("Not with this method", "不支持此方法"),
            Localized(
                "\(method.rawValue) is not taken at this address; taken are \(allowed).",
                "此地址不接受 \(method.rawValue)；接受 \(allowed)。"))
        problem.headers[.allow] = allowed
        return problem
    }

    /// The rate limit is reached.
    static func tooMany(seconds: Double) -> WebProblem {
        var problem = WebProblem(
            .tooManyRequests, kind: "rate", Localized("Too many requests", "请求过多"),
            Localized("Wait a moment, then go on.", "请稍候再继续。"))
        problem.headers[.retryAfter] = String(max(1, Int(min(seconds, 3600).rounded(.up))))
        return problem
    }

    /// A request that changes something was sent by a page of another site.
    static let foreign = WebProblem(
        .forbidden, kind: "origin", Localized("Sent from another site", "请求来自其他网站"),
        Localized(
            "Only pages of this site may change something here; open the page and send it from there.",
            "只有本站页面可以更改此处内容；请打开本站页面后再提交。"))

    /// A form without the token of its page.
    static let formToken = WebProblem(
        .forbidden, kind: "form-token", Localized("The form is too old", "表单已过期"),
        Localized("Open the page again and send the form from there.", "请重新打开页面后再提交。"))

    /// A form that should hold a file is of another form.
    static let noMultipart = WebProblem(
        .unsupportedMediaType, kind: "media-type", Localized("A form with a file is needed", "需要带文件的表单"),
        Localized("Send it as multipart/form-data.", "请以 multipart/form-data 发送。"))

    /// So many files are being received already.
    static var busyReading: WebProblem {
        var problem = WebProblem(
            .serviceUnavailable, kind: "busy", Localized("Not now", "暂时无法处理"),
            Localized("Several files are being received; try again in a minute.", "正在接收多个文件；请一分钟后再试。"))
        problem.headers[.retryAfter] = "60"
        return problem
    }

    /// A body over its limit.
    static func tooLarge(limit: Int) -> WebProblem {
        WebProblem(
            .contentTooLarge, kind: "size", Localized("Too much was sent", "提交内容过大"),
            Localized("At most \(limit) bytes are taken here.", "此处最多接收 \(limit) 字节。"))
    }

    /// Something failed that should not; details are in the log, not on the page.
    static let failure = WebProblem(
        .internalServerError, kind: "failure", Localized("Something failed here", "系统出错"),
        Localized(
            "Nothing of yours is lost. Try again; if it fails again, tell the operator the time.",
            "您的内容没有丢失。请重试；若仍失败，请把时间告诉管理员。"))
}
