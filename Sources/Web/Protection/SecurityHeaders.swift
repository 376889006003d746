import HTTPTypes

/// Header fields on every answer: nothing is loaded from another host, framed, sniffed or leaked.
enum SecurityHeaders {
    /// The content policy: own styles, scripts and pictures only, no inline code, no frames, forms to this site.
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

    /// The content policy of pages for frames of other sites: the same, but any site may frame them, and they send no
    /// form.
    static let embeddedPolicy =
        contentSecurityPolicy.replacing("frame-ancestors 'none'", with: "frame-ancestors *")
        .replacing("form-action 'self'", with: "form-action 'none'")

    /// The fields of a page for frames of other sites.
    static var embedded: HTTPFields {
        var fields = fields
        fields[.contentSecurityPolicy] = embeddedPolicy
        if let name = HTTPField.Name("X-Frame-Options") { fields[name] = nil }
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { fields[name] = "cross-origin" }
        return fields
    }

    /// The fields.
    static var fields: HTTPFields {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = contentSecurityPolicy
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in [
            ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ] {
            if let field = HTTPField.Name(name) { fields[field] = value }
        }
        return fields
    }
}
