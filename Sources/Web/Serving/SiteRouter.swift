import HTTPTypes
import Ecosystem
public import Hummingbird
import NIOCore
import Reporting
import Studies

/// What is known of a request while it is answered.
public struct SiteRequestContext: RequestContext {
    /// What Hummingbird needs.
    public var coreContext: CoreRequestContextStorage
    /// The client's address, for the rate limit.
    let client: String

    /// A context for a connection.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}

extension Site {
    /// The router with every page, form and operation of the API.
    public func router() -> Router<SiteRequestContext> {
        let router = Router(context: SiteRequestContext.self)
        router.add(middleware: SiteMiddleware(site: self))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                try await self.answer(endpoint, request, context)
            }
            if endpoint.method == .get {
                router.on(RouterPath(endpoint.path), method: .head) { request, context in
                    var response = try await self.answer(endpoint, request, context)
                    response.body = ResponseBody()
                    return response
                }
            }
        }
        return router
    }

    private func answer(
        _ endpoint: Endpoint, _ request: Request, _ context: SiteRequestContext
    ) async throws -> Response {
        var call: Call
        do {
            call = try await Call(request, context: context, site: self, bodyLimit: endpoint.bodyLimit)
        } catch let problem as WebProblem {
            return response(for: problem, to: Call(failed: request))
        }
        call.variables = Dictionary(
            context.parameters.map { (String($0.key), String($0.value)) },
            uniquingKeysWith: { first, _ in first })
        do {
            if endpoint.changesState, endpoint.operation == nil { try checkFormToken(call) }
            return Response(try await endpoint.handle(call))
        } catch let problem as WebProblem {
            return response(for: problem, to: call)
        } catch let problem as StudyProblem {
            return response(for: WebProblem(problem), to: call)
        }
    }

    private func checkFormToken(_ call: Call) throws(WebProblem) {
        let sent = call.headers[HTTPField.Name.formToken] ?? call.formFields["token"] ?? ""
        guard tokens.isValid(sent, for: call.cookies[Call.visitCookie] ?? "") else {
            throw WebProblem(
                .forbidden, kind: "form-token", Localized("The form is too old", "表单已过期"),
                Localized("Open the page again and send the form from there.", "请重新打开页面后再提交。"))
        }
    }

    /// A problem as a page, or as problem details for the API.
    func response(for problem: WebProblem, to call: Call) -> Response {
        if call.path.hasPrefix("/api/") {
            return Response(
                Answer(
                    problem.status, mediaType: "application/problem+json",
                    body: .bytes(Array(problem.json(call.language).utf8))))
        }
        return Response(.page(problemPage(problem, call), status: problem.status))
    }
}

extension HTTPField.Name {
    /// The header in which scripts send the form token.
    static var formToken: HTTPField.Name { HTTPField.Name("X-Form-Token") ?? .authorization }
}

extension Response {
    /// An answer as Hummingbird sends it.
    init(_ answer: Answer) {
        var headers = answer.headers
        headers[.contentType] = answer.mediaType
        switch answer.body {
        case .bytes(let bytes):
            headers[.contentLength] = String(bytes.count)
            self.init(
                status: answer.status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .events(let events):
            self.init(
                status: answer.status, headers: headers,
                body: ResponseBody { writer in
                    for await event in events { try await writer.write(ByteBuffer(string: event)) }
                    try await writer.finish(nil)
                })
        }
    }
}
