import HTTPTypes
import Ecosystem
import Foundation
import Hummingbird
import Logging
import Reporting

/// What holds for every answer: the address is read once, clients are limited, known addresses answer to their methods,
/// choices of theme and language are kept, and every answer has its security headers.
struct SiteMiddleware: RouterMiddleware {
    let site: Site
    let routes: RouteTable
    private let limiter: RateLimiter

    init(site: Site, routes: RouteTable) {
        self.site = site
        self.routes = routes
        limiter = RateLimiter(burst: site.limits.burst, perSecond: site.limits.perSecond)
    }

    func handle(
        _ request: Request, context: SiteRequestContext,
        next: (Request, SiteRequestContext) async throws -> Response
    ) async throws -> Response {
        let (target, problem) = read(request)
        var call = Call(request, target: target, tokens: site.tokens)
        var response: Response
        if !context.client.isLoopback,
            let wait = limiter.take(context.client, at: site.now().timeIntervalSince1970)
        {
            response = site.response(for: .tooMany(seconds: wait), to: call)
        } else if let target {
            let match = routes.match(target.parts)
            call.variables = match?.variables ?? [:]
            if let early = early(request.method, call, target, match?.methods) {
                response = early
            } else {
                var context = context
                context.call = call
                response = await answer(request, context, call, next)
            }
        } else {
            response = site.response(for: problem ?? .failure, to: call)
        }
        finish(&response, call)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func read(_ request: Request) -> (RequestTarget?, WebProblem?) {
        do throws(WebProblem) {
            return (try RequestTarget(path: request.uri.path, query: request.uri.query), nil)
        } catch {
            return (nil, error)
        }
    }

    /// Answers that need no page: another way to write the address, a choice of theme, another method.
    private func early(
        _ method: HTTPRequest.Method, _ call: Call, _ target: RequestTarget, _ methods: [HTTPRequest.Method]?
    ) -> Response? {
        let reads = method == .get || method == .head
        let isPage = !call.isAPI && target.parts.first != "assets"
        if reads, isPage, !call.isEmbed, call.item("theme").flatMap(Theme.init(rawValue:)) != nil {
            let rest = call.query.filter { $0.name != "theme" }
            return Response(
                .redirect(to: WebAddress.path(call.path, query: rest.map { ($0.name, $0.value) })))
        }
        guard let methods, target.isCanonical || (reads && isPage) else { return notFound(call) }
        if !target.isCanonical {
            let query = call.query.map { ($0.name, $0.value) }
            return Response(
                .redirect(to: WebAddress.path(call.path, query: query), status: .permanentRedirect))
        }
        if methods.contains(method) { return nil }
        let allowed = (methods + [.options]).map(\.rawValue).joined(separator: ", ")
        if method == .options {
            return Response(
                Answer(
                    .noContent, mediaType: "text/plain; charset=utf-8", headers: [.allow: allowed],
                    body: .bytes([])))
        }
        return site.response(for: .method(method, allowed: allowed), to: call)
    }

    private func answer(
        _ request: Request, _ context: SiteRequestContext, _ call: Call,
        _ next: (Request, SiteRequestContext) async throws -> Response
    ) async -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return notFound(call)
        } catch {
            context.logger.error("\(request.method.rawValue) \(OwnAddress.masked(call.path)): \(error)")
            return site.response(for: .failure, to: call)
        }
    }

    private func notFound(_ call: Call) -> Response {
        let path = String(call.path.prefix(200))
        return site.response(
            for: .notFound(Localized("No page has the address \(path).", "没有地址为 \(path) 的页面。")), to: call)
    }

    /// Header fields that depend on what the answer is: cookies, caching, language, security.
    private func finish(_ response: inout Response, _ call: Call) {
        let type = response.headers[.contentType] ?? ""
        let isPage = type.hasPrefix("text/html") && response.headers[.contentDisposition] == nil
        if isPage {
            response.headers[.contentLanguage] = call.language.tag
            if call.visit.isNew, !call.isEmbed { response.headers.append(cookie: .visit(call.visit)) }
        }
        if !call.isAPI, !call.isEmbed {
            if let language = call.askedLanguage, call.cookies[Cookie.languageName] != language.rawValue {
                response.headers.append(cookie: .choice(Cookie.languageName, language.rawValue))
            }
            if response.status == .seeOther, let theme = call.item("theme").flatMap(Theme.init(rawValue:)) {
                response.headers.append(cookie: .choice(Cookie.themeName, theme.rawValue))
            }
        }
        if [call.variables["package"], call.variables["own"]].contains(where: {
            $0.flatMap(OwnAddress.token) != nil
        }) {
            // What stands behind a private link is kept by nobody between, and listed by nobody.
            response.headers[.cacheControl] = "private, no-store"
            if let name = HTTPField.Name("X-Robots-Tag") { response.headers[name] = "noindex, nofollow" }
        }
        if response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = response.status.kind == .redirection ? "no-store" : "no-cache"
            response.headers[.vary] =
                call.isAPI || call.isEmbed ? "Accept-Language" : "Cookie, Accept-Language"
        }
        let isFramed = call.isEmbed && isPage && response.status == .ok
        for field in isFramed ? SecurityHeaders.embedded : SecurityHeaders.fields
        where response.headers[field.name] == nil {
            response.headers.append(field)
        }
    }
}

extension HTTPFields {
    /// Adds a cookie beside those that are set already.
    fileprivate mutating func append(cookie: Cookie) {
        append(HTTPField(name: .setCookie, value: cookie.text))
    }
}

extension String {
    /// Whether a client address is this machine's own.
    var isLoopback: Bool { hasPrefix("127.") || hasPrefix("::ffff:127.") || self == "::1" || self == "local" }
}
