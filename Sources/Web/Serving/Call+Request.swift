import Foundation
import HTTPTypes
import Ecosystem
import Hummingbird
import NIOCore
import Studies

extension Call {
    /// The cookie that forms are tied to.
    static let visitCookie = "jingwei-visit"
    /// The cookie of the chosen theme.
    static let themeCookie = "jingwei-theme"
    /// The cookie of the chosen language.
    static let languageCookie = "jingwei-lang"

    /// Reads a request.
    ///
    /// - Throws: ``WebProblem`` where the body is over the limit.
    init(_ request: Request, context: SiteRequestContext, site: Site, bodyLimit: Int) async throws {
        self.init(failed: request)
        if bodyLimit > 0 {
            do {
                var buffer = try await request.body.collect(upTo: bodyLimit)
                body = buffer.readBytes(length: buffer.readableBytes) ?? []
            } catch {
                throw WebProblem(
                    .contentTooLarge, kind: "size", Localized("Too much was sent", "提交内容过大"),
                    Localized("At most \(bodyLimit) bytes are taken here.", "此处最多接收 \(bodyLimit) 字节。"))
            }
        }
        formToken = cookies[Call.visitCookie].map { site.tokens.token(for: $0) } ?? ""
    }

    /// What can be read of a request without its body; it never fails.
    init(failed request: Request) {
        path = request.uri.path
        variables = [:]
        headers = request.headers
        body = []
        formToken = ""
        query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        var found: [String: String] = [:]
        for line in request.headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let name = parts[0].drop(while: { $0 == " " })
                found[String(name)] = String(parts[1])
            }
        }
        cookies = found
        theme = found[Call.themeCookie].flatMap(Theme.init(rawValue:))
        let asked = query.last { $0.name == "lang" }.flatMap { Language(rawValue: $0.value) }
        language =
            asked ?? found[Call.languageCookie].flatMap(Language.init(rawValue:))
            ?? Call.preferred(request.headers[.acceptLanguage] ?? "")
    }

    /// The language that a header `Accept-Language` prefers; Chinese where it names neither.
    static func preferred(_ header: String) -> Language {
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(32) {
            let pieces = part.split(separator: ";")
            guard let tag = pieces.first?.drop(while: { $0 == " " }).prefix(2).lowercased(),
                let language = Language(rawValue: tag)
            else { continue }
            let quality = pieces.dropFirst().compactMap { piece -> Double? in
                let text = piece.drop(while: { $0 == " " })
                return text.hasPrefix("q=") ? Double(text.dropFirst(2)) : nil
            }.first
            let weight = quality ?? 1
            if weight > (best?.weight ?? 0) { best = (language, weight) }
        }
        return best?.language ?? .zh
    }

    /// Fields of a form that was sent as `application/x-www-form-urlencoded`.
    var formFields: [String: String] {
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            return [:]
        }
        var fields: [String: String] = [:]
        for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1).map { part in
                part.replacing("+", with: " ").removingPercentEncoding ?? ""
            }
            if let name = parts.first { fields[name] = parts.count > 1 ? parts[1] : "" }
        }
        return fields
    }
}
