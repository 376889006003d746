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
        theme = sent[Cookie.themeName].flatMap(Theme.init(rawValue:))
        visit = Visit(cookie: sent[Cookie.visitName])
        formToken = tokens.token(for: visit.id)
        language = .zh
        language = settledLanguage
    }

    /// What the address asks for, else the cookie (of pages only), else what the browser prefers, else Chinese.
    private var settledLanguage: Language {
        if let asked = askedLanguage { return asked }
        if !isAPI, let kept = cookies[Cookie.languageName].flatMap(Language.init(rawValue:)) { return kept }
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
