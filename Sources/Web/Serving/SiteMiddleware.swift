import Logging
import Foundation
import HTTPTypes
import Ecosystem
import Hummingbird
import Reporting

/// What holds for every answer: security headers, the rate limit, the visit cookie, and a page for every error.
struct SiteMiddleware: RouterMiddleware {
    let site: Site
    private let limiter = RateLimiter(burst: 400, perSecond: 100)

    init(site: Site) { self.site = site }

    func handle(
        _ request: Request, context: SiteRequestContext,
        next: (Request, SiteRequestContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        if !context.client.isLoopback,
            let wait = limiter.take(context.client, at: site.now().timeIntervalSince1970)
        {
            response = site.response(for: .tooMany, to: Call(failed: request))
            response.headers[.retryAfter] = String(Int(wait.rounded(.up)))
        } else {
            do {
                response = try await next(request, context)
            } catch let error as HTTPError where error.status == .notFound {
                let path = String(request.uri.path.prefix(200))
                response = site.response(
                    for: .notFound(Localized("No page has the address \(path).", "没有地址为 \(path) 的页面。")),
                    to: Call(failed: request))
            } catch let error as HTTPError {
                let problem = WebProblem(
                    error.status, kind: "request", Localized("The request cannot be answered", "请求无法处理"),
                    Localized(same: error.body ?? error.status.description))
                response = site.response(for: problem, to: Call(failed: request))
            } catch {
                context.logger.error("\(request.method) \(request.uri.path): \(error)")
                response = site.response(for: .failure, to: Call(failed: request))
            }
        }
        for field in SecurityHeaders.fields where response.headers[field.name] == nil {
            response.headers.append(field)
        }
        return response
    }
}

extension WebProblem {
    /// The rate limit is reached.
    static let tooMany = WebProblem(
        .tooManyRequests, kind: "rate", Localized("Too many requests", "请求过多"),
        Localized("Wait a moment, then go on.", "请稍候再继续。"))

    /// Something failed that should not; details are in the log, not on the page.
    static let failure = WebProblem(
        .internalServerError, kind: "failure", Localized("Something failed here", "系统出错"),
        Localized(
            "Nothing of yours is lost. Try again; if it fails again, tell the operator the time.",
            "您的内容没有丢失。请重试；若仍失败，请把时间告诉管理员。"))
}

extension String {
    /// Whether a client address is this machine's own.
    var isLoopback: Bool { hasPrefix("127.") || self == "::1" || self == "local" }
}
