import DataPackages
import Foundation
import HTTPTypes
public import Hummingbird
import Logging
import NIOCore
import Reporting
import Store
import Studies
import Synchronization

/// What is known of a request while it is answered.
public struct SiteRequestContext: RequestContext {
    /// What Hummingbird needs.
    public var coreContext: CoreRequestContextStorage
    /// The client's address, for the rate limit.
    let client: String
    /// The request as it was read by the site's middleware.
    var call: Call?

    /// A context for a connection.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// A context without a connection, for requests that are made inside the process.
    init(client: String, logger: Logger) {
        coreContext = CoreRequestContextStorage(source: LocalSource(logger: logger))
        self.client = client
    }

    private struct LocalSource: RequestContextSource {
        let logger: Logger
    }
}

extension Site {
    /// The router with every page, form and operation of the API.
    public func router() -> Router<SiteRequestContext> {
        let endpoints = endpoints
        let router = Router(context: SiteRequestContext.self)
        router.add(middleware: SiteMiddleware(site: self, routes: RouteTable(endpoints)))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                await self.answer(endpoint, request, context)
            }
            if endpoint.method == .get {
                router.on(RouterPath(endpoint.path), method: .head) { request, context in
                    await self.answer(endpoint, request, context)
                }
            }
        }
        return router
    }

    private func answer(_ endpoint: Endpoint, _ request: Request, _ context: SiteRequestContext) async
        -> Response
    {
        guard var call = context.call else { return Response(.page("", status: .internalServerError)) }
        do {
            if endpoint.changesState,
                call.headers[.secFetchSite].map({ $0 == "same-origin" || $0 == "none" }) == false
            {
                throw WebProblem.foreign
            }
            if endpoint.isMetered, !context.client.isLoopback,
                let wait = writes.take(context.client, at: now().timeIntervalSince1970)
            {
                throw WebProblem.tooMany(seconds: wait)
            }
            if endpoint.bodyLimit > 0 { try await read(request, endpoint, into: &call) }
            if endpoint.needsToken { try checkFormToken(call) }
            if endpoint.operation != nil {
                let problems = endpoint.inputs.flatMap { $0.problems(in: call) }
                guard problems.isEmpty else { throw StudyProblem(problems) }
            }
            for name in ["package", "own"] {
                if let id = call.variables[name] { await packages.prepare(id) }
            }
            return Response(try await endpoint.handle(call))
        } catch let problem as WebProblem {
            return response(for: problem, to: call)
        } catch let problem as StudyProblem {
            return response(for: WebProblem(problem), to: call)
        } catch let refusal as RunRefusal {
            return response(for: WebProblem(refusal), to: call)
        } catch let error as StoreError {
            return response(for: WebProblem(error), to: call)
        } catch let error as DataPackageError {
            return response(for: WebProblem(error), to: call)
        } catch {
            context.logger.error("\(request.method.rawValue) \(OwnAddress.masked(call.path)): \(error)")
            return response(for: .failure, to: call)
        }
    }

    /// Reads the body: at once, or part by part where files may come with it.
    private func read(_ request: Request, _ endpoint: Endpoint, into call: inout Call) async throws {
        let type = call.headers[.contentType] ?? ""
        guard endpoint.takesFiles else {
            call.body = try await body(of: request, limit: endpoint.bodyLimit)
            return
        }
        guard MultipartReader.fits(type) else { throw WebProblem.noMultipart }
        let isTaken = uploads.withLock { count -> Bool in
            guard count < limits.uploadsAtOnce else { return false }
            count += 1
            return true
        }
        guard isTaken else { throw WebProblem.busyReading }
        defer { uploads.withLock { $0 -= 1 } }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > endpoint.bodyLimit {
            throw WebProblem.tooLarge(limit: endpoint.bodyLimit)
        }
        var reader = try MultipartReader(contentType: type)
        var count = 0
        for try await piece in request.body {
            count += piece.readableBytes
            guard count <= endpoint.bodyLimit else { throw WebProblem.tooLarge(limit: endpoint.bodyLimit) }
            try reader.add(piece.readableBytesView)
        }
        call.parts = try reader.finish()
    }

    private func body(of request: Request, limit: Int) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
            throw WebProblem.tooLarge(limit: limit)
        }
        do {
            let buffer = try await request.body.collect(upTo: limit)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw WebProblem.tooLarge(limit: limit)
        }
    }

    private func checkFormToken(_ call: Call) throws(WebProblem) {
        let sent = call.headers[.formToken] ?? call.field("token") ?? ""
        guard !call.visit.isNew, tokens.isValid(sent, for: call.visit.id) else { throw .formToken }
    }

    /// A problem as a page, or as problem details for the API.
    func response(for problem: WebProblem, to call: Call) -> Response {
        var answer =
            call.isAPI
            ? Answer(
                problem.status, mediaType: "application/problem+json",
                headers: [.contentLanguage: call.language.tag],
                body: .bytes(Array(problem.json(call.language).utf8)))
            : .page(problemPage(problem, call), status: problem.status)
        for field in problem.headers { answer.headers[field.name] = field.value }
        return Response(answer)
    }
}

extension HTTPField.Name {
    /// The header in which scripts send the form token.
    static var formToken: HTTPField.Name { named("X-Form-Token") }
    /// Where a browser says that a request comes from; scripts cannot set it.
    static var secFetchSite: HTTPField.Name { named("Sec-Fetch-Site") }

    /// The scheme with which a proxy was asked.
    static var xForwardedProto: HTTPField.Name { named("X-Forwarded-Proto") }

    /// A name that HTTPTypes does not list; the names are literals of this file and are valid.
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .authorization }
}

extension Response {
    /// An answer as Hummingbird sends it.
    init(_ answer: Answer) {
        var headers = answer.headers
        headers[.contentType] = answer.mediaType
        switch answer.body {
        case .bytes(let bytes):
            if answer.status != .noContent { headers[.contentLength] = String(bytes.count) }
            self.init(
                status: answer.status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        case .events(let begin):
            self.init(
                status: answer.status, headers: headers,
                body: ResponseBody { writer in
                    for await event in begin() { try await writer.write(ByteBuffer(string: event)) }
                    try await writer.finish(nil)
                })
        }
    }
}
