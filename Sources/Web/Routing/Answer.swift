import HTTPTypes

/// What a request is answered with.
struct Answer: Sendable {
    /// The body.
    enum Body: Sendable {
        /// All at once.
        case bytes([UInt8])
        /// Piece by piece, as they come, for server-sent events; begun when the first piece is sent.
        case events(@Sendable () -> AsyncStream<String>)
    }

    /// Its status.
    var status: HTTPResponse.Status
    /// Its media type, with charset where it is text.
    var mediaType: String
    /// Further header fields.
    var headers: HTTPFields
    /// Its body.
    var body: Body

    init(
        _ status: HTTPResponse.Status = .ok, mediaType: String, headers: HTTPFields = [:], body: Body
    ) {
        self.status = status
        self.mediaType = mediaType
        self.headers = headers
        self.body = body
    }

    /// A page.
    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, mediaType: "text/html; charset=utf-8", body: .bytes(Array(html.utf8)))
    }

    /// JSON text.
    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status, mediaType: "application/json", body: .bytes(Array(text.utf8)))
    }

    /// Sends the reader elsewhere on this site.
    static func redirect(to path: String, status: HTTPResponse.Status = .seeOther) -> Answer {
        Answer(
            status, mediaType: "text/plain; charset=utf-8", headers: [.location: path],
            body: .bytes(Array(path.utf8)))
    }

    /// The answer with a visitor's private cookie, set anew so that it lasts.
    func keeping(owner: String) -> Answer {
        var answer = self
        answer.headers.append(HTTPField(name: .setCookie, value: Cookie.own(owner).text))
        return answer
    }

    /// A file to save, named safely.
    static func download(_ bytes: [UInt8], mediaType: String, name: String) -> Answer {
        let safe = name.unicodeScalars.map { scalar -> Character in
            let isPlain =
                ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "." || scalar == "_"
            return isPlain ? Character(scalar) : "-"
        }
        return Answer(
            mediaType: mediaType,
            headers: [.contentDisposition: "attachment; filename=\"\(String(safe))\""], body: .bytes(bytes))
    }
}
