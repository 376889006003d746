/// Addresses in pages: none may run script, none may leave the page's own program unnoticed.
public enum WebAddress {
    /// What stands in place of a refused address: it leads nowhere.
    public static let refused = "#"

    /// The address where it is relative, `http`, `https` or `mailto`, else ``refused``.
    ///
    /// Judged as browsers read it: white space and control characters in front are skipped, tabs and line breaks count
    /// nowhere, `\` stands for `/`. Addresses without a scheme that name another host (`//host`) are refused.
    public static func safe(_ address: String) -> String {
        if isPlainPath(address) { return address }
        var read = String.UnicodeScalarView()
        for scalar in address.unicodeScalars {
            if scalar.value <= 0x20, read.isEmpty { continue }
            if scalar == "\t" || scalar == "\n" || scalar == "\r" { continue }
            if scalar.value < 0x20 || scalar.value == 0x7F { return refused }
            read.append(scalar)
        }
        let text = String(read)
        let slashed = text.replacing("\\", with: "/")
        if slashed.hasPrefix("//") { return refused }
        guard let end = text.firstIndex(where: { ":/?#\\".contains($0) }), text[end] == ":" else {
            return text
        }
        switch text[..<end].lowercased() {
        case "http", "https", "mailto": return text
        default: return refused
        }
    }

    /// Whether an address is a path of this site, or a place on the page, that holds nothing to be judged: most are.
    private static func isPlainPath(_ address: String) -> Bool {
        var bytes = address.utf8.makeIterator()
        guard let first = bytes.next(), first == 0x2F || first == 0x23 else { return false }
        var isSecond = true
        while let byte = bytes.next() {
            // The second of two slashes names a host; `\` is read as one.
            guard (0x21...0x7E).contains(byte), byte != 0x5C, !(isSecond && byte == 0x2F) else {
                return false
            }
            isSecond = false
        }
        return true
    }

    /// A text as one part of a path or query: all but letters, digits and `-._~` becomes `%XX` of its UTF-8.
    public static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var out = ""
        for byte in text.utf8 {
            if isUnreserved(byte) {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                out += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return out
    }

    /// Letters, digits and `-._~`.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
    }

    /// A path with a query: keys and values encoded, in the order given.
    public static func path(_ path: String, query: [(String, String)]) -> String {
        guard !query.isEmpty else { return path }
        return path + "?" + query.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
    }
}
