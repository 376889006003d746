import Ecosystem
import HTTPTypes

/// Path and query of a request, checked and percent-decoded exactly once.
///
/// A path is a list of parts between slashes; a part that is encoded stays one part, whatever it decodes to.
struct RequestTarget: Sendable {
    /// Bytes that a path may have.
    static let pathLimit = 2048
    /// Bytes that a query may have.
    static let queryLimit = 8192

    /// Parts of the path, decoded, none empty.
    let parts: [String]
    /// The path as this site writes it: decoded and encoded again, no part empty, one slash in front.
    let path: String
    /// Whether the path was written with empty parts (`//`, a slash at its end).
    let isCanonical: Bool
    /// Query items in order, decoded, `+` read as a space.
    let query: [(name: String, value: String)]

    /// Checks and decodes.
    ///
    /// - Throws: ``WebProblem`` where it is too long, has bad percent sequences, is no UTF-8 or holds control
    ///   characters.
    init(path: String, query: String?) throws(WebProblem) {
        guard path.utf8.count <= RequestTarget.pathLimit,
            (query?.utf8.count ?? 0) <= RequestTarget.queryLimit
        else { throw RequestTarget.tooLong }
        let written = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
        var parts: [String] = []
        for part in written where !part.isEmpty {
            guard let text = PercentDecoding.decoded(part, plusIsSpace: false),
                !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
            else { throw RequestTarget.malformed }
            parts.append(text)
        }
        self.parts = parts
        self.path = "/" + parts.map(PercentDecoding.encoded).joined(separator: "/")
        isCanonical = written.count == 1 + max(parts.count, 1) && written.first?.isEmpty == true
        var items: [(name: String, value: String)] = []
        for pair in (query ?? "").utf8.split(separator: 0x26) {
            let sides = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = sides.first.flatMap({ PercentDecoding.decoded($0, plusIsSpace: true) }),
                let value = sides.count < 2 ? "" : PercentDecoding.decoded(sides[1], plusIsSpace: true),
                !name.unicodeScalars.contains("\0"), !value.unicodeScalars.contains("\0")
            else { throw RequestTarget.malformed }
            items.append((name, value))
        }
        self.query = items
    }

    private static let malformed = WebProblem(
        .badRequest, kind: "address", Localized("The address cannot be read", "无法读取地址"),
        Localized(
            "A part of it is no UTF-8 text in percent sequences, or holds control characters; correct the address.",
            "地址中有无法按百分号序列读作 UTF-8 的部分，或含控制字符；请更正地址。"))

    private static let tooLong = WebProblem(
        .uriTooLong, kind: "address", Localized("The address is too long", "地址过长"),
        Localized(
            "At most \(pathLimit) bytes of path and \(queryLimit) bytes of query are read.",
            "路径至多 \(pathLimit) 字节，查询至多 \(queryLimit) 字节。"))
}
