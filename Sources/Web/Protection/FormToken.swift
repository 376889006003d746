import CSodium
import Ecosystem

/// Tokens that prove that a form was sent from a page of this site.
///
/// A page gets a random cookie; its forms carry the SHA-256 of that cookie and a secret of this process. A foreign
/// site can make a browser send the cookie but cannot know the token.
struct FormToken: Sendable {
    private let secret: String

    /// Tokens with a secret of their own.
    init(secret: String = FormToken.random()) { self.secret = secret }

    /// The token for a cookie.
    func token(for cookie: String) -> String {
        var hash = SHA256Hash()
        hash.add("\(secret.utf8.count) \(secret) \(cookie)")
        return hash.finish()
    }

    /// Whether a token belongs to a cookie; compares in constant time.
    func isValid(_ token: String, for cookie: String) -> Bool {
        let expected = Array(self.token(for: cookie).utf8)
        let given = Array(token.utf8)
        guard !cookie.isEmpty, given.count == expected.count else { return false }
        return sodium_memcmp(given, expected, expected.count) == 0
    }

    /// 32 random hexadecimal digits.
    static func random() -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        randombytes_buf(&bytes, bytes.count)
        return bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
