/// A reader's browser, known by a random cookie; forms are tied to it. It says nothing of who reads.
struct Visit: Sendable, Equatable {
    /// The cookie's value: 32 hexadecimal digits.
    let id: String
    /// Whether the browser has to be told of it.
    let isNew: Bool

    /// The visit of a cookie; a new one where the cookie is missing or was not made here.
    init(cookie: String?) {
        if let cookie, cookie.utf8.count == 32, cookie.utf8.allSatisfy(Visit.isDigit) {
            id = cookie
            isNew = false
        } else {
            id = FormToken.random()
            isNew = true
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
}
