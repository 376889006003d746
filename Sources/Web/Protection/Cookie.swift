import HTTPTypes

/// A cookie that the site sets.
///
/// `Secure` is left out, because the program itself speaks plain HTTP on loopback; a proxy with TLS can add it.
struct Cookie: Sendable {
    /// The cookie that forms are tied to; pages of other sites never send it, scripts never see it.
    static let visitName = "jingwei-visit"
    /// The cookie of the chosen theme.
    static let themeName = "jingwei-theme"
    /// The cookie of the chosen language.
    static let languageName = "jingwei-lang"

    /// The cookie under which a visitor finds their own packages and saved scenarios again.
    static let ownName = "jingwei-own"

    private static let year = 31_536_000

    /// The value of the header field `Set-Cookie`.
    let text: String

    /// The cookie of a visit, forgotten when the browser closes.
    static func visit(_ visit: Visit) -> Cookie {
        Cookie(text: "\(visitName)=\(visit.id); Path=/; HttpOnly; SameSite=Strict")
    }

    /// The private cookie of a visitor who keeps something here, for a year from the last time.
    static func own(_ token: String) -> Cookie {
        Cookie(text: "\(ownName)=\(token); Path=/; Max-Age=\(year); HttpOnly; SameSite=Lax")
    }

    /// A choice that is kept for a year; `value` is one of this program's own words.
    static func choice(_ name: String, _ value: String) -> Cookie {
        Cookie(text: "\(name)=\(value); Path=/; Max-Age=\(year); SameSite=Lax")
    }

    /// Cookies of a request by name; of two with one name the first counts, as browsers send the closer one first.
    static func sent(in headers: HTTPFields) -> [String: String] {
        var found: [String: String] = [:]
        for line in headers[values: .cookie] {
            for pair in line.split(separator: ";").prefix(64) {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let name = String(parts[0].drop(while: { $0 == " " }))
                if found[name] == nil { found[name] = String(parts[1]) }
            }
        }
        return found
    }
}
