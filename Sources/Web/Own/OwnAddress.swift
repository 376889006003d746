import Store

/// The ids under which own packages are served: `own-` and the private link's 32 hexadecimal digits.
enum OwnAddress {
    /// What such an id looks like, for the description of the API.
    static let pattern = "^own-[0-9a-f]{32}$"

    /// The id for a private link.
    static func id(_ token: String) -> String { "own-" + token }

    /// The private link of an id; `nil` where the id is none of an own package.
    static func token(of id: String) -> String? {
        guard id.hasPrefix("own-") else { return nil }
        let token = String(id.dropFirst(4))
        return PrivateToken.isWellFormed(token) ? token : nil
    }

    /// A path with private links made unreadable, for the log.
    static func masked(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { token(of: String($0)) == nil ? String($0) : "own-…" }.joined(separator: "/")
    }
}
