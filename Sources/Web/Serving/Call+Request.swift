import Ecosystem
import HTTPTypes
import Hummingbird

extension Call {
    /// What can be read of a request without its body; it never fails.
    ///
    /// - Parameter target: the decoded address, `nil` where it cannot be read.
    init(_ request: Request, target: RequestTarget?, tokens: FormToken) {
        let sent = Cookie.sent(in: request.headers)
        path = target?.path ?? "/"
        if target == nil, request.uri.path.hasPrefix("/api/") { path = "/api" }
        query = target?.query ?? []
        headers = request.headers
        cookies = sent
        origin = Call.origin(
            host: request.head.authority, scheme: request.headers[.xForwardedProto])
        theme = sent[Cookie.themeName].flatMap(Theme.init(rawValue:))
        visit = Visit(cookie: sent[Cookie.visitName])
        formToken = tokens.token(for: visit.id)
        language = .zh
        language = settledLanguage
    }

    /// Scheme and host, read strictly: who asks gets back what they sent, so that it must not be more than a host.
    ///
    /// - Parameter scheme: what a proxy with TLS says that it was asked with.
    static func origin(host: String?, scheme: String?) -> String? {
        guard let host, !host.isEmpty, host.utf8.count <= 255,
            host.utf8.allSatisfy({ byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D || byte == 0x2E || byte == 0x3A || byte == 0x5B || byte == 0x5D
            })
        else { return nil }
        return (scheme == "https" ? "https://" : "http://") + host
    }

    /// What the address asks for, else the cookie (of pages only), else what the browser prefers, else Chinese.
    private var settledLanguage: Language {
        if let asked = askedLanguage { return asked }
        if !isAPI, !isEmbed, let kept = cookies[Cookie.languageName].flatMap(Language.init(rawValue:)) {
            return kept
        }
        return Call.preferred(headers[.acceptLanguage] ?? "")
    }

    /// The language that the address asks for.
    var askedLanguage: Language? { item("lang").flatMap(Language.init(rawValue:)) }

    /// The language that a header `Accept-Language` prefers; Chinese where it names neither.
    static func preferred(_ header: String) -> Language {
        var best: (language: Language, weight: Double)?
        for part in header.split(separator: ",").prefix(32) {
            let pieces = part.split(separator: ";")
            guard let tag = pieces.first?.drop(while: { $0 == " " }),
                let language = Language(
                    rawValue: tag.prefix(while: { $0.isASCII && $0.isLetter }).lowercased())
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

    /// Fields of a form that was sent as `application/x-www-form-urlencoded`; those that cannot be read are left out.
    var formFields: [String: String] {
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            return [:]
        }
        var fields: [String: String] = [:]
        for pair in body.split(separator: 0x26) {
            let sides = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.first.flatMap({ PercentDecoding.decoded($0, plusIsSpace: true) }),
                let value = sides.count < 2 ? "" : PercentDecoding.decoded(sides[1], plusIsSpace: true)
            else { continue }
            fields[name] = value
        }
        return fields
    }
}
